package window

import (
	"context"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/audit"
)

// search opens a menu of all that can be done, asked and found: actions,
// bookmarks, measures, publishers, sources, findings, and the services,
// categories and areas that there are figures of.
func (p *page) search() {
	p.choose(nil, "all", p.searched(p.held.values))
	p.chooser.typed = p.typedChoices
	p.lookUp()
	ch := p.chooser
	ch.renew = func() {
		ch.offer(p.searched(p.held.values))
		p.lookUp()
	}
}

// searched lists all that is found now, with values that were looked up.
func (p *page) searched(values []valued) []choice {
	return slices.Concat(p.actionChoices(), p.askedChoices(), p.bookmarkChoices(), p.wordChoices(), p.sourceChoices(all, p.goToSource), p.problemChoices(),
		p.findingChoices(), p.valueChoices(values), p.explainedChoices())
}

// lookUp finds the values that can be searched, once for what the library holds
// now.
func (p *page) lookUp() {
	if p.ledger == nil || p.held.values != nil {
		return
	}
	ch, l, blocks := p.chooser, p.ledger, p.held.blocks
	ch.looking = p.say("search.looking")
	ch.paint()
	latest(p.choosing, func(ctx context.Context) []valued {
		values := findValues(ctx, l, blocks)
		if ctx.Err() != nil {
			return nil
		}
		return values
	}, func(values []valued) {
		if sameBlocks(blocks, p.held.blocks) {
			p.held.values = values
		}
		ch.offer(p.searched(values))
	})
}

// sameBlocks tells whether two lists are one: the library was not read anew.
func sameBlocks(a, b []reports.Block) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

func (p *page) actionChoices() []choice {
	var list []choice
	for _, a := range p.actions() {
		c := choice{Label: strings.TrimSuffix(p.say("action."+a.name), "…"), Note: p.say("menu."+a.menu) + "  " + a.keyText(p), Choose: func() { p.run(a) }}
		if a.refused != nil {
			c.Refused = a.refused()
		}
		list = append(list, c)
	}
	return list
}

// askedChoices lists what can be worked out of the numbers, and what they can
// be split by.
func (p *page) askedChoices() []choice {
	var list []choice
	add := func(action string, from []choice) {
		for _, c := range from {
			if c.Checked || c.Refused != "" {
				continue
			}
			c.Note = strings.TrimSuffix(p.say("action."+action), "…")
			list = append(list, c)
		}
	}
	if p.noWorked() == "" {
		add("worked", p.workedChoices())
	}
	if p.noFigures() == "" && !p.history.now().compare.on {
		add("by", p.byChoices())
	}
	return list
}

func (p *page) wordChoices() []choice {
	var list []choice
	for _, c := range slices.Concat(p.measureChoices(), p.publisherChoices()) {
		if c.Refused == "" {
			c.Toggle, c.Checked = nil, false
			if c.Note == "" {
				c.Note = p.say("search.publishernote")
			}
			list = append(list, c)
		}
	}
	return list
}

// sourceChoices lists the sources, with what to do with one.
func (p *page) sourceChoices(keep func(reports.Source) bool, do func(reports.Source)) []choice {
	var list []choice
	for _, s := range p.held.sources {
		if keep(s) {
			list = append(list, choice{Label: p.words.Publisher(s.Publisher) + " · " + p.sourceTitle(s), Note: s.Name, Choose: func() { do(s) }})
		}
	}
	return list
}

func all(reports.Source) bool { return true }

func (p *page) chooseSource() { p.choose(nil, "source", p.sourceChoices(all, p.goToSource)) }

func (p *page) chooseForget() { p.choose(nil, "forget", p.sourceChoices(all, p.forget)) }

func (p *page) choosePreview() { p.choose(nil, "preview", p.sourceChoices(all, p.preview)) }

func (p *page) chooseFindings() {
	p.choose(nil, "findings", p.sourceChoices(func(s reports.Source) bool { return s.Problems > 0 }, p.showFindings))
}

func (p *page) showFindings(s reports.Source) { p.open(side{kind: findingsSide, source: s.ID}) }

// findingChoices lists what the checks found last, as long as the library is
// what they were made on.
func (p *page) findingChoices() []choice {
	if !p.checked.of(p.checked.publisher, p.held.sources) {
		return nil
	}
	var list []choice
	for _, f := range p.checked.found {
		list = append(list, choice{Label: f.Text.Say(p.words), Note: p.words.Check(f.Check), Choose: func() { p.showFinding(f) }})
	}
	return list
}

// showFinding shows a finding among what the checks found.
func (p *page) showFinding(f audit.Finding) {
	p.checked.opened, p.checked.aside = f.ID, p.checked.aside || f.Aside != nil
	p.drawer.shown = shownSide{} // which may be the same panel
	p.check(p.checked.publisher)
}

// problemChoices lists the sources that have problems, by their number.
func (p *page) problemChoices() []choice {
	var list []choice
	for _, s := range p.held.sources {
		if s.Problems > 0 {
			list = append(list, choice{Label: p.words.Plural("window.problems", s.Problems) + " · " + p.words.Publisher(s.Publisher) + " · " + p.sourceTitle(s), Note: s.Name,
				Choose: func() { p.showFindings(s) }})
		}
	}
	return list
}

// problems counts the problems of all sources.
func (p *page) problems() int {
	n := 0
	for _, s := range p.held.sources {
		n += s.Problems
	}
	return n
}
