package window

import (
	"strings"

	"fyne.io/fyne/v2"
)

// TypedKey moves by pages and to the ends of a row, selects with Enter, and
// leaves the arrows to Fyne's table.
func (t *table) TypedKey(e *fyne.KeyEvent) {
	rows, columns := t.length()
	page := max(1, int(t.Size().Height/pitch)-2)
	to := t.at
	switch e.Name {
	case fyne.KeyHome:
		to.Col = firstPeriod
	case fyne.KeyEnd:
		to.Col = columns - 1
	case fyne.KeyPageUp:
		to.Row = max(0, to.Row-page)
	case fyne.KeyPageDown:
		to.Row = min(rows-1, to.Row+page)
	case fyne.KeyReturn, fyne.KeyEnter:
		t.Select(t.at)
		return
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeySpace:
		t.Table.TypedKey(e)
		return
	default:
		t.OnKey(e)
		return
	}
	if rows > 0 {
		t.Highlight(to)
	}
}

// TypedShortcut copies the number under the keyboard.
func (t *table) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		if _, n, ok := t.number(t.at); ok {
			fyne.CurrentApp().Clipboard().SetContent(plain(n.Value))
		}
	}
}

var _ fyne.Shortcutable = (*table)(nil)

// text writes the table with tabs, as spreadsheets take it from the clipboard.
func (t *table) text() string {
	var b strings.Builder
	for _, p := range t.periods {
		b.WriteString("\t" + p.String())
	}
	for _, r := range t.rows {
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
