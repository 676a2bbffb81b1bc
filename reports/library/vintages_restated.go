package library

import (
	"context"
	"fmt"
	"math"

	"vitrine/reports"
)

// mostDecimals is how many decimals a number is looked at for.
const mostDecimals = 6

// enoughNumbers is how many numbers tell how finely a block is given.
const enoughNumbers = 5

func fmtScale(scale, decimals int) string {
	return fmt.Sprintf(" WHEN abs(value * %[1]d - round(value * %[1]d)) <= 1e-9 * greatest(1, abs(value * %[1]d)) THEN %[2]d", scale, decimals)
}

func fmtElse(decimals int) string { return fmt.Sprintf(" WHEN value IS NOT NULL THEN %d", decimals) }

// says tells of a row of the chain whether it states a number or a range.
func says(row string) string { return "(" + row + ".value IS NOT NULL OR " + row + ".low IS NOT NULL)" }

// saidBefore tells the same of what the vintage before states.
const saidBefore = "(c.before_value IS NOT NULL OR c.before_low IS NOT NULL)"

// differs tells of a row c of the chain whether it states something else than
// the vintage before: another number, another range, or one in place of none.
// Numbers that only the last bit of a binary fraction tells apart are equal.
var differs = `c.before IS NOT NULL AND CASE
	WHEN c.value IS NOT NULL AND c.before_value IS NOT NULL
		THEN abs(c.value - c.before_value) > 1e-12 * greatest(abs(c.value), abs(c.before_value))
	WHEN ` + says("c") + " AND " + saidBefore + ` THEN (c.value IS NULL) <> (c.before_value IS NULL)
		OR c.low <> c.before_low OR coalesce(c.high, 1e300) <> coalesce(c.before_high, 1e300)
	ELSE ` + says("c") + " <> " + saidBefore + " END"

// unlike selects the places of figures that two vintages do not state alike:
// those that differ, and those that only one of two neighbours states. A
// figure that came back as it was before is no change of a number, so it is
// only here.
var unlike = `
	SELECT c.block AS block, c.split AS split, c.starts AS starts, c.ends AS ends, c.place AS place, c.before_place AS before_place,
		c.before AS before, c.id AS after, false AS returned FROM vintage_chain c WHERE ` + differs + `
	UNION ALL
	SELECT a.block, a.split, a.starts, a.ends, p.place, p.before_place, a.id, NULL, false
	FROM vintage_pairs p JOIN blocks b ON b.publisher = p.publisher AND b.table_name = p.table_name
	JOIN vintage_chain a ON a.block = b.id AND a.starts = p.starts AND a.ends = p.ends AND a.place = p.before_place AND ` + says("a") + `
	LEFT JOIN vintage_chain z ON z.place = p.place AND ` + fmt.Sprintf(sameFigure, "z", "a") + `
	WHERE z.id IS NULL
	UNION ALL
	SELECT z.block, z.split, z.starts, z.ends, p.place, p.before_place, NULL, z.id, false
	FROM vintage_pairs p JOIN blocks b ON b.publisher = p.publisher AND b.table_name = p.table_name
	JOIN vintage_chain z ON z.block = b.id AND z.starts = p.starts AND z.ends = p.ends AND z.place = p.place AND ` + says("z") + `
	WHERE z.before IS NULL
	UNION ALL
	SELECT c.block, c.split, c.starts, c.ends, c.place, c.before_place, c.before, c.id, true
	FROM vintage_pairs p JOIN blocks b ON b.publisher = p.publisher AND b.table_name = p.table_name
	JOIN vintage_chain c ON c.block = b.id AND c.starts = p.starts AND c.ends = p.ends AND c.place = p.place AND ` + says("c") + `
	WHERE c.before_place < p.before_place AND NOT (` + differs + ")"

// came selects the rows of the chain whose number a vintage before the last
// one states, too.
var came = `SELECT DISTINCT c.id AS id FROM vintage_chain c JOIN vintage_chain o ON ` + fmt.Sprintf(sameFigure, "o", "c") + `
	AND o.place < c.before_place AND abs(o.value - c.value) <= 1e-12 * greatest(abs(o.value), abs(c.value))
	WHERE ` + differs

