package audit

import (
	"cmp"
	"math"
	"slices"

	"vitrine/reports"
)

// sisters holds the tables of a publisher that state the same against each
// other.
func (a *auditor) sisters() error {
	for _, declared := range Sisters {
		pairs, err := a.pairs(declared)
		if err != nil {
			return err
		}
		for _, s := range pairs {
			if !a.holds(s.Publisher, s.Table, s.Measure) || !a.holds(s.OtherPublisher, s.Other, s.OfOther) {
				continue
			}
			if err := a.sister(s); err != nil {
				return err
			}
		}
	}
	return nil
}

// pairs fills in what a declared pair leaves open: one pair, or one for each
// publisher that is a service of the other one.
func (a *auditor) pairs(s Sister) ([]Sister, error) {
	s.OfOther = cmp.Or(s.OfOther, s.Measure)
	if !s.OfService {
		s.OtherPublisher = cmp.Or(s.OtherPublisher, s.Publisher)
		return []Sister{s}, nil
	}
	i := slices.IndexFunc(a.blocks, func(b reports.Block) bool { return b.Publisher == s.OtherPublisher && b.Table == s.Other })
	if i < 0 {
		return nil, nil
	}
	services, err := a.library.Values(a.ctx, reports.Service, a.blocks[i])
	var pairs []Sister
	for _, service := range services {
		s.Publisher, s.OnlyOther.Service = service, service
		pairs = append(pairs, s)
	}
	return pairs, err
}

func (a *auditor) holds(publisher, table string, m reports.Measure) bool {
	return slices.ContainsFunc(a.blocks, func(b reports.Block) bool {
		return b.Publisher == publisher && b.Table == table && b.Measure == m
	})
}

// A sisterhood is the comparison of a pair of tables.
type sisterhood struct {
	Sister
	differ, alone Finding // where both state something, where only one does
}

// sister compares two tables in each of the splits that they share.
func (a *auditor) sister(s Sister) error {
	f := Finding{Check: "sister", Severity: s.Severity, Publisher: s.Publisher, Table: s.Table, Other: s.Other, Measure: s.Measure}
	h := &sisterhood{Sister: s, differ: f, alone: f}
	for _, by := range s.By {
		wholes, err := a.ask(s.Publisher, s.Table, s.Measure, s.Only, by)
		if err != nil {
			return err
		}
		others, err := a.ask(s.OtherPublisher, s.Other, s.OfOther, cmp.Or(s.OnlyOther, s.Only), by)
		if err != nil {
			return err
		}
		for _, w := range wholes {
			i := slices.IndexFunc(others, func(o reports.Series) bool {
				return o.Key.Only(reports.DimsOf(by...)) == w.Key.Only(reports.DimsOf(by...))
			})
			if i >= 0 {
				h.compare(w, others[i])
			}
		}
	}
	a.addSister(h)
	return nil
}

// ask returns what one of a pair of tables says of a measure, as published and
// about some values only; nothing where it has none of these.
func (a *auditor) ask(publisher, table string, m reports.Measure, only reports.Split, by []reports.Dim) ([]reports.Series, error) {
	q := reports.Question{Publisher: []string{publisher}, Table: []string{table}, Measure: []string{string(m)}, By: by}
	for _, d := range only.Stated().List() {
		q.Where[d] = []string{only.Get(d)}
		values, err := a.library.Values(a.ctx, d, a.blocksOf(publisher, table, m)...)
		if err != nil || !slices.Contains(values, only.Get(d)) {
			return nil, err
		}
	}
	answer, err := reports.Ask(a.ctx, q, a.library, a.options.Names)
	return answer.Series, err
}

func (a *auditor) blocksOf(publisher, table string, m reports.Measure) []reports.Block {
	var list []reports.Block
	for _, b := range a.blocks {
		if b.Publisher == publisher && b.Table == table && b.Measure == m {
			list = append(list, b)
		}
	}
	return list
}

// compare adds a case for each number of a series that the other table
// contradicts, in its own number or in the sum of its shorter periods.
func (h *sisterhood) compare(whole, other reports.Series) {
	held := reports.Period{Start: other.Numbers[0].Period.Start, End: other.Numbers[len(other.Numbers)-1].Period.End}
	for _, s := range steps(whole.Numbers) {
		tiles, missing := tiling(other.Numbers, s.Period)
		c := Case{Period: s.Period, Split: whole.Key, Sides: []Side{sideOfStep(whole, s), sideOfTiles(other, s.Period, tiles)}}
		left, right := c.Sides[0].Number, c.Sides[1].Number
		c.Weight = distance(left, right)
		switch {
		case missing > 0 && h.Gaps && held.Contains(s.Period):
			if len(tiles) == 0 {
				c.Weight = left.Value
			} else if !differ(left, right) {
				continue
			}
			h.differ.Cases = append(h.differ.Cases, c)
			h.differ.Compared++
		case missing > 0 || !told(left) && !told(right):
		case told(left) != told(right):
			h.alone.Compared++
			if c.Weight > 0 {
				h.alone.Cases = append(h.alone.Cases, c)
			}
		default:
			h.differ.Compared++
			if h.contradict(left, right) {
				h.differ.Cases = append(h.differ.Cases, c)
			}
		}
	}
}

// told tells whether a table states a number: a part without a cell, which is
// taken for none, is not told.
func told(n reports.Number) bool { return n.Basis != reports.Summed || n.N > 0 }

// contradict tells whether two numbers cannot both be right. A provisional
// number may still become the other.
func (h *sisterhood) contradict(left, right reports.Number) bool {
	provisional := func(n reports.Number) bool { return n.Status == reports.Provisional }
	switch {
	case provisional(left) != provisional(right):
		return false
	case h.AtMost && distance(left, right) > 0 && right.Value < left.Value:
		return false
	}
	most := h.Tolerance * math.Max(math.Abs(left.Value), math.Abs(right.Value))
	return distance(left, right) > most && differ(left, right)
}

// addSister words what the comparison of two tables found.
func (a *auditor) addSister(h *sisterhood) {
	table, other := tableName{h.Publisher, h.Table}, tableName{h.OtherPublisher, h.Other}
	for i, f := range []Finding{h.differ, h.alone} {
		if len(f.Cases) == 0 {
			continue
		}
		key := "finding.sister"
		if i == 1 {
			key, f.Severity = "finding.alone", Question
		}
		a.word(&f, key, "table", table, "other", other)
		f.Settle = Phrase{Key: h.Why, Args: []any{"table", table, "other", other}}
		a.add(f)
	}
}
