package window

import (
	"cmp"
	"context"
	"slices"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

// openCompare opens the menu of what the answer can be compared with.
func (p *page) openCompare(anchor fyne.CanvasObject) {
	if p.asking.working { // the periods of the last answer are none of the next
		p.status.say(p.say("wait.answer"))
		return
	}
	q, l, own := p.history.now().question, p.ledger, p.withPeriods()
	form := p.newPairForm(func() { p.chooser.close() })
	p.chooseLater(anchor, "with", own, func(ctx context.Context) []choice { return p.withOthers(ctx, q, l) }, form.object)
}

// second returns the period that is compared with another: that of the
// comparison, of the pinned number, or the newest.
func (p *page) second() (reports.Period, bool) {
	s, periods := p.history.now(), p.result.answer.Periods
	if c := p.comparison(); c != nil && c.SameSubject() {
		return c.Pair.To, true
	}
	if s.compare.on && s.compare.pair.To != (reports.Period{}) {
		return s.compare.pair.To, true
	}
	if i := slices.Index(periods, s.pin.period); i > 0 {
		return periods[i], true
	}
	if len(periods) == 0 {
		return reports.Period{}, false
	}
	return periods[len(periods)-1], true
}

// withPeriods offers to end a comparison, the period before, the same a year
// before, and every other period that the answer has.
func (p *page) withPeriods() []choice {
	s := p.history.now()
	var list []choice
	if s.compare.on {
		list = append(list, choice{Label: p.say("compare.end"), Choose: p.compareNoMore})
	}
	to, ok := p.second()
	if !ok {
		return list
	}
	with := func(label, note string, from reports.Period) choice {
		pair := reports.Pair{From: from, To: to, PerDay: s.compare.pair.PerDay}
		return choice{Label: label, Note: note, Checked: s.compare.on && p.shownPair().From == from && p.shownPair().To == to, Choose: func() { p.compareWith(pair) }}
	}
	periods := p.result.answer.Periods
	for _, kind := range []struct {
		key  string
		from reports.Period
	}{{"compare.before", before(periods, to)}, {"compare.yearbefore", yearBefore(to)}} {
		c := with(p.say(kind.key), p.say("compare.pair", "first", p.words.Period(kind.from), "second", p.words.Period(to)), kind.from)
		if !slices.Contains(periods, kind.from) {
			c.Note, c.Refused, c.Checked = "", p.say("refused.noperiod"), false
		}
		list = append(list, c)
	}
	for _, from := range slices.Backward(periods) {
		if from != to {
			list = append(list, with(capital(p.words.Period(from)), p.say("compare.pair", "first", p.words.Period(from), "second", p.words.Period(to)), from))
		}
	}
	return list
}

// shownPair returns the pair that is compared, with the periods that were
// chosen for it.
func (p *page) shownPair() reports.Pair {
	if c := p.comparison(); c != nil {
		return c.Pair
	}
	return p.history.now().compare.pair
}

// before returns the longest period that ends where one begins, and is not
// longer than it; the zero period where there is none.
func before(periods []reports.Period, to reports.Period) (found reports.Period) {
	for _, p := range periods {
		if p.End == to.Start && p.Days() <= to.Days()+4 && p.Days() > found.Days() {
			found = p
		}
	}
	return found
}

// yearBefore returns the same period a year earlier.
func yearBefore(p reports.Period) reports.Period {
	back := func(d reports.Day) reports.Day {
		y, m, day := d.Date()
		return reports.DayOf(y-1, m, day)
	}
	return reports.Period{Start: back(p.Start), End: back(p.End)}
}

// secondChoices offers the periods that can stand on the second side.
func (p *page) secondChoices() []choice {
	shown, pair := p.shownPair(), p.history.now().compare.pair
	var list []choice
	for _, to := range slices.Backward(p.result.answer.Periods) {
		next := pair
		next.From, next.To = shown.From, to
		if !p.sameSubject() {
			next.From = to
		}
		c := choice{Label: capital(p.words.Period(to)), Checked: to == shown.To, Choose: func() { p.compareWith(next) }}
		if to == shown.From && p.sameSubject() {
			c.Refused = p.say("refused.sameperiod")
		}
		list = append(list, c)
	}
	return list
}

func (p *page) sameSubject() bool {
	return p.history.now().compare.pair.Against == (reports.Subject{})
}

// withOthers offers the other publishers, and the services, that state the
// same measure.
func (p *page) withOthers(ctx context.Context, q reports.Question, l reports.Ledger) []choice {
	pair, measures := p.history.now().compare.pair, p.measures()
	offer := func(s reports.Subject, label string) choice {
		next := reports.Pair{Against: s, PerDay: pair.PerDay}
		return choice{Label: label, Note: p.say("compare.against"), Checked: pair.Against == s, Choose: func() { p.compareWith(next) }}
	}
	var list []choice
	for _, name := range p.publishersHeld() {
		own := q
		own.Publisher, own.Table = []string{name}, nil
		if len(own.Measure) == 0 && len(measures) > 0 {
			own.Measure = []string{string(measures[0])}
		}
		shown := slices.Equal(p.publishers(), []string{name})
		if c := offer(reports.Subject{Publisher: name}, p.words.Publisher(name)); !shown {
			if len(p.about(own)) == 0 {
				c.Refused = p.say("refused.othermeasure")
			}
			list = append(list, c)
		}
		if len(p.about(own)) == 0 {
			continue
		}
		services := p.values(ctx, reports.Service, own, l)
		var held []string
		for v := range services {
			if v != "" && !(shown && slices.Equal(q.Where[reports.Service], []string{v})) {
				held = append(held, v)
			}
		}
		subject := func(service string) string {
			return p.words.Subject(reports.Subject{Publisher: name, Service: service})
		}
		slices.SortFunc(held, func(a, b string) int { return cmp.Compare(fold(subject(a)), fold(subject(b))) })
		for _, v := range held {
			list = append(list, offer(reports.Subject{Publisher: name, Service: v}, subject(v)))
		}
	}
	return list
}

// publishersHeld lists the publishers of the library.
func (p *page) publishersHeld() []string {
	var list []string
	for _, b := range p.held.blocks {
		if !slices.Contains(list, b.Publisher) {
			list = append(list, b.Publisher)
		}
	}
	return list
}

// newPairForm makes the entries of any two periods, below the menu.
func (p *page) newPairForm(close func()) *twoPeriods {
	var from, to string
	if c := p.comparison(); c != nil && c.SameSubject() {
		from, to = p.typable(c.Pair.From), p.typable(c.Pair.To)
	}
	return p.newTwoPeriods("compare", from, to, close, func(first, second string) error {
		pair, err := readPair(first, second)
		if err == nil {
			close()
			pair.PerDay = p.history.now().compare.pair.PerDay
			p.compareWith(pair)
		}
		return err
	})
}

// readPair reads two periods.
func readPair(first, second string) (reports.Pair, error) {
	from, ok := readPeriod(first)
	if !ok {
		return reports.Pair{}, errNoPeriod
	}
	to, ok := readPeriod(second)
	if !ok {
		return reports.Pair{}, errNoPeriod
	}
	return reports.Pair{From: from, To: to}, nil
}
