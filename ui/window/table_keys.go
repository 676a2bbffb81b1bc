package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
)

var (
	_ fyne.Shortcutable = (*table)(nil)
	_ fyne.Scrollable   = (*table)(nil)
	_ desktop.Hoverable = (*table)(nil)
)

// TypedKey moves from cell to cell, by pages and to the ends; Enter pins.
func (t *table) TypedKey(e *fyne.KeyEvent) {
	to, page := t.at, max(1, t.visibleRows()-1)
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		to = to.stepped(e.Name, page)
	case fyne.KeyHome:
		to.column = 0
	case fyne.KeyEnd:
		to.column = t.columns() - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		t.pin(t.at)
		return
	default:
		t.OnKey(e)
		return
	}
	if t.at == nowhere {
		to = spot{t.top, t.last}
	}
	t.goTo(to)
}

// goTo moves the keyboard to a cell, within the table.
func (t *table) goTo(to spot) {
	if t.count() == 0 || t.columns() == 0 {
		return
	}
	t.at = spot{max(0, min(to.row, t.count()-1)), max(0, min(to.column, t.columns()-1))}
	t.reveal(t.at)
	t.hint(t.at)
	t.Refresh()
}

func (t *table) pin(at spot) {
	if s, n, ok := t.number(at); ok {
		t.OnPin(pin{series: s, period: n.Period})
	}
}

func (t *table) hint(at spot) {
	if s, n, ok := t.number(at); ok {
		t.OnHint(s, n)
		return
	}
	if text := t.workedOut(at); text != "" {
		t.OnSay(text)
		return
	}
	t.OnOut()
}

// TypedRune takes no text.
func (t *table) TypedRune(rune) {}

// FocusGained shows where the keyboard is.
func (t *table) FocusGained() {
	t.focused = true
	t.Refresh()
}

// FocusLost hides it.
func (t *table) FocusLost() {
	t.focused = false
	t.OnOut()
	t.Refresh()
}

// Tapped pins the number under the pointer.
func (t *table) Tapped(e *fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(t); c != nil {
		c.Focus(t)
	}
	if t.onBar(e.Position) {
		t.pageBar(e.Position)
		return
	}
	if at := t.spotAt(e.Position); at != nowhere {
		t.at = at
		t.pin(at)
		t.Refresh()
	}
}

// MouseIn is MouseMoved.
func (t *table) MouseIn(e *desktop.MouseEvent) { t.MouseMoved(e) }

// MouseMoved says the number under the pointer.
func (t *table) MouseMoved(e *desktop.MouseEvent) { t.hint(t.spotAt(e.Position)) }

// MouseOut ends that.
func (t *table) MouseOut() { t.OnOut() }

// Scrolled moves by rows where there are more, else by periods; sideways by
// periods.
func (t *table) Scrolled(e *fyne.ScrollEvent) {
	rows, columns := -step(e.Scrolled.DY), -step(e.Scrolled.DX)
	if t.visibleRows() == t.count() {
		rows, columns = 0, columns+rows
	}
	t.scroll(rows, columns)
}

func step(d float32) int {
	switch {
	case d > 0:
		return 1
	case d < 0:
		return -1
	}
	return 0
}

// Dragged moves along the periods: the bar with the pointer, else a column for
// each 60 units.
func (t *table) Dragged(e *fyne.DragEvent) {
	const reach = 60
	if t.barred = t.barred || t.dragged == 0 && t.onBar(e.Position.Subtract(e.Dragged)); t.barred {
		t.dragBar(e.Dragged.DX)
		return
	}
	t.dragged += e.Dragged.DX
	if columns := int(t.dragged / reach); columns != 0 {
		t.dragged -= float32(columns * reach)
		t.scroll(0, -columns)
	}
}

// DragEnd ends what Dragged began.
func (t *table) DragEnd() { t.dragged, t.barred = 0, false }

// TypedShortcut copies the number under the keyboard, and moves to the first
// and the last cell of all by Ctrl+Home and Ctrl+End.
func (t *table) TypedShortcut(s fyne.Shortcut) {
	if k, ok := s.(*desktop.CustomShortcut); ok && k.Modifier == fyne.KeyModifierShortcutDefault {
		switch k.KeyName {
		case fyne.KeyHome:
			t.goTo(spot{})
		case fyne.KeyEnd:
			t.goTo(spot{t.count() - 1, t.columns() - 1})
		}
	}
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		if _, n, ok := t.number(t.at); ok {
			fyne.CurrentApp().Clipboard().SetContent(plain(n.Value))
		}
	}
}

// text returns what writes the table as it is now with tabs, as spreadsheets
// take it from the clipboard. It may be called in the background: of very many
// rows it takes its time.
func (t *table) text() func(context.Context) string {
	if t.heads != nil {
		return sidedText(t.heads, t.sided, t.compared, t.words)
	}
	return t.lines.text
}

// text writes the rows with tabs; nothing where it is interrupted.
func (l listing) text(ctx context.Context) string {
	var b strings.Builder
	for _, p := range l.periods {
		b.WriteString("\t" + p.String())
	}
	for i := range l.series {
		if ctx.Err() != nil {
			return ""
		}
		r := l.make(i)
		b.WriteString("\n" + r.label)
		for _, n := range r.numbers {
			b.WriteString("\t")
			if n != nil && n.Known() {
				b.WriteString(plain(n.Value))
			}
		}
	}
	return b.String() + "\n"
}
