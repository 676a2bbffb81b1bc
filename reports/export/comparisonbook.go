package export

import (
	"fmt"
	"io"
	"iter"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

// A ComparisonBook is what the workbook of a comparison is made of. Only
// Comparison and Words are needed.
type ComparisonBook struct {
	Comparison reports.Comparison
	// Figures are the long data, ranged over twice; nil: the numbers compared.
	Figures iter.Seq2[reports.Figure, error]
	Sources []reports.Source // those that state none of the figures are left out
	Words   *assets.Words
	Profile Profile
	Record  reports.AuditRecord // how the workbook came about; zero: it has no sheet of it
}

// ComparisonWorkbook writes a comparison as a workbook whose differences,
// percents, shares and totals are live formulas, with the values that they
// have; beside it the same sheets as Workbook writes. The same book gives the
// same bytes.
func ComparisonWorkbook(w io.Writer, c ComparisonBook) error {
	return c.book().write(w, c.pages)
}

// book is the comparison as a book of its numbers.
func (c ComparisonBook) book() Book {
	shown := reports.Answer{Question: c.Comparison.Question, Series: c.Comparison.Series(), Unstackable: c.Comparison.Unaddable}
	shown.Periods = periodsOf(shown.Series)
	for _, text := range c.Words.ComparisonNotes(c.Comparison) {
		shown.Notes = append(shown.Notes, reports.Note{Text: text})
	}
	title := c.Words.ComparisonTitle(c.Comparison)
	return Book{
		Answer: shown, Figures: c.Figures, Sources: c.Sources, Title: title, Question: title, Words: c.Words, Profile: c.Profile,
		Record: c.Record,
	}
}

// pages makes the comparison's own sheets.
func (c ComparisonBook) pages(b Book, n names) []page {
	s := newComparisonSheet(c, b, n)
	pages := []page{s.page}
	if s.totals.grid != nil {
		pages = append(pages, s.totals)
	}
	if chart, ok := s.chart(n); ok {
		pages = append(pages, chart)
	}
	return pages
}

// A comparisonSheet is the sheet of the items, and that of their totals.
type comparisonSheet struct {
	ComparisonBook
	page, totals page
	columns      []comparisonColumn
	at           map[string]int // the number of a column, from 1, by its key
	first        int            // row of the first item
	totalRow     int            // of the sum, on the sheet of totals
}

// A comparisonColumn is a column of the sheet of items.
type comparisonColumn struct {
	key    string
	column column
	cell   func(i reports.Item, row int) any
}

func newComparisonSheet(c ComparisonBook, b Book, n names) *comparisonSheet {
	w := c.Words
	s := &comparisonSheet{ComparisonBook: c, at: map[string]int{}}
	s.page = page{name: n.take(w.Say("export.sheet.comparison")), title: b.title(), landscape: true, lines: s.lines()}
	s.totals = page{name: n.take(w.Say("export.sheet.totals")), title: b.title(), landscape: true, lines: []line{{text: w.Say("export.comparison.totals")}}}
	s.makeColumns()
	g := &grid{name: n.takeTable("Comparison"), count: len(c.Comparison.Items), freeze: c.Profile == Analyst, filter: c.Profile == Analyst}
	for i, column := range s.columns {
		s.at[column.key] = i + 1
		g.columns = append(g.columns, column.column)
	}
	g.rows = s.rows()
	s.page.grid = g
	s.first = s.page.fold().headerRow() + 1
	s.makeTotals(n)
	return s
}

// lines say what the table is, how to read it and where it is from.
func (s *comparisonSheet) lines() []line {
	w, c := s.Words, s.Comparison
	lines := []line{
		{text: w.ComparisonSubtitle(c)},
		{text: w.Say("export.comparison.formulas", "from", w.SideName(c, 0), "to", w.SideName(c, 1))},
	}
	if c.Unaddable != "" && len(c.Items) > 1 {
		lines = append(lines, line{text: w.Say("export.notadded", "reason", w.Reason(c.Unaddable))})
	}
	if text := legend(w, s.signs()); text != "" {
		lines = append(lines, line{text: text})
	}
	var sources []string
	for _, side := range c.Sides {
		sources = append(sources, w.Publisher(side.Publisher)+", "+w.Table(side.Publisher, side.Table))
	}
	for _, source := range distinct(sources) {
		lines = append(lines, line{text: w.Say("export.source", "source", source)})
	}
	return lines
}

// signs lists the shorthand that the sheet uses.
func (s *comparisonSheet) signs() map[string]bool {
	used := map[string]bool{}
	for _, i := range s.Comparison.Items {
		for side := range i.Numbers {
			if v := s.valueCell(i, side); v != nil {
				if sign, ok := v.(string); ok {
					used[sign] = true
				}
			}
			sideMark(i, side, s.Words, used)
		}
		if len(i.Events) > 0 {
			used[signBreak] = true
		}
		if i.Difference.Known() && !i.Percent.Known() && s.hasPercent() {
			used[signNotApplicable] = true
		}
	}
	return used
}

// valueCell returns what is compared of a side, or the shorthand in its place.
func (s *comparisonSheet) valueCell(i reports.Item, side int) any {
	switch v := i.Values[side]; {
	case v.Known():
		return v.Value
	case i.Numbers[side].Incomplete:
		return signIncomplete
	case i.Stated[side] == reports.ToldFew:
		return signWithheld
	case i.Stated[side] != reports.Told:
		return signNotAvailable
	}
	return instead(i.Numbers[side])
}

func (s *comparisonSheet) hasPercent() bool { return s.Comparison.Unit != "%" }

func (s *comparisonSheet) rows() iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for row, i := range s.Comparison.Items {
			cells := make([]any, len(s.columns))
			for k, column := range s.columns {
				cells[k] = column.cell(i, s.first+row)
			}
			if !yield(cells, nil) {
				return
			}
		}
	}
}

