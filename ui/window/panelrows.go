package window

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// An edition list is a report of a publisher with all of its sources, the
// newest first.
type editionList struct {
	title   string
	sources []reports.Source
}

// editions puts the sources of a publisher together that are vintages of one
// report, in the order in which the reports first came.
func (p *page) editions(publisher string, sources []reports.Source) []editionList {
	var list []editionList
	for _, s := range sources {
		if s.Publisher != publisher {
			continue
		}
		title := p.sourceTitle(s)
		i := slices.IndexFunc(list, func(l editionList) bool { return l.title == title })
		if i < 0 {
			i = len(list)
			list = append(list, editionList{title: title})
		}
		list[i].sources = append(list[i].sources, s)
	}
	for _, l := range list {
		slices.SortStableFunc(l.sources, func(a, b reports.Source) int { return int(b.Published - a.Published) })
	}
	return list
}

// listEdition adds the rows of a report: one row where it has one source, else
// a head that folds, and below it a row a vintage.
func (l *panel) listEdition(e editionList) {
	if len(e.sources) == 1 {
		l.rows.Add(l.sourceRow(e.sources[0], e.title, 10))
		return
	}
	key := e.sources[0].Publisher + ", " + e.title
	mark := "▾ "
	if l.closed[key] {
		mark = "▸ "
	}
	head := wire(l.page, newButton(mark+e.title, plainButton, func() {
		l.closed[key] = !l.closed[key]
		l.list()
	}), e.title+" · "+l.page.words.Plural("window.panel.vintages", len(e.sources)))
	head.Left, head.Lines = true, 2
	count := wire(l.page, newButton(strconv.Itoa(len(e.sources)), plainButton, head.OnTapped), head.Hint)
	l.rows.Add(container.New(margins{0, 0, 0, 10}, container.New(spread{wide: 0}, head, count)))
	if l.closed[key] {
		return
	}
	for _, s := range e.sources {
		l.rows.Add(l.sourceRow(s, l.page.vintageTitle(s, e.sources), 24))
	}
}

// sourceRow is a source's name, the number of its problems, and the menu of
// what can be done with it.
func (l *panel) sourceRow(s reports.Source, title string, indent float32) fyne.CanvasObject {
	p := l.page
	name := wire(p, newButton(title, plainButton, func() { p.goToSource(s) }), p.sourceHint(s))
	name.Left, name.Lines = true, 2
	l.sources[s.ID] = name
	badge := wire(p, newButton(p.words.Number(float64(s.Problems))+" ⚠", linkButton, func() {
		p.open(side{kind: findingsSide, source: s.ID})
	}), p.words.Plural("window.hint.problems", s.Problems))
	if s.Problems == 0 {
		badge.Hide()
	}
	more := wire(p, newButton("…", plainButton, nil), p.say("hint.sourcemenu", "name", s.Name))
	more.OnTapped = func() { p.openSource(more, s) }
	return container.New(margins{0, 0, 0, indent}, container.New(spread{wide: 0}, name, badge, more))
}

// vintageTitle tells a vintage from the others of its report: by its month, or
// else by its file.
func (p *page) vintageTitle(s reports.Source, all []reports.Source) string {
	if s.Published == 0 {
		return shortName(s.Name)
	}
	for _, o := range all {
		if o.ID != s.ID && monthOf(o) == monthOf(s) {
			return shortName(s.Name)
		}
	}
	return capital(p.words.Period(monthOf(s)))
}

// openSource opens the menu of what can be done with a source.
func (p *page) openSource(anchor fyne.CanvasObject, s reports.Source) {
	problems := choice{Label: p.say("source.problems"), Note: p.words.Plural("window.problems", s.Problems), Choose: func() { p.showFindings(s) }}
	if s.Problems == 0 {
		problems.Refused = p.say("refused.noproblems")
	}
	again := choice{Label: p.say("source.again"), Note: base(s.Path), Choose: func() { p.take([]string{s.Path}) }}
	if s.Path == "" || s.Starter {
		again.Refused = p.say("refused.nofile")
	}
	list := []choice{
		{Label: p.say("source.ask"), Note: p.words.Plural("window.figures", s.Figures), Choose: func() { p.goToSource(s) }},
		{Label: p.say("source.look"), Choose: func() { p.preview(s) }},
		problems, p.rereadChoice(s), again, p.fetchChoice(s),
		{Label: p.say("source.hash"), Note: s.Short(), Choose: func() { p.copyText(s.ID) }},
		{Label: p.say("source.forget"), Choose: func() { p.forget(s) }},
	}
	if s.Notes > 0 {
		notes := choice{Label: p.say("source.notes"), Note: p.words.Plural("window.sourcenotes", s.Notes), Choose: func() { p.open(side{kind: notesSide, source: s.ID}) }}
		list = slices.Insert(list, 2, notes)
	}
	p.choose(anchor, "sourcemenu", list)
}

// fetchChoice offers to fetch a source's newest edition from where it came.
func (p *page) fetchChoice(s reports.Source) choice {
	c := choice{Label: p.say("source.fetch"), Note: s.Address, Refused: p.say("refused.noaddress")}
	for _, o := range publisher.Offers() {
		if o.Direct && o.Address == s.Address {
			c.Refused, c.Choose = "", func() { p.get(o) }
		}
	}
	return c
}

func (p *page) chooseSourceMenu() {
	p.choose(nil, "source", p.sourceChoices(all, func(s reports.Source) { p.openSource(nil, s) }))
}
