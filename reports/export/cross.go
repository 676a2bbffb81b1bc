package export

import (
	"bufio"
	"fmt"
	"io"
	"slices"

	"vitrine/assets"
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
	r := CrossRow{Publisher: s.Publisher, Table: s.Table, Measure: s.Measure, Period: key.period, Value: key.value}
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

// head names the columns that stand before the numbers.
func (c Cross) head() []string {
	head := []string{"publisher", "table", "measure", "unit"}
	if !c.RowAxis.Time && !c.ColumnAxis.Time {
		head = append(head, "period")
	}
	return append(head, c.RowAxis.String())
}

// labels returns a row's cells under head.
func (c Cross) labels(r CrossRow) []string {
	cells := []string{r.Publisher, r.Table, string(r.Measure), reports.MeasureOf(r.Measure).Unit}
	if !c.RowAxis.Time && !c.ColumnAxis.Time {
		cells = append(cells, r.Period.String())
	}
	return append(cells, r.Value)
}

// WriteCrossCSV writes a cross table as WriteCSV writes a long one: a row of
// publisher, table, measure, unit, the period where time is on neither axis,
// the row's value, then a number a column.
func WriteCrossCSV(w io.Writer, c Cross, o Options) error {
	header := c.head()
	for _, column := range c.Columns {
		header = append(header, Guard(totalOr(column)))
	}
	out, err := newTable(w, header, o)
	if err != nil {
		return err
	}
	for _, r := range c.Rows {
		cells := c.labels(r)
		for i := range cells {
			cells[i] = Guard(cells[i])
		}
		for _, n := range r.Numbers {
			cells = append(cells, Plain(n.Value))
		}
		if err := out.write(cells); err != nil {
			return err
		}
	}
	return out.flush()
}

// WriteCrossJSON writes a cross table as an array of objects, one a row: the
// columns of WriteCrossCSV, with the numbers under "numbers" so that a value
// called "unit" takes nothing's place.
func WriteCrossJSON(w io.Writer, c Cross) error {
	out := newObjects(w, append(c.head(), "numbers"))
	columns := make([]string, len(c.Columns))
	for i, column := range c.Columns {
		columns[i] = totalOr(column)
	}
	for _, r := range c.Rows {
		var values []any
		for _, text := range c.labels(r) {
			values = append(values, orNil(text))
		}
		numbers := make([]any, len(r.Numbers))
		for i, n := range r.Numbers {
			numbers[i] = jsonNumber(n.Value)
		}
		out.write(append(values, members{columns, numbers}))
	}
	return out.close()
}

// WriteCrossText writes a cross table for people to read on a terminal. What
// is the same in all rows stands once, above.
func WriteCrossText(w io.Writer, c Cross, words *assets.Words) error {
	heads := c.head()
	columns := make([]textual, len(heads))
	for i, head := range heads {
		columns[i] = textual{head: head}
	}
	for _, name := range c.Columns {
		columns = append(columns, textual{head: c.ColumnAxis.say(words, name), right: true}, textual{})
	}
	used := map[string]bool{}
	for _, r := range c.Rows {
		labels := c.labels(r)
		labels[len(labels)-1] = c.RowAxis.say(words, r.Value)
		for i, text := range labels {
			columns[i].cells = append(columns[i].cells, text)
		}
		for i, n := range r.Numbers {
			at := len(heads) + 2*i
			columns[at].cells = append(columns[at].cells, words.Amount(n))
			columns[at+1].cells = append(columns[at+1].cells, markOf(words, n, used))
		}
	}
	out := bufio.NewWriter(w)
	var shown []textual
	for i, column := range columns {
		if i < len(heads)-1 && len(c.Rows) > 0 && column.constant() {
			out.WriteString(column.head + ": " + column.cells[0] + "\n")
			continue
		}
		shown = append(shown, column)
	}
	out.WriteString("\n")
	writeColumns(out, shown, len(shown)-2*len(c.Columns))
	if text := legend(words, used); text != "" {
		out.WriteString(text + "\n")
	}
	return out.Flush()
}

// markOf writes the shorthand of a number that is there, and notes its signs.
func markOf(words *assets.Words, n reports.Number, used map[string]bool) string {
	if isMissing(n) {
		return ""
	}
	for _, sign := range signsOf(n, nil) {
		used[sign] = true
	}
	return statusText(words, n, nil)
}

// say writes a value of the axis in words.
func (x Axis) say(w *assets.Words, value string) string {
	if p, err := reports.ParsePeriod(value); x.Time && err == nil {
		return w.PeriodShort(p)
	}
	if x.Time {
		return value
	}
	if value == "" {
		return w.Say("series.total")
	}
	return w.Value(x.Dim, value)
}

// totalOr names the total, which has no value of a dimension.
func totalOr(value string) string {
	if value == "" {
		return "total"
	}
	return value
}
