package audit

import (
	"context"
	"slices"

	"vitrine/reports"
)

// casesAtOnce is how many cases have their figures fetched together.
const casesAtOnce = 50

// Rests lists the figures that each case rests on, side by side and in the
// order of period and split, at most so many of each.
func Rests(ctx context.Context, l reports.Ledger, cases []Case, most int) ([][]reports.Figure, error) {
	bySide, err := RestsBySide(ctx, l, cases)
	if err != nil {
		return nil, err
	}
	all := make([][]reports.Figure, len(cases))
	for n, sides := range bySide {
		list := slices.Concat(sides...)
		all[n] = list[:min(len(list), most)]
	}
	return all, nil
}

// RestsBySide lists the figures that each side of each case rests on, in the
// order of period and split.
func RestsBySide(ctx context.Context, l reports.Ledger, cases []Case) ([][][]reports.Figure, error) {
	all := make([][][]reports.Figure, 0, len(cases))
	for some := range slices.Chunk(cases, casesAtOnce) {
		lists := make([][][]reports.Figure, len(some))
		most := 0
		for n, c := range some {
			lists[n] = make([][]reports.Figure, len(c.Sides))
			most = max(most, len(c.Sides))
		}
		for i := range most {
			if err := addSides(ctx, l, some, i, lists); err != nil {
				return nil, err
			}
		}
		all = append(all, lists...)
	}
	return all, nil
}

// addSides adds to each case's lists the figures of its i-th side. The sides
// of one block are fetched with one request.
func addSides(ctx context.Context, l reports.Ledger, cases []Case, i int, lists [][][]reports.Figure) error {
	fetched := map[string][]reports.Figure{}
	for n, c := range cases {
		if i >= len(c.Sides) || len(c.Sides[i].Periods) == 0 {
			continue
		}
		s := c.Sides[i]
		figures, known := fetched[s.name()]
		if !known {
			var err error
			if figures, err = l.Figures(ctx, together(cases, i, s)); err != nil {
				return err
			}
			fetched[s.name()] = figures
		}
		for _, f := range figures {
			if f.Split.Only(s.Group) == s.Key.Only(s.Group) && slices.Contains(s.Periods, f.Period) {
				lists[n][i] = append(lists[n][i], f)
			}
		}
	}
	return nil
}

func (s Side) name() string {
	return blockName(s.Publisher, s.Table, s.Measure, s.Breakdown) + " | " + s.Group.String()
}

// together is the request that names the figures of the i-th sides of cases
// that are of the block and group of one of them, and few others.
func together(cases []Case, i int, like Side) reports.Request {
	r := reports.Request{Publisher: like.Publisher, Table: like.Table, Measure: like.Measure, Breakdown: like.Breakdown, Span: like.Periods[0]}
	for _, c := range cases {
		if i >= len(c.Sides) || c.Sides[i].name() != like.name() {
			continue
		}
		s := c.Sides[i]
		for _, p := range s.Periods {
			r.Span.Start, r.Span.End = min(r.Span.Start, p.Start), max(r.Span.End, p.End)
		}
		for _, d := range s.Group.List() {
			if v := s.Key.Get(d); !slices.Contains(r.Where[d], v) {
				r.Where[d] = append(r.Where[d], v)
			}
		}
	}
	return r
}
