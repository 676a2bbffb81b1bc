package library

import (
	"context"
	"math"

	"vitrine/reports"
)

// Extremes lists the extremes of every block, in no order.
func (l *Library) Extremes(ctx context.Context) ([]reports.Extreme, error) {
	var list []reports.Extreme
	err := each(ctx, l.db, `
		SELECT b.publisher, b.table_name, b.measure, b.breakdown, min(coalesce(f.low, f.value)), max(coalesce(f.high, f.value))
		FROM figures f JOIN (`+l.holdings()+`) c ON f.holding = c.id JOIN blocks b ON c.block = b.id
		GROUP BY b.publisher, b.table_name, b.measure, b.breakdown`, nil,
		func(scan func(...any) error) error {
			var e reports.Extreme
			var low, high *float64
			err := scan(&e.Publisher, &e.Table, &e.Measure, &e.Breakdown, &low, &high)
			e.Low, e.High = math.NaN(), math.NaN()
			if low != nil {
				e.Low = *low
			}
			if high != nil {
				e.High = *high
			}
			list = append(list, e)
			return err
		})
	return list, err
}

// Outside lists the figures of one block of which no number that they can
// stand for lies from low to high, in the order of period and split.
func (l *Library) Outside(ctx context.Context, r reports.Request, low, high float64) ([]reports.Figure, error) {
	named := where(r)
	args := []any{r.Publisher, r.Table, string(r.Measure), int32(r.Breakdown)}
	return figures(ctx, l.db, phrase{
		sql: "JOIN (" + l.holdings() + ") c ON f.holding = c.id" + words +
			"WHERE b.publisher = ? AND b.table_name = ? AND b.measure = ? AND b.breakdown = ? AND " + named.sql +
			" AND (coalesce(f.low, f.value) > ? OR (coalesce(f.high, CASE WHEN f.low IS NULL THEN f.value END) < ?))",
		args: append(append(args, named.args...), high, low),
	})
}

// Twice lists the current figures that state one identity more than once with
// different numbers, at most a thousand, in the order of period and split.
func (l *Library) Twice(ctx context.Context) ([]reports.Figure, error) {
	const most = 1000
	list, err := figures(ctx, l.db, phrase{sql: "JOIN (" + l.holdings() + ") c ON f.holding = c.id" + words + `JOIN (
		SELECT c.block AS block, f.split AS split, f.starts AS starts, f.ends AS ends
		FROM figures f JOIN (` + l.holdings() + `) c ON f.holding = c.id
		GROUP BY c.block, f.split, f.starts, f.ends
		HAVING count(*) > 1 AND (min(f.value) < max(f.value) OR min(f.low) < max(f.low) OR min(f.high) < max(f.high))) d
		ON d.block = c.block AND d.split = f.split AND d.starts = f.starts AND d.ends = f.ends `})
	return list[:min(len(list), most)], err
}

// Periods lists the periods that each block states, with how many figures and
// by which source, in the order of block and period.
func (l *Library) Periods(ctx context.Context) ([]reports.StatedPeriod, error) {
	var list []reports.StatedPeriod
	err := each(ctx, l.db, `
		SELECT b.publisher, b.table_name, b.measure, b.breakdown, f.starts, f.ends, count(*), min(c.source_id)
		FROM figures f JOIN (`+l.holdings()+`) c ON f.holding = c.id JOIN blocks b ON c.block = b.id
		GROUP BY b.publisher, b.table_name, b.measure, b.breakdown, f.starts, f.ends ORDER BY 1, 2, 3, 4, 5, 6 DESC`, nil,
		func(scan func(...any) error) error {
			var p reports.StatedPeriod
			err := scan(&p.Publisher, &p.Table, &p.Measure, &p.Breakdown, &p.Period.Start, &p.Period.End, &p.Figures, &p.Source)
			list = append(list, p)
			return err
		})
	return list, err
}
