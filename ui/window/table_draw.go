package window

import (
	"image/color"

	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// A tableRenderer draws a table with as many texts, rules and sparklines as
// are seen; they are used again when it scrolls.
type tableRenderer struct {
	table                    *table
	header, pinned, at       *canvas.Rectangle
	track, bar               *canvas.Rectangle
	ring                     *canvas.Rectangle
	texts                    []*canvas.Text
	rules                    []*canvas.Rectangle
	sparks                   []*spark
	usedTexts, usedRules, up int
}

// A spark is the sparkline of a row.
type spark struct {
	raster  *canvas.Raster
	numbers []*reports.Number
}

func newTableRenderer(t *table) *tableRenderer {
	r := &tableRenderer{table: t, header: canvas.NewRectangle(color.Transparent), pinned: canvas.NewRectangle(color.Transparent), at: canvas.NewRectangle(color.Transparent), track: canvas.NewRectangle(color.Transparent), bar: canvas.NewRectangle(color.Transparent), ring: canvas.NewRectangle(color.Transparent)}
	r.draw()
	return r
}

func (r *tableRenderer) Destroy() {}

func (r *tableRenderer) MinSize() fyne.Size {
	return fyne.NewSize(nameLeast+trendWidth+120, tableHeight+indicator)
}

func (r *tableRenderer) Layout(fyne.Size) { r.draw() }

func (r *tableRenderer) Refresh() {
	r.draw()
	canvas.Refresh(r.table)
}

func (r *tableRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.header, r.pinned, r.at}
	for _, o := range r.rules[:r.usedRules] {
		list = append(list, o)
	}
	for _, o := range r.sparks[:r.up] {
		list = append(list, o.raster)
	}
	for _, o := range r.texts[:r.usedTexts] {
		list = append(list, o)
	}
	return append(list, r.track, r.bar, r.ring)
}

// draw places everything that is seen.
func (r *tableRenderer) draw() {
	t := r.table
	t.clamp()
	r.usedTexts, r.usedRules, r.up = 0, 0, 0
	r.header.FillColor = theme.Color(colorSurface)
	r.header.Resize(fyne.NewSize(t.Size().Width, pitch))
	columns := t.visibleColumns()
	if t.words != nil {
		r.drawHeader(columns)
	}
	for i := range t.visibleRows() {
		r.drawRow(t.row(t.top+i), pitch*float32(i+1), columns)
	}
	r.mark(r.pinned, t.pinned, columns)
	r.pinned.FillColor = theme.Color(theme.ColorNameSelection)
	r.at.FillColor, r.at.StrokeColor, r.at.StrokeWidth = nil, theme.Color(theme.ColorNamePrimary), 2
	r.mark(r.at, t.at, columns)
	if !t.focused {
		r.at.Resize(fyne.Size{})
		r.at.StrokeWidth = 0
	}
	r.drawBar()
	r.drawRing()
}

func (r *tableRenderer) drawRing() {
	r.ring.StrokeWidth, r.ring.StrokeColor = 0, nil
	if t := r.table; t.focused && t.at == nowhere {
		r.ring.StrokeWidth, r.ring.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	ringIn(r.ring, r.table.Size())
}

func (r *tableRenderer) drawHeader(columns []placed) {
	t := r.table
	if n := t.visibleRows(); n < t.count() {
		rows := t.words.Say("window.table.rows", "from", t.top+1, "to", t.top+n, "all", t.count())
		r.text(rows, 0, t.name, 0, false, theme.ColorNamePlaceHolder, noteSize, fyne.TextStyle{})
	}
	if t.trends() {
		r.text(t.words.Say("window.table.trend"), t.name, trendWidth, 0, false, theme.ColorNamePlaceHolder, noteSize, fyne.TextStyle{Bold: true})
	}
	for _, c := range columns {
		r.text(t.header(c.column), c.x, c.width, 0, true, theme.ColorNamePlaceHolder, noteSize, fyne.TextStyle{Bold: true})
	}
}

func (r *tableRenderer) drawRow(row tableRow, y float32, columns []placed) {
	t := r.table
	style := fyne.TextStyle{Bold: row.total}
	r.text(fit(row.label, t.name-2*cellMargin, theme.TextSize(), style), 0, t.name, y, false, theme.ColorNameForeground, theme.TextSize(), style)
	if t.trends() {
		r.spark(row.numbers, t.name, y)
	}
	for _, c := range columns {
		color, style := theme.ColorNamePlaceHolder, style
		text, plain := row.cell(c.column, t.words)
		if plain {
			color = theme.ColorNameForeground
		}
		style.Italic = !plain && text != "–"
		r.text(text, c.x, c.width, y, true, color, theme.TextSize(), style)
	}
	r.rule(y + pitch - 1)
}

// quiet tells whether a number is not to be taken as it stands: it is slanted.
func quiet(n reports.Number) bool {
	return n.Partial() || n.Incomplete || n.Status != reports.Normal
}

// text draws a text in a cell; it is refreshed only where it changed.
func (r *tableRenderer) text(text string, x, width, y float32, right bool, color fyne.ThemeColorName, size float32, style fyne.TextStyle) {
	if r.usedTexts == len(r.texts) {
		r.texts = append(r.texts, &canvas.Text{})
	}
	o := r.texts[r.usedTexts]
	r.usedTexts++
	o.Text, o.Color, o.TextSize, o.TextStyle = text, theme.Color(color), size, style
	least := o.MinSize()
	at := fyne.NewPos(x+cellMargin, y+(pitch-least.Height)/2)
	if right {
		at.X = x + width - cellMargin - least.Width
	}
	o.Move(at)
	o.Resize(least)
	o.Refresh()
}

func (r *tableRenderer) rule(y float32) {
	if r.usedRules == len(r.rules) {
		r.rules = append(r.rules, canvas.NewRectangle(color.Transparent))
	}
	o := r.rules[r.usedRules]
	r.usedRules++
	o.FillColor = theme.Color(theme.ColorNameSeparator)
	o.Move(fyne.NewPos(0, y))
	o.Resize(fyne.NewSize(r.table.Size().Width, 1))
}

func (r *tableRenderer) spark(numbers []*reports.Number, x, y float32) {
	if r.up == len(r.sparks) {
		s := &spark{}
		s.raster = canvas.NewRaster(func(w, h int) image.Image {
			return sparkline(s.numbers, w, h, theme.Color(theme.ColorNamePrimary))
		})
		r.sparks = append(r.sparks, s)
	}
	s := r.sparks[r.up]
	r.up++
	changed := len(s.numbers) != len(numbers) || len(numbers) > 0 && &s.numbers[0] != &numbers[0]
	s.numbers = numbers
	s.raster.Move(fyne.NewPos(x+cellMargin, y+6))
	s.raster.Resize(fyne.NewSize(trendWidth-2*cellMargin, pitch-12))
	if changed {
		s.raster.Refresh()
	}
}

// mark places a mark over a cell, or nowhere.
func (r *tableRenderer) mark(o *canvas.Rectangle, at spot, columns []placed) {
	t := r.table
	o.Resize(fyne.Size{})
	for _, c := range columns {
		if c.column == at.column && at.row >= t.top && at.row < t.top+t.visibleRows() {
			o.Move(fyne.NewPos(c.x, pitch*float32(1+at.row-t.top)))
			o.Resize(fyne.NewSize(c.width, pitch-1))
		}
	}
}
