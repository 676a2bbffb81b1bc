package export

import (
	"fmt"
	"slices"

	"vitrine/reports"
)

// An Axis is what stands along one side of a Cross: a dimension, or time.
type Axis struct {
	Time bool
	Dim  reports.Dim // without Time
}

// String returns the axis' name on the command line.
func (x Axis) String() string {
	if x.Time {
		return "period"
	}
	return x.Dim.String()
}

// of returns where on the axis a number of a series stands.
func (x Axis) of(s reports.Series, n reports.Number) string {
	if x.Time {
		return n.Period.String()
	}
	return s.Key.Get(x.Dim)
}

// A Cross sets one dimension against another, or against time. Its values are
// in the publisher's words, periods as the command line writes them; "" is
// the total.
type Cross struct {
	RowAxis, ColumnAxis Axis
	Columns             []string
	Rows                []CrossRow
}

// A CrossRow is a line of a Cross: one publisher's table and measure, one
// period where time is on neither axis, one value of the rows' dimension.
type CrossRow struct {
	Publisher, Table string
	Measure          reports.Measure
	Unit             string         // what one of its numbers is, in English
	Period           reports.Period // zero where an axis is time
	Value            string
	Numbers          []reports.Number // one a column; NaN, not available, where the answer has none
}

// NewCross sets out an answer by rows and columns. Numbers of different
// publishers, tables, measures and periods stand in rows of their own. An
// answer that tells apart more than the two axes show is an error, since its
// numbers would have to be added.
func NewCross(a reports.Answer, rows, columns Axis) (Cross, error) {
	c := Cross{RowAxis: rows, ColumnAxis: columns}
	if rows == columns {
		return c, fmt.Errorf("rows and columns are both %s: choose two different ones", rows)
	}
	b := crossing{cross: &c, rows: map[rowKey]int{}, seen: map[string]int{}, taken: map[[2]int]bool{}}
	b.setColumns(a)
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if err := b.put(s, n); err != nil {
				return c, err
			}
		}
	}
	if rows.Time {
		slices.SortStableFunc(c.Rows, func(x, y CrossRow) int { return x.Numbers[0].Period.Compare(y.Numbers[0].Period) })
	}
	return c, nil
}

type rowKey struct {
	publisher, table string
	measure          reports.Measure
	period           reports.Period
	value            string
}

// A crossing fills a Cross.
type crossing struct {
	cross *Cross
	rows  map[rowKey]int
	seen  map[string]int  // of a column: its index
	taken map[[2]int]bool // of a row and column: whether it has a number
}

func (b *crossing) setColumns(a reports.Answer) {
	add := func(value string) {
		if _, known := b.seen[value]; !known {
			b.seen[value] = len(b.cross.Columns)
			b.cross.Columns = append(b.cross.Columns, value)
		}
	}
	if b.cross.ColumnAxis.Time {
		for _, p := range periodsOf(a.Series) {
			add(p.String())
		}
		return
	}
	for _, s := range a.Series {
		add(s.Key.Get(b.cross.ColumnAxis.Dim))
	}
}

func (b *crossing) put(s reports.Series, n reports.Number) error {
	row := b.row(s, n)
	column := b.seen[b.cross.ColumnAxis.of(s, n)]
	if b.taken[[2]int{row, column}] {
		return fmt.Errorf("the answer tells apart more than %s and %s (%s): ask by these two only",
			b.cross.RowAxis, b.cross.ColumnAxis, s.Group)
	}
	b.taken[[2]int{row, column}] = true
	b.cross.Rows[row].Numbers[column] = n
	return nil
}

func (b *crossing) row(s reports.Series, n reports.Number) int {
	c := b.cross
	key := rowKey{s.Publisher, s.Table, s.Measure, n.Period, c.RowAxis.of(s, n)}
	if c.ColumnAxis.Time {
		key.period = reports.Period{}
	}
	if i, known := b.rows[key]; known {
		return i
	}
	r := CrossRow{Publisher: s.Publisher, Table: s.Table, Measure: s.Measure, Unit: s.UnitText(), Period: key.period, Value: key.value}
	for range c.Columns {
		r.Numbers = append(r.Numbers, missing(n.Period))
	}
	if c.RowAxis.Time {
		r.Period = reports.Period{}
	}
	b.rows[key] = len(c.Rows)
	c.Rows = append(c.Rows, r)
	return b.rows[key]
}
