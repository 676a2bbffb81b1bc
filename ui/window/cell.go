package window

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
)

// A cellSide is where the text of a cell stands.
type cellSide int

const (
	leftCell cellSide = iota
	rightCell
)

// cellMargin is the space left and right of a cell's text.
const cellMargin = 8

// A cell of the table shows a text, or the trend of a row.
type cell struct {
	widget.BaseWidget
	text          *canvas.Text
	spark         *canvas.Raster
	side          cellSide
	bold, slanted bool
	numbers       []*reports.Number // of a trend
}

func newCell() *cell {
	c := &cell{text: &canvas.Text{}}
	c.spark = canvas.NewRaster(func(w, h int) image.Image { return sparkline(c.numbers, w, h, theme.Color(theme.ColorNamePrimary)) })
	c.ExtendBaseWidget(c)
	return c
}

// set shows a text. What was set of bold and slanted holds for this text only.
func (c *cell) set(text string, color fyne.ThemeColorName, side cellSide, header bool) {
	c.numbers, c.side = nil, side
	c.text.Text, c.text.Color = text, theme.Color(color)
	c.text.TextSize = theme.TextSize()
	if header {
		c.text.TextSize = noteSize
	}
	c.text.TextStyle = fyne.TextStyle{Bold: c.bold || header, Italic: c.slanted}
	c.bold, c.slanted = false, false
	c.place(c.Size())
	c.text.Refresh()
}

// trend shows numbers as a small line.
func (c *cell) trend(numbers []*reports.Number) {
	c.set("", theme.ColorNameForeground, leftCell, false)
	c.numbers = numbers
	c.place(c.Size())
	c.spark.Refresh()
}

// place lays the parts out; the one that shows nothing has no size.
func (c *cell) place(size fyne.Size) {
	text := c.text.Text
	if c.side == leftCell {
		text = fit(text, size.Width-2*cellMargin, c.text.TextSize, c.text.TextStyle)
	}
	least := fyne.MeasureText(text, c.text.TextSize, c.text.TextStyle)
	at := fyne.NewPos(cellMargin, (size.Height-least.Height)/2)
	if c.side == rightCell {
		at.X = size.Width - cellMargin - least.Width
	}
	c.text.Text = text
	c.text.Move(at)
	c.text.Resize(least)
	if c.numbers == nil {
		c.spark.Resize(fyne.Size{})
		return
	}
	c.spark.Move(fyne.NewPos(cellMargin, 4))
	c.spark.Resize(size.SubtractWidthHeight(2*cellMargin, 8))
}

// CreateRenderer draws the cell.
func (c *cell) CreateRenderer() fyne.WidgetRenderer { return &cellRenderer{c} }

type cellRenderer struct{ cell *cell }

func (r *cellRenderer) Destroy() {}

func (r *cellRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.cell.text, r.cell.spark}
}

// MinSize and the padding of 4 between rows make the pitch of the table.
func (r *cellRenderer) MinSize() fyne.Size { return fyne.NewSize(60, pitch-4) }

func (r *cellRenderer) Layout(size fyne.Size) { r.cell.place(size) }

func (r *cellRenderer) Refresh() { r.cell.text.Refresh() }
