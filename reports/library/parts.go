package library

import "context"

// partsOf selects the block and split of current figures of a table. Unlike a
// question it does not ask for the source's row, which is written last.
const partsOf = `SELECT DISTINCT h.block AS block, f.split AS split
	FROM figures f JOIN holdings h ON f.holding = h.id JOIN extents e ON h.extent = e.id
	WHERE e.is_current AND e.publisher = ? AND e.table_name = ?`

// renewParts finds the parts of a table's blocks anew.
func (t *transaction) renewParts(ctx context.Context, table told) error {
	_, err := t.ExecContext(ctx, "DELETE FROM parts WHERE block IN (SELECT id FROM blocks WHERE publisher = ? AND table_name = ?)",
		table.publisher, table.table)
	if err == nil {
		_, err = t.ExecContext(ctx, "INSERT INTO parts "+partsOf, table.publisher, table.table)
	}
	return err
}

// addParts adds the parts that the loaded source brings to a table's blocks.
func (n *loading) addParts(ctx context.Context, table told) error {
	_, err := n.ExecContext(ctx, `INSERT INTO parts SELECT c.block, c.split FROM (`+partsOf+` AND h.source = ?) c
		LEFT JOIN parts p ON p.block = c.block AND p.split = c.split WHERE p.split IS NULL`, table.publisher, table.table, n.number)
	return err
}
