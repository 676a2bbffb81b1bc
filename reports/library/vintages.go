package library

import (
	"context"
	"database/sql/driver"
	"iter"
	"slices"
	"strings"

	"vitrine/reports"
)

// Restated compares the vintages of a scope: each source with the one before
// it that states the same figure. It hands over the figures that two do not
// state alike, those of one identity together and in the order of vintage, and
// returns how many figures each two have in common. The order of equal days is
// that in which sources replace each other.
func (l *Library) Restated(ctx context.Context, scope reports.Scope, tell func(reports.Restated) error) ([]reports.Compared, error) {
	if len(scope.Blocks) == 0 {
		return nil, nil
	}
	t, err := begin(ctx, l.db)
	if err != nil {
		return nil, cancelled(ctx, err)
	}
	c := comparing{transaction: t, scope: scope, tell: tell, blocks: map[int32]reports.Block{}}
	err = c.run(ctx)
	return c.counts, cancelled(ctx, t.end(err))
}

// A comparing compares vintages from one state of the library, in temporary
// tables that end with it.
type comparing struct {
	*transaction
	scope   reports.Scope
	tell    func(reports.Restated) error
	ordered []numbered              // the sources, the oldest vintage first; a source's place is its index
	blocks  map[int32]reports.Block // those of the scope
	counts  []reports.Compared
}

func (c *comparing) run(ctx context.Context) (err error) {
	for _, step := range []func(context.Context) error{c.order, c.ask, c.chain, c.measure, c.neighbours, c.count, c.restated} {
		if err = step(ctx); err != nil {
			break
		}
	}
	for _, name := range []string{"vintage_order", "vintage_formats", "vintage_blocks", "vintage_chain", "vintage_steps", "vintage_pairs"} {
		if _, dropped := c.ExecContext(context.WithoutCancel(ctx), "DROP TABLE IF EXISTS "+name); err == nil {
			err = dropped
		}
	}
	return err
}

// order places the sources by vintage.
func (c *comparing) order(ctx context.Context) (err error) {
	if c.ordered, err = ordered(ctx, c); err != nil {
		return err
	}
	if day := c.scope.AsOf; day != 0 {
		c.ordered = slices.DeleteFunc(c.ordered, func(s numbered) bool { return s.Published > day })
	}
	if err = c.fill(ctx, "vintage_order", "(place INTEGER, source INTEGER)", func(yield func([]driver.Value) bool) {
		for i, s := range c.ordered {
			if !yield([]driver.Value{int32(i), s.number}) {
				return
			}
		}
	}); err != nil {
		return err
	}
	return c.fill(ctx, "vintage_formats", "(place INTEGER, format VARCHAR)", func(yield func([]driver.Value) bool) {
		for i, s := range c.ordered {
			for _, format := range strings.Split(s.Format, "; ") {
				if format != extracts && !yield([]driver.Value{int32(i), format}) {
					return
				}
			}
		}
	})
}

// vintage is the edition that the source is.
func (s numbered) vintage() reports.Vintage {
	return reports.Vintage{Day: s.Published, Source: s.ID}
}

// extracts is the format of files that anybody cuts out of a publisher's: what
// they leave out, the publisher did not take back.
const extracts = "Vitrine CSV"

// ask notes the blocks of the scope's tables, as far as these have several
// sources, and which of them are asked about: what a vintage leaves out shows
// beside what else it tells of the table.
func (c *comparing) ask(ctx context.Context) error {
	asked, tables := map[blockName]reports.Block{}, map[told]bool{}
	for _, b := range c.scope.Blocks {
		asked[blockName{b.Publisher, b.Table, b.Measure, b.Breakdown}] = b
		tables[told{b.Publisher, b.Table}] = true
	}
	var rows [][]driver.Value
	err := each(ctx, c, `SELECT b.id, b.publisher, b.table_name, b.measure, b.breakdown
		FROM blocks b JOIN (SELECT publisher, table_name FROM extents GROUP BY publisher, table_name
			HAVING min(source) <> max(source)) e ON e.publisher = b.publisher AND e.table_name = b.table_name`, nil,
		func(scan func(...any) error) error {
			var id int32
			var n blockName
			err := scan(&id, &n.publisher, &n.table, &n.measure, &n.breakdown)
			b, ok := asked[n]
			if ok {
				c.blocks[id] = b
			}
			if tables[told{n.publisher, n.table}] {
				rows = append(rows, []driver.Value{id, ok})
			}
			return err
		})
	if err != nil {
		return err
	}
	return c.fill(ctx, "vintage_blocks", "(block INTEGER, asked BOOLEAN)", slices.Values(rows))
}

// fill makes a temporary table.
func (c *comparing) fill(ctx context.Context, name, columns string, rows iter.Seq[[]driver.Value]) error {
	if _, err := c.ExecContext(ctx, "CREATE TEMPORARY TABLE "+name+" "+columns); err != nil {
		return err
	}
	return c.add(ctx, name, rows)
}

