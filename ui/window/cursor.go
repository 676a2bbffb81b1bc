package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports/chart"
)

// A cursor is what moves over a chart: a vertical rule, a dot and a label, and
// the line that the dot is on, which stands out from all others. They are small
// canvas objects, so that the chart's texture is not touched.
type cursor struct {
	line        []*canvas.Line // the pieces that a line was made of so far
	pieces      int            // of them that are shown
	rule        *canvas.Line
	dot         *canvas.Circle
	card        *canvas.Rectangle
	what, value *canvas.Text
	shown       bool
}

func newCursor() *cursor {
	c := &cursor{rule: canvas.NewLine(color.Transparent), dot: canvas.NewCircle(color.Transparent), card: canvas.NewRectangle(color.Transparent), what: canvas.NewText("", color.Transparent), value: canvas.NewText("", color.Transparent)}
	c.hideAll()
	return c
}

func (c *cursor) objects() []fyne.CanvasObject {
	return append(c.lines(), c.rule, c.dot, c.card, c.what, c.value)
}

func (c *cursor) lines() []fyne.CanvasObject {
	list := make([]fyne.CanvasObject, 0, c.pieces+5)
	for _, l := range c.line[:c.pieces] {
		list = append(list, l)
	}
	return list
}

// mostPieces is how many pieces a line has at most that stands out: a longer one
// would make the pointer slow.
const mostPieces = 400

// follow puts the pieces of a line along its numbers, or none.
func (c *cursor) follow(runs [][]chart.Point) {
	n := 0
	for _, run := range runs {
		n += max(0, len(run)-1)
	}
	if n > mostPieces {
		runs = nil
	}
	c.pieces = 0
	for _, run := range runs {
		for i := 1; i < len(run); i++ {
			if c.pieces == len(c.line) {
				c.line = append(c.line, canvas.NewLine(color.Transparent))
			}
			l := c.line[c.pieces]
			l.StrokeColor, l.StrokeWidth = theme.Color(theme.ColorNameForeground), 2.5
			l.Position1 = fyne.NewPos(float32(run[i-1].X), float32(run[i-1].Y))
			l.Position2 = fyne.NewPos(float32(run[i].X), float32(run[i].Y))
			l.Show()
			c.pieces++
		}
	}
}

const (
	dotRadius  = 4
	cardMargin = 8
)

// show puts the cursor at a point of the chart, and its label beside it,
// within the picture.
func (c *cursor) show(plot chart.Rect, at chart.Point, picture fyne.Size, what, value string) {
	x, y := float32(at.X), float32(at.Y)
	c.paint()
	c.rule.Position1, c.rule.Position2 = fyne.NewPos(x, float32(plot.Y)), fyne.NewPos(x, float32(plot.Y+plot.Height))
	c.dot.Move(fyne.NewPos(x-dotRadius, y-dotRadius))
	c.dot.Resize(fyne.NewSquareSize(2 * dotRadius))
	c.what.Text, c.value.Text = what, value
	c.label(x, y, picture)
	if !c.shown {
		c.shown = true
		for _, o := range c.objects() {
			o.Show()
		}
	}
	for _, o := range []fyne.CanvasObject{c.rule, c.dot, c.card, c.what, c.value} {
		o.Refresh()
	}
}

// label places the card right of the point, or left where that is cut.
func (c *cursor) label(x, y float32, picture fyne.Size) {
	what, value := c.what.MinSize(), c.value.MinSize()
	size := fyne.NewSize(fyne.Max(what.Width, value.Width)+2*cardMargin, what.Height+value.Height+cardMargin)
	at := fyne.NewPos(x+12, y-size.Height-8)
	if at.X+size.Width > picture.Width {
		at.X = x - 12 - size.Width
	}
	at = within(picture, at, size)
	c.card.Move(at)
	c.card.Resize(size)
	c.what.Move(at.AddXY(cardMargin, cardMargin/2))
	c.value.Move(at.AddXY(cardMargin, cardMargin/2+what.Height))
}

func (c *cursor) paint() {
	c.rule.StrokeColor, c.rule.StrokeWidth = theme.Color(theme.ColorNameInputBorder), 1
	c.dot.FillColor = theme.Color(theme.ColorNamePrimary)
	c.dot.StrokeColor, c.dot.StrokeWidth = theme.Color(theme.ColorNameBackground), 1.5
	c.card.FillColor = theme.Color(theme.ColorNameOverlayBackground)
	c.card.StrokeColor, c.card.StrokeWidth = theme.Color(theme.ColorNameSeparator), 1
	c.card.CornerRadius = 4
	c.what.TextSize, c.what.Color = noteSize, theme.Color(theme.ColorNamePlaceHolder)
	c.value.TextSize, c.value.Color = theme.TextSize(), theme.Color(theme.ColorNameForeground)
	c.value.TextStyle.Bold = true
}

func (c *cursor) hide() {
	if c.shown {
		c.hideAll()
	}
}

func (c *cursor) hideAll() {
	c.shown, c.pieces = false, 0
	for _, o := range c.objects() {
		o.Hide()
	}
}
