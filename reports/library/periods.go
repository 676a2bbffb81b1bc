package library

import (
	"context"

	"vitrine/reports"
)

var _ reports.Spanning = (*Library)(nil)

// PeriodsOf lists the periods of which a block has current figures within a
// request's span, in order.
func (l *Library) PeriodsOf(ctx context.Context, r reports.Request) ([]reports.Period, error) {
	t, err := begin(ctx, l.db)
	if err != nil {
		return nil, cancelled(ctx, err)
	}
	var periods []reports.Period
	id, err := blockID(ctx, t, r)
	if err == nil {
		span := within(r.Span)
		err = each(ctx, t, "SELECT DISTINCT f.starts, f.ends FROM figures f JOIN ("+l.holdings()+" AND h.block = ?) c ON f.holding = c.id WHERE "+
			span.sql+" ORDER BY f.starts, f.ends", append([]any{id}, span.args...),
			func(scan func(...any) error) error {
				var p reports.Period
				err := scan(&p.Start, &p.End)
				periods = append(periods, p)
				return err
			})
	}
	return periods, cancelled(ctx, t.end(err))
}
