package window

import (
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// heading makes the small bold line above a panel's part.
func heading(text string) *canvas.Text {
	return line(text, theme.ColorNamePlaceHolder, 11, true)
}

// line makes text that does not wrap.
func line(text string, color fyne.ThemeColorName, size float32, bold bool) *canvas.Text {
	t := canvas.NewText(text, theme.Color(color))
	t.TextSize = size
	t.TextStyle.Bold = bold
	return t
}

// fit returns the text, cut with an ellipsis where it is wider than width.
func fit(text string, width, size float32, style fyne.TextStyle) string {
	return cutTo(text, width, size, style, func(runes []rune, n int) string { return string(runes[:n]) + "…" })
}

// fitEnds returns the text, cut in its middle where it is wider than width.
func fitEnds(text string, width, size float32, style fyne.TextStyle) string {
	return cutTo(text, width, size, style, func(runes []rune, n int) string {
		return string(runes[:n/2]) + "…" + string(runes[len(runes)-(n-n/2):])
	})
}

// cutTo returns the text where it is not wider than width, else what cut makes
// of as many of its letters as have room.
func cutTo(text string, width, size float32, style fyne.TextStyle, cut func(runes []rune, n int) string) string {
	if fyne.MeasureText(text, size, style).Width <= width {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if fyne.MeasureText(cut(runes, middle), size, style).Width <= width {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return cut(runes, low)
}

// A fitted line is text on one line that is cut where its space ends.
type fitted struct {
	widget.BaseWidget
	Text   string
	Color  fyne.ThemeColorName
	points float32
	Bold   bool
	Whole  bool // where there is no room for all of it there is none of it
}

func newFitted(text string, color fyne.ThemeColorName, size float32) *fitted {
	f := &fitted{Text: text, Color: color, points: size}
	f.ExtendBaseWidget(f)
	return f
}

func (f *fitted) set(text string) {
	if f.Text != text {
		f.Text = text
		f.Refresh()
	}
}

// paint changes the colour.
func (f *fitted) paint(c fyne.ThemeColorName) {
	if f.Color != c {
		f.Color = c
		f.Refresh()
	}
}

// rank makes the text stand out, or stand back.
func (f *fitted) rank(bold bool, c fyne.ThemeColorName) {
	if f.Bold != bold || f.Color != c {
		f.Bold, f.Color = bold, c
		f.Refresh()
	}
}

// cut tells whether there is no room for all of the text.
func (f *fitted) cut() bool {
	width := f.Size().Width
	return width > 0 && fyne.MeasureText(f.Text, f.points, fyne.TextStyle{Bold: f.Bold}).Width > width
}

// cutTexts lists the texts within an object that have no room.
func cutTexts(o fyne.CanvasObject) []string {
	var list []string
	switch o := o.(type) {
	case *fitted:
		if o.cut() {
			list = append(list, o.Text)
		}
	case *fyne.Container:
		for _, child := range o.Objects {
			list = append(list, cutTexts(child)...)
		}
	}
	return list
}

// CreateRenderer draws the text.
func (f *fitted) CreateRenderer() fyne.WidgetRenderer {
	r := &fittedRenderer{fitted: f, text: &canvas.Text{}}
	r.Refresh()
	return r
}

type fittedRenderer struct {
	fitted *fitted
	text   *canvas.Text
}

func (r *fittedRenderer) Destroy() {}

func (r *fittedRenderer) Objects() []fyne.CanvasObject { return []fyne.CanvasObject{r.text} }

func (r *fittedRenderer) MinSize() fyne.Size {
	style := fyne.TextStyle{Bold: r.fitted.Bold}
	return fyne.NewSize(24, fyne.MeasureText("M", r.fitted.points, style).Height)
}

func (r *fittedRenderer) Layout(size fyne.Size) {
	text := fit(r.fitted.Text, size.Width, r.text.TextSize, r.text.TextStyle)
	if r.fitted.Whole && text != r.fitted.Text {
		text = ""
	}
	if text != r.text.Text {
		r.text.Text = text
		r.text.Refresh()
	}
	r.text.Move(fyne.NewPos(0, (size.Height-r.text.MinSize().Height)/2))
	r.text.Resize(fyne.NewSize(size.Width, r.text.MinSize().Height))
}

func (r *fittedRenderer) Refresh() {
	r.text.TextSize, r.text.TextStyle.Bold = r.fitted.points, r.fitted.Bold
	r.text.Color = theme.Color(r.fitted.Color)
	r.Layout(r.fitted.Size())
	r.text.Refresh()
}

// capital returns the text with its first letter large, except of names that
// are written as they are: iGoogle, en.wikipedia.
func capital(text string) string {
	r, n := utf8.DecodeRuneInString(text)
	first, _, _ := strings.Cut(text, " ")
	if n == 0 || strings.Contains(strings.TrimRight(first, "."), ".") || strings.ToLower(first[n:]) != first[n:] {
		return text
	}
	return strings.ToUpper(string(r)) + text[n:]
}
