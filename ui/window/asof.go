package window

import (
	"slices"

	"vitrine/reports"
)

// asOfChoices offers the days on which the answer's publishers published a
// source: the question is then answered as the library stood on that day.
func (p *page) asOfChoices() []choice {
	q := p.history.now().question
	set := func(d reports.Day) func() { return func() { p.ask(func(q *reports.Question) { q.AsOf = d }) } }
	list := []choice{{Label: p.say("asof.today"), Checked: q.AsOf == 0, Choose: set(0)}}
	published := map[reports.Day][]string{}
	var days []reports.Day
	for _, s := range p.held.sources {
		if s.Published == 0 || !p.asks(s.Publisher) {
			continue
		}
		if published[s.Published] == nil {
			days = append(days, s.Published)
		}
		published[s.Published] = append(published[s.Published], p.sourceTitle(s))
	}
	slices.Sort(days)
	for _, d := range slices.Backward(days) {
		note := published[d][0]
		if n := len(published[d]); n > 1 {
			note = p.words.Plural("window.asof.sources", n)
		}
		list = append(list, choice{Label: p.words.Day(d), Note: note, Checked: q.AsOf == d, Choose: set(d)})
	}
	return list
}

// asks tells whether the question is about a publisher.
func (p *page) asks(publisher string) bool {
	if names := p.publishers(); len(names) > 0 {
		return slices.Contains(names, publisher)
	}
	return named(p.history.now().question.Publisher, publisher)
}

// noAsOf says why there is no day to choose.
func (p *page) noAsOf() string {
	return p.unless(len(p.asOfChoices()) > 1 || p.history.now().question.AsOf != 0, "refused.asof")
}
