package audit

import (
	"context"
	"slices"

	"vitrine/reports"
)

// A Retelling ledger lists what every vintage states, figure by figure.
type Retelling interface {
	reports.Ledger
	// Editions lists what every vintage states of the figures of one block, the
	// oldest vintage first.
	Editions(ctx context.Context, r reports.Request) ([]reports.Statement, error)
}

// EditionsOfFigures returns what every vintage states of some figures.
func EditionsOfFigures(ctx context.Context, l Retelling, figures []reports.Figure) ([]reports.Statement, error) {
	asked := map[reports.Identity]bool{}
	var blocks []reports.Request
	for _, f := range figures {
		asked[f.Identity()] = true
		blocks = addTo(blocks, f)
	}
	var list []reports.Statement
	for _, r := range blocks {
		found, err := l.Editions(ctx, r)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	return slices.DeleteFunc(list, func(s reports.Statement) bool { return !asked[s.Identity()] }), nil
}

// addTo lets the request of a figure's block name the figure, too.
func addTo(blocks []reports.Request, f reports.Figure) []reports.Request {
	i := slices.IndexFunc(blocks, func(r reports.Request) bool {
		return r.Publisher == f.Publisher && r.Table == f.Table && r.Measure == f.Measure && r.Breakdown == f.Breakdown
	})
	if i < 0 {
		i = len(blocks)
		blocks = append(blocks, reports.Request{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Breakdown: f.Breakdown, Span: f.Period})
	}
	r := &blocks[i]
	r.Span.Start, r.Span.End = min(r.Span.Start, f.Period.Start), max(r.Span.End, f.Period.End)
	for _, d := range f.Breakdown.List() {
		if v := f.Split.Get(d); !slices.Contains(r.Where[d], v) {
			r.Where[d] = append(r.Where[d], v)
		}
	}
	return blocks
}

// EditionsOfSeries returns what every vintage states of the figures that the
// numbers of an answer's series were made of: of one period, or of all where
// that is the zero period.
func EditionsOfSeries(ctx context.Context, l Retelling, q reports.Question, names reports.Names, s reports.Series, of reports.Period) ([]reports.Statement, error) {
	var figures []reports.Figure
	var whole []reports.Request
	plain := s.Code == "" && len(q.Code) == 0 && len(q.Country) == 0
	for _, n := range s.Numbers {
		switch {
		case of != (reports.Period{}) && n.Period != of:
		case plain && (n.Basis == reports.Published || n.Basis == reports.Summed && of == reports.Period{}):
			whole = addNumber(whole, s, n)
		default:
			parts, err := reports.Parts(ctx, q, l, names, s, n)
			if err != nil {
				return nil, err
			}
			figures = append(figures, parts...)
		}
	}
	list, err := EditionsOfFigures(ctx, l, figures)
	for _, r := range whole {
		if err != nil {
			return nil, err
		}
		var found []reports.Statement
		found, err = l.Editions(ctx, r)
		list = append(list, slices.DeleteFunc(found, func(st reports.Statement) bool { return !tells(s, r, st) })...)
	}
	return list, err
}

// tells tells whether a statement is of a number of a series that a request was
// made for, or goes into it.
func tells(s reports.Series, r reports.Request, st reports.Statement) bool {
	return slices.ContainsFunc(s.Numbers, func(n reports.Number) bool {
		if n.Table != r.Table || n.Breakdown != r.Breakdown {
			return false
		}
		return n.Period == st.Period || n.Basis == reports.Summed && n.Period.Start <= st.Period.Start && st.Period.End <= n.Period.End
	})
}

// addNumber lets the request of a number's block reach over its period.
func addNumber(blocks []reports.Request, s reports.Series, n reports.Number) []reports.Request {
	i := slices.IndexFunc(blocks, func(r reports.Request) bool { return r.Table == n.Table && r.Breakdown == n.Breakdown })
	if i < 0 {
		i = len(blocks)
		r := reports.Request{Publisher: s.Publisher, Table: n.Table, Measure: s.Measure, Breakdown: n.Breakdown, Span: n.Period}
		for _, d := range s.Group.List() {
			if v := s.Key.Get(d); v != "" {
				r.Where[d] = []string{v}
			}
		}
		blocks = append(blocks, r)
	}
	r := &blocks[i]
	r.Span.Start, r.Span.End = min(r.Span.Start, n.Period.Start), max(r.Span.End, n.Period.End)
	return blocks
}

// mostRetold is how many series are looked through where none is chosen.
const mostRetold = 8

// EditionsOfAnswer returns what every vintage states of the figures of an
// answer's first series: of one period, or of all where that is the zero
// period.
func EditionsOfAnswer(ctx context.Context, l Retelling, a reports.Answer, names reports.Names, of reports.Period) (reports.Editions, error) {
	var list []reports.Statement
	for _, s := range a.Series[:min(len(a.Series), mostRetold)] {
		found, err := EditionsOfSeries(ctx, l, a.Question, names, s, of)
		if err != nil {
			return reports.Editions{}, err
		}
		list = append(list, found...)
	}
	return reports.EditionsOf(list), nil
}
