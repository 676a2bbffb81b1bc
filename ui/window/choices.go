package window

import (
	"slices"

	"vitrine/reports"
	"vitrine/reports/publisher"
)

// about returns the blocks that the question's publishers and measures have.
func (p *page) about(q reports.Question) []reports.Block {
	var list []reports.Block
	for _, b := range p.held.blocks {
		states := named(q.Measure, string(b.Measure)) || q.Derived && b.Info().Derives != "" && named(q.Measure, string(b.Info().Derives))
		if states && named(q.Publisher, b.Publisher) && named(q.Table, b.Table) {
			list = append(list, b)
		}
	}
	return list
}

// named tells whether a filter lets a name through.
func named(filter []string, name string) bool {
	return len(filter) == 0 || slices.Contains(filter, name)
}

// measureChoices offers what the library has figures of; the rest of the
// vocabulary is grey.
func (p *page) measureChoices() []choice {
	q := p.history.now().question
	by := map[reports.Measure][]string{}
	var order []reports.Measure
	for _, b := range p.held.blocks {
		if by[b.Measure] == nil {
			order = append(order, b.Measure)
		}
		if !slices.Contains(by[b.Measure], b.Publisher) {
			by[b.Measure] = append(by[b.Measure], b.Publisher)
		}
	}
	var list []choice
	for _, m := range order {
		list = append(list, choice{
			Label: p.words.Measure(m), Also: string(m), Note: join(p.publisherNames(by[m])), Checked: slices.Contains(p.measures(), m),
			Choose: func() { p.goTo(m, kept(q.Publisher, by[m])) },
		})
	}
	for _, m := range reports.Measures {
		if names := p.deriving(m.Name); by[m.Name] == nil && len(names) > 0 {
			list = append(list, choice{Label: p.words.Measure(m.Name), Also: string(m.Name), Note: p.say("derived.note", "names", join(p.publisherNames(names))), Checked: slices.Contains(p.measures(), m.Name),
				Choose: func() { p.goToDerived(m.Name, kept(q.Publisher, names)) }})
		} else if by[m.Name] == nil {
			list = append(list, choice{Label: p.words.Measure(m.Name), Also: string(m.Name), Refused: p.say("refused.nofigures")})
		}
	}
	return list
}

// deriving lists the publishers of which a measure can be worked out from
// shares.
func (p *page) deriving(m reports.Measure) []string {
	var names []string
	for _, b := range p.held.blocks {
		if b.Info().Derives == m && !slices.Contains(names, b.Publisher) {
			names = append(names, b.Publisher)
		}
	}
	return names
}

// goToDerived asks for a measure that no table states, worked out from shares.
func (p *page) goToDerived(m reports.Measure, publishers []string) {
	q := p.history.now().question
	q.Measure, q.Publisher, q.Table, q.Derived = []string{string(m)}, publishers, nil, true
	p.fit(&q)
	p.askInstead(q)
}

// measures lists the measures that the answer is about.
func (p *page) measures() []reports.Measure {
	var list []reports.Measure
	for _, s := range p.result.answer.Series {
		if !slices.Contains(list, s.Measure) {
			list = append(list, s.Measure)
		}
	}
	return list
}

// kept returns the publishers that stay chosen: those that have it, or else
// the first that does.
func kept(chosen, having []string) []string {
	var list []string
	for _, name := range chosen {
		if slices.Contains(having, name) {
			list = append(list, name)
		}
	}
	if list == nil {
		return having[:1:1]
	}
	return list
}

// goTo asks for a measure of some publishers, and keeps of the question what
// their tables can answer.
func (p *page) goTo(m reports.Measure, publishers []string) {
	q := p.history.now().question
	q.Measure, q.Publisher, q.Table = []string{string(m)}, publishers, nil
	p.fit(&q)
	p.askInstead(q)
}

// fit takes out of a question what no block of it can answer.
func (p *page) fit(q *reports.Question) {
	has := p.dims(*q)
	q.By = slices.DeleteFunc(slices.Clone(q.By), func(d reports.Dim) bool { return !has.Has(d) })
	for _, d := range reports.AllDims() {
		if !has.Has(d) {
			q.Where[d] = nil
		}
	}
	if !has.Has(reports.Area) {
		q.ByCountry, q.Country = false, nil
	}
	if !has.Has(reports.Category) {
		q.ByCode, q.Code = false, nil
	}
}

