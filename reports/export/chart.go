package export

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

// mostLines is how many series a chart shows; mostColumns how many periods a
// chart of columns does.
const (
	mostLines   = 8
	mostColumns = 60
)

// chartPages makes the chart of a table, and a sheet of its data where the
// table itself cannot be drawn: a spreadsheet program draws shorthand as zero.
func (t wide) chartPages(table page, i int, n names) []page {
	c := t.chartOf()
	if c == nil {
		return nil
	}
	w := t.book.Words
	number := fmt.Sprint(i + 1)
	chart := page{
		name:  n.take(w.Say("export.sheet.chart") + " " + number),
		title: table.title, holds: w.Say("export.chart.holds", "title", table.title), landscape: true,
	}
	from := area{table.name, table.fold().headerRow(), len(t.periods), 1, c.tableColumns(t)}
	var data []page
	if !c.whole {
		data = []page{c.dataPage(n, number, table.title)}
		from = area{data[0].name, data[0].fold().headerRow(), len(c.periods), 1, nil}
		for s := range c.series {
			from.columns = append(from.columns, s+2)
		}
	}
	chart.lines = c.lines(from.sheet)
	chart.picture = c.picture(table.title, from)
	return append([]page{chart}, data...)
}

// An area is where a chart's data stand.
type area struct {
	sheet   string
	header  int // row
	rows    int
	labels  int   // column
	columns []int // a series each
}

func (a area) column(n int) string {
	c := reports.ColumnName(n)
	return fmt.Sprintf("%s!$%s$%d:$%s$%d", quoteSheet(a.sheet), c, a.header+1, c, a.header+a.rows)
}

func (a area) name(n int) string {
	return fmt.Sprintf("%s!$%s$%d", quoteSheet(a.sheet), reports.ColumnName(n), a.header)
}

// A drawing is what a chart shows of a table: series and periods, with gaps.
type drawing struct {
	book    Book
	measure reports.Measure
	grain   reports.Grain
	kind    ChartKind
	series  []int // of the table's
	labels  []string
	shown   []reports.Series
	periods []reports.Period
	numbers [][]reports.Number // a list a series
	left    int                // series that are not drawn
	held    []reports.Period   // with numbers that are not drawn: provisional or partial
	whole   bool               // the table itself can be drawn
}

// chartOf says what a chart shows, nil where none is drawn: without numbers,
// or where periods overlap or differ in length, since a spreadsheet's axis
// sets them side by side.
func (t wide) chartOf() *drawing {
	grain, even := t.grain()
	if t.book.Chart == NoChart || !even || len(t.periods) == 0 {
		return nil
	}
	span := reports.Period{Start: t.periods[0].Start, End: t.periods[len(t.periods)-1].End}
	c := &drawing{book: t.book, measure: t.measure, grain: grain, periods: grain.Within(span, false)}
	most := reports.Dims(0)
	for _, s := range t.series {
		if s.Group.Len() > most.Len() {
			most = s.Group
		}
	}
	for i, s := range t.series {
		switch {
		case s.Group != most:
		case len(c.series) == mostLines:
			c.left++
		default:
			c.take(t, i)
		}
	}
	if len(c.series) == 0 {
		return nil
	}
	c.holdBack()
	if !slices.ContainsFunc(c.numbers, hasNumber) {
		return nil
	}
	c.whole = len(c.periods) == len(t.periods) && !slices.ContainsFunc(c.numbers, hasGap)
	c.kind = c.allowed()
	return c
}

// unit returns what one of the chart's numbers is.
func (c *drawing) unit(w *assets.Words) string {
	for _, s := range c.shown {
		return w.UnitOf(s)
	}
	return w.Unit(c.measure)
}

func (c *drawing) take(t wide, i int) {
	g := group{periods: c.periods}
	c.series = append(c.series, i)
	c.labels = append(c.labels, t.labels[i])
	c.shown = append(c.shown, t.series[i])
	c.numbers = append(c.numbers, g.numbers(t.series[i]))
}

func hasNumber(list []reports.Number) bool {
	return slices.ContainsFunc(list, reports.Number.Known)
}

func hasGap(list []reports.Number) bool {
	return slices.ContainsFunc(list, func(n reports.Number) bool { return !n.Known() })
}

func hasDerived(list []reports.Number) bool {
	return slices.ContainsFunc(list, func(n reports.Number) bool { return n.Known() && n.Basis == reports.Derived })
}

