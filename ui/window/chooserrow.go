package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A chooserRow shows one choice: a tick, its label, a note at the right.
type chooserRow struct {
	widget.BaseWidget
	OnTapped func(toggle bool) // toggle: on the tick
	OnHover  func()
	OnScroll func(rows int)

	choice *choice // nil: the row is empty
	lines  int     // that it has: one, or two
	at     bool    // the keyboard is here
}

func newChooserRow(lines int) *chooserRow {
	r := &chooserRow{lines: lines}
	r.ExtendBaseWidget(r)
	return r
}

func (r *chooserRow) set(c *choice, at bool) {
	r.choice, r.at = c, at
	r.Refresh()
}

// The width of the column of ticks, what stands free at the right of a row,
// and between its two texts.
const (
	tickWidth      = 28
	rowMarginRight = 8
	besideGap      = 16
)

// Tapped chooses, or toggles where the tick was hit.
func (r *chooserRow) Tapped(e *fyne.PointEvent) { r.OnTapped(e.Position.X < tickWidth) }

// MouseIn moves the highlight here.
func (r *chooserRow) MouseIn(*desktop.MouseEvent) { r.OnHover() }

// MouseMoved changes nothing.
func (r *chooserRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut changes nothing: the highlight stays for the keyboard.
func (r *chooserRow) MouseOut() {}

// Scrolled moves the list by three rows a notch.
func (r *chooserRow) Scrolled(e *fyne.ScrollEvent) {
	switch {
	case e.Scrolled.DY < 0:
		r.OnScroll(3)
	case e.Scrolled.DY > 0:
		r.OnScroll(-3)
	}
}

// CreateRenderer draws the row.
func (r *chooserRow) CreateRenderer() fyne.WidgetRenderer {
	d := &chooserRowRenderer{row: r, ground: &canvas.Rectangle{FillColor: color.Transparent, CornerRadius: 4}, tick: canvas.NewText("", color.Transparent), label: canvas.NewText("", color.Transparent), second: canvas.NewText("", color.Transparent), note: canvas.NewText("", color.Transparent)}
	d.Refresh()
	return d
}

type chooserRowRenderer struct {
	row                       *chooserRow
	ground                    *canvas.Rectangle
	tick, label, second, note *canvas.Text
}

func (d *chooserRowRenderer) Destroy() {}

func (d *chooserRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ground, d.tick, d.label, d.second, d.note}
}

func (d *chooserRowRenderer) MinSize() fyne.Size {
	return fyne.NewSize(chooserWidth-40, heightOf(d.row.lines))
}

func (d *chooserRowRenderer) Layout(size fyne.Size) {
	d.ground.Resize(size)
	if d.row.choice == nil {
		return
	}
	text := d.row.choice.lay(size.Width, d.row.lines)
	d.label.Text, d.note.Text, d.second.Text = text.label[0], text.note, ""
	if len(text.label) > 1 {
		d.second.Text = text.label[1]
	}
	height, first := d.label.MinSize().Height, size.Height/2
	if text.under || d.second.Text != "" {
		first = (size.Height - height) / 2
	}
	middle := func(t *canvas.Text, x, y float32) {
		t.Move(fyne.NewPos(x, y-t.MinSize().Height/2))
		t.Resize(t.MinSize())
	}
	middle(d.tick, 8, first)
	middle(d.label, tickWidth, first)
	middle(d.second, tickWidth, first+height)
	if text.under {
		middle(d.note, tickWidth, first+height)
	} else {
		middle(d.note, size.Width-rowMarginRight-d.note.MinSize().Width, first)
	}
}

func (d *chooserRowRenderer) Refresh() {
	d.ground.FillColor = color.Transparent
	d.tick.Text, d.label.Text, d.second.Text, d.note.Text = "", "", "", ""
	if c := d.row.choice; c != nil {
		d.paint(c)
	}
	d.Layout(d.row.Size())
	canvas.Refresh(d.row)
}

func (d *chooserRowRenderer) paint(c *choice) {
	d.tick.TextSize, d.label.TextSize, d.note.TextSize = theme.TextSize(), theme.TextSize(), noteSize
	d.tick.Color = theme.Color(theme.ColorNamePrimary)
	d.label.Color = theme.Color(theme.ColorNameForeground)
	d.note.Color = theme.Color(theme.ColorNamePlaceHolder)
	if c.Refused != "" {
		d.label.Color = theme.Color(theme.ColorNameDisabled)
	}
	switch {
	case c.Checked:
		d.tick.Text = "✓"
	case c.Toggle != nil && c.Refused == "":
		d.tick.Text = "+"
		d.tick.Color = theme.Color(theme.ColorNamePlaceHolder)
	}
	d.label.TextStyle.Bold = c.Checked
	d.second.TextSize, d.second.Color, d.second.TextStyle = d.label.TextSize, d.label.Color, d.label.TextStyle
	if d.row.at {
		d.ground.FillColor = theme.Color(theme.ColorNameSelection)
	}
}
