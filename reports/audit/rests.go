package audit

import (
	"context"

	"vitrine/reports"
)

// Rests lists the figures that a case rests on, side by side and in the order
// of period and split, at most so many.
func Rests(ctx context.Context, l reports.Ledger, c Case, most int) ([]reports.Figure, error) {
	var list []reports.Figure
	for _, s := range c.Sides {
		figures, err := s.figures(ctx, l)
		if err != nil {
			return nil, err
		}
		list = append(list, figures...)
	}
	return list[:min(len(list), most)], nil
}

// figures fetches the figures of a side.
func (s Side) figures(ctx context.Context, l reports.Ledger) ([]reports.Figure, error) {
	var list []reports.Figure
	for _, p := range s.Periods {
		r := reports.Request{Publisher: s.Publisher, Table: s.Table, Measure: s.Measure, Breakdown: s.Breakdown, Span: p}
		for _, d := range s.Group.List() {
			if v := s.Key.Get(d); v != "" {
				r.Where[d] = []string{v}
			}
		}
		figures, err := l.Figures(ctx, r)
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			if f.Period == p {
				list = append(list, f)
			}
		}
	}
	return list, nil
}
