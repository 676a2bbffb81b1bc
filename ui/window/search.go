package window

import (
	"slices"
	"strings"

	"vitrine/reports"
)

// search opens a menu of all that can be done and asked: the actions, the
// measures and the publishers.
func (p *page) search() {
	var list []choice
	for _, a := range p.actions() {
		c := choice{Label: strings.TrimSuffix(p.say("action."+a.name), "…"), Note: p.say("menu."+a.menu) + "  " + a.keyText(p), Choose: func() { p.run(a) }}
		if a.refused != nil {
			c.Refused = a.refused()
		}
		list = append(list, c)
	}
	for _, c := range slices.Concat(p.measureChoices(), p.publisherChoices()) {
		if c.Refused == "" {
			c.Toggle, c.Checked = nil, false
			if c.Note == "" {
				c.Note = p.say("search.publishernote")
			}
			list = append(list, c)
		}
	}
	p.choose(nil, "all", list)
}

// sourceChoices lists the sources, with what to do with one.
func (p *page) sourceChoices(keep func(reports.Source) bool, do func(reports.Source)) []choice {
	var list []choice
	for _, s := range p.held.sources {
		if keep(s) {
			list = append(list, choice{Label: s.Publisher + " · " + p.sourceTitle(s), Note: s.Name, Choose: func() { do(s) }})
		}
	}
	return list
}

func all(reports.Source) bool { return true }

func (p *page) chooseSource() { p.choose(nil, "source", p.sourceChoices(all, p.goToSource)) }

func (p *page) chooseForget() { p.choose(nil, "forget", p.sourceChoices(all, p.forget)) }

func (p *page) chooseFindings() {
	p.choose(nil, "findings", p.sourceChoices(func(s reports.Source) bool { return s.Problems > 0 }, func(s reports.Source) {
		p.open(side{kind: findingsSide, source: s.ID})
	}))
}

// problems counts the problems of all sources.
func (p *page) problems() int {
	n := 0
	for _, s := range p.held.sources {
		n += s.Problems
	}
	return n
}