// holdBack takes out partial numbers, and provisional ones at the end, which
// would look like a rise or a collapse: a spreadsheet's chart cannot draw them
// open.
func (c *drawing) holdBack() {
	for _, list := range c.numbers {
		end := true
		for i := len(list) - 1; i >= 0; i-- {
			n := list[i]
			if !n.Known() {
				continue
			}
			if !n.Partial() && !(end && n.Status == reports.Provisional) {
				end = false
				continue
			}
			if !slices.Contains(c.held, n.Period) {
				c.held = append(c.held, n.Period)
			}
			list[i] = missing(n.Period)
		}
	}
	slices.SortFunc(c.held, reports.Period.Compare)
}

// heldText names the periods that holdBack took numbers out of.
func (c *drawing) heldText() string {
	var names []string
	for _, p := range c.held {
		names = append(names, c.book.Words.Period(p))
	}
	return c.book.Words.Say("export.chart.held", "periods", strings.Join(names, ", "))
}

// allowed returns the kind that the chart is drawn as.
func (c *drawing) allowed() ChartKind {
	switch {
	case c.book.Chart == AreaChart && c.book.Answer.Unstackable == "" && len(c.series) > 1:
		return AreaChart
	case c.book.Chart == ColumnChart && len(c.periods) <= mostColumns, len(c.periods) == 1:
		return ColumnChart
	}
	return LineChart
}

// tableColumns returns the columns of the table sheet that the series are in.
func (c *drawing) tableColumns(t wide) []int {
	first := 4
	if t.days {
		first = 2
	}
	var list []int
	for _, i := range c.series {
		list = append(list, first+i)
	}
	return list
}

// lines say what the chart leaves out and where its numbers are.
func (c *drawing) lines(sheet string) []line {
	w := c.book.Words
	texts := []string{w.Say("export.chart.about", "sheet", sheet, "unit", c.unit(w))}
	if c.left > 0 {
		texts = append(texts, w.Say("export.chart.left", "n", fmt.Sprint(len(c.series)), "all", fmt.Sprint(len(c.series)+c.left)))
	}
	if len(c.held) > 0 {
		texts = append(texts, c.heldText())
	}
	if slices.ContainsFunc(c.numbers, hasDerived) {
		texts = append(texts, w.Say("note.derived"))
	}
	switch {
	case c.book.Chart == AreaChart && c.kind != AreaChart:
		texts = append(texts, w.Say("export.chart.noareas", "reason", w.Reason(c.book.Answer.Unstackable)))
	case c.book.Chart == ColumnChart && c.kind != ColumnChart:
		texts = append(texts, w.Say("export.chart.nocolumns", "n", fmt.Sprint(mostColumns)))
	}
	lines := []line{}
	for _, text := range texts {
		lines = append(lines, line{text: text})
	}
	return lines
}

// dataPage makes the sheet of a chart's data.
func (c *drawing) dataPage(n names, number, title string) page {
	w := c.book.Words
	name := n.take(w.Say("export.sheet.chartdata") + " " + number)
	p := page{
		name: name, title: title, holds: w.Say("export.chartdata.holds", "title", title),
		lines: []line{{text: w.Say("export.chartdata.about")}}, landscape: true,
	}
	p.grid = &grid{
		name: n.takeTable("Chart data " + number), count: len(c.periods), rows: c.cells(),
		columns: []column{{w.Say("export.column.period"), textColumn, 16}},
	}
	heads := newNames()
	heads.take(p.grid.columns[0].header)
	for _, label := range c.labels {
		width := min(30, max(14, float64(len([]rune(label)))*1.1+4))
		p.grid.columns = append(p.grid.columns, column{heads.take(label), numberColumn, width})
	}
	return p
}

func (c *drawing) cells() iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for row, p := range c.periods {
			cells := []any{c.label(p)}
			for _, list := range c.numbers {
				if n := list[row]; n.Known() && !math.IsInf(n.Value, 0) {
					cells = append(cells, n.Value)
				} else {
					cells = append(cells, nil)
				}
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}

func (c *drawing) label(p reports.Period) string {
	if c.grain == reports.EveryDay {
		return p.Start.String()
	}
	return c.book.Words.PeriodShort(p)
}

// altText tells in words what the chart shows: each line's first, highest and
// last number.
func (c *drawing) altText(title string) string {
	w := c.book.Words
	parts := []string{w.Say("export.alt", "title", title, "n", fmt.Sprint(len(c.series)), "unit", c.unit(w))}
	for i, list := range c.numbers {
		if slices.ContainsFunc(list, reports.Number.Known) {
			parts = append(parts, w.LineSummary(c.labels[i], list))
		}
	}
	return clip(strings.Join(parts, " "), 2000)
}

func (c *drawing) title(text string, size float64, bold bool) excelize.ChartTitle {
	return excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: text, Font: chartFont(size, bold)}}}
}

func chartFont(size float64, bold bool) *excelize.Font {
	return &excelize.Font{Family: typeface, Size: size, Bold: bold, Color: ink}
}
