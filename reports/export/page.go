package export

import (
	"fmt"
	"iter"
	"math"
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
	gaps    bool // it holds cells that are gaps
}

// A column is a column of a grid. Cells are strings, float64, int,
// reports.Day or link; a text in a column of numbers is shorthand.
type column struct {
	header string
	kind   kind
	width  float64 // in characters
}

type kind int

const (
	textColumn kind = iota
	wrapColumn
	numberColumn
	dayColumn
)

// A link is a cell that leads to another place of the workbook.
type link struct{ text, to string }

// gap is a cell of a chart's data that has no number: #N/A, which charts
// leave out, whereas they draw a text as zero.
type gap struct{}

const gapText = "#N/A"

// A binder writes pages into a workbook.
type binder struct {
	file    *excelize.File
	styles  styles
	footer  string  // of printed pages
	patches []patch // what excelize cannot write
	sheets  int     // so far
	tables  int     // so far
}

// add writes a page as the workbook's next sheet.
func (b *binder) add(p page) error {
	b.sheets++
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
		Size: ptr(9), Orientation: &orientation, FitToWidth: ptr(1), FitToHeight: ptr(0), // A4
	}); err != nil {
		return err
	}
	if err := f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: ptr(true)}); err != nil {
		return err
	}
	if err := f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{
		Left: ptr(0.6), Right: ptr(0.6), Top: ptr(0.6), Bottom: ptr(0.8), Footer: ptr(0.4),
	}); err != nil {
		return err
	}
	return f.SetHeaderFooter(p.name, &excelize.HeaderFooterOptions{OddFooter: b.footer})
}

func (b *binder) setColumns(w *excelize.StreamWriter, p page) error {
	if p.grid == nil {
		return w.SetColWidth(1, 1, p.width)
	}
	for i, c := range p.grid.columns {
		if err := w.SetColWidth(i+1, i+1, c.width); err != nil {
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
	if err := w.SetRow("A1", []any{excelize.Cell{StyleID: b.styles.title, Value: p.title}}); err != nil {
		return err
	}
	for i, l := range p.lines {
		cell := fmt.Sprintf("A%d", i+2)
		style, opts := b.lineStyle(p, l)
		if err := w.SetRow(cell, []any{excelize.Cell{StyleID: style, Value: l.text}}, opts...); err != nil {
			return err
		}
		if err := b.linkTo(p.name, cell, l.link); err != nil {
			return err
		}
	}
	return nil
}

func (b *binder) lineStyle(p page, l line) (int, []excelize.RowOpts) {
	switch {
	case l.heading:
		return b.styles.heading, []excelize.RowOpts{{Height: 28}}
	case l.link != "":
		return b.styles.link, nil
	case p.grid == nil:
		return b.styles.body, []excelize.RowOpts{{Height: b.height(l.text, p.width)}}
	}
	return b.styles.line, nil
}

// height is that of a row whose text wraps in a column of a width: programs
// do not fit rows to a text when they open a file.
func (b *binder) height(text string, width float64) float64 {
	rows := math.Ceil(float64(len([]rune(text))) * 1.08 / width)
	return 16 * max(1, rows)
}

// linkTo makes a cell lead to an address of the web or to a place of the
// workbook. Other addresses stay text.
func (b *binder) linkTo(sheet, cell, to string) error {
	switch {
	case strings.HasPrefix(to, "https://"), strings.HasPrefix(to, "http://"):
		return b.file.SetCellHyperLink(sheet, cell, to, "External")
	case strings.HasPrefix(to, "'"):
		return b.file.SetCellHyperLink(sheet, cell, to, "Location")
	}
	return nil
}

func quoteSheet(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
