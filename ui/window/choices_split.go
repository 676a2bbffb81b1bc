package window

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"vitrine/reports"
)

// byChoices offers the dimensions that the tables split the measure by, one
// or two of them; the others are grey.
func (p *page) byChoices() []choice {
	q := p.history.now().question
	list := []choice{p.splitChoice(p.say("by.total"), nil, false, false)}
	for _, d := range reports.AllDims() {
		list = append(list, p.splitChoice(p.words.Dim(d), []reports.Dim{d}, false, false))
	}
	list = append(list, p.splitChoice(p.say("by.country"), nil, true, false), p.splitChoice(p.say("by.code"), nil, false, true))
	for _, pair := range pairs(p.about(q)) {
		list = append(list, p.splitChoice(p.words.Dim(pair[0])+" × "+p.words.Dim(pair[1]), pair, false, false))
	}
	return list
}

// splitChoice offers a split: as it is published, or else worked out of shares.
func (p *page) splitChoice(label string, by []reports.Dim, country, code bool) choice {
	now := p.history.now().question
	try := now
	try.By, try.ByCountry, try.ByCode = by, country, code
	c := choice{Label: capital(label), Checked: slices.Equal(now.By, by) && now.ByCountry == country && now.ByCode == code}
	if c.Refused = p.undeclared(try); c.Refused != "" && !try.Derived {
		if try.Derived = true; p.declared(try) {
			c.Note, c.Refused = p.say("derived.note", "names", join(p.publishers())), ""
		} else {
			try.Derived = false
		}
	}
	if c.Checked { // as it is shown, it can be asked
		c.Refused = ""
	}
	c.Choose = func() {
		p.ask(func(q *reports.Question) {
			q.By, q.ByCountry, q.ByCode, q.Derived = try.By, try.ByCountry, try.ByCode, q.Derived || try.Derived
		})
	}
	return c
}

// pairs lists two dimensions each that a block splits by at once.
func pairs(blocks []reports.Block) [][]reports.Dim {
	var list [][]reports.Dim
	for _, b := range blocks {
		dims := b.Breakdown.List()
		for i, one := range dims {
			for _, other := range dims[i+1:] {
				pair := []reports.Dim{one, other}
				if !slices.ContainsFunc(list, func(p []reports.Dim) bool { return slices.Equal(p, pair) }) {
					list = append(list, pair)
				}
			}
		}
	}
	return list
}

// everyChoices offers the lengths of periods that have figures: which they
// are is asked for each, in the background, while the menu is open.
func (p *page) everyChoices(ctx context.Context, q reports.Question, l reports.Ledger) []choice {
	var list []choice
	for _, g := range reports.Grains() {
		c := choice{Label: capital(p.words.Grain(g)), Checked: q.Every == g,
			Choose: func() { p.ask(func(q *reports.Question) { q.Every = g }) }}
		try := q
		try.Every = g
		if a, err := ask(ctx, try, l); g != q.Every && (err != nil || !known(a)) {
			c.Refused = p.say("refused.noperiod")
		}
		list = append(list, c)
	}
	return list
}

// known tells whether an answer has a number.
func known(a reports.Answer) bool {
	return slices.ContainsFunc(a.Series, func(s reports.Series) bool {
		return slices.ContainsFunc(s.Numbers, reports.Number.Known)
	})
}

// filterChoices offers the values of a dimension that the question's tables
// have figures of.
func (p *page) filterChoices(ctx context.Context, d reports.Dim, q reports.Question, l reports.Ledger) []choice {
	set := func(values []string) {
		p.ask(func(q *reports.Question) {
			q.Where[d] = values
			if d == reports.Area {
				q.Country = nil
			}
		})
	}
	list := []choice{{Label: p.say("all." + d.String()), Checked: len(q.Where[d]) == 0, Choose: func() { set(nil) }}}
	counts, why := p.values(ctx, d, q, l), p.unfiltered(q, d)
	if len(counts) == 0 {
		return append(list, choice{Label: p.words.Dim(d), Refused: p.say("refused.notsplit")})
	}
	for v, n := range counts {
		c := choice{
			Label: capital(p.words.Value(d, v)), Also: asPublished(d, v), Note: p.words.Plural("window.figures", n), Checked: slices.Contains(q.Where[d], v),
			Choose: func() { set([]string{v}) },
			Toggle: func() { set(without(p.history.now().question.Where[d], v)) },
		}
		switch {
		case c.Checked:
		case n == 0:
			c.Refused = p.say("refused.span")
		default:
			c.Refused = why
		}
		list = append(list, c)
	}
	slices.SortFunc(list[1:], func(a, b choice) int {
		return cmp.Or(strings.Compare(fold(a.Label), fold(b.Label)), strings.Compare(a.Label, b.Label))
	})
	return list
}

// unfiltered says why a question cannot be narrowed by a dimension; "" where it
// can.
func (p *page) unfiltered(q reports.Question, d reports.Dim) string {
	q.Where[d] = []string{""}
	return p.undeclared(q)
}

// without returns the list with the value added, or less it where it was.
func without(list []string, value string) []string {
	if i := slices.Index(list, value); i >= 0 {
		return slices.Delete(slices.Clone(list), i, i+1)
	}
	return append(slices.Clone(list), value)
}

// values counts, for each value of a dimension, the figures that the smallest
// block of each of the question's tables has of it in the question's span; 0
// where they all lie outside.
func (p *page) values(ctx context.Context, d reports.Dim, q reports.Question, l reports.Ledger) map[string]int {
	smallest := map[string]reports.Block{}
	for _, b := range p.about(q) {
		name := b.Publisher + "|" + b.Table + "|" + string(b.Measure)
		old, ok := smallest[name]
		if b.Breakdown.Has(d) && (!ok || b.Breakdown.Len() < old.Breakdown.Len()) {
			smallest[name] = b
		}
	}
	counts := map[string]int{}
	for _, b := range smallest {
		sums, err := l.Gather(ctx, reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Group: reports.DimsOf(d)})
		if err != nil {
			return nil
		}
		span := q.Span(b.Span)
		for _, s := range sums {
			v := s.Key.Get(d)
			counts[v] += 0
			if b.Span.Days() <= 0 || s.Period.Start < span.End && span.Start < s.Period.End {
				counts[v] += s.N
			}
		}
	}
	return counts
}