// publisherChoices offers the publishers of the library, one or several; the
// others that Vitrine reads are grey.
func (p *page) publisherChoices() []choice {
	shown := p.publishers()
	var list []choice
	var names []string
	for _, b := range p.held.blocks {
		name := b.Publisher
		if slices.Contains(names, name) {
			continue
		}
		names = append(names, name)
		c := choice{Label: p.words.Publisher(name), Checked: slices.Contains(shown, name), Choose: func() { p.goToPublisher(name) }}
		if p.states(name) {
			c.Toggle = func() { p.togglePublisher(name) }
		} else {
			c.Note = p.say("publisher.other")
		}
		list = append(list, c)
	}
	for _, f := range publisher.Formats {
		if f.Publisher != "" && f.URL != "" && !slices.Contains(names, f.Publisher) {
			names = append(names, f.Publisher)
			list = append(list, choice{Label: p.words.Publisher(f.Publisher), Refused: p.say("refused.notloaded")})
		}
	}
	return list
}

// publisherNames writes publishers in the words of the language.
func (p *page) publisherNames(publishers []string) []string {
	names := make([]string, len(publishers))
	for i, name := range publishers {
		names[i] = p.words.Publisher(name)
	}
	return names
}

// states tells whether a publisher states what the question asks for.
func (p *page) states(publisher string) bool {
	q := p.history.now().question
	q.Publisher, q.Table = []string{publisher}, nil
	return len(p.about(q)) > 0
}

// publishers lists the publishers that the answer is about.
func (p *page) publishers() []string {
	var list []string
	for _, s := range p.result.answer.Series {
		if !slices.Contains(list, s.Publisher) {
			list = append(list, s.Publisher)
		}
	}
	return list
}

// dims returns the dimensions that the question's tables know of.
func (p *page) dims(q reports.Question) reports.Dims {
	var has reports.Dims
	for _, b := range p.about(q) {
		has |= b.Breakdown | b.Constant
	}
	return has
}

// goToPublisher asks the same of another publisher if it states the measure,
// or else its own first question.
func (p *page) goToPublisher(name string) {
	q := p.history.now().question
	q.Publisher, q.Table = []string{name}, nil
	if len(q.Measure) > 0 && len(p.about(q)) > 0 {
		p.fit(&q)
	} else {
		own := slices.DeleteFunc(slices.Clone(p.held.blocks), func(b reports.Block) bool { return b.Publisher != name })
		q = reports.FirstQuestion(own)
	}
	p.askInstead(q)
}

func (p *page) togglePublisher(name string) {
	shown := p.publishers()
	p.ask(func(q *reports.Question) { q.Publisher, q.Table = toggled(shown, name), nil })
}

// toggled returns the list with the name added, or without it where it was;
// the last one stays.
func toggled(list []string, name string) []string {
	i := slices.Index(list, name)
	if i < 0 {
		return append(slices.Clone(list), name)
	}
	if len(list) == 1 {
		return list
	}
	return slices.Delete(slices.Clone(list), i, i+1)
}

// tableChoices offers the tables that state the measure; the publisher's
// other tables are grey.
func (p *page) tableChoices() []choice {
	q := p.history.now().question
	q.Table = nil
	shown := p.tables()
	first := choice{Label: p.say("table.first"), Checked: len(p.history.now().question.Table) == 0,
		Choose: func() { p.ask(func(q *reports.Question) { q.Table = nil }) }}
	list := []choice{first}
	var seen []string
	add := func(b reports.Block, refused string) {
		if slices.Contains(seen, b.Publisher+b.Table) || !named(q.Publisher, b.Publisher) {
			return
		}
		seen = append(seen, b.Publisher+b.Table)
		list = append(list, choice{
			Label: capital(p.words.Table(b.Publisher, b.Table)), Also: b.Table, Note: p.words.Publisher(b.Publisher), Refused: refused,
			Checked: refused == "" && slices.Contains(shown, b.Table),
			Choose: func() {
				q := p.history.now().question
				q.Table = []string{b.Table}
				p.fit(&q)
				p.askInstead(q)
			},
		})
	}
	for _, b := range p.about(q) {
		add(b, "")
	}
	for _, b := range p.held.blocks {
		add(b, p.say("refused.othermeasure"))
	}
	return list
}

// tables lists the tables that the answer comes from.
func (p *page) tables() []string {
	var list []string
	for _, s := range p.result.answer.Series {
		if !slices.Contains(list, s.Table) {
			list = append(list, s.Table)
		}
	}
	return list
}
