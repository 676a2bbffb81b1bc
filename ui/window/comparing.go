package window

import (
	"context"
	"errors"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
)

// A comparing says that the answer is compared, with what, and how that is
// shown. Its zero value compares nothing.
type comparing struct {
	on   bool
	pair reports.Pair
	view sidedView
}

// A sidedView is a way to show a comparison.
type sidedView int

// The views of a comparison, in the order of their bar and of Ctrl+1 and on.
const (
	slopes sidedView = iota
	dumbbells
	differences
	sidedMaps
	sidedTable
)

var sidedNames = [...]string{"slope", "dumbbell", "diverging", "maps", "pairs"}

// String returns the view's name: of its texts, and in what is kept.
func (v sidedView) String() string { return sidedNames[v] }

// chart returns the kind that draws the view; the table has none.
func (v sidedView) chart() chart.ComparisonKind { return chart.ComparisonKind(v) }

// A compared is what came of a comparison: of the answer that it stands for,
// and of a pair.
type compared struct {
	answer  *reports.Answer
	pair    reports.Pair
	found   *reports.Comparison
	rows    []reports.Series // the numbers of both sides, the whole's first
	sources []reports.Source
	err     error
}

// comparison returns what the state compares; nil where it compares nothing,
// where it was refused, or where it is not there yet.
func (p *page) comparison() *reports.Comparison {
	if !p.comparisonDone() || p.compared.err != nil {
		return nil
	}
	return p.compared.found
}

// comparisonDone tells whether the state's comparison was made or refused.
func (p *page) comparisonDone() bool {
	s := p.history.now()
	return s.compare.on && p.compared.answer == p.result.answer && p.compared.pair == s.compare.pair
}

// compareNow makes the comparison that the state asks for, unless it is there.
func (p *page) compareNow() {
	s, a, l := p.history.now(), p.result.answer, p.ledger
	if !s.compare.on || l == nil || p.result.err != nil || p.comparisonDone() || p.asking.working || p.pairing.working && p.paired == s.compare.pair {
		return
	}
	q, pair := p.result.question, s.compare.pair
	p.paired = pair
	latest(p.pairing, func(ctx context.Context) compared { return comparedWith(ctx, a, q, pair, l) }, func(c compared) {
		if errors.Is(c.err, context.Canceled) {
			p.status.say(p.say("wait.cancelled"))
			return
		}
		p.compared = c
		p.paint()
	})
}

func comparedWith(ctx context.Context, a *reports.Answer, q reports.Question, pair reports.Pair, l ledger) compared {
	c, err := reports.Compare(ctx, q, pair, l, names(), assets.Events())
	made := compared{answer: a, pair: pair, err: err}
	if err != nil {
		return made
	}
	made.found, made.rows = &c, sidedRows(c)
	if made.sources, err = l.Answering(ctx, reports.Answer{Question: q, Series: c.Series()}); err != nil {
		made.sources = nil
	}
	return made
}

// sidedRows lists the series of a comparison, the whole's first; one that both
// sides are about has both numbers.
func sidedRows(c reports.Comparison) []reports.Series {
	var rows []reports.Series
	for _, i := range sidedItems(&c) {
		first, second := i.Series[0], i.Series[1]
		if first.Is(second) && c.Pair.From != c.Pair.To {
			first.Numbers = slices.Concat(first.Numbers, second.Numbers)
			rows = append(rows, first)
			continue
		}
		rows = append(rows, first, second)
	}
	return rows
}

// compareWith makes a step to a comparison.
func (p *page) compareWith(pair reports.Pair) {
	p.change(func(s *state) {
		if pair.Against.Publisher == "" && pair.Against.Service == "" && pair.From == pair.To {
			pair.From = reports.Period{}
		}
		s.compare.on, s.compare.pair = true, pair
	})
}

// compareNoMore makes a step back to the answer alone.
func (p *page) compareNoMore() { p.change(func(s *state) { s.compare = comparing{} }) }

// setSided shows the comparison in another way, or says why not.
func (p *page) setSided(v sidedView) {
	if why := p.refusedSided(v); why != "" {
		p.status.say(why)
		return
	}
	p.change(func(s *state) { s.compare.view = v })
}

// refusedSided says why a comparison is not shown in a view; "" where it is.
func (p *page) refusedSided(v sidedView) string {
	if c := p.comparison(); c != nil && v != sidedTable {
		if reason := v.chart().Refused(*c); reason != "" {
			return capital(p.words.Reason(reason))
		}
	}
	return ""
}

// sidedShown returns the view of the comparison: slopes where the chosen one is
// refused.
func (p *page) sidedShown() sidedView {
	v := p.history.now().compare.view
	if p.refusedSided(v) != "" {
		return slopes
	}
	return v
}

// togglePerDay compares what the numbers are a day, or the whole periods.
func (p *page) togglePerDay() {
	p.change(func(s *state) { s.compare.pair.PerDay = !s.compare.pair.PerDay })
}

// partsOf returns the question whose answer has a number of the comparison.
func (p *page) partsOf(s reports.Series, n reports.Number) (reports.Question, bool) {
	c := p.comparison()
	if c == nil {
		return reports.Question{}, false
	}
	has := func(i reports.Item, side int) bool {
		return n.Period == c.Sides[side].Period && i.Stated[side] != reports.NotTold && i.Series[side].Is(s)
	}
	for side := range c.Sides {
		if c.HasTotal && has(c.Total, side) {
			return c.Sides[side].Total.Question, true
		}
		if slices.ContainsFunc(c.Items, func(i reports.Item) bool { return has(i, side) }) {
			return c.Sides[side].Answer.Question, true
		}
	}
	return reports.Question{}, false
}
