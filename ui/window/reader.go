package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A reader shows what may be longer than its room. Where it is, the keyboard
// comes to its ring, before it comes to what stands in it.
type reader struct {
	widget.BaseWidget
	ring   *readerRing
	scroll *container.Scroll
}

func (p *page) newReader(content fyne.CanvasObject) *reader {
	r := &reader{scroll: container.NewVScroll(content)}
	r.ring = newReaderRing(r.scroll)
	r.ring.OnKey, r.ring.OnHint, r.ring.Hint = p.typed, p.hint, p.say("hint.reader")
	r.ExtendBaseWidget(r)
	return r
}

// CreateRenderer draws the focus ring around what is read.
func (r *reader) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(r.ring, r.scroll))
}

// A readerRing has the focus of a reader: arrows and pages move in it.
type readerRing struct {
	widget.BaseWidget
	OnKey   func(*fyne.KeyEvent)
	OnHint  func(string) // "" when the focus leaves
	Hint    string       // how one moves in it
	scroll  *container.Scroll
	focused bool
}

var (
	_ fyne.Focusable   = (*readerRing)(nil)
	_ fyne.Disableable = (*readerRing)(nil)
)

func newReaderRing(s *container.Scroll) *readerRing {
	r := &readerRing{scroll: s}
	r.ExtendBaseWidget(r)
	return r
}

// readerStep is how far an arrow moves.
const readerStep = 40

// TypedKey moves in what is read; keys that it does not use it hands on.
func (r *readerRing) TypedKey(e *fyne.KeyEvent) {
	page := fyne.Max(readerStep, r.scroll.Size().Height-readerStep)
	switch e.Name {
	case fyne.KeyUp:
		r.move(-readerStep)
	case fyne.KeyDown:
		r.move(readerStep)
	case fyne.KeyPageUp:
		r.move(-page)
	case fyne.KeyPageDown, fyne.KeySpace:
		r.move(page)
	case fyne.KeyHome:
		r.scroll.ScrollToTop()
	case fyne.KeyEnd:
		r.scroll.ScrollToBottom()
	default:
		r.OnKey(e)
	}
}

func (r *readerRing) move(by float32) {
	r.scroll.ScrollToOffset(fyne.NewPos(0, r.scroll.Offset.Y+by))
}

// TypedRune takes no text.
func (r *readerRing) TypedRune(rune) {}

// FocusGained shows the ring.
func (r *readerRing) FocusGained() {
	r.focused = true
	r.OnHint(r.Hint)
	r.Refresh()
}

// FocusLost hides the ring.
func (r *readerRing) FocusLost() {
	r.focused = false
	r.OnHint("")
	r.Refresh()
}

// Disabled tells that there is nothing to move: all is seen.
func (r *readerRing) Disabled() bool {
	return r.scroll.Content.MinSize().Height <= r.scroll.Size().Height
}

// Disable does nothing: what there is to move tells.
func (r *readerRing) Disable() {}

// Enable does nothing: what there is to move tells.
func (r *readerRing) Enable() {}

// CreateRenderer draws the ring.
func (r *readerRing) CreateRenderer() fyne.WidgetRenderer {
	d := &readerRingRenderer{widget.NewSimpleRenderer(&canvas.Rectangle{FillColor: color.Transparent, CornerRadius: 4}), r}
	d.Refresh()
	return d
}

type readerRingRenderer struct {
	fyne.WidgetRenderer
	ring *readerRing
}

func (d *readerRingRenderer) Refresh() {
	drawn := d.Objects()[0].(*canvas.Rectangle)
	drawn.StrokeWidth = 0
	if d.ring.focused {
		drawn.StrokeWidth, drawn.StrokeColor = 2, theme.Color(theme.ColorNamePrimary)
	}
	drawn.Refresh()
}
