package window

import (
	"runtime"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// menus are the menus in their order.
var menus = []string{"file", "question", "view", "library", "help"}

// makeMenu builds the main menu from the actions.
func (p *page) makeMenu() *fyne.MainMenu {
	main := &fyne.MainMenu{}
	for _, name := range menus {
		menu, width := fyne.NewMenu(p.say("menu."+name)), float32(0)
		var list []action
		for _, a := range p.actions() {
			if a.menu == name {
				list = append(list, a)
				width = fyne.Max(width, textWidth(p.say("action."+a.name))+textWidth(a.keyText(p)))
			}
		}
		for _, a := range list {
			menu.Items = append(menu.Items, p.menuItems(a, width)...)
		}
		main.Items = append(main.Items, menu)
	}
	return main
}

func textWidth(text string) float32 {
	return fyne.MeasureText(text, theme.TextSize(), fyne.TextStyle{}).Width
}

// A wordless shortcut is one that a menu does not write down: Fyne writes it
// at a fifth of the text's strength, in English. The item's label has it.
type wordless struct{ fyne.Shortcut }

// menuItems makes the item of an action, with a line above it where one
// belongs. Its key stands at the right, width after the beginning of its name.
func (p *page) menuItems(a action, width float32) []*fyne.MenuItem {
	name, key := p.say("action."+a.name), a.keyText(p)
	item := fyne.NewMenuItem(name, func() { p.pressed(a) })
	item.Shortcut = a.shortcut()
	if runtime.GOOS != "darwin" { // whose menus write keys themselves
		gap := width + 32 - textWidth(name) - textWidth(key)
		item.Label += strings.Repeat(" ", int(gap/textWidth(" ")+0.5)) + key
		item.Shortcut = wordless{a.shortcut()}
	}
	item.IsQuit = a.name == "quit"
	if a.refused != nil {
		item.Disabled = a.refused() != ""
	}
	if a.chosen != nil {
		item.Checked = a.chosen()
	}
	if a.gap {
		return []*fyne.MenuItem{fyne.NewMenuItemSeparator(), item}
	}
	return []*fyne.MenuItem{item}
}

// pressed does an action of the menu. A menu's key comes before the text
// field that has the focus; what text fields do with it themselves is handed
// on to them.
func (p *page) pressed(a action) {
	if field, ok := p.window.Canvas().Focused().(textField); ok && a.text != nil {
		field.TypedShortcut(a.text)
		return
	}
	p.run(a)
}

// A textField is what is typed into. Tables and lists take shortcuts, too, but
// not these.
type textField interface {
	fyne.Shortcutable
	SelectedText() string
}

var _ textField = (*searchEntry)(nil)

// refreshMenu marks in the menu what can be done now and what is chosen.
// The menu is set anew only where that changed, since it is drawn anew then.
func (p *page) refreshMenu() {
	var b strings.Builder
	for _, a := range p.actions() {
		for _, on := range []bool{a.refused != nil && a.refused() != "", a.chosen != nil && a.chosen()} {
			if on {
				b.WriteByte('1')
			} else {
				b.WriteByte('0')
			}
		}
	}
	if marks := b.String() + p.words.Lang; marks != p.marks {
		p.marks = marks
		p.window.SetMainMenu(p.makeMenu())
	}
}

// typed takes the keys that no widget used: those without a modifier, which
// cannot be shortcuts of a menu.
func (p *page) typed(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		p.escape()
		return
	}
	for _, a := range p.actions() {
		if a.bare == e.Name {
			p.run(a)
			return
		}
	}
}

// escape ends, in turn, a dialog, a long wait, what the drawer shows, then the
// drawer, the selection, a comparison, a load.
func (p *page) escape() {
	switch {
	case p.dialog != nil:
		p.dialog.Hide()
	case len(p.status.waiting) > 0:
		p.status.interrupt()
	case p.history.now().side.from != nil:
		p.goBack()
	case p.history.now().side.kind != noSide:
		p.closeSide()
	case p.history.now().pin.set():
		p.turn(func(s *state) { s.pin = pin{} })
	case p.history.now().compare.on:
		p.compareNoMore()
	case p.taking.working:
		p.cancelLoad()
	default:
		p.status.say("")
	}
}