// restated reads the figures that two vintages do not state alike.
func (c *comparing) restated(ctx context.Context) error {
	row := restatedRow{comparing: c}
	targets, asked := row.targets(), c.asked("u")
	dims := columns("s", reports.AllDims())
	return each(ctx, c, `SELECT u.block, u.starts, u.ends, u.before_place, u.place, u.returned, k.id IS NOT NULL`+
		statedColumns("a", "pa")+statedColumns("z", "pz")+dims+`
		FROM (`+unlike+`) u JOIN splits s ON s.id = u.split JOIN blocks b ON b.id = u.block
		LEFT JOIN figures a ON a.id = u.before LEFT JOIN figures z ON z.id = u.after
		LEFT JOIN vintage_steps pa ON pa.place = u.before_place AND pa.block = u.block
		LEFT JOIN vintage_steps pz ON pz.place = u.place AND pz.block = u.block
		LEFT JOIN (`+came+`) k ON k.id = u.after
		WHERE `+asked.sql+`
		ORDER BY b.publisher, b.table_name, b.measure, b.breakdown, u.starts, u.ends`+dims+`, u.place`, asked.args,
		func(scan func(...any) error) error {
			if err := scan(targets...); err != nil {
				return err
			}
			r, err := row.restated()
			if err != nil || c.scope.Codes != nil && !c.scope.Codes(c.blocks[row.block], row.split.Category, row.split.Subcategory) {
				return err
			}
			return c.tell(r)
		})
}

// statedColumns lists what one vintage says of a figure, and how finely.
func statedColumns(f, p string) string {
	list := ", " + f + ".id"
	for _, name := range []string{"value", "low", "high"} {
		list += ", " + f + "." + name
	}
	for _, name := range []string{"status", "at_row", "at_column"} {
		list += ", coalesce(" + f + "." + name + ", 0)"
	}
	for _, name := range []string{"note", "file", "sheet", "said", "more"} {
		list += ", coalesce(" + f + "." + name + ", '')"
	}
	for _, name := range []string{"numbers", "decimals", "large", "hundreds"} {
		list += ", coalesce(" + p + "." + name + ", 0)"
	}
	return list
}

// A statedRow is what one vintage says, as it is read.
type statedRow struct {
	id                                 *int64
	value, low, high                   *float64
	status                             reports.Status
	origin                             reports.Origin
	note, more                         string
	numbers, decimals, large, hundreds int
}

func (r *statedRow) targets() []any {
	o := &r.origin
	return []any{&r.id, &r.value, &r.low, &r.high, &r.status, &o.Row, &o.Column, &r.note, &o.File, &o.Sheet, &o.Text, &r.more,
		&r.numbers, &r.decimals, &r.large, &r.hundreds}
}

func (r *statedRow) precision() reports.Precision {
	return reports.Precision{Decimals: r.decimals, Known: r.numbers >= enoughNumbers, Hundreds: r.large >= enoughNumbers && r.hundreds == r.large}
}

// A restatedRow is one figure that two vintages do not state alike, as it is
// read, one after the other into the same place.
type restatedRow struct {
	*comparing
	block             int32
	period            reports.Period
	beforeAt, afterAt int
	returned, back    bool
	before, after     statedRow
	split             reports.Split
}

func (r *restatedRow) targets() []any {
	list := []any{&r.block, &r.period.Start, &r.period.End, &r.beforeAt, &r.afterAt, &r.returned, &r.back}
	list = append(append(list, r.before.targets()...), r.after.targets()...)
	s := &r.split
	return append(list, &s.Service, &s.Area, &s.Category, &s.Subcategory, &s.Trigger, &s.Detection, &s.Decision, &s.Ground, &s.Action, &s.Facet)
}

func (r *restatedRow) restated() (reports.Restated, error) {
	before, err := r.statement(&r.before, r.beforeAt)
	if err != nil {
		return reports.Restated{}, err
	}
	after, err := r.statement(&r.after, r.afterAt)
	return reports.Restated{
		Before: before, After: after, Returned: r.returned, Back: r.back, BeforeStep: r.before.precision(), AfterStep: r.after.precision(),
	}, err
}

// statement is what a vintage says; where it does not state the figure, it
// has its day only.
func (r *restatedRow) statement(s *statedRow, place int) (reports.Statement, error) {
	source := r.ordered[place]
	stated := reports.Statement{Vintage: source.vintage(), Stated: s.id != nil}
	b := r.blocks[r.block]
	f := &stated.Figure
	f.Publisher, f.Table, f.Measure, f.Breakdown = b.Publisher, b.Table, b.Measure, b.Breakdown
	f.Period, f.Split, f.Value = r.period, r.split, math.NaN()
	if s.id == nil {
		return stated, nil
	}
	if s.value != nil {
		f.Value = *s.value
	}
	if f.HasRange = s.low != nil; f.HasRange {
		f.Low, f.High = *s.low, math.Inf(1)
		if s.high != nil {
			f.High = *s.high
		}
	}
	f.Status, f.Note, f.Origin = s.status, s.note, s.origin
	f.Origin.Source = source.ID
	var err error
	f.Origin.More, err = decodeCells(s.more)
	return stated, err
}
