package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// A word is a part of the headline that is a menu. What follows it without a
// space (a comma) is its Tail.
type word struct {
	control
	Role, Text, Tail string
	Bold             bool
	Small            bool // letters as in a small window
}

func newWord(role, text string, tapped func()) *word {
	w := &word{Role: role, Text: text}
	w.OnTapped = tapped
	w.extend(w)
	return w
}

// CreateRenderer draws the word, a line below it and its tail.
func (w *word) CreateRenderer() fyne.WidgetRenderer {
	r := &wordRenderer{word: w, ground: canvas.NewRectangle(color.Transparent), line: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Transparent), tail: canvas.NewText("", color.Transparent)}
	r.Refresh()
	return r
}

// TypedKey opens the menu with the arrow down too.
func (w *word) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyDown {
		w.press()
		return
	}
	w.control.TypedKey(e)
}

type wordRenderer struct {
	word         *word
	ground, line *canvas.Rectangle
	text, tail   *canvas.Text
}

// wordMargin is what the ground of a word has left and right of its letters.
const wordMargin = 2

func (r *wordRenderer) Destroy() {}

func (r *wordRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.line, r.text, r.tail}
}

func (r *wordRenderer) MinSize() fyne.Size {
	size := r.text.MinSize()
	width := size.Width + 2*wordMargin
	if r.tail.Text != "" {
		width += r.tail.MinSize().Width - wordMargin
	}
	return fyne.NewSize(width, size.Height+4)
}

func (r *wordRenderer) Layout(size fyne.Size) {
	least := r.text.MinSize()
	r.ground.Resize(fyne.NewSize(least.Width+2*wordMargin, size.Height))
	r.text.Move(fyne.NewPos(wordMargin, 1))
	r.text.Resize(least)
	r.line.Move(fyne.NewPos(wordMargin, least.Height))
	r.line.Resize(fyne.NewSize(least.Width, 1.5))
	r.tail.Move(fyne.NewPos(wordMargin+least.Width, 1))
	r.tail.Resize(r.tail.MinSize())
}

func (r *wordRenderer) Refresh() {
	w := r.word
	for _, t := range []*canvas.Text{r.text, r.tail} {
		t.TextSize = headlinePoints(w.Small)
		t.Color = theme.Color(theme.ColorNameForeground)
	}
	r.text.Text, r.tail.Text = w.Text, w.Tail
	r.text.TextStyle.Bold = w.Bold
	r.tail.Color = theme.Color(theme.ColorNamePlaceHolder)
	if w.hovered {
		r.text.Color = theme.Color(theme.ColorNamePrimary)
	}
	r.line.FillColor = theme.Color(theme.ColorNamePrimary)
	w.paintGround(r.ground)
	r.Layout(w.Size())
	canvas.Refresh(w)
}
