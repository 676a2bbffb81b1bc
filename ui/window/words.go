package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

// openWord opens the menu of a word of the headline.
func (p *page) openWord(role string) {
	if p.ledger == nil || len(p.held.blocks) == 0 {
		p.status.say(p.say("empty.first"))
		return
	}
	var anchor fyne.CanvasObject
	if w := p.headline.words[role]; w != nil {
		anchor = w
	}
	q, l := p.history.now().question, p.ledger
	switch role {
	case "measure":
		p.chooseOf(anchor, role, p.measureChoices)
	case "publisher":
		p.chooseOf(anchor, role, p.publisherChoices)
	case "by":
		p.chooseOf(anchor, role, p.byChoices)
	case "table":
		p.chooseOf(anchor, role, p.tableChoices)
	case "span":
		p.openSpan(anchor)
	case "every":
		p.chooseLater(anchor, role, nil, func(ctx context.Context) []choice { return p.everyChoices(ctx, q, l) })
	case "with":
		p.openCompare(anchor)
	case "second":
		p.chooseOf(anchor, role, p.secondChoices)
	case "asof":
		p.chooseOf(anchor, role, p.asOfChoices)
	case "area":
		p.openValues(anchor, role, reports.Area)
	}
}

func (p *page) openValues(anchor fyne.CanvasObject, role string, d reports.Dim) {
	if p.ledger == nil {
		return
	}
	q, l := p.history.now().question, p.ledger
	p.chooseLater(anchor, role, nil, func(ctx context.Context) []choice { return p.filterChoices(ctx, d, q, l) })
}

// choose opens a menu with search, in place of the one that stands open.
func (p *page) choose(anchor fyne.CanvasObject, role string, list []choice, extra ...fyne.CanvasObject) {
	if p.chooser != nil {
		p.chooser.close()
	}
	if f, able := anchor.(fyne.Focusable); able && !slices.Contains(focusable(p.window.Content()), f) {
		anchor = nil // what is hidden has no place
	}
	p.chooser = openChooser(p.window.Canvas(), func(width float32) fyne.Position { return p.below(anchor, width) }, p.texted(role), list, extra...)
	p.chooser.role, p.chooser.refuse = role, p.status.say
}

// below returns where a menu about an object stands: it covers nothing of the
// headline. The object itself may be replaced while the menu is open. Without
// one the menu stands in the middle.
func (p *page) below(anchor fyne.CanvasObject, width float32) fyne.Position {
	at := fyne.NewPos((p.window.Canvas().Size().Width-width)/2, 60)
	drawn := fyne.CurrentApp().Driver()
	if anchor != nil {
		at = drawn.AbsolutePositionForObject(anchor).AddXY(0, anchor.Size().Height+2)
	}
	if p.middle.Visible() {
		at.Y = fyne.Max(at.Y, drawn.AbsolutePositionForObject(p.headline.flow).Y+p.headline.flow.Size().Height+2)
	}
	return at
}

// chooseOf opens a menu of choices that are listed anew where the library
// becomes another meanwhile.
func (p *page) chooseOf(anchor fyne.CanvasObject, role string, list func() []choice) {
	p.choose(anchor, role, list())
	ch := p.chooser
	ch.renew = func() { ch.offer(list()) }
}

// renewMenu lists the choices of the menu that stands open anew; what was typed
// into it stays.
func (p *page) renewMenu() {
	if p.menuOpen() && p.chooser.renew != nil {
		p.chooser.renew()
	}
}

// menuOpen tells whether a menu with search stands open.
func (p *page) menuOpen() bool { return p.chooser != nil && p.chooser.pop.Visible() }

// closeStale closes a menu whose choices are about the question that was, as
// another takes its place. What is found or fetched stands by itself.
func (p *page) closeStale() {
	if c := p.chooser; c != nil && !slices.Contains([]string{"all", "get", "recent"}, c.role) {
		c.close()
	}
}

// chooseLater opens a menu at once, with the choices that there are, and adds
// those that take a moment to find: what is typed meanwhile is not lost.
func (p *page) chooseLater(anchor fyne.CanvasObject, role string, now []choice, find func(context.Context) []choice, extra ...fyne.CanvasObject) {
	p.choose(anchor, role, now, extra...)
	ch := p.chooser
	ch.renew = func() {
		ch.looking = p.say("search.looking")
		ch.paint()
		latest(p.choosing, find, func(list []choice) { ch.offer(slices.Concat(now, list)) })
	}
	ch.renew()
}

func (p *page) texted(role string) texted {
	lines := 1
	if role == "bookmarks" || role == "history" { // sentences, of which the end may tell them apart
		lines = 2
	}
	return texted{prompt: p.say("search." + role), several: p.say("search.several"), lines: lines, count: func(shown, all int) string {
		if shown == 0 {
			return p.say("search.none")
		}
		return p.say("search.count", "shown", p.words.Number(float64(shown)), "all", p.words.Number(float64(all)))
	}}
}

func (p *page) openSpan(anchor fyne.CanvasObject) {
	form := p.newSpanForm(func() { p.chooser.close() })
	p.choose(anchor, "span", p.spanChoices(), form.object)
}

// togglePartial shows incomplete periods, or whole ones only.
func (p *page) togglePartial() {
	p.ask(func(q *reports.Question) { q.Partial = !q.Partial })
}

// showTotal asks for the total in place of its parts.
func (p *page) showTotal() {
	p.ask(func(q *reports.Question) { q.By, q.ByCountry, q.ByCode = nil, false, false })
}

// join lists names with commas.
func join(names []string) string { return strings.Join(names, ", ") }
