package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// A sidedBar stands in the place of the view bar while something is compared:
// its views, and the way back.
type sidedBar struct {
	page              *page
	object            fyne.CanvasObject
	tabs              []*button
	log, perDay       *button
	undo, redo, sheet *button
	star, end, rest   *button
	row               *fyne.Container
	chosen            sidedView // when the row was laid out
}

func newSidedBar(p *page) *sidedBar {
	b := &sidedBar{page: p, chosen: -1}
	row := container.NewWithoutLayout()
	for i := range sidedNames {
		v := sidedView(i)
		tab := wire(p, newButton(p.say("view."+v.String()), tabButton, func() { p.setSided(v) }), p.say("hint."+v.String()))
		b.tabs = append(b.tabs, tab)
		row.Add(tab)
	}
	b.log = wire(p, newButton(p.say("view.log"), tabButton, p.toggleLog), p.say("hint.log"))
	b.perDay = wire(p, newButton(p.say("compare.perday"), tabButton, p.togglePerDay), p.say("hint.perday"))
	b.end = wire(p, newButton(p.say("compare.end"), linkButton, p.compareNoMore), p.say("hint.compareend"))
	b.undo = wire(p, newButton("↶", plainButton, p.undo), p.say("hint.undo"))
	b.redo = wire(p, newButton("↷", plainButton, p.redo), p.say("hint.redo"))
	b.star = wire(p, newButton("☆", plainButton, p.toggleBookmark), p.say("hint.bookmark"))
	b.sheet = wire(p, newButton(p.say("action.spreadsheet"), boxedButton, p.saveSpreadsheet), p.say("hint.spreadsheet"))
	b.rest = newRest(p, b.spared)
	for _, o := range []fyne.CanvasObject{b.log, b.perDay, b.rest, container.New(margins{0, 8, 0, 8}, container.NewHBox(b.end)), b.undo, b.redo, b.star, b.sheet} {
		row.Add(o)
	}
	b.row, b.object = row, container.New(margins{0, 0, 0, -8}, row)
	return b
}

// spared lists what a narrow bar leaves out, the first one first. The chosen
// view always stands.
func (b *sidedBar) spared() []spared {
	list := []spared{{b.log, "log"}, {b.perDay, "perday"}}
	for v := len(b.tabs) - 1; v >= 0; v-- {
		if sidedView(v) != b.page.sidedShown() {
			list = append(list, spared{b.tabs[v], sidedView(v).String()})
		} else {
			seen(b.tabs[v], true)
		}
	}
	return append(list, spared{b.star, "bookmark"}, spared{b.redo, "redo"}, spared{b.undo, "undo"})
}

// arrange gives the way back the room that is left.
func (b *sidedBar) arrange() {
	b.row.Layout = spread{wide: len(sidedNames) + 3, gap: 2, spare: buttonsOf(b.spared()), more: b.rest}
	if chosen := b.page.sidedShown(); b.chosen != chosen {
		b.chosen = chosen
		b.row.Refresh()
	}
}

// show takes the view bar's place where something is compared.
func (b *sidedBar) show() {
	p, s := b.page, b.page.history.now()
	if !s.compare.on {
		b.object.Hide()
		seen(p.bar.object, p.notYet() == "")
		return
	}
	p.bar.object.Hide()
	b.object.Show()
	for v, tab := range b.tabs {
		hint, why := p.say("hint."+sidedView(v).String()), p.refusedSided(sidedView(v))
		if why != "" {
			hint = why
		}
		tab.set(p.sidedShown() == sidedView(v), why != "", hint)
	}
	logs := p.noLog() == ""
	b.log.set(s.log && logs, !logs, p.either(logs, "hint.log", "refused.sidedlog"))
	b.perDay.set(s.compare.pair.PerDay, false, p.say("hint.perday"))
	b.undo.set(false, !p.history.canUndo(), p.say("hint.undo"))
	b.redo.set(false, !p.history.canRedo(), p.say("hint.redo"))
	b.star.Text = "☆"
	if p.bookmarked() {
		b.star.Text = "★"
	}
	b.star.set(false, false, p.say("hint.bookmark"))
	b.sheet.set(false, p.comparison() == nil, p.say("hint.spreadsheet"))
	b.arrange()
}

// sidedActions are the actions of the views of a comparison, with the keys
// that the other views have else.
func (p *page) sidedActions() []action {
	var list []action
	for i := range sidedNames {
		v := sidedView(i)
		list = append(list, action{menu: "view", name: v.String(), key: fyne.KeyName('1' + rune(v)), with: ctrl, do: func() { p.setSided(v) },
			refused: func() string { return p.refusedSided(v) }, chosen: func() bool { return p.sidedShown() == v }})
	}
	return list
}
