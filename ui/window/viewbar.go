package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports/audit"
)

// A viewBar chooses how the answer is shown, and says why a way is not
// offered.
type viewBar struct {
	page       *page
	object     fyne.CanvasObject
	tabs       []*button // nil for a view of the menu
	more       *button   // opens the menu of further views
	log        *button
	worked     *button // what is worked out of the numbers
	why        *fitted
	undo, redo *button
	star       *button
	sheet      *button
	rest       *button // opens the menu of what has no room in the bar
	row        *fyne.Container
	wide       float32 // what the words of the row asked for when it was laid out
	chosen     view    // that was chosen then
}

func newViewBar(p *page) *viewBar {
	b := &viewBar{page: p, why: newFitted("", theme.ColorNamePlaceHolder, noteSize)}
	b.why.Whole = true
	row := container.NewWithoutLayout()
	b.tabs = make([]*button, len(views))
	for i := range views {
		v := view(i)
		if v.kind().more {
			continue
		}
		tab := wire(p, newButton(p.say("view."+v.String()), tabButton, func() { p.setView(v) }), "")
		b.tabs[i] = tab
		row.Add(tab)
	}
	b.more = wire(p, newButton(p.say("view.more"), tabButton, p.openViews), p.say("hint.more"))
	row.Add(b.more)
	b.log = wire(p, newButton(p.say("view.log"), tabButton, p.toggleLog), "")
	b.undo = wire(p, newButton("↶", plainButton, p.undo), p.say("hint.undo"))
	b.redo = wire(p, newButton("↷", plainButton, p.redo), p.say("hint.redo"))
	b.star = wire(p, newButton("☆", plainButton, p.toggleBookmark), p.say("hint.bookmark"))
	b.sheet = wire(p, newButton(p.say("action.spreadsheet"), boxedButton, p.saveSpreadsheet), p.say("hint.spreadsheet"))
	b.worked = wire(p, newButton(p.say("worked.none"), tabButton, p.openWorked), p.say("hint.worked"))
	b.rest = newRest(p, b.unlisted)
	row.Add(b.log)
	row.Add(b.worked)
	row.Add(b.rest)
	row.Add(container.New(margins{0, 8, 0, 8}, b.why))
	for _, o := range []fyne.CanvasObject{b.undo, b.redo, b.star, b.sheet} {
		row.Add(o)
	}
	b.row, b.object = row, container.New(margins{0, 0, 0, -8}, row)
	return b
}

// show marks the chosen view, greys those that the answer must not be shown
// in, and tells why beside them.
func (b *viewBar) show() {
	s, why := b.page.history.now(), ""
	for v, tab := range b.tabs {
		if tab == nil {
			continue
		}
		reason := b.page.refused(view(v))
		tab.set(b.page.shownView() == view(v), reason != "", reason)
		if reason != "" && why == "" && reason != b.page.headline.filters.reason.Text {
			why = b.page.say("view.refused", "view", tab.Text, "why", b.page.words.Small(reason))
		}
	}
	b.why.set(why)
	b.more.Text = b.page.say("view.more")
	if v := b.page.shownView(); v.kind().more {
		b.more.Text = b.page.say("view."+v.String()) + " ▾"
	}
	b.more.set(b.page.shownView().kind().more, !b.page.has(), b.page.say("hint.more"))
	logs := b.page.shownView().kind().log && b.page.has()
	hint := b.page.say("hint.log")
	if !logs {
		hint = b.page.say("refused.log")
	}
	b.log.set(s.log && logs, !logs, hint)
	b.worked.Text = b.page.workedName(b.page.result.worked) + " ▾"
	b.worked.set(b.page.result.worked != "", !b.page.has(), b.page.say("hint.worked"))
	b.undo.set(false, !b.page.history.canUndo(), b.page.say("hint.undo"))
	b.redo.set(false, !b.page.history.canRedo(), b.page.say("hint.redo"))
	b.star.Text = "☆"
	if b.page.bookmarked() {
		b.star.Text = "★"
	}
	b.star.set(false, !b.page.has(), b.page.say("hint.bookmark"))
	b.sheet.set(false, !b.page.has(), b.page.say("hint.spreadsheet"))
	b.row.Layout = spread{wide: barViews() + 4, gap: 2, spare: buttonsOf(b.spared()), more: b.rest}
	b.arrange()
}

// spared lists what a narrow bar leaves out, the first one first. The chosen
// view always stands.
func (b *viewBar) spared() []spared {
	list := []spared{{b.log, "log"}, {b.worked, "worked"}}
	for _, v := range []view{shares, areas, bars, lines, numbers} {
		if b.page.shownView() != v {
			list = append(list, spared{b.tabs[v], v.String()})
		} else {
			seen(b.tabs[v], true)
		}
	}
	return append(list, spared{b.star, "bookmark"}, spared{b.redo, "redo"}, spared{b.undo, "undo"})
}

// unlisted are those that the menu of further views does not have, too.
func (b *viewBar) unlisted() []spared {
	return slices.DeleteFunc(b.spared(), func(s spared) bool { return slices.Contains(b.tabs, s.button) })
}

// arrange lays the row out anew where its words became wider or narrower, or
// another view was chosen.
func (b *viewBar) arrange() {
	wide := float32(0)
	for _, o := range b.row.Objects[:barViews()+3] {
		wide += o.MinSize().Width
	}
	if v := b.page.shownView(); wide != b.wide || v != b.chosen {
		b.wide, b.chosen = wide, v
		b.row.Refresh()
	}
}

// refused says why the answer is not shown in a view; "" where it is.
func (p *page) refused(v view) string {
	if v.kind().table || !p.has() {
		return ""
	}
	if _, able := p.ledger.(audit.Retelling); v.kind().edits {
		return p.unless(able, "refused.revisions")
	}
	if reason := p.surveyed().refusals[v.kind().chart]; reason != "" {
		return capital(p.words.Reason(reason))
	}
	return ""
}

// has tells whether there is an answer with numbers.
func (p *page) has() bool { return len(p.result.answer.Series) > 0 }

// setView shows the answer in another way, or says why not.
func (p *page) setView(v view) {
	if reason := p.refused(v); reason != "" {
		p.status.say(reason)
		return
	}
	p.change(func(s *state) { s.view, s.asLines = v, v == lines })
}

// toggleLog changes between a linear and a logarithmic axis.
func (p *page) toggleLog() {
	if why := p.noLog(); why != "" {
		p.status.say(why)
		return
	}
	p.change(func(s *state) { s.log = !s.log })
}

// noLog says why what is shown has no logarithmic axis; "" where it may.
func (p *page) noLog() string {
	s := p.history.now()
	if s.compare.on {
		return p.unless(s.compare.view == slopes, "refused.sidedlog")
	}
	return p.unless(p.shownView().kind().log, "refused.log")
}

// toggleEvents draws dated events as rules, or leaves them out.
func (p *page) toggleEvents() { p.change(func(s *state) { s.noEvents = !s.noEvents }) }

// shownView returns the view of the state, or lines where the answer refuses
// it. A line through a single period is none: bars stand in its place, unless
// the user chose lines.
func (p *page) shownView() view {
	s := p.history.now()
	switch {
	case p.refused(s.view) != "":
		return lines
	case s.view == lines && !s.asLines && !s.log && len(p.result.answer.Periods) == 1 && p.refused(bars) == "":
		return bars
	}
	return s.view
}
