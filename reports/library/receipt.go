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
	Replaced            int       // figures that were current and no longer are
	Earlier             []Receipt // of files of an archive that others in it correct
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
			FROM (SELECT f.id AS id, f.split AS split, f.starts AS starts, f.ends AS ends, f.value AS value, f.low AS low,
					f.high AS high, f.status AS status, h.block AS block
				FROM figures f JOIN holdings h ON f.holding = h.id WHERE h.source = ?) f
			JOIN (SELECT o.split AS split, o.starts AS starts, o.ends AS ends, o.value AS value, o.low AS low,
					o.high AS high, o.status AS status, c.block AS block
				FROM figures o JOIN (`+current+`) c ON o.holding = c.id) o
				ON o.block = f.block AND o.split = f.split AND o.starts = f.starts AND o.ends = f.ends
			GROUP BY f.id) compared`, n.number).Scan(&all, new(int), &n.receipt.Equal)
	n.receipt.Changed = all - n.receipt.Equal
	n.receipt.New = len(n.reading.Figures) - all
	return err
}