// ref returns the address of a column's cell in a row.
func (s *comparisonSheet) ref(key string, row int) string {
	return fmt.Sprintf("%s%d", reports.ColumnName(s.at[key]), row)
}

// mostItems is how many items the chart shows.
const mostItems = 15

// chart makes a native chart of the items with the largest change whose
// numbers are both known.
func (s *comparisonSheet) chart(n names) (page, bool) {
	w, c := s.Words, s.Comparison
	shown := 0
	for shown < min(len(c.Items), mostItems) && c.Items[shown].Values[0].Known() && c.Items[shown].Values[1].Known() {
		shown++
	}
	if shown == 0 {
		return page{}, false
	}
	p := page{name: n.take(w.Say("export.sheet.chart")), title: s.page.title, landscape: true,
		holds: w.Say("export.chart.holds", "title", s.page.title)}
	p.lines = []line{{text: w.Say("export.chart.about", "sheet", s.page.name, "unit", w.Unit(c.Measure))}}
	if shown < len(c.Items) {
		p.lines = append(p.lines, line{text: w.Say("export.comparison.left", "n", fmt.Sprint(shown), "all", fmt.Sprint(len(c.Items)))})
	}
	p.picture = s.picture(area{s.page.name, s.first - 1, shown, 1, []int{s.at["from"], s.at["to"]}})
	return p, true
}

func (s *comparisonSheet) picture(from area) *excelize.Chart {
	w, c := s.Words, s.Comparison
	d := &drawing{book: Book{Words: w}}
	chart := &excelize.Chart{
		Type:      excelize.Bar,
		Format:    excelize.GraphicOptions{AltText: s.altText(from.rows), LockAspectRatio: true, Locked: ptr(false), PrintObject: ptr(true)},
		Dimension: excelize.ChartDimension{Width: 1080, Height: uint(160 + 34*from.rows)},
		Title:     d.title(s.page.title, 14, true),
		Legend:    excelize.ChartLegend{Position: "bottom", Font: chartFont(11, false)},
		XAxis: excelize.ChartAxis{Title: d.title(w.Say("comparison.column.item"), 11, false), Font: *chartFont(10, false),
			ReverseOrder: true, TickLabelPosition: excelize.ChartTickLabelLow},
		YAxis: excelize.ChartAxis{Title: d.title(w.Unit(c.Measure), 11, false), Font: *chartFont(10, false), MajorGridLines: true},
	}
	chart.YAxis.NumFmt = excelize.ChartNumFmt{CustomNumFmt: "#,##0.###"}
	for i, column := range from.columns {
		fill := excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{[]string{"9AA0A6", accent}[i]}}
		chart.Series = append(chart.Series, excelize.ChartSeries{
			Name: from.name(column), Categories: from.column(from.labels), Values: from.column(column), Fill: fill,
		})
	}
	return chart
}

// altText tells in words what the chart shows: the items with the largest
// changes.
func (s *comparisonSheet) altText(shown int) string {
	w, c := s.Words, s.Comparison
	text := w.Say("export.comparison.alt", "title", s.page.title, "n", fmt.Sprint(shown))
	for _, i := range c.Items[:min(shown, 5)] {
		text += " " + w.Say("export.comparison.alt.item", "item", w.ItemName(c, i), "from", w.SideQuantity(i, 0), "to", w.SideQuantity(i, 1))
	}
	return clip(text, 2000)
}
