package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A buttonStyle is how much a button stands out.
type buttonStyle int

const (
	plainButton buttonStyle = iota // text alone
	boxedButton                    // text in a frame
	tabButton                      // one of several: the chosen one is underlined
	linkButton                     // coloured text
)

// buttonInset is what a button has left and right of a text at the left.
const buttonInset = 8

// A button is a word to press.
type button struct {
	control
	Text   string
	Style  buttonStyle
	Chosen bool
	Left   bool // text at the left, not in the middle
	Lines  int  // that a text at the left may take where its row is narrow; 0: one

	width float32 // that the lines were broken for
}

func newButton(text string, style buttonStyle, tapped func()) *button {
	b := &button{Text: text, Style: style}
	b.OnTapped = tapped
	b.extend(b)
	return b
}

// Resize breaks the lines anew where the width changed.
func (b *button) Resize(size fyne.Size) {
	if b.Lines > 1 && size.Width != b.width {
		b.width = size.Width
		b.Refresh()
	}
	b.control.Resize(size)
}

// set changes what can change of a button while it stands.
func (b *button) set(chosen, refused bool, hint string) {
	b.Chosen, b.Refused, b.Hint = chosen, refused, hint
	b.Refresh()
}

// CreateRenderer draws the ground, the text and the line below a tab.
func (b *button) CreateRenderer() fyne.WidgetRenderer {
	r := &buttonRenderer{button: b, ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Transparent)}
	r.Refresh()
	return r
}

type buttonRenderer struct {
	button       *button
	ground, line *canvas.Rectangle
	text         *canvas.Text
	below        []*canvas.Text // its further lines
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	list := []fyne.CanvasObject{r.ground, r.text, r.line}
	for _, t := range r.below {
		list = append(list, t)
	}
	return list
}

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.button.Left {
		return fyne.NewSize(32, 28+float32(len(r.below))*r.text.MinSize().Height)
	}
	size := r.text.MinSize()
	pad := float32(16)
	if r.button.Style == linkButton {
		pad = 8
	}
	return fyne.NewSize(size.Width+pad, 28)
}

func (r *buttonRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	if r.button.Left && len(r.below) == 0 {
		r.text.Text = fit(r.button.Text, size.Width-2*buttonInset, r.text.TextSize, r.text.TextStyle)
	}
	least := r.text.MinSize()
	x := (size.Width - least.Width) / 2
	if r.button.Left {
		x = buttonInset
	}
	y := (size.Height - least.Height*float32(1+len(r.below))) / 2
	r.text.Move(fyne.NewPos(x, y))
	r.text.Resize(least)
	for i, t := range r.below {
		t.Move(fyne.NewPos(x, y+float32(i+1)*least.Height))
		t.Resize(t.MinSize())
	}
	r.line.Move(fyne.NewPos(8, size.Height-3))
	r.line.Resize(fyne.NewSize(size.Width-16, 2))
}

// breakLines gives the text the lines that it needs and may have.
func (r *buttonRenderer) breakLines() {
	b := r.button
	rows := []string{b.Text}
	if b.Lines > 1 && b.width > 0 {
		rows = wrapped(b.Text, b.width-2*buttonInset, theme.TextSize(), fyne.TextStyle{}, b.Lines)
	}
	r.text.Text, r.below = rows[0], nil
	for _, row := range rows[1:] {
		r.below = append(r.below, line(row, theme.ColorNameForeground, theme.TextSize(), false))
	}
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	r.breakLines()
	r.text.TextSize = theme.TextSize()
	r.text.TextStyle.Bold = b.Chosen && b.Style == tabButton
	r.text.Color = theme.Color(theme.ColorNameForeground)
	switch {
	case b.Refused:
		r.text.Color = theme.Color(theme.ColorNameDisabled)
	case b.Style == linkButton || b.Chosen:
		r.text.Color = theme.Color(theme.ColorNamePrimary)
	}
	for _, t := range r.below {
		t.Color = r.text.Color
	}
	b.paintGround(r.ground)
	if b.Style == boxedButton && !b.focused {
		r.ground.StrokeColor = theme.Color(theme.ColorNameInputBorder)
		if b.Refused {
			r.ground.StrokeColor = theme.Color(theme.ColorNameSeparator)
		}
		r.ground.StrokeWidth = 1
	}
	r.line.FillColor = color.Transparent
	if b.Chosen && b.Style == tabButton {
		r.line.FillColor = theme.Color(theme.ColorNamePrimary)
	}
	r.Layout(b.Size())
	canvas.Refresh(b)
}
