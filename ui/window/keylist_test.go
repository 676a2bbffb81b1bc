package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// listed shows a list of three names, of which the second has no room.
func listed(t *testing.T) (p *page, l *keyList, rows func() []*keyRow) {
	p = opened(t, telegram())
	names := []string{"short", strings.Repeat("a long name ", 20), "last"}
	l = newKeyList(p)
	l.Length = func() int { return len(names) }
	l.CreateItem = func() fyne.CanvasObject {
		return container.New(margins{}, newFitted("", theme.ColorNameForeground, noteSize))
	}
	made := map[int]*keyRow{}
	l.UpdateItem = func(i int, o fyne.CanvasObject) { o.(*fyne.Container).Objects[0].(*fitted).set(names[i]) }
	p.drawer.body.Objects = []fyne.CanvasObject{l}
	p.window.SetContent(l)
	update := l.UpdateItem
	l.UpdateItem = func(i int, o fyne.CanvasObject) {
		made[i] = o.(*keyRow)
		update(i, o)
	}
	p.window.Resize(fyne.NewSize(300, 400))
	l.Refresh()
	return p, l, func() []*keyRow { return []*keyRow{made[0], made[1], made[2]} }
}

func ground(r *keyRow) *keyRowRenderer { return test.WidgetRenderer(r).(*keyRowRenderer) }

// The row at which the keyboard stands has a ring, and no ground: only what is
// selected looks selected.
func TestTheFirstRowDoesNotLookSelected(t *testing.T) {
	p, l, rows := listed(t)
	p.window.Canvas().Focus(l)
	at := ground(rows()[0]).ground
	if at.StrokeWidth == 0 {
		t.Error("the keyboard is not seen")
	}
	if _, _, _, a := at.FillColor.RGBA(); a != 0 {
		t.Error("the first row looks selected while nothing is")
	}
	key(l, fyne.KeyDown)
	if ground(rows()[0]).ground.StrokeWidth != 0 || ground(rows()[1]).ground.StrokeWidth == 0 {
		t.Error("the ring does not follow the keyboard")
	}
	p.window.Canvas().Unfocus()
	if ground(rows()[1]).ground.StrokeWidth != 0 {
		t.Error("the ring stays without the focus")
	}
}

// What a row has no room for is said whole, of the row at which the keyboard
// stands and of the one under the pointer.
func TestARowThatIsCutIsSaidWhole(t *testing.T) {
	p, l, rows := listed(t)
	p.window.Canvas().Focus(l)
	if p.status.text.Text != "" {
		t.Errorf("of a short row it says %q", p.status.text.Text)
	}
	key(l, fyne.KeyDown)
	if !strings.HasPrefix(p.status.text.Text, "a long name a long name") {
		t.Errorf("it says %q", p.status.text.Text)
	}
	p.window.Canvas().Unfocus()
	if p.status.text.Text != "" {
		t.Error("it says it still")
	}
	rows()[1].MouseIn(&desktop.MouseEvent{})
	if !strings.HasPrefix(p.status.text.Text, "a long name a long name") {
		t.Errorf("under the pointer it says %q", p.status.text.Text)
	}
	rows()[1].MouseOut()
	test.Tap(rows()[2])
	key(l, fyne.KeyUp)
	if p.window.Canvas().Focused() != fyne.Focusable(l) || l.at != 1 {
		t.Errorf("after a click the keyboard goes on from row %d", l.at)
	}
}
