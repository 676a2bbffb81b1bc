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

// A button is a word to press.
type button struct {
	control
	Text   string
	Style  buttonStyle
	Chosen bool
	Left   bool // text at the left, not in the middle
}

func newButton(text string, style buttonStyle, tapped func()) *button {
	b := &button{Text: text, Style: style}
	b.OnTapped = tapped
	b.extend(b)
	return b
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
}

func (r *buttonRenderer) Destroy() {}

func (r *buttonRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.text, r.line}
}

func (r *buttonRenderer) MinSize() fyne.Size {
	if r.button.Left {
		return fyne.NewSize(32, 28)
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
	if r.button.Left {
		r.text.Text = fit(r.button.Text, size.Width-16, r.text.TextSize, r.text.TextStyle)
	}
	least := r.text.MinSize()
	x := (size.Width - least.Width) / 2
	if r.button.Left {
		x = 8
	}
	r.text.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
	r.text.Resize(least)
	r.line.Move(fyne.NewPos(8, size.Height-3))
	r.line.Resize(fyne.NewSize(size.Width-16, 2))
}

func (r *buttonRenderer) Refresh() {
	b := r.button
	r.text.Text, r.text.TextSize = b.Text, theme.TextSize()
	r.text.TextStyle.Bold = b.Chosen && b.Style == tabButton
	r.text.Color = theme.Color(theme.ColorNameForeground)
	switch {
	case b.Refused:
		r.text.Color = theme.Color(theme.ColorNameDisabled)
	case b.Style == linkButton || b.Chosen:
		r.text.Color = theme.Color(theme.ColorNamePrimary)
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
