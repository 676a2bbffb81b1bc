package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A paragraph is text that wraps, in a colour and size of the theme. Unlike
// Fyne's it keeps a colon with the word before it, and what is quoted with its
// quotation marks.
type paragraph struct {
	widget.BaseWidget
	Text   string
	Color  fyne.ThemeColorName
	Points fyne.ThemeSizeName
	Bold   bool
	Most   int     // lines; 0: any number
	Inset  float32 // on all sides

	parts []string // of the text: those at the end are left out where there are more lines
	rows  []string
	width float32 // that the rows were made for; 0: none yet
}

func newParagraph(text string, color fyne.ThemeColorName, size fyne.ThemeSizeName) *paragraph {
	p := &paragraph{Text: text, Color: color, Points: size, Inset: theme.InnerPadding(), rows: []string{text}}
	p.ExtendBaseWidget(p)
	return p
}

// prose makes text to read.
func prose(text string) *paragraph {
	return newParagraph(text, theme.ColorNameForeground, theme.SizeNameText)
}

// strong makes bold text that wraps.
func strong(text string) *paragraph {
	p := prose(text)
	p.Bold = true
	return p
}

// note makes text of second rank.
func note(text string) *paragraph {
	return newParagraph(text, theme.ColorNamePlaceHolder, theme.SizeNameCaptionText)
}

// set writes another text, of parts of which the first must be seen, and tells
// whether it takes another number of lines.
func (p *paragraph) set(parts ...string) (taller bool) {
	text := strings.Join(parts, " ")
	if p.Text == text {
		return false
	}
	before := len(p.rows)
	p.Text, p.parts = text, parts
	p.wrap()
	p.Refresh()
	return len(p.rows) != before
}

// Resize breaks the lines anew where the width changed.
func (p *paragraph) Resize(size fyne.Size) {
	if size.Width != p.width {
		p.width = size.Width
		p.wrap()
		p.Refresh()
	}
	p.BaseWidget.Resize(size)
}

// leastLine is how narrow the lines of a paragraph get.
const leastLine = 24

func (p *paragraph) wrap() {
	if p.width < leastLine+2*p.Inset {
		p.rows = []string{p.Text}
		return
	}
	width, size := p.width-2*p.Inset, theme.Size(p.Points)
	p.rows = wrapped(p.Text, width, size, p.style(), 0)
	for n := len(p.parts) - 1; n > 0 && p.over(); n-- {
		p.rows = wrapped(strings.Join(p.parts[:n], " "), width, size, p.style(), 0)
	}
	if p.over() { // the last line is cut
		p.rows = wrapped(strings.Join(p.rows, " "), width, size, p.style(), p.Most)
	}
}

func (p *paragraph) style() fyne.TextStyle { return fyne.TextStyle{Bold: p.Bold} }

// over tells whether there are more lines than there may be.
func (p *paragraph) over() bool { return p.Most > 0 && len(p.rows) > p.Most }

// CreateRenderer draws the lines.
func (p *paragraph) CreateRenderer() fyne.WidgetRenderer {
	r := &paragraphRenderer{paragraph: p}
	r.Refresh()
	return r
}

type paragraphRenderer struct {
	paragraph *paragraph
	lines     []fyne.CanvasObject
}

func (r *paragraphRenderer) Destroy() {}

func (r *paragraphRenderer) Objects() []fyne.CanvasObject { return r.lines }

// MinSize is as narrow as can be: the lines are broken to the width that there
// is.
func (r *paragraphRenderer) MinSize() fyne.Size {
	p := r.paragraph
	return fyne.NewSize(leastLine+2*p.Inset, float32(len(p.rows))*r.pitch()+2*p.Inset)
}

func (r *paragraphRenderer) pitch() float32 {
	return fyne.MeasureText("M", theme.Size(r.paragraph.Points), r.paragraph.style()).Height
}

func (r *paragraphRenderer) Layout(fyne.Size) {
	p, pitch := r.paragraph, r.pitch()
	for i, o := range r.lines {
		o.Move(fyne.NewPos(p.Inset, p.Inset+float32(i)*pitch))
		o.Resize(o.MinSize())
	}
}

func (r *paragraphRenderer) Refresh() {
	p := r.paragraph
	r.lines = nil
	for _, row := range p.rows {
		r.lines = append(r.lines, line(row, p.Color, theme.Size(p.Points), p.Bold))
	}
	r.Layout(p.Size())
	canvas.Refresh(p)
}
