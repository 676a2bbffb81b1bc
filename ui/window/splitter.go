package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A splitter is the bar between two parts, one above the other or, where it is
// upright, side by side; dragging it moves it.
type splitter struct {
	widget.BaseWidget
	drag    func(by float32)
	OnKey   func(*fyne.KeyEvent) // of keys that do not move it; nil: they do nothing
	OnHint  func(string)         // "" when the focus leaves; nil: nobody listens
	Hint    string               // how it is moved
	hovered bool
	focused bool
	upright bool // seen only while the pointer is on it
}

func newSplitter(drag func(by float32)) *splitter {
	s := &splitter{drag: drag}
	s.ExtendBaseWidget(s)
	return s
}

func newUpright(drag func(by float32)) *splitter {
	s := newSplitter(drag)
	s.upright = true
	return s
}

// Dragged moves the bar with the pointer.
func (s *splitter) Dragged(e *fyne.DragEvent) {
	if s.upright {
		s.drag(e.Dragged.DX)
		return
	}
	s.drag(e.Dragged.DY)
}

var (
	_ fyne.Focusable   = (*splitter)(nil)
	_ fyne.Disableable = (*splitter)(nil)
)

// splitterStep is how far an arrow moves the bar.
const splitterStep = 24

// TypedKey moves the bar with the arrows; other keys it hands on.
func (s *splitter) TypedKey(e *fyne.KeyEvent) {
	switch {
	case e.Name == fyne.KeyUp:
		s.drag(-splitterStep)
	case e.Name == fyne.KeyDown:
		s.drag(splitterStep)
	case s.OnKey != nil:
		s.OnKey(e)
	}
}

// TypedRune takes no text.
func (s *splitter) TypedRune(rune) {}

// FocusGained shows that the arrows move the bar.
func (s *splitter) FocusGained() {
	s.focused = true
	s.say(s.Hint)
	s.Refresh()
}

// FocusLost makes the bar quiet again.
func (s *splitter) FocusLost() {
	s.focused = false
	s.say("")
	s.Refresh()
}

func (s *splitter) say(hint string) {
	if s.OnHint != nil {
		s.OnHint(hint)
	}
}

// Disabled tells that the bar has no focus: upright ones have keys of the
// window.
func (s *splitter) Disabled() bool { return s.upright }

// Disable does nothing: a bar is upright or not.
func (s *splitter) Disable() {}

// Enable does nothing: a bar is upright or not.
func (s *splitter) Enable() {}

// DragEnd does nothing: the bar is where it was dragged to.
func (s *splitter) DragEnd() {}

// Cursor tells that the bar can be moved.
func (s *splitter) Cursor() desktop.Cursor {
	if s.upright {
		return desktop.HResizeCursor
	}
	return desktop.VResizeCursor
}

// MouseIn shows the bar.
func (s *splitter) MouseIn(*desktop.MouseEvent) {
	s.hovered = true
	s.Refresh()
}

// MouseMoved changes nothing.
func (s *splitter) MouseMoved(*desktop.MouseEvent) {}

// MouseOut makes the bar quiet again.
func (s *splitter) MouseOut() {
	s.hovered = false
	s.Refresh()
}

// CreateRenderer draws a line with a grip in its middle.
func (s *splitter) CreateRenderer() fyne.WidgetRenderer {
	r := &splitterRenderer{splitter: s, line: canvas.NewRectangle(color.Transparent), grip: &canvas.Rectangle{FillColor: color.Transparent, CornerRadius: 1.5}}
	r.Refresh()
	return r
}

type splitterRenderer struct {
	splitter   *splitter
	line, grip *canvas.Rectangle
}

func (r *splitterRenderer) Destroy() {}

func (r *splitterRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.line, r.grip}
}

func (r *splitterRenderer) MinSize() fyne.Size {
	if r.splitter.upright {
		return fyne.NewSize(0, 40)
	}
	return fyne.NewSize(40, 9)
}

func (r *splitterRenderer) Layout(size fyne.Size) {
	if r.splitter.upright {
		r.line.Move(fyne.NewPos(size.Width/2-1, 0))
		r.line.Resize(fyne.NewSize(2, size.Height))
		r.grip.Move(fyne.NewPos(size.Width/2-1.5, size.Height/2-16))
		r.grip.Resize(fyne.NewSize(3, 32))
		return
	}
	r.line.Move(fyne.NewPos(0, size.Height/2))
	r.line.Resize(fyne.NewSize(size.Width, 1))
	r.grip.Move(fyne.NewPos(size.Width/2-16, size.Height/2-1))
	r.grip.Resize(fyne.NewSize(32, 3))
}

func (r *splitterRenderer) Refresh() {
	r.line.FillColor = theme.Color(theme.ColorNameSeparator)
	r.grip.FillColor = theme.Color(theme.ColorNameInputBorder)
	if r.splitter.upright && !r.splitter.hovered {
		r.line.FillColor = color.Transparent
	}
	if r.splitter.hovered || r.splitter.focused {
		r.line.FillColor, r.grip.FillColor = theme.Color(theme.ColorNamePrimary), theme.Color(theme.ColorNamePrimary)
	}
	canvas.Refresh(r.splitter)
}