// nextPane moves the focus to the next part of the window: headline, views,
// picture, table, drawer, library.
func (p *page) nextPane() {
	panes := p.panes()
	at := -1
	for i, pane := range panes {
		for _, f := range pane {
			if f == p.window.Canvas().Focused() {
				at = i
			}
		}
	}
	if len(panes) > 0 {
		p.window.Canvas().Focus(panes[(at+1)%len(panes)][0])
	}
}

// panes lists what can have the focus in each part of the window.
func (p *page) panes() [][]fyne.Focusable {
	parts := []fyne.CanvasObject{p.headline.object, p.suggestions.object, p.bar.object, p.centre.object, p.drawer.object, p.panel.object}
	if !p.middle.Visible() {
		parts = []fyne.CanvasObject{p.drawer.object, p.panel.object}
	}
	var list [][]fyne.Focusable
	for _, o := range parts {
		found := focusable(o)
		if o == p.centre.object && len(found) > 1 {
			list = append(list, p.centrePanes(found)...)
			continue
		}
		if len(found) > 0 {
			list = append(list, found)
		}
	}
	return list
}

// centrePanes lists the legend's switches together, and each of the rest by
// itself: picture, notes, table. The bar between them is no part.
func (p *page) centrePanes(found []fyne.Focusable) [][]fyne.Focusable {
	var list [][]fyne.Focusable
	found = slices.DeleteFunc(found, func(f fyne.Focusable) bool { return f == fyne.Focusable(p.centre.bar) })
	legend := focusable(p.legend.object)
	if len(legend) > 0 && slices.Contains(found, legend[0]) { // a table alone has none
		list = append(list, legend)
		found = slices.DeleteFunc(found, func(f fyne.Focusable) bool { return slices.Contains(legend, f) })
	}
	for _, f := range found {
		list = append(list, []fyne.Focusable{f})
	}
	return list
}

// focusable finds what can have the focus, in the order of the tree.
func focusable(o fyne.CanvasObject) []fyne.Focusable {
	if !o.Visible() {
		return nil
	}
	var list []fyne.Focusable
	if f, ok := o.(fyne.Focusable); ok && !disabled(o) {
		list = append(list, f)
	}
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			list = append(list, focusable(child)...)
		}
	case *container.Scroll:
		list = append(list, focusable(o.Content)...)
	case *reader:
		list = append(append(list, focusable(o.ring)...), focusable(o.scroll.Content)...)
	}
	return list
}

// disabled tells whether a widget can have no focus now.
func disabled(o fyne.CanvasObject) bool {
	d, able := o.(fyne.Disableable)
	return able && d.Disabled()
}

// keysSide lists the actions and their keys, in place.
func (p *page) keysSide() fyne.CanvasObject {
	rows := container.NewVBox()
	row := func(text, key string) {
		k := canvas.NewText(key, theme.Color(theme.ColorNameForeground))
		k.TextSize = noteSize
		rows.Add(container.New(margins{1, 10, 1, 6}, container.New(spread{wide: 0, gap: 8}, newFitted(text, theme.ColorNamePlaceHolder, noteSize), k)))
	}
	for _, name := range menus {
		rows.Add(container.New(margins{8, 0, 2, 6}, heading(p.say("menu."+name))))
		for _, a := range p.actions() {
			if a.menu == name {
				row(p.say("action."+a.name), a.keyText(p))
			}
		}
	}
	rows.Add(container.New(margins{8, 0, 2, 6}, heading(p.say("keys.chart"))))
	for _, k := range []string{"step", "series", "ends", "corners", "zoom", "pin", "several", "unpin"} {
		row(p.say("keys."+k), p.say("keys."+k+".key"))
	}
	rows.Add(widget.NewSeparator())
	return p.newReader(rows)
}

// keyText writes the key of an action: Ctrl+Shift+Z; F1 where it has one
// without a modifier.
func (a action) keyText(p *page) string {
	if a.bare != "" {
		return string(a.bare)
	}
	var keys []string
	for _, m := range []struct {
		with fyne.KeyModifier
		name string
	}{{fyne.KeyModifierControl, "key.ctrl"}, {fyne.KeyModifierSuper, "key.cmd"}, {fyne.KeyModifierAlt, "key.alt"}, {fyne.KeyModifierShift, "key.shift"}} {
		if a.with&m.with != 0 {
			keys = append(keys, p.say(m.name))
		}
	}
	name := string(a.key)
	if key := "window.key." + strings.ToLower(name); p.words.Has(key) {
		name = p.words.Say(key)
	}
	return strings.Join(append(keys, name), "+")
}
