package export

import (
	"bufio"
	"io"
	"math"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// ComparisonColumns names the columns of a comparison in csv and json. Those
// of a side stand once with "from_" and once with "to_" before them. row is
// "item", or "total" for the whole that the items are parts of.
var ComparisonColumns = comparisonColumns()

var sideColumns = []string{
	"publisher", "table", "period_start", "period_end", "value", "low", "high", "status", "basis", "share",
	"source", "sheet", "row", "column",
}

func comparisonColumns() []string {
	list := []string{"row", "measure", "unit"}
	for _, d := range reports.AllDims() {
		if list = append(list, d.String()); d == reports.Subcategory {
			list = append(list, "code")
		}
	}
	for _, side := range []string{"from_", "to_"} {
		for _, name := range sideColumns {
			list = append(list, side+name)
		}
	}
	return append(list, "difference", "difference_low", "difference_high", "percent", "percent_low", "percent_high", "contribution", "change", "marks")
}

// WriteComparisonCSV writes a comparison under ComparisonColumns, an item a
// row, as WriteCSV writes an answer. The values are per day where the
// comparison is.
func WriteComparisonCSV(w io.Writer, c reports.Comparison, o Options) error {
	out, err := newTable(w, slices.Clone(ComparisonColumns), o)
	if err != nil {
		return err
	}
	for _, row := range comparisonRows(c) {
		cells := make([]string, len(row))
		for i, v := range row {
			switch v := v.(type) {
			case string:
				cells[i] = Guard(v)
			case float64:
				cells[i] = Plain(v)
			}
		}
		if err := out.write(cells); err != nil {
			return err
		}
	}
	return out.flush()
}

// WriteComparisonJSON writes a comparison as an array of objects, one an item,
// under ComparisonColumns.
func WriteComparisonJSON(w io.Writer, c reports.Comparison) error {
	out := newObjects(w, ComparisonColumns)
	for _, row := range comparisonRows(c) {
		values := make([]any, len(row))
		for i, v := range row {
			switch v := v.(type) {
			case string:
				values[i] = orNil(v)
			case float64:
				values[i] = jsonNumber(v)
			}
		}
		out.write(values)
	}
	return out.close()
}

// comparisonRows are the cells under ComparisonColumns: string or float64.
func comparisonRows(c reports.Comparison) [][]any {
	var rows [][]any
	for _, i := range c.Items {
		rows = append(rows, comparisonRow(c, i, "item"))
	}
	if c.HasTotal {
		rows = append(rows, comparisonRow(c, c.Total, "total"))
	}
	return rows
}

func comparisonRow(c reports.Comparison, i reports.Item, kind string) []any {
	about := c.About(i)
	row := []any{kind, string(c.Measure), c.Unit}
	for _, d := range reports.AllDims() {
		if row = append(row, about.About().Get(d)); d == reports.Subcategory {
			row = append(row, codeOf(about))
		}
	}
	for side := range i.Numbers {
		row = append(row, sideCells(c, i, side)...)
	}
	row = append(row, amountCells(i.Difference)...)
	row = append(row, amountCells(i.Percent)...)
	return append(row, i.Contribution, i.Change.String(), strings.Join(marksOf(i), "; "))
}

// sideCells are an item's cells under sideColumns.
func sideCells(c reports.Comparison, i reports.Item, side int) []any {
	n, s, period := i.Numbers[side], i.Series[side], c.Sides[side].Period
	cells := []any{s.Publisher, s.Table, period.Start.String(), period.Last().String()}
	cells = append(cells, amountCells(i.Values[side])...)
	source, sheet, row, column := "", "", "", ""
	if i.Stated[side] == reports.Told {
		cells[1] = n.Table
		cells = append(cells, n.StatusText(), n.BasisCells())
		source, sheet, row, column = Record{Number: n}.place()
	} else {
		cells = append(cells, statingNames[i.Stated[side]], "")
	}
	return append(cells, i.Share[side], source, sheet, row, column)
}

var statingNames = map[reports.Stating]string{
	reports.NotTold: "not available", reports.ToldNone: "none", reports.ToldFew: "suppressed",
}

// amountCells are a value and, where it has any, its bounds.
func amountCells(a reports.Amount) []any {
	low, high := a.Low, a.High
	if a.Exact() || !a.Bounded() {
		low, high = math.NaN(), math.NaN()
	}
	return []any{a.Value, low, high}
}

// marksOf says by which kinds of events an item's numbers do not count the
// same thing.
func marksOf(i reports.Item) []string {
	var list []string
	for _, e := range i.Events {
		if kind := string(e.Kind); !slices.Contains(list, kind) {
			list = append(list, kind)
		}
	}
	return list
}

// WriteComparisonText writes a comparison for people to read on a terminal:
// the title, a row an item, the whole, and what the shorthand means. What a
// reader must know besides is for ComparisonNotes.
func WriteComparisonText(w io.Writer, c reports.Comparison, words *assets.Words) error {
	out := bufio.NewWriter(w)
	for _, row := range wrap(words.ComparisonTitle(c), textWidth) {
		out.WriteString(row + "\n")
	}
	out.WriteString(words.ComparisonSubtitle(c) + "\n\n")
	used := map[string]bool{}
	columns := comparisonTextColumns(c, words)
	items := c.Items
	if c.HasTotal {
		items = append(slices.Clone(items), c.Total)
	}
	for at, i := range items {
		name := words.ItemName(c, i)
		if at == len(c.Items) {
			name = words.Say("comparison.whole")
		}
		for k, text := range comparisonTexts(c, i, name, words, used) {
			columns[k].cells = append(columns[k].cells, text)
		}
	}
	writeColumns(out, dropEmpty(columns, words), 0)
	for _, row := range wrap(legend(words, used), textWidth) {
		if row != "" {
			out.WriteString(row + "\n")
		}
	}
	return out.Flush()
}

func comparisonTextColumns(c reports.Comparison, words *assets.Words) []textual {
	say := func(key string) string { return words.Say("comparison.column." + key) }
	return []textual{
		{head: say("item")},
		{head: words.SideName(c, 0), right: true}, {},
		{head: words.SideName(c, 1), right: true}, {},
		{head: say("difference"), right: true}, {head: say("percent"), right: true},
		{head: say("share") + " " + words.SideName(c, 0), right: true}, {head: say("share") + " " + words.SideName(c, 1), right: true},
		{head: say("contribution"), right: true}, {},
	}
}

// comparisonTexts are an item's cells.
func comparisonTexts(c reports.Comparison, i reports.Item, name string, words *assets.Words, used map[string]bool) []string {
	cells := []string{name}
	for side := range i.Values {
		cells = append(cells, words.SideQuantity(i, side), sideMark(i, side, words, used))
	}
	cells = append(cells, words.ItemDifference(i), words.DifferencePercent(i.Percent))
	for side := range i.Share {
		cells = append(cells, percentText(words, i.Share[side]))
	}
	contribution := ""
	if !math.IsNaN(i.Contribution) {
		contribution = words.Difference(reports.Exactly(math.Round(i.Contribution*10) / 10))
	}
	notes := words.Change(c, i)
	if len(i.Events) > 0 {
		used[signBreak] = true
		notes = strings.TrimSpace(notes + " " + signBreak)
	}
	return append(cells, contribution, notes)
}

// sideMark is the shorthand of a side's number.
func sideMark(i reports.Item, side int, words *assets.Words, used map[string]bool) string {
	if i.Stated[side] == reports.NotTold {
		used[signNotAvailable] = true
		return signNotAvailable
	}
	if i.Stated[side] == reports.ToldFew {
		used[signWithheld] = true
		return signWithheld
	}
	return markOf(words, i.Numbers[side], used)
}

func percentText(words *assets.Words, v float64) string {
	if math.IsNaN(v) {
		return ""
	}
	return words.Percent(math.Round(v*10) / 10)
}

// dropEmpty leaves out the columns in which no item has anything to say.
func dropEmpty(columns []textual, words *assets.Words) []textual {
	none := words.Number(math.NaN())
	return slices.DeleteFunc(columns, func(c textual) bool {
		return !slices.ContainsFunc(c.cells, func(s string) bool { return s != "" && s != none })
	})
}
