package window

import (
	"context"
	"math"
	"strings"

	"slices"
	"vitrine/assets"
	"vitrine/reports"
)

// about returns the series that a row's number is of: of two sides each may
// have its own.
func (r tableRow) about(column int) reports.Series {
	if r.sides != nil && column < len(r.sides) {
		return r.sides[column]
	}
	return r.series
}

// A sidedColumn is a column of the table of a comparison: what it says of an
// item, and that as other programs read it; NaN where it is no number.
type sidedColumn struct {
	head  string
	text  func(reports.Item) string
	value func(reports.Item) float64
	how   string // the text that says how it was worked out of both sides; "": it says both
}

// sidedColumns are the columns in which some item has something to say: both
// numbers, difference, percent, shares, contribution, and what became of it.
func sidedColumns(c *reports.Comparison, w *assets.Words) []sidedColumn {
	head := func(name string) string { return w.Say("comparison.column." + name) }
	list := []sidedColumn{
		{head("difference"), func(i reports.Item) string { return w.ItemDifference(i) }, func(i reports.Item) float64 { return i.Difference.Value }, "difference"},
		{head("percent"), func(i reports.Item) string { return w.DifferencePercent(i.Percent) }, func(i reports.Item) float64 { return i.Percent.Value }, "percent"},
	}
	for side := range c.Sides {
		list = slices.Insert(list, side, sidedColumn{w.SideShort(*c, side), func(i reports.Item) string { return w.SideQuantity(i, side) },
			func(i reports.Item) float64 { return i.Values[side].Value }, ""})
		list = append(list, sidedColumn{head("share") + " " + w.SideShort(*c, side), func(i reports.Item) string { return tenths(i.Share[side], w.Percent) },
			func(i reports.Item) float64 { return i.Share[side] }, ""})
	}
	list = append(list,
		sidedColumn{head("contribution"), func(i reports.Item) string {
			return tenths(i.Contribution, func(v float64) string { return w.Difference(reports.Exactly(v)) })
		}, func(i reports.Item) float64 { return i.Contribution }, ""},
		sidedColumn{head("change"), func(i reports.Item) string { return w.Change(*c, i) }, func(reports.Item) float64 { return math.NaN() }, ""})
	return slices.DeleteFunc(list, func(column sidedColumn) bool {
		return !slices.ContainsFunc(c.Items, func(i reports.Item) bool { return column.text(i) != "" && column.text(i) != w.Number(math.NaN()) })
	})
}

// tenths writes a number with one digit; "" where there is none.
func tenths(v float64, write func(float64) string) string {
	if math.IsNaN(v) {
		return ""
	}
	return write(math.Round(v*10) / 10)
}

// sidedItems lists the items of a comparison, the whole first where it is told.
func sidedItems(c *reports.Comparison) []reports.Item {
	if c.HasTotal {
		return append([]reports.Item{c.Total}, c.Items...)
	}
	return c.Items
}

// compare fills the table with a comparison, a row an item.
func (t *table) compare(c *reports.Comparison, words *assets.Words) {
	if t.compared == c && t.words == words {
		return
	}
	columns := sidedColumns(c, words)
	t.compared, t.words, t.lines, t.sided, t.heads, t.hows = c, words, listing{}, nil, []string{}, columns
	for _, column := range columns {
		t.heads = append(t.heads, column.head)
	}
	for i, item := range sidedItems(c) {
		row := tableRow{series: c.About(item), label: capital(words.ItemName(*c, item)), sides: item.Series[:], numbers: make([]*reports.Number, 2)}
		if row.total = c.HasTotal && i == 0; row.total {
			row.label = words.Say("window.table.total")
		}
		for side, s := range item.Series {
			if len(s.Numbers) > 0 {
				row.numbers[side] = &s.Numbers[0]
			}
		}
		for _, column := range columns {
			row.texts = append(row.texts, column.text(item))
		}
		t.sided = append(t.sided, row)
	}
	t.fill()
}

// workedOut says of a cell of a comparison that is no side's number both
// numbers, and how it was worked out of them; "" elsewhere.
func (t *table) workedOut(at spot) string {
	if t.compared == nil || at.row < 0 || at.row >= len(t.sided) || at.column < 0 || at.column >= len(t.hows) {
		return ""
	}
	item, column := sidedItems(t.compared)[at.row], t.hows[at.column]
	how, value := column.how, column.text(item)
	if how == "" || value == "" || value == t.words.Number(math.NaN()) {
		how = "sides"
	}
	return t.words.Say("window.how."+how, "name", t.sided[at.row].label, "value", value,
		"first", t.words.SideShort(*t.compared, 0), "a", t.words.SideQuantity(item, 0), "second", t.words.SideShort(*t.compared, 1), "b", t.words.SideQuantity(item, 1))
}

// sidedText returns what writes a comparison with tabs, as spreadsheets take
// it from the clipboard: its numbers as other programs read them.
func sidedText(heads []string, rows []tableRow, compared *reports.Comparison, words *assets.Words) func(context.Context) string {
	return func(ctx context.Context) string {
		var b strings.Builder
		b.WriteString("\t" + strings.Join(heads, "\t"))
		columns := sidedColumns(compared, words)
		for i, item := range sidedItems(compared) {
			if ctx.Err() != nil {
				return ""
			}
			b.WriteString("\n" + rows[i].label)
			for _, column := range columns {
				text := column.text(item)
				if v := column.value(item); !math.IsNaN(v) {
					text = plain(v)
				}
				b.WriteString("\t" + text)
			}
		}
		return b.String() + "\n"
	}
}
