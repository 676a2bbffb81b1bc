package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
)

// A pressable is a widget that pointer and keyboard can press.
type pressable interface {
	fyne.Widget
	fyne.Focusable
}

// A control is what all of the window's own pressable widgets share: hover,
// focus, Enter and Space, and a hint for the status line. What keys it does
// not use it hands on, so that F1, F6 and Esc work wherever the focus is.
type control struct {
	widget.BaseWidget
	OnTapped func()
	OnKey    func(*fyne.KeyEvent)
	OnFocus  func()       // it got the focus
	OnHint   func(string) // "" when the pointer or the focus leaves
	Hint     string       // what it does; of a refused one, why it does not
	Refused  bool         // grey: cannot be pressed, but still says why

	self             pressable
	words            *assets.Words // of its page
	hovered, focused bool
}

func (c *control) extend(self pressable) {
	c.self = self
	c.ExtendBaseWidget(self)
}

// Tapped presses the control and takes the focus.
func (c *control) Tapped(*fyne.PointEvent) {
	if cv := fyne.CurrentApp().Driver().CanvasForObject(c.self); cv != nil {
		cv.Focus(c.self)
	}
	c.press()
}

func (c *control) press() {
	if !c.Refused && c.OnTapped != nil {
		c.OnTapped()
	}
}

// TypedKey presses the control with Enter and Space.
func (c *control) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter || e.Name == fyne.KeySpace:
		c.press()
	case c.OnKey != nil:
		c.OnKey(e)
	}
}

// TypedRune takes no text.
func (c *control) TypedRune(rune) {}

// FocusGained shows the focus ring and says the hint.
func (c *control) FocusGained() {
	c.focused = true
	if c.OnFocus != nil {
		c.OnFocus()
	}
	c.say(c.Hint)
	c.self.Refresh()
}

// FocusLost hides the focus ring.
func (c *control) FocusLost() {
	c.focused = false
	c.say("")
	c.self.Refresh()
}

// MouseIn lights the control up and says the hint.
func (c *control) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	c.say(c.Hint)
	c.self.Refresh()
}

// MouseMoved changes nothing.
func (c *control) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (c *control) MouseOut() {
	c.hovered = false
	c.say("")
	c.self.Refresh()
}

// Cursor is a hand where there is something to press.
func (c *control) Cursor() desktop.Cursor {
	if c.Refused {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

func (c *control) say(hint string) {
	if c.OnHint != nil {
		c.OnHint(hint)
	}
}

// ringRoom is what a ring of the focus, and the software painter around it,
// take beyond the rectangle that is drawn. What cuts off what is in it leaves
// them this room at its left and its top: the painter would move the ring.
const ringRoom = 4

// ringIn places a ring within what cuts it off.
func ringIn(ring *canvas.Rectangle, size fyne.Size) {
	ring.Move(fyne.NewSquareOffsetPos(ringRoom))
	ring.Resize(size.SubtractWidthHeight(2*ringRoom, 2*ringRoom))
}

// paintGround gives the ground of a control its colours: hover, and the ring
// of the focus.
func (c *control) paintGround(ground *canvas.Rectangle) {
	ground.FillColor = color.Transparent
	ground.StrokeWidth = 0
	if c.hovered && !c.Refused {
		ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if c.focused {
		ground.StrokeColor = theme.Color(theme.ColorNamePrimary)
		ground.StrokeWidth = 2
	}
	ground.CornerRadius = 4
}

// base gives access to what a widget embeds.
func (c *control) base() *control { return c }

// wire connects a control of the window to its page: its hint is said in the
// status line, and keys that it does not use go to the window.
func wire[T interface{ base() *control }](p *page, c T, hint string) T {
	b := c.base()
	b.Hint, b.OnKey, b.OnHint, b.words = hint, p.typed, p.hint, p.words
	b.OnFocus = func() { p.reveal(b.self) }
	return c
}
