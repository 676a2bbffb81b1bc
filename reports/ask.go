package reports

import (
	"cmp"
	"context"
	"fmt"
	"math"
	"slices"
)

var nan = math.NaN()

// Names is what is known of areas and codes, for questions that name them.
type Names struct {
	Areas     *Areas
	Codes     *Codes
	Crosswalk *Crosswalk
	// Publishers has what publishers are called in the languages of the
	// interface, by their own names.
	Publishers map[string][]string
}

// Ask answers a question from a ledger by the rules of figures. A question
// that nothing answers gets an empty answer, with a note that says why; a
// filter that names nothing, or more than one thing, is an error.
func Ask(ctx context.Context, q Question, l Ledger, names Names) (Answer, error) {
	a, err := newAsker(ctx, q, l, names)
	if err != nil {
		return Answer{}, err
	}
	return a.answer()
}

// answer answers the asker's question.
func (a *asker) answer() (Answer, error) {
	answer := Answer{Question: a.q}
	for _, s := range a.subjects() {
		main, others, err := a.subject(s)
		if err != nil {
			return Answer{}, err
		}
		answer.Series = append(answer.Series, main...)
		answer.Others = append(answer.Others, others...)
	}
	if a.q.ByCode {
		answer.byCode(a.names, a)
	}
	if err := answer.takeSourceNotes(a.ctx, a.ledger); err != nil {
		return Answer{}, err
	}
	answer.finish(a)
	return answer, nil
}

// An asker answers one question.
type asker struct {
	ctx       context.Context
	ledger    Ledger
	names     Names
	q         Question
	all       []Block // that the ledger holds
	blocks    []Block // that the question asks about
	breaks    []Break
	measures  []string // that the question names; none: each publisher's first
	where     [dimCount][]string
	codes     []string // that the question asks for; none: all
	countries []string // likewise, by their codes
	group     Dims
	by        Dims
	used      map[string]*candidate // the blocks that answered, by their names
}

func newAsker(ctx context.Context, q Question, l Ledger, names Names) (*asker, error) {
	l, err := q.asOf(ctx, l)
	if err != nil {
		return nil, err
	}
	a := &asker{ctx: ctx, ledger: l, names: names, q: q, group: q.Group(), by: q.splits(), used: map[string]*candidate{}}
	if a.blocks, err = l.Blocks(ctx); err != nil {
		return nil, err
	}
	if a.breaks, err = l.Breaks(ctx); err != nil {
		return nil, err
	}
	a.all = a.blocks
	return a, a.resolve()
}

// A subject is a publisher's measure, which several of its tables may count.
type subject struct {
	publisher string
	measure   Measure
	tables    [][]Block // in the format's order; none where the measure can only be derived
}

// subjects lists what the question is about: for each publisher the measures
// asked for, or the first in the format's order that can answer.
func (a *asker) subjects() []subject {
	var all []subject
	for _, b := range a.blocks {
		if len(a.measures) > 0 && !slices.Contains(a.measures, string(b.Measure)) {
			continue
		}
		i := slices.IndexFunc(all, func(s subject) bool { return s.publisher == b.Publisher && s.measure == b.Measure })
		if i < 0 {
			all = append(all, subject{publisher: b.Publisher, measure: b.Measure})
			i = len(all) - 1
		}
		t := slices.IndexFunc(all[i].tables, func(t []Block) bool { return t[0].Table == b.Table })
		if t < 0 {
			all[i].tables = append(all[i].tables, []Block{b})
		} else {
			all[i].tables[t] = append(all[i].tables[t], b)
		}
	}
	if a.q.Derived {
		return a.withDerived(all)
	}
	return all
}

// withDerived adds the measures that can only be derived.
func (a *asker) withDerived(all []subject) []subject {
	for _, b := range a.blocks {
		d := MeasureOf(b.Measure).Derives
		if d == "" || slices.ContainsFunc(all, func(s subject) bool { return s.publisher == b.Publisher && s.measure == d }) {
			continue
		}
		all = append(all, subject{publisher: b.Publisher, measure: d})
	}
	return all
}

// subject answers the question for one subject: the series of the table that
// answers, and those of the others. Without a measure in the question a
// publisher's second measure answers only if its first does not.
func (a *asker) subject(s subject) (main, others []Series, err error) {
	if len(a.q.Measure) == 0 && a.answered(s.publisher) {
		return nil, nil, nil
	}
	var answers [][]Series
	for _, blocks := range s.tables {
		series, err := a.table(blocks)
		if err != nil {
			return nil, nil, err
		}
		if len(series) > 0 {
			answers = append(answers, series)
		}
	}
	if len(answers) > 0 {
		chosen := a.covering(answers)
		for i, other := range answers {
			if i != chosen {
				others = append(others, other...)
			}
		}
		main = a.acrossBreaks(answers[chosen], others)
	}
	if a.q.Derived {
		if main, err = a.derive(s, main); err != nil {
			return nil, nil, err
		}
	}
	if len(main) > 0 {
		a.used[s.publisher] = nil
	}
	return main, others, nil
}

