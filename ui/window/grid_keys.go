package window

import "fyne.io/fyne/v2"

var _ fyne.Shortcutable = (*grid)(nil)

// TypedKey moves from cell to cell, by pages and to the ends; keys that it
// does not use it hands on.
func (g *grid) TypedKey(e *fyne.KeyEvent) {
	to, page := g.at, max(1, int(g.Size().Height/pitch)-2)
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyPageDown:
		to = to.stepped(e.Name, page)
	case fyne.KeyHome:
		to.row = 0
	case fyne.KeyEnd:
		to.row = len(g.rows) - 1
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		if g.choose != nil && g.at != nowhere {
			g.choose(g.at.column + 1)
		}
		return
	default:
		g.OnKey(e)
		return
	}
	if g.at == nowhere {
		to = spot{}
	}
	g.goTo(to)
}

// FocusGained selects the first cell where none is, so that the keyboard is
// seen.
func (g *grid) FocusGained() {
	g.Table.FocusGained()
	if g.at == nowhere {
		g.goTo(spot{})
	}
}

// TypedShortcut copies the text of the selected cell.
func (g *grid) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok && g.at != nowhere {
		fyne.CurrentApp().Clipboard().SetContent(g.rows[g.at.row].Text(g.at.column + 1))
	}
}
