package reports

import (
	"context"
	"math"
	"slices"
	"strings"
)

// Memory is a Ledger of figures held in memory, all of them current. It is
// the reference that other ledgers are tested against.
type Memory struct {
	Held     []Figure
	Declared []Block
	Breaking []Break
	Noted    []SourceNote
}

// Blocks lists the declared blocks that hold figures, by publisher and order.
func (m *Memory) Blocks(context.Context) ([]Block, error) {
	var blocks []Block
	for _, b := range m.Declared {
		b.Figures, b.Constant, b.Span = 0, 0, Period{}
		for _, f := range m.Held {
			if b.holds(f) {
				b.take(f)
			}
		}
		if b.Figures > 0 {
			blocks = append(blocks, b)
		}
	}
	SortBlocks(blocks)
	return blocks, nil
}

func (b Block) holds(f Figure) bool {
	return f.Publisher == b.Publisher && f.Table == b.Table && f.Measure == b.Measure && f.Breakdown == b.Breakdown
}

func (b *Block) take(f Figure) {
	b.Constant |= f.Split.Stated().Without(b.Breakdown)
	if b.Figures == 0 {
		b.Span = f.Period
	}
	b.Span.Start = min(b.Span.Start, f.Period.Start)
	b.Span.End = max(b.Span.End, f.Period.End)
	b.Figures++
}

// SortBlocks orders blocks by publisher, order, table, measure and breakdown.
func SortBlocks(blocks []Block) {
	slices.SortStableFunc(blocks, func(a, b Block) int {
		if c := strings.Compare(a.Publisher, b.Publisher); c != 0 {
			return c
		}
		if a.Order != b.Order {
			return a.Order - b.Order
		}
		if c := strings.Compare(a.Table, b.Table); c != 0 {
			return c
		}
		if c := strings.Compare(string(a.Measure), string(b.Measure)); c != 0 {
			return c
		}
		return int(a.Breakdown) - int(b.Breakdown)
	})
}

// Breaks lists the declared breaks.
func (m *Memory) Breaks(context.Context) ([]Break, error) { return m.Breaking, nil }

// SourceNotes lists what reports say in words.
func (m *Memory) SourceNotes(context.Context) ([]SourceNote, error) {
	list := slices.Clone(m.Noted)
	SortSourceNotes(list)
	return list, nil
}

// Values lists the values of a dimension, in order.
func (m *Memory) Values(_ context.Context, d Dim, of ...Block) ([]string, error) {
	var values []string
	for _, f := range m.Held {
		asked := len(of) == 0 || slices.ContainsFunc(of, func(b Block) bool { return b.holds(f) })
		if v := f.Split.Get(d); v != "" && asked {
			values = append(values, v)
		}
	}
	slices.Sort(values)
	return slices.Compact(values), nil
}

// Matches tells whether a figure is one that the request names.
func (r Request) Matches(f Figure) bool {
	if f.Publisher != r.Publisher || f.Table != r.Table || f.Measure != r.Measure || f.Breakdown != r.Breakdown {
		return false
	}
	for d, values := range r.Where {
		if len(values) > 0 && !slices.Contains(values, f.Split.Get(Dim(d))) {
			return false
		}
	}
	return r.Span == Period{} || r.Span.Contains(f.Period)
}

// Figures lists the figures that a request names, by period and split.
func (m *Memory) Figures(_ context.Context, r Request) ([]Figure, error) {
	var list []Figure
	for _, f := range m.Held {
		if r.Matches(f) {
			list = append(list, f)
		}
	}
	slices.SortStableFunc(list, func(a, b Figure) int {
		if c := a.Period.Compare(b.Period); c != 0 {
			return c
		}
		return a.Split.Compare(b.Split)
	})
	return list, nil
}

// Gather adds up the figures that a request names by group and period.
func (m *Memory) Gather(ctx context.Context, r Request) ([]Sum, error) {
	parts := m.parts(r)
	list, err := m.Figures(ctx, r)
	if err != nil {
		return nil, err
	}
	type place struct {
		key    Split
		period Period
	}
	sums := map[place]*Sum{}
	for _, f := range list {
		at := place{f.Split.Only(r.Group), f.Period}
		s := sums[at]
		if s == nil {
			s = &Sum{Key: at.key, Period: at.period, Of: len(parts[at.key])}
			sums[at] = s
		}
		s.Add(f)
	}
	out := make([]Sum, 0, len(sums))
	for _, s := range sums {
		out = append(out, *s)
	}
	SortSums(out)
	return out, nil
}

// SortSums orders sums by period and key.
func SortSums(sums []Sum) {
	slices.SortFunc(sums, func(a, b Sum) int {
		if c := a.Period.Compare(b.Period); c != 0 {
			return c
		}
		return a.Key.Compare(b.Key)
	})
}

// parts tells which parts each group of a request has in any period.
func (m *Memory) parts(r Request) map[Split]map[Split]bool {
	r.Span = Period{}
	parts := map[Split]map[Split]bool{}
	for _, f := range m.Held {
		if !r.Matches(f) {
			continue
		}
		key := f.Split.Only(r.Group)
		if parts[key] == nil {
			parts[key] = map[Split]bool{}
		}
		parts[key][f.Split.Only(r.Breakdown.Without(r.Group))] = true
	}
	return parts
}

// Add adds a figure of the sum's group and period.
func (s *Sum) Add(f Figure) {
	s.N++
	if f.Known() {
		s.Value += f.Value
	} else {
		s.Unknown++
	}
	low, high := f.Bounds()
	s.Low += low
	s.High += high
	s.Ranged = s.Ranged || f.HasRange
	s.Status = max(s.Status, f.Status)
	s.Origin, s.Note = f.Origin, f.Note
	if s.N > 1 {
		s.Origin, s.Note = Origin{}, ""
	}
}

// knownValue is the sum's value, NaN where none of its figures has one.
func (s Sum) knownValue() float64 {
	if s.N > 0 && s.Unknown == s.N {
		return math.NaN()
	}
	return s.Value
}
