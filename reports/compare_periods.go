package reports

import (
	"slices"
	"strconv"
)

// chooseMeasure takes, where the question names none and is set against
// another subject, the first measure of its own that the other states too.
func (c *comparer) chooseMeasure() error {
	if c.SameSubject() || len(c.Question.Measure) > 0 {
		return nil
	}
	var held [2][]Block
	for i := range held {
		by, err := newAsker(c.ctx, c.question(i), c.ledger, c.names)
		if err != nil {
			return err
		}
		held[i] = by.blocks
	}
	for _, b := range held[0] {
		if slices.ContainsFunc(held[1], func(o Block) bool { return o.Measure == b.Measure }) {
			c.Question.Measure = []string{string(b.Measure)}
			return nil
		}
	}
	return nil
}

// choosePeriods fills in the periods that the pair leaves out.
func (c *comparer) choosePeriods() error {
	p := &c.Pair
	switch {
	case p.From != Period{} && p.To != Period{}:
		return nil
	case !c.SameSubject() && (p.From != Period{} || p.To != Period{}):
		p.From = hullOf(p.From, p.To)
		p.To = p.From
		return nil
	case p.To != Period{}:
		p.From = p.To.before()
		return nil
	case p.From != Period{}:
		p.To = p.From.after()
		return nil
	case c.SameSubject():
		return c.newestTwo()
	}
	return c.newestOfBoth()
}

// hullOf returns the one of two periods that is given.
func hullOf(a, b Period) Period {
	if a == (Period{}) {
		return b
	}
	return a
}

// grain returns the grain of which the period is one, else AsPublished.
func (p Period) grain() Grain {
	for _, g := range []Grain{EveryYear, EveryHalf, EveryQuarter, EveryMonth, EveryDay, EveryWeek} {
		if g.Around(p.Start) == p {
			return g
		}
	}
	return AsPublished
}

// before returns the period before: of the same grain, else of as many days.
func (p Period) before() Period {
	if g := p.grain(); g != AsPublished {
		return g.Around(p.Start - 1)
	}
	return Period{p.Start - Day(p.Days()), p.Start}
}

// after returns the period after.
func (p Period) after() Period {
	if g := p.grain(); g != AsPublished {
		return g.Around(p.End)
	}
	return Period{p.End, p.End + Day(p.Days())}
}

// told lists the periods that a side's answer has, in a readable grain.
func (c *comparer) told(i int) ([]Period, error) {
	one, err := c.askOne(c.question(i))
	if err != nil {
		return nil, err
	}
	if _, _, err := oneSubject(one.answer, c.subject(i).String()); err != nil {
		return nil, err
	}
	if g := ReadableGrain(one.answer); g != AsPublished {
		q := c.question(i)
		q.Every = g
		if one, err = c.askOne(q); err != nil {
			return nil, err
		}
	}
	return one.answer.Periods, nil
}

// newestTwo chooses the newest period that follows another of its length.
func (c *comparer) newestTwo() error {
	have, err := c.told(0)
	if err != nil {
		return err
	}
	for _, p := range slices.Backward(have) {
		if slices.Contains(have, p.before()) {
			c.Pair.From, c.Pair.To = p.before(), p
			return nil
		}
	}
	return refuse("nopair", "no two periods of the same length follow each other; name both")
}

// newestOfBoth chooses the newest period that both subjects state.
func (c *comparer) newestOfBoth() error {
	first, err := c.told(0)
	if err != nil {
		return err
	}
	second, err := c.told(1)
	if err != nil {
		return err
	}
	for _, p := range slices.Backward(first) {
		if slices.Contains(second, p) {
			c.Pair.From, c.Pair.To = p, p
			return nil
		}
	}
	for _, g := range []Grain{EveryQuarter, EveryHalf, EveryYear} {
		if p, ok := newestCovered(g, first, second); ok {
			c.Pair.From, c.Pair.To = p, p
			return nil
		}
	}
	return refuse("nocommon", "no period is stated by both sides; name one for each")
}

// newestCovered returns the newest period of a grain that lies within the
// spans of both lists.
func newestCovered(g Grain, first, second []Period) (Period, bool) {
	if len(first) == 0 || len(second) == 0 {
		return Period{}, false
	}
	a, b := hull(first...), hull(second...)
	common := Period{max(a.Start, b.Start), min(a.End, b.End)}
	list := g.Within(common, false)
	if len(list) == 0 {
		return Period{}, false
	}
	return list[len(list)-1], true
}

// numeral writes a number for an English note.
func numeral(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }
