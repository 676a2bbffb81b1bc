package reports

import (
	"context"
	"iter"
	"slices"
)

// Matching yields every figure that the filters and the span of a question
// let through, block by block: what the sources state, not an answer.
func Matching(ctx context.Context, q Question, l Ledger, names Names) iter.Seq2[Figure, error] {
	return figuresOf(ctx, q, l, names, nil)
}

// Behind yields the figures that stand behind an answer to a question: of the
// blocks that its numbers were made of, those that the filters and the span
// let through, the shares and bases of derived numbers, then the recipients
// that its numbers were divided by.
func Behind(ctx context.Context, q Question, l Ledger, names Names, answer Answer) iter.Seq2[Figure, error] {
	made := map[string]bool{}
	for _, s := range answer.Series {
		for _, n := range s.Numbers {
			made[blockName(Block{Publisher: s.Publisher, Table: n.Table, Measure: s.Measure, Breakdown: n.Breakdown})] = true
		}
	}
	return func(yield func(Figure, error) bool) {
		for f, err := range figuresOf(ctx, q, l, names, func(b Block) bool { return made[blockName(b)] }) {
			if !yield(f, err) {
				return
			}
		}
		shares, err := sharesBehind(ctx, q, l, names, answer)
		if err != nil {
			yield(Figure{}, err)
			return
		}
		for _, f := range append(shares, recipientsBehind(answer)...) {
			if !yield(f, nil) {
				return
			}
		}
	}
}

// sharesBehind lists the shares and the bases that derived numbers of an
// answer were worked out of, each once.
func sharesBehind(ctx context.Context, q Question, l Ledger, names Names, answer Answer) ([]Figure, error) {
	cells := map[cellPlace]bool{}
	for _, s := range answer.Series {
		for _, n := range s.Numbers {
			if n.Basis == Derived {
				cells[n.Origin.cell()], cells[n.BaseOrigin.cell()] = true, true
			}
		}
	}
	if len(cells) == 0 {
		return nil, nil
	}
	a, err := newAsker(ctx, q, l, names)
	if err != nil {
		return nil, err
	}
	var list []Figure
	for _, b := range a.all {
		if MeasureOf(b.Measure).Derives == "" && !slices.ContainsFunc(a.all, func(o Block) bool { return MeasureOf(o.Measure).Base == b.Measure }) {
			continue
		}
		figures, err := a.ledger.Figures(ctx, Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Span: q.Span(b.Span)})
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			if cells[f.Origin.cell()] {
				list = append(list, f)
			}
		}
	}
	return list, nil
}

// recipientsBehind lists the figures that numbers of an answer were divided by.
func recipientsBehind(answer Answer) []Figure {
	var list []Figure
	for _, s := range answer.Series {
		for _, n := range s.Numbers {
			if n.Recipients != nil && !slices.ContainsFunc(list, func(f Figure) bool { return same(f.Origin, n.Recipients.Origin) }) {
				list = append(list, *n.Recipients)
			}
		}
	}
	sortFigures(list)
	return list
}

// figuresOf yields the figures of a question's blocks, of some or of all.
func figuresOf(ctx context.Context, q Question, l Ledger, names Names, only func(Block) bool) iter.Seq2[Figure, error] {
	return func(yield func(Figure, error) bool) {
		a, err := newAsker(ctx, q, l, names)
		if err != nil {
			yield(Figure{}, err)
			return
		}
		for _, b := range a.blocks {
			if only != nil && !only(b) {
				continue
			}
			figures, err := a.ledger.Figures(ctx, Request{
				Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown,
				Where: a.where, Span: q.Span(b.Span),
			})
			if err != nil {
				yield(Figure{}, err)
				return
			}
			for _, f := range figures {
				if a.ofCodes(f.Publisher, f.Split) && !yield(f, nil) {
					return
				}
			}
		}
	}
}

// BehindComparison yields the figures that stand behind a comparison: those of
// the one side, then those of the other.
func BehindComparison(ctx context.Context, l Ledger, names Names, c Comparison) iter.Seq2[Figure, error] {
	return func(yield func(Figure, error) bool) {
		for i, side := range c.Sides {
			q := side.Answer.Question
			q.Since, q.Until = side.Period.Start, side.Period.End
			var shown Answer
			for _, item := range c.Items {
				shown.Series = append(shown.Series, item.Series[i])
			}
			for f, err := range Behind(ctx, q, l, names, shown) {
				if !yield(f, err) {
					return
				}
			}
		}
	}
}
