package reports

import (
	"cmp"
	"context"
	"math"
	"slices"
	"strings"
)

// Compare sets two periods of what a question asks about beside each other, or
// two publishers' or services' figures of one period. The question's span and
// grain are the pair's to say. Every number is an answer's, by the rules of
// figures. A comparison that must not be made is an Incomparable error.
//
// Where the pair leaves out both periods, the newest two that follow each
// other are compared, or, against another subject, the newest that both state;
// where it leaves out one, that before or after the other.
func Compare(ctx context.Context, q Question, p Pair, l Ledger, names Names, events Events) (Comparison, error) {
	c := &comparer{ctx: ctx, ledger: l, names: names}
	c.Question, c.Pair = q, p
	var err error
	if c.blocks, err = l.Blocks(ctx); err != nil {
		return Comparison{}, err
	}
	for _, step := range []func() error{c.chooseMeasure, c.choosePeriods, c.ask, c.comparable, c.stated, c.askTotal} {
		if err := step(); err != nil {
			return Comparison{}, err
		}
	}
	c.makeItems()
	if err := c.between(events); err != nil {
		return Comparison{}, err
	}
	c.noteSides()
	return c.Comparison, nil
}

// A comparer makes one comparison.
type comparer struct {
	Comparison
	ctx    context.Context
	ledger Ledger
	names  Names
	blocks []Block
	sides  [2]asked
}

// An asked is the answer to one side's question, and how it came about.
type asked struct {
	answer Answer
	by     *asker
}

// question returns the question of a side, about some periods.
func (c *comparer) question(i int, periods ...Period) Question {
	q := c.Question
	q.Where = c.Question.Where
	q.Since, q.Until, q.Every, q.Periods = 0, 0, AsPublished, periods
	if len(periods) > 0 {
		h := hull(periods...)
		q.Since, q.Until, q.Every = h.Start, h.End, Span
	}
	if s := c.Pair.Against; i == 1 && s != (Subject{}) {
		q.Table = nil
		if s.Publisher != "" {
			q.Publisher = []string{s.Publisher}
		}
		q.Where[Service] = nil
		if s.Service != "" {
			q.Where[Service] = []string{s.Service}
		}
	}
	return q
}

func hull(periods ...Period) Period {
	h := periods[0]
	for _, p := range periods[1:] {
		h = Period{min(h.Start, p.Start), max(h.End, p.End)}
	}
	return h
}

// subject returns what a side is held to by the pair.
func (c *comparer) subject(i int) Subject {
	switch {
	case c.SameSubject():
		return Subject{}
	case i == 1:
		return c.Pair.Against
	}
	s := Subject{Publisher: strings.Join(c.Question.Publisher, ", ")}
	s.Service = strings.Join(c.Question.Where[Service], ", ")
	return s
}

// ask asks the questions of the sides: one for two periods, so that one table
// answers both, two for two subjects.
func (c *comparer) ask() error {
	c.Sides[0].Period, c.Sides[1].Period = c.Pair.From, c.Pair.To
	if c.SameSubject() {
		if c.Pair.From == c.Pair.To {
			return refuse("same", "both sides are {period}", "period", c.Pair.From.String())
		}
		one, err := c.askOne(c.question(0, c.Pair.From, c.Pair.To))
		c.sides = [2]asked{one, one}
		return err
	}
	for i, p := range []Period{c.Pair.From, c.Pair.To} {
		var err error
		if c.sides[i], err = c.askOne(c.question(i, p)); err != nil {
			return err
		}
	}
	return nil
}

func (c *comparer) askOne(q Question) (asked, error) {
	by, err := newAsker(c.ctx, q, c.ledger, c.names)
	if err != nil {
		return asked{}, err
	}
	a, err := by.answer()
	return asked{a, by}, err
}

// stated fills in what the sides' answers say of themselves, and refuses a
// side without a number.
func (c *comparer) stated() error {
	for i := range c.sides {
		side := &c.Sides[i]
		side.Answer, side.Sum = c.sides[i].answer, Unknown()
		var tables, services []string
		for _, s := range side.Answer.Series {
			n, ok := s.Number(side.Period)
			if ok && !n.none() {
				tables, services = addOnce(tables, n.Table), addOnce(services, s.About().Service)
			}
		}
		if len(tables) == 0 {
			return c.unstated(i)
		}
		if len(tables) == 1 {
			side.Table = tables[0]
		}
		if len(services) == 1 {
			side.Service = services[0]
		}
		for _, n := range side.Answer.Notes {
			said := func(m Note) bool { return m.Text == n.Text }
			if n.Key != "note.notcomplete" && !slices.ContainsFunc(c.Notes, said) { // Unaddable says it
				c.Notes = append(c.Notes, n)
			}
		}
	}
	return nil
}

