package reports

import (
	"context"
	"slices"
)

// A Filter tells which figures the filters and the span of a question let
// through.
type Filter struct {
	by     *asker
	blocks map[string]bool
}

// NewFilter finds out what the names mean that a question filters by. A name
// that means nothing, or more than one thing, is an error.
func NewFilter(ctx context.Context, q Question, l Ledger, names Names) (Filter, error) {
	a, err := newAsker(ctx, q, l, names)
	if err != nil {
		return Filter{}, err
	}
	f := Filter{by: a, blocks: map[string]bool{}}
	for _, b := range a.blocks {
		f.blocks[tableName(b.Publisher, b.Table, b.Measure)] = true
	}
	return f, nil
}

func tableName(publisher, table string, m Measure) string {
	return publisher + " | " + table + " | " + string(m)
}

// Table lets a publisher's table through; without a measure, whatever it
// counts.
func (f Filter) Table(publisher, table string, m Measure) bool {
	if m != "" {
		return f.blocks[tableName(publisher, table, m)]
	}
	return slices.ContainsFunc(f.by.blocks, func(b Block) bool { return b.Publisher == publisher && b.Table == table })
}

// Everything tells whether the filter lets every figure through.
func (f Filter) Everything() bool {
	return !f.Splits() && f.by.q.Since == 0 && f.by.q.Until == 0 && len(f.by.blocks) == len(f.by.all)
}

// Splits tells whether the filter asks for values of dimensions or for codes.
func (f Filter) Splits() bool {
	return len(f.by.codes) > 0 || slices.ContainsFunc(f.by.where[:], func(values []string) bool { return len(values) > 0 })
}

// Split lets what is about all the values asked for through.
func (f Filter) Split(publisher string, s Split) bool {
	for d, values := range f.by.where {
		if len(values) > 0 && !slices.Contains(values, s.Get(Dim(d))) {
			return false
		}
	}
	return f.by.ofCodes(publisher, s)
}

// Period lets a period through that lies within the span asked for.
func (f Filter) Period(p Period) bool { return f.by.q.Span(p).Contains(p) }

// Publisher lets a publisher through of which it lets a table through.
func (f Filter) Publisher(name string) bool {
	return slices.ContainsFunc(f.by.blocks, func(b Block) bool { return b.Publisher == name })
}
