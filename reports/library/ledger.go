package library

import (
	"context"

	"vitrine/reports"
)

// current selects the holdings whose figures count, with their source's ID.
// Every question joins it, so that a source is seen once its row exists.
const current = held + ` JOIN extents e ON h.extent = e.id WHERE e.is_current`

// held selects holdings with their source's ID.
const held = `SELECT h.id AS id, h.block AS block, h.extent AS extent, h.source AS source, h.figures AS figures, h.starts AS starts, h.ends AS ends,
		h.stated AS stated, s.id AS source_id
	FROM holdings h JOIN sources s ON h.source = s.number`

// Blocks lists the blocks that hold current figures, by publisher and order.
// Where several sources declare a block, what all of them hold to counts.
func (l *Library) Blocks(ctx context.Context) ([]reports.Block, error) {
	var blocks []reports.Block
	place := map[blockName]int{}
	own, err := l.ownMeasures(ctx)
	if err != nil {
		return nil, err
	}
	err = each(ctx, l.db, `
		SELECT b.publisher, b.table_name, b.measure, b.breakdown, d.complete, d.overlapping, d.absent, d.bound, d.place,
			c.stated, sum(c.figures), min(c.starts), max(c.ends)
		FROM blocks b JOIN (`+l.holdings()+`) c ON c.block = b.id
		JOIN declarations d ON d.block = b.id AND d.source = c.source
		GROUP BY b.publisher, b.table_name, b.measure, b.breakdown, d.complete, d.overlapping, d.absent, d.bound, d.place, c.stated`, nil,
		func(scan func(...any) error) error {
			var b reports.Block
			var stated reports.Dims
			err := scan(&b.Publisher, &b.Table, &b.Measure, &b.Breakdown, &b.Complete, &b.Overlapping, &b.Absent, &b.Bound, &b.Order,
				&stated, &b.Figures, &b.Span.Start, &b.Span.End)
			b.Constant = stated.Without(b.Breakdown)
			b.Own = own[ownMeasure{b.Publisher, b.Measure}]
			name := blockName{b.Publisher, b.Table, b.Measure, b.Breakdown}
			if at, ok := place[name]; ok {
				blocks[at] = merged(blocks[at], b)
				return err
			}
			place[name] = len(blocks)
			blocks = append(blocks, b)
			return err
		})
	reports.SortBlocks(blocks)
	return blocks, err
}

// merged returns what two declarations of a block both hold to.
func merged(a, b reports.Block) reports.Block {
	a.Complete &= b.Complete
	a.Overlapping |= b.Overlapping
	a.Absent = graver(a.Absent, b.Absent)
	a.Bound = max(a.Bound, b.Bound)
	a.Order = min(a.Order, b.Order)
	a.Constant |= b.Constant
	a.Figures += b.Figures
	a.Span.Start = min(a.Span.Start, b.Span.Start)
	a.Span.End = max(a.Span.End, b.Span.End)
	return a
}

// graver returns the meaning of an absent cell that says less: unknown, then
// suppressed, then none.
func graver(a, b reports.Absent) reports.Absent {
	weight := map[reports.Absent]int{reports.AbsentNone: 0, reports.AbsentSuppressed: 1, reports.AbsentUnknown: 2}
	if weight[b] > weight[a] {
		return b
	}
	return a
}

// Breaks lists the breaks that formats declared, by publisher, measure and day.
func (l *Library) Breaks(ctx context.Context) ([]reports.Break, error) {
	var breaks []reports.Break
	err := each(ctx, l.db, `
		SELECT DISTINCT b.publisher, b.measure, b.at_day, b.from_table, b.to_table, b.why
		FROM breaks b JOIN sources s ON b.source = s.number ORDER BY 1, 2, 3, 4, 5, 6`, nil,
		func(scan func(...any) error) error {
			var b reports.Break
			err := scan(&b.Publisher, &b.Measure, &b.At, &b.From, &b.To, &b.Why)
			breaks = append(breaks, b)
			return err
		})
	return breaks, err
}

// Values lists the values of a dimension that current figures have, of some
// blocks or of all, in order.
func (l *Library) Values(ctx context.Context, d reports.Dim, of ...reports.Block) ([]string, error) {
	var values []string
	var only string
	var args []any
	for _, b := range of {
		only += " OR b.publisher = ? AND b.table_name = ? AND b.measure = ? AND b.breakdown = ?"
		args = append(args, b.Publisher, b.Table, string(b.Measure), int32(b.Breakdown))
	}
	if only != "" {
		only = " JOIN blocks b ON p.block = b.id WHERE " + only[len(" OR "):]
	}
	err := each(ctx, l.db, `
		SELECT DISTINCT s.`+d.String()+` FROM splits s
		WHERE s.`+d.String()+` <> '' AND s.id IN (SELECT p.split FROM `+l.partsTable()+` p`+only+`)
		ORDER BY 1`, args,
		func(scan func(...any) error) error {
			var v string
			err := scan(&v)
			values = append(values, v)
			return err
		})
	return values, err
}
