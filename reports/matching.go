package reports

import (
	"context"
	"iter"
)

// Matching yields every figure that the filters and the span of a question
// let through, block by block: what the sources state, not an answer.
func Matching(ctx context.Context, q Question, l Ledger, names Names) iter.Seq2[Figure, error] {
	return func(yield func(Figure, error) bool) {
		a, err := newAsker(ctx, q, l, names)
		if err != nil {
			yield(Figure{}, err)
			return
		}
		for _, b := range a.blocks {
			figures, err := l.Figures(ctx, Request{
				Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown,
				Where: a.where, Span: q.Span(b.Span),
			})
			if err != nil {
				yield(Figure{}, err)
				return
			}
			for _, f := range figures {
				if !yield(f, nil) {
					return
				}
			}
		}
	}
}
