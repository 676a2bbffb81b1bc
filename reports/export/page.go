package export

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"vitrine/reports"
)

// A page is one sheet of a workbook: a title in A1, lines below it, then one
// table from column A, and nothing below that.
type page struct {
	name      string // the sheet's
	title     string
	holds     string // what the contents say of it; "" for its title
	lines     []line
	grid      *grid
	width     float64 // of column A, in characters, where there is no grid
	landscape bool
	picture   *excelize.Chart
}

// A line stands in column A, above the table.
type line struct {
	text    string
	heading bool
	title   bool   // it goes on from the title
	link    string // an address, or 'Sheet'!A1 of this workbook
}

// A grid is a page's table.
type grid struct {
	name    string // the table's, for formulas
	columns []column
	rows    iter.Seq2[[]any, error]
	count   int // of its rows
	style   string
	freeze  bool
	filter  bool
}

// A column is a column of a grid. Cells are strings, float64, int,
// reports.Day, link or formula; a text in a column of numbers is shorthand; nil is empty.
type column struct {
	header string
	kind   kind
	width  float64 // in characters
}

type kind int

const (
	textColumn   kind = iota
	statusColumn      // text that follows a number
	wrapColumn
	numberColumn
	dayColumn
)

// A link is a cell that leads to another place of the workbook.
type link struct{ text, to string }

// A binder writes pages into a workbook.
type binder struct {
	file    *excelize.File
	styles  styles
	size    float64 // of text, in points
	title   string  // of the workbook
	page    string  // the word for a page
	patches []patch // what excelize cannot write
	tables  int     // so far
	sums    *sums   // nil where no record wants them
}

// add writes a page as the workbook's next sheet.
func (b *binder) add(p page) error {
	if p.picture != nil {
		return b.addChart(p)
	}
	if _, err := b.file.NewSheet(p.name); err != nil {
		return err
	}
	if err := b.layOut(p); err != nil {
		return err
	}
	w, err := b.file.NewStreamWriter(p.name)
	if err != nil {
		return err
	}
	if err := b.setColumns(w, p); err != nil {
		return err
	}
	if err := b.writeLines(w, p); err != nil {
		return err
	}
	if p.grid != nil {
		if err := b.writeGrid(w, p); err != nil {
			return err
		}
	}
	return w.Flush()
}

// headerRow returns the row of the page's table header.
func (p page) headerRow() int { return len(p.lines) + 2 }

// layOut sets how the page is shown and printed.
func (b *binder) layOut(p page) error {
	f, last := b.file, p.headerRow()-1
	columns := 1
	if g := p.grid; g != nil {
		last, columns = p.headerRow()+g.count, len(g.columns)
		title := fmt.Sprintf("%s!$%d:$%d", quoteSheet(p.name), p.headerRow(), p.headerRow())
		err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: title, Scope: p.name})
		if err != nil {
			return err
		}
	}
	if err := f.SetSheetDimension(p.name, fmt.Sprintf("A1:%s%d", reports.ColumnName(columns), last)); err != nil {
		return err
	}
	orientation := "portrait"
	if p.landscape {
		orientation = "landscape"
	}
	if err := f.SetPageLayout(p.name, &excelize.PageLayoutOptions{
		Size: ptr(9), Orientation: &orientation, FitToWidth: ptr(p.across()), FitToHeight: ptr(0), // A4
	}); err != nil {
		return err
	}
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{
		FitToPage: ptr(true), DefaultRowHeight: ptr(b.lineHeight()), CustomHeight: ptr(true),
	}); err != nil {
		return err
	}
	if err := f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(0.6), Right: ptr(0.6), Top: ptr(0.6), Bottom: ptr(0.8), Footer: ptr(0.4),
	}); err != nil {
		return err
	}
	return f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddFooter: b.footer(p)})
}

func (b *binder) setColumns(w *excelize.StreamWriter, p page) error {
	if p.grid == nil {
		return w.SetColWidth(1, 1, p.width)
	}
	// excelize puts each new column first, and programs want them in order.
	for i, c := range slices.Backward(p.grid.columns) {
		if err := w.SetColWidth(i+1, i+1, math.Round(c.width)); err != nil {
			return err
		}
	}
	if !p.grid.freeze {
		return nil
	}
	return w.SetPanes(&excelize.Panes{
		Freeze: true, YSplit: p.headerRow(), TopLeftCell: fmt.Sprintf("A%d", p.headerRow()+1), ActivePane: "bottomLeft",
	})
}

func (b *binder) writeLines(w *excelize.StreamWriter, p page) error {
	title := excelize.Cell{StyleID: b.styles.title, Value: p.title}
	if p.isText() {
		title.StyleID = b.styles.titleText
	}
	if err := w.SetRow("A1", []any{title}, excelize.RowOpts{Height: b.titleHeight(p)}); err != nil {
		return err
	}
	for i, l := range p.lines {
		cell := fmt.Sprintf("A%d", i+2)
		style, height := b.lineStyle(p, l)
		if err := w.SetRow(cell, []any{excelize.Cell{StyleID: style, Value: l.text}}, excelize.RowOpts{Height: height}); err != nil {
			return err
		}
		if err := b.linkTo(p.name, cell, l.link); err != nil {
			return err
		}
	}
	return nil
}

func (b *binder) lineStyle(p page, l line) (style int, height float64) {
	switch {
	case l.title:
		return b.styles.title, math.Round(b.size * 1.7)
	case l.heading:
		return b.styles.heading, 1.9 * b.lineHeight()
	case l.link != "":
		return b.styles.link, b.lineHeight()
	case p.isText():
		return b.styles.body, b.height(l.text, p.width)
	}
	return b.styles.line, b.lineHeight()
}

// isText tells whether a page is read as text: its lines wrap in column A.
// Elsewhere they run on over the columns beside.
func (p page) isText() bool { return p.grid == nil && p.picture == nil }

// linkTo makes a cell lead to an address of the web or to a place of the
// workbook. Other addresses stay text.
func (b *binder) linkTo(sheet, cell, to string) error {
	switch {
	case len(to) > 2000: // a spreadsheet's limit is 2,079
	case strings.HasPrefix(to, "https://"), strings.HasPrefix(to, "http://"):
		return b.file.SetCellHyperLink(sheet, cell, to, "External")
	case strings.HasPrefix(to, "'"):
		return b.file.SetCellHyperLink(sheet, cell, to, "Location")
	}
	return nil
}

// footer is that of a page's print: the workbook's title and the page number.
func (b *binder) footer(p page) string {
	room := 62
	if p.landscape {
		room = 100
	}
	return "&L" + escapeFooter(clip(b.title, room)) + "&R" + escapeFooter(b.page) + " &P / &N"
}

// escapeFooter doubles the sign that begins a code.
func escapeFooter(text string) string { return strings.ReplaceAll(text, "&", "&&") }

func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
