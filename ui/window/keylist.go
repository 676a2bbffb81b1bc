package window

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// A keyList is a list that hands on keys that it does not use. The row at which
// the keyboard stands has a ring, so that only what is selected looks so; what
// a row has no room for is said in the status line.
type keyList struct {
	widget.List
	OnHint func(string) // "" when the pointer or the focus leaves; nil: nothing
	onKey  func(*fyne.KeyEvent)
	self   fyne.Focusable // what embeds it

	focused bool
	at      int     // the row at which the keyboard stands
	ringed  *keyRow // which shows it
}

func newKeyList(p *page) *keyList {
	l := &keyList{onKey: p.typed, OnHint: p.hint}
	l.self = l
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer puts each item into a row of the list's own.
func (l *keyList) CreateRenderer() fyne.WidgetRenderer {
	create, update := l.CreateItem, l.UpdateItem
	l.CreateItem = func() fyne.CanvasObject { return newKeyRow(l, create()) }
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		row := o.(*keyRow)
		update(i, row.content)
		row.set(i)
	}
	return l.List.CreateRenderer()
}

// Select selects a row; the keyboard goes on from there.
func (l *keyList) Select(i int) {
	if i >= 0 && i < l.Length() {
		l.at = i
		l.Highlight(i)
	}
	l.List.Select(i)
}

// TypedKey moves in the list; Enter selects as Space does.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp:
		l.move(l.at - 1)
	case fyne.KeyDown:
		l.move(l.at + 1)
	case fyne.KeySpace, fyne.KeyReturn, fyne.KeyEnter:
		l.Select(l.at)
	case fyne.KeyLeft, fyne.KeyRight:
	default:
		l.onKey(e)
	}
}

func (l *keyList) move(to int) {
	if to < 0 || to >= l.Length() {
		return
	}
	l.at = to
	l.Highlight(to)
	l.tell()
}

// FocusGained shows at which row the keyboard stands.
func (l *keyList) FocusGained() {
	l.focused = true
	l.at = max(0, min(l.at, l.Length()-1))
	l.Highlight(l.at)
	l.tell()
}

// FocusLost hides the ring.
func (l *keyList) FocusLost() {
	l.focused, l.ringed = false, nil
	l.RefreshItem(l.at)
	l.hint("")
}

// tell says what the row at which the keyboard stands has no room for.
func (l *keyList) tell() {
	text := ""
	if l.ringed != nil {
		text = l.ringed.whole()
	}
	l.hint(text)
}

func (l *keyList) hint(text string) {
	if l.OnHint != nil {
		l.OnHint(text)
	}
}

// A keyRow is a row of a keyList.
type keyRow struct {
	widget.BaseWidget
	list    *keyList
	content fyne.CanvasObject
	id      int
	hovered bool
}

func newKeyRow(l *keyList, content fyne.CanvasObject) *keyRow {
	r := &keyRow{list: l, content: content}
	r.ExtendBaseWidget(r)
	return r
}

// set tells the row of which number it is now.
func (r *keyRow) set(id int) {
	r.id = id
	if l := r.list; l.focused && l.at == id {
		l.ringed = r
	} else if l.ringed == r {
		l.ringed = nil
	}
	r.Refresh()
}

// whole is what of the row has no room; "" where all has.
func (r *keyRow) whole() string { return strings.Join(cutTexts(r.content), " · ") }

var _ desktop.Hoverable = (*keyRow)(nil)

// Tapped selects the row, and gives the list the focus.
func (r *keyRow) Tapped(*fyne.PointEvent) {
	l := r.list
	if cv := fyne.CurrentApp().Driver().CanvasForObject(r); cv != nil {
		cv.Focus(l.self)
	}
	l.Select(r.id)
}

// MouseIn lights the row up.
func (r *keyRow) MouseIn(*desktop.MouseEvent) {
	r.hovered = true
	r.list.hint(r.whole())
	r.Refresh()
}

// MouseMoved changes nothing.
func (r *keyRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (r *keyRow) MouseOut() {
	r.hovered = false
	r.list.hint("")
	r.Refresh()
}

// CreateRenderer draws the ring and the ground of the pointer behind the
// content.
func (r *keyRow) CreateRenderer() fyne.WidgetRenderer {
	d := &keyRowRenderer{r, &canvas.Rectangle{FillColor: color.Transparent, CornerRadius: 4}}
	d.Refresh()
	return d
}

type keyRowRenderer struct {
	row    *keyRow
	ground *canvas.Rectangle
}

func (d *keyRowRenderer) Destroy() {}

func (d *keyRowRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{d.ground, d.row.content}
}

func (d *keyRowRenderer) MinSize() fyne.Size { return d.row.content.MinSize() }

func (d *keyRowRenderer) Layout(size fyne.Size) {
	d.ground.Resize(size)
	d.row.content.Resize(size)
}

func (d *keyRowRenderer) Refresh() {
	d.ground.FillColor, d.ground.StrokeWidth = color.Transparent, 0
	if d.row.hovered {
		d.ground.FillColor = theme.Color(theme.ColorNameHover)
	}
	if l := d.row.list; l.focused && l.at == d.row.id {
		d.ground.StrokeColor, d.ground.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	d.ground.Refresh()
}
