package command

import (
	"context"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// tintsFor gives the values that a question tells apart the colours that they
// have in the first picture of them all: unfiltered, of all of the time, as the
// publisher's first table tells them. So they keep these in every picture of
// one library. Where there is no such picture it returns nil.
func tintsFor(ctx context.Context, q reports.Question, l reports.Ledger) *chart.Tints {
	dims := q.Apart()
	if dims == 0 {
		dims = q.Group()
	}
	if dims == 0 {
		return nil
	}
	first := reports.Question{Publisher: q.Publisher, By: dims.List(), ByCode: q.ByCode, AsOf: q.AsOf}
	if first.ByCode {
		first.By = (dims &^ reports.ByCategory).List()
	}
	a, err := reports.Ask(ctx, first, l, names())
	if err != nil {
		return nil
	}
	return new(chart.Tints).With(a)
}
