package window

import (
	"image/color"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A grid shows the cells of a leaf as they stand, with the numbers of its rows
// and the letters of its columns. The selected cell and those with a problem
// are marked.
type grid struct {
	widget.Table
	OnAt  func(row, column int) // the cell that is selected: its row's index, its column from 1
	OnKey func(*fyne.KeyEvent)

	leaf     sheet.Leaf
	rows     []sheet.Row
	columns  int
	widths   []float32
	troubles map[cellAt]string
	start    spot // where it opens; nowhere: at its beginning
	placed   bool
	at       spot
	sought   string // the text that is looked for in the lines of a text

	// Of a grid whose heads are menus; nil otherwise.
	roleOf    func(column int) (name, role string, colour fyne.ThemeColorName)
	choose    func(column int)
	header    []sheet.Row                             // that are the header of the table: they stand out, those above stand back
	chooseRow func(anchor fyne.CanvasObject, row int) // opens the menu of a row's number; nil: it has none
	heads     map[int]*roleHead                       // those that are seen, by column
}

const (
	gridHeight  = 28 // of a row, beside the line below
	gridMost    = 280
	gridSample  = 120 // rows whose texts say how wide a column is
	gridText    = 300 // bytes of a text that a cell shows
	gridColumns = 300 // columns that are measured; the rest has the least width
)

// newGrid shows a leaf, opened at a place where that has a row.
func newGrid(v viewing, words *assets.Words) *grid {
	g := &grid{leaf: v.leaves[v.leaf], rows: v.rows, troubles: v.troubles(words), start: nowhere, at: nowhere, sought: v.place.Text}
	for i, r := range g.rows {
		g.columns = max(g.columns, len(r.Cells))
		if r.Number == v.place.Row && v.place.Row > 0 {
			g.start = spot{i, max(0, v.place.Column-1)}
		}
	}
	if g.leaf.Lines {
		g.columns, g.start.column = 1, min(g.start.column, 0)
	}
	g.ShowHeaderRow, g.ShowHeaderColumn = !g.leaf.Lines, true
	g.Length, g.CreateCell, g.UpdateCell = g.length, newGridCell, g.fill
	g.CreateHeader, g.UpdateHeader = newGridHeader, g.fillHeader
	g.OnSelected = func(id widget.TableCellID) {
		g.at = spot{id.Row, id.Col}
		g.OnAt(id.Row, id.Col+1)
	}
	g.ExtendBaseWidget(g)
	g.measure()
	return g
}

// length is 0 until the grid has a size: a line for each row would be made
// before it is known which are seen.
func (g *grid) length() (rows, columns int) {
	if !g.placed {
		return 0, 0
	}
	return len(g.rows), g.columns
}

// measure makes columns as wide as the texts of some of their rows.
func (g *grid) measure() {
	g.widths = make([]float32, g.columns)
	from := max(0, g.start.row-gridSample/2)
	for c := range min(g.columns, gridColumns) {
		longest := reports.ColumnName(c + 1)
		for _, part := range [][]sheet.Row{g.rows[:min(len(g.rows), gridSample)], g.rows[from:min(len(g.rows), from+gridSample)]} {
			for _, r := range part {
				if text := short(r.Text(c+1), 60); len(text) > len(longest) {
					longest = text
				}
			}
		}
		g.widths[c] = roundUp(fyne.Min(gridMost, fyne.MeasureText(longest, noteSize, fyne.TextStyle{}).Width+2*cellMargin+6))
		g.SetColumnWidth(c, g.widths[c])
	}
}

// Resize lets the lines of a text have all of the width, and opens the grid at
// its place once it has a size.
func (g *grid) Resize(size fyne.Size) {
	if g.leaf.Lines && size.Width > 0 {
		g.SetColumnWidth(0, fyne.Max(gridMost, size.Width-90))
	}
	first := !g.placed && size.Height > 0
	g.placed = g.placed || first
	g.Table.Resize(size)
	if !first {
		return
	}
	g.Refresh()
	if g.start != nowhere {
		g.goTo(g.start)
		g.centre(g.start)
	}
}

// centre scrolls a cell to the middle of the height.
func (g *grid) centre(at spot) {
	y := float32(at.row)*(gridHeight+theme.Padding()) - g.Size().Height/2 + gridHeight
	x := float32(0)
	for _, w := range g.widths[:min(at.column+1, len(g.widths))] {
		x += fyne.Max(w, 60) + theme.Padding()
	}
	g.ScrollToOffset(fyne.NewPos(fyne.Max(0, x-g.Size().Width+160), fyne.Max(0, y)))
}

// goTo selects a cell, the nearest one that there is.
func (g *grid) goTo(to spot) {
	if len(g.rows) == 0 || g.columns == 0 {
		return
	}
	to = spot{max(0, min(to.row, len(g.rows)-1)), max(0, min(to.column, g.columns-1))}
	g.Select(widget.TableCellID{Row: to.row, Col: to.column})
}

// newGridCell makes a cell: its ground and its text.
func newGridCell() fyne.CanvasObject {
	text := newFitted("", theme.ColorNameForeground, noteSize)
	return container.New(atLeast(gridHeight), canvas.NewRectangle(color.Transparent), container.New(margins{0, cellMargin, 0, cellMargin}, text))
}

func cellParts(o fyne.CanvasObject) (*canvas.Rectangle, *fitted) {
	parts := o.(*fyne.Container).Objects
	return parts[0].(*canvas.Rectangle), parts[1].(*fyne.Container).Objects[0].(*fitted)
}

func (g *grid) fill(id widget.TableCellID, o fyne.CanvasObject) {
	ground, text := cellParts(o)
	ground.FillColor = color.Transparent
	if id.Row >= len(g.rows) {
		text.set("")
		return
	}
	row := g.rows[id.Row]
	text.rank(g.rankOf(row))
	if g.trouble(row.Number, id.Col+1) != "" {
		ground.FillColor = theme.Color(colorTrouble)
	}
	ground.Refresh()
	shown := row.Text(id.Col + 1)
	if g.leaf.Lines {
		shown = aroundText(shown, g.sought)
	}
	text.set(short(shown, gridText))
}

// rankOf tells how a row's texts stand out beside those of the table.
func (g *grid) rankOf(row sheet.Row) (bold bool, colour fyne.ThemeColorName) {
	switch {
	case len(g.header) == 0 || row.Number > g.header[len(g.header)-1].Number:
		return false, theme.ColorNameForeground
	case row.Number < g.header[0].Number:
		return false, theme.ColorNamePlaceHolder
	}
	return true, theme.ColorNameForeground
}

// trouble says what made no sense in a cell or its row; "" for nothing.
func (g *grid) trouble(row, column int) string {
	if text := g.troubles[cellAt{row, column}]; text != "" {
		return text
	}
	return g.troubles[cellAt{row, 0}]
}

func rowNumber(r sheet.Row) string { return strconv.Itoa(r.Number) }

func newGridHeader() fyne.CanvasObject {
	text := newFitted("", theme.ColorNamePlaceHolder, noteSize)
	least := canvas.NewRectangle(color.Transparent)
	least.SetMinSize(fyne.NewSize(60, gridHeight))
	return container.NewStack(least, container.New(margins{0, cellMargin, 0, cellMargin}, text))
}

func (g *grid) fillHeader(id widget.TableCellID, o fyne.CanvasObject) {
	_, text := cellParts(o)
	switch {
	case id.Row < 0 && id.Col >= 0:
		text.set(reports.ColumnName(id.Col + 1))
	case id.Col < 0 && id.Row >= 0 && id.Row < len(g.rows):
		text.set(rowNumber(g.rows[id.Row]))
	default:
		text.set("")
	}
}
