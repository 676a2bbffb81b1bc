package library

import (
	"context"

	"vitrine/reports"
)

// A Receipt says what came of loading one file.
type Receipt struct {
	Path    string
	Source  reports.Source
	Already bool // the same bytes were loaded before: nothing changed
	// What the source's figures are, beside the figures that were current
	// before: New ones had no figure of their identity.
	New, Equal, Changed int
	Replaced            int // figures that were current and no longer are
	Err                 error
}

// compare counts which of the loaded figures are new, equal and changed. It
// comes before the vintages are decided, while what was current still is.
func (n *loading) compare(ctx context.Context) error {
	var all int
	err := n.QueryRowContext(ctx, `
		SELECT count(*), coalesce(sum(met), 0), coalesce(sum(same), 0) FROM (
			SELECT f.id AS id, 1 AS met,
				max(CASE WHEN coalesce(f.value = o.value, f.value IS NULL AND o.value IS NULL)
					AND coalesce(f.low = o.low, f.low IS NULL AND o.low IS NULL)
					AND coalesce(f.high = o.high, f.high IS NULL AND o.high IS NULL)
					AND f.status = o.status THEN 1 ELSE 0 END) AS same
			FROM figures f
			JOIN holdings h ON f.holding = h.id
			JOIN (`+current+`) c ON c.block = h.block
			JOIN figures o ON o.holding = c.id AND o.split = f.split AND o.starts = f.starts AND o.ends = f.ends
			WHERE h.source = ?
			GROUP BY f.id) compared`, n.number).Scan(&all, new(int), &n.receipt.Equal)
	n.receipt.Changed = all - n.receipt.Equal
	n.receipt.New = len(n.reading.Figures) - all
	return err
}