// chain sets beside each figure the one that the vintage before states of the
// same: of one identity, and, where sources add up by parts, of one extent.
func (c *comparing) chain(ctx context.Context) error {
	span := within(c.scope.Span)
	_, err := c.ExecContext(ctx, `CREATE TEMPORARY TABLE vintage_chain AS
		SELECT g.*, `+earlier("g.id", "g")+` AS before, `+earlier("g.place", "g")+` AS before_place,
			`+earlier("g.value", "g")+` AS before_value, `+earlier("g.low", "g")+` AS before_low, `+earlier("g.high", "g")+` AS before_high
		FROM (SELECT f.id AS id, h.block AS block, o.place AS place, x.extent AS extent, f.split AS split, f.starts AS starts, f.ends AS ends,
				f.value AS value, f.low AS low, f.high AS high
			FROM figures f JOIN holdings h ON f.holding = h.id JOIN vintage_blocks b ON b.block = h.block
			JOIN vintage_order o ON o.source = h.source
			JOIN (SELECT e.id AS id, n.extent AS extent FROM extents e
				JOIN (SELECT name, min(id) AS extent FROM extents GROUP BY name) n ON n.name = e.name) x ON x.id = h.extent
			WHERE `+span.sql+") g", span.args...)
	return err
}

// sameFigure joins two rows of the chain that state the same.
const sameFigure = `%[1]s.block = %[2]s.block AND %[1]s.split = %[2]s.split AND %[1]s.starts = %[2]s.starts
	AND %[1]s.ends = %[2]s.ends AND %[1]s.extent = %[2]s.extent`

// measure finds how finely each vintage gives the numbers of a block.
func (c *comparing) measure(ctx context.Context) error {
	decimals := "CASE"
	for n, scale := 0, 1; n < mostDecimals; n, scale = n+1, scale*10 {
		decimals += fmtScale(scale, n)
	}
	_, err := c.ExecContext(ctx, `CREATE TEMPORARY TABLE vintage_steps AS
		SELECT place, block, count(value) AS numbers, max(`+decimals+fmtElse(mostDecimals)+` END) AS decimals,
			count(CASE WHEN value >= 1000 THEN 1 END) AS large,
			count(CASE WHEN value >= 1000 AND value / 100 = round(value / 100) THEN 1 END) AS hundreds
		FROM vintage_chain GROUP BY place, block`)
	return err
}

// neighbours finds for each period of a table which source tells it before
// which: the last before it of the same format that states a figure of the
// period which it states, too.
func (c *comparing) neighbours(ctx context.Context) error {
	_, err := c.ExecContext(ctx, `CREATE TEMPORARY TABLE vintage_pairs AS
		SELECT b.publisher AS publisher, b.table_name AS table_name, p.starts AS starts, p.ends AS ends,
			p.place AS place, max(p.before_place) AS before_place
		FROM (SELECT DISTINCT block, starts, ends, place, before_place FROM vintage_chain WHERE before IS NOT NULL) p
		JOIN blocks b ON b.id = p.block
		JOIN vintage_formats n ON n.place = p.place
		JOIN vintage_formats o ON o.place = p.before_place AND o.format = n.format
		GROUP BY b.publisher, b.table_name, p.starts, p.ends, p.place`)
	return err
}

// asked limits rows of blocks and of splits, called s, to those of the scope.
func (c *comparing) asked(rows string) phrase {
	named := where(reports.Request{Where: c.scope.Where})
	return phrase{named.sql + " AND " + rows + ".block IN (SELECT block FROM vintage_blocks WHERE asked)", named.args}
}

// count counts what each two vintages have in common.
func (c *comparing) count(ctx context.Context) error {
	asked := c.asked("c")
	return each(ctx, c, `SELECT c.before_place, c.place, c.block, s.category, s.subcategory,
			count(CASE WHEN c.value IS NOT NULL AND c.before_value IS NOT NULL THEN 1 END),
			count(CASE WHEN (c.value IS NULL OR c.before_value IS NULL) AND `+says("c")+" AND "+saidBefore+` THEN 1 END)
		FROM vintage_chain c JOIN splits s ON s.id = c.split WHERE c.before IS NOT NULL AND `+asked.sql+`
		GROUP BY c.before_place, c.place, c.block, s.category, s.subcategory
		ORDER BY c.before_place, c.place, c.block, s.category, s.subcategory`, asked.args,
		func(scan func(...any) error) error {
			var before, after int
			var block int32
			var n reports.Compared
			err := scan(&before, &after, &block, &n.Category, &n.Subcategory, &n.Numbers, &n.Ranges)
			if err != nil || n.Numbers+n.Ranges == 0 {
				return err
			}
			n.Before, n.After, n.Block = c.ordered[before].vintage(), c.ordered[after].vintage(), c.blocks[block]
			if c.scope.Codes == nil || c.scope.Codes(n.Block, n.Category, n.Subcategory) {
				c.counts = append(c.counts, n)
			}
			return nil
		})
}