func (a *asker) answered(publisher string) bool {
	_, ok := a.used[publisher]
	return ok
}

// table answers the question from one table.
func (a *asker) table(blocks []Block) ([]Series, error) {
	list := candidates(blocks, a.group, a.by)
	if len(list) == 0 {
		return nil, nil
	}
	span := a.span(list)
	found, err := lines(a.ctx, a.ledger, list, Request{Group: a.group, Where: a.where, Span: span})
	if err != nil {
		return nil, err
	}
	if a.q.ByCountry {
		found = a.byCountry(found)
	}
	constant, err := a.constant(list)
	if err != nil {
		return nil, err
	}
	info := list[0].Info()
	var out []Series
	used := map[*candidate]bool{}
	for _, ln := range found {
		if err := a.ctx.Err(); err != nil {
			return nil, err
		}
		if !a.asksFor(list[0].Publisher, ln.key) {
			continue
		}
		s := Series{Publisher: list[0].Publisher, Table: list[0].Table, Measure: list[0].Measure, Unit: info.Unit,
			Key: ln.key, Constant: constant, Group: a.group}
		periods := a.periods(ln, span)
		s.Numbers = make([]Number, 0, min(len(periods), len(ln.parts)))
		for _, p := range periods {
			n, parts, ok := ln.answer(p, info.OverTime, a.q)
			if !ok {
				continue
			}
			s.Numbers = append(s.Numbers, n)
			for _, t := range parts {
				used[t.from] = true
			}
		}
		if len(s.Numbers) > 0 {
			s.Breaks = a.breaksOf(s)
			out = append(out, s)
		}
	}
	for c := range used {
		a.used[blockName(c.Block)] = c
	}
	return out, nil
}

// asksFor tells whether the question, by country or of codes, is about a
// publisher's line.
func (a *asker) asksFor(publisher string, key Split) bool {
	return (!a.q.ByCountry || a.names.Areas.IsCountry(key.Area)) && a.ofCodes(publisher, key)
}

// constant returns what the candidates' figures are all about besides what
// they are split by: a table all of which is by law, or about the EU.
func (a *asker) constant(list []candidate) (Split, error) {
	var stated Dims
	blocks := make([]Block, len(list))
	for i, c := range list {
		stated |= c.Constant.Without(a.group)
		blocks[i] = c.Block
	}
	var s Split
	for _, d := range stated.List() {
		values, err := a.ledger.Values(a.ctx, d, blocks...)
		if err != nil {
			return s, err
		}
		if len(values) == 1 && allState(list, d) {
			s = s.With(d, values[0])
		}
	}
	return s, nil
}

func allState(list []candidate, d Dim) bool {
	return !slices.ContainsFunc(list, func(c candidate) bool { return !c.Constant.Has(d) })
}

func blockName(b Block) string {
	return fmt.Sprint(b.Publisher, " | ", b.Table, " | ", b.Measure, " | ", b.Breakdown)
}

// span returns the days that the question is about, as far as the candidates
// hold figures where an end is open.
func (a *asker) span(list []candidate) Period {
	held := list[0].Span
	for _, c := range list[1:] {
		held.Start, held.End = min(held.Start, c.Span.Start), max(held.End, c.Span.End)
	}
	return a.q.Span(held)
}

// periods lists the periods that a line is asked for.
func (a *asker) periods(ln line, span Period) []Period {
	if len(a.q.Periods) > 0 {
		return a.q.Periods
	}
	if a.q.Every != AsPublished {
		return a.q.Every.Within(span, a.q.Partial)
	}
	list := make([]Period, 0, len(ln.parts))
	for _, p := range ln.parts {
		list = append(list, p.Period)
	}
	return list
}

// finish orders the series and says of the whole answer what must be said.
func (a *Answer) finish(by *asker) {
	SortSeries(a.Series)
	SortSeries(a.Others)
	seen := map[Period]bool{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if !seen[n.Period] {
				seen[n.Period] = true
				a.Periods = append(a.Periods, n.Period)
			}
		}
	}
	slices.SortFunc(a.Periods, Period.Compare)
	a.Unstackable = a.unstackable(by)
	a.note(by)
}

// SortSeries orders series by publisher, then the largest last number first.
func SortSeries(list []Series) {
	slices.SortStableFunc(list, func(a, b Series) int {
		return cmp.Or(
			cmp.Compare(a.Publisher, b.Publisher),
			cmp.Compare(b.last(), a.last()),
			a.Key.Compare(b.Key),
			cmp.Compare(a.Table, b.Table),
			cmp.Compare(a.Measure, b.Measure),
		)
	})
}

// last returns the series' last known value, -Inf without one.
func (s Series) last() float64 {
	for i := len(s.Numbers) - 1; i >= 0; i-- {
		if s.Numbers[i].Known() {
			return s.Numbers[i].Value
		}
	}
	return math.Inf(-1)
}