// none tells whether the number stands for an absent cell that means none.
func (n Number) none() bool { return n.Basis == Summed && n.N == 0 && n.Value == 0 && !n.HasRange }

// unstated says which periods there are in place of one that a side lacks.
func (c *comparer) unstated(i int) error {
	one, err := c.askOne(c.question(i))
	if err != nil {
		return err
	}
	if _, _, err := oneSubject(one.answer, c.subject(i).String()); err != nil {
		return err
	}
	var have []string
	for _, p := range one.answer.Periods {
		have = append(have, p.String())
	}
	period, list := c.Sides[i].Period.String(), ends(have)
	if s := c.subject(i); s != (Subject{}) {
		return refuse("periodof", "{side} publishes nothing that is, or adds up to, {period}; there is {list}",
			"side", s.String(), "period", period, "list", list)
	}
	return refuse("period", "nothing is published that is, or adds up to, {period}; there is {list}", "period", period, "list", list)
}

// ends writes a long list by its first and its last three.
func ends(list []string) string {
	const most = 3
	if len(list) > 2*most {
		list = slices.Concat(list[:most], []string{"…"}, list[len(list)-most:])
	}
	return strings.Join(list, ", ")
}

// askTotal asks for the whole that the items are parts of, of the same tables
// and with the same filters.
func (c *comparer) askTotal() error {
	q := c.Question
	if len(q.By) == 0 && !q.ByCountry && !q.ByCode {
		return nil
	}
	var found [2]Series
	for i := range c.sides {
		periods := []Period{c.Sides[i].Period}
		if c.SameSubject() {
			periods = []Period{c.Pair.From, c.Pair.To}
		}
		t := c.question(i, periods...)
		t.By, t.ByCountry, t.ByCode = nil, false, false
		table := c.Sides[i].Table
		if table != "" && (table == c.Sides[1-i].Table || !c.SameSubject()) {
			t.Table = []string{table}
		}
		t.Measure = []string{string(c.Measure)}
		one, err := c.askOne(t)
		if err != nil || len(one.answer.Series) != 1 {
			return nil // the whole is not told: the items stand without it
		}
		found[i] = one.answer.Series[0]
		c.Sides[i].Total = one.answer
	}
	c.Total = c.item(found)
	c.HasTotal = c.Total.Stated == [2]Stating{Told, Told}
	for i, side := range c.Sides {
		c.HasTotal = c.HasTotal && (side.Table == "" || side.Table == c.Total.Numbers[i].Table)
	}
	return nil
}

// between finds the breaks and events that lie between the sides.
func (c *comparer) between(events Events) error {
	h := hull(c.Sides[0].Period, c.Sides[1].Period)
	breaks, err := c.ledger.Breaks(c.ctx)
	if err != nil {
		return err
	}
	for _, b := range breaks {
		if c.breaks(b, h) && !slices.Contains(c.Breaks, b) {
			c.Breaks = append(c.Breaks, b)
		}
	}
	slices.SortFunc(c.Breaks, func(a, b Break) int { return cmp.Compare(a.At, b.At) })
	var all []Series
	for i := range c.Items {
		item := &c.Items[i]
		all = append(all, item.Series[0], item.Series[1])
		for _, e := range events.Of([]Series{item.Series[0], item.Series[1]}, h, c.names.Areas) {
			if e.Kind.Breaks() && e.parts(c.Sides[0].Period, c.Sides[1].Period) {
				item.Events = append(item.Events, e)
			}
		}
	}
	c.Events = events.Of(all, h, c.names.Areas)
	return nil
}

// breaks tells whether a declared break lies between the sides' numbers.
func (c *comparer) breaks(b Break, h Period) bool {
	if b.Publisher != c.Sides[0].Publisher && b.Publisher != c.Sides[1].Publisher || b.Measure != c.Measure && b.Measure != "" {
		return false
	}
	for _, side := range c.Sides {
		if side.Table == "" || b.From == "" || b.From == side.Table || b.To == side.Table {
			return h.Start < b.At && b.At < h.End
		}
	}
	return false
}

// parts tells whether an event keeps two periods from counting the same: it
// begins between them or within one, or its error touches one of them.
func (e Event) parts(a, b Period) bool {
	h := hull(a, b)
	if e.Kind == ErrorEvent {
		touches := func(p Period) bool { return e.Period.Start < p.End && p.Start < e.Period.End }
		return touches(a) || touches(b)
	}
	return h.Start < e.Period.Start && e.Period.Start < h.End
}

// nan2 is no share on either side.
var nan2 = [2]float64{math.NaN(), math.NaN()}
