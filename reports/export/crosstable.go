package export

import (
	"bufio"
	"io"

	"vitrine/assets"
	"vitrine/reports"
)

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
	cells := []string{r.Publisher, r.Table, string(r.Measure), r.Unit}
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
