package reports

import "slices"

// covering chooses which of several tables' answers is the answer: the first
// that covers the whole question, where the question says how long it is,
// else the first (rule 2).
func (a *asker) covering(answers [][]Series) int {
	if a.q.Since == 0 && a.q.Until == 0 || len(answers) == 1 {
		return 0
	}
	all := map[Period]bool{}
	has := make([]map[Period]bool, len(answers))
	for i, series := range answers {
		has[i] = map[Period]bool{}
		for _, s := range series {
			for _, n := range s.Numbers {
				if n.Known() && !n.Partial() {
					all[n.Period], has[i][n.Period] = true, true
				}
			}
		}
	}
	for i := range answers {
		if len(has[i]) == len(all) {
			return i
		}
	}
	return 0
}

// breaksOf returns the breaks that lie within a series, in order.
func (a *asker) breaksOf(s Series) []Break {
	first, last := s.Numbers[0].Period, s.Numbers[len(s.Numbers)-1].Period
	var in []Break
	for _, b := range a.breaks {
		if b.Publisher == s.Publisher && (b.Measure == s.Measure || b.Measure == "") && first.Start < b.At && b.At < last.End &&
			(b.From == "" || b.From == s.Table || b.To == s.Table) {
			in = append(in, b)
		}
	}
	slices.SortFunc(in, func(x, y Break) int { return int(x.At - y.At) })
	return in
}

// acrossBreaks lets a line go on in another table where the publisher
// declares that one table follows the other, and nowhere else.
func (a *asker) acrossBreaks(main, others []Series) []Series {
	for i, s := range main {
		for _, b := range a.breaks {
			if b.Publisher != s.Publisher || b.Measure != s.Measure || b.From == b.To {
				continue
			}
			for _, o := range others {
				if o.Key == s.Key && (b.From == o.Table && b.To == s.Table || b.From == s.Table && b.To == o.Table) {
					main[i].Numbers = joined(main[i].Numbers, o.Numbers, b, b.To == s.Table)
				}
			}
		}
		if len(main[i].Numbers) != len(s.Numbers) {
			main[i].Breaks = a.breaksOf(main[i])
		}
	}
	if len(a.q.Periods) > 0 {
		return a.withEnded(main, others)
	}
	return main
}

// withEnded adds the lines that only the table on the other side of a break
// has, as far as they reach: a comparison across it must not lose them.
func (a *asker) withEnded(main, others []Series) []Series {
	table := main[0].Table
	for _, o := range others {
		if slices.ContainsFunc(main, func(s Series) bool { return s.Key == o.Key }) {
			continue
		}
		for _, b := range a.breaks {
			if b.Publisher == o.Publisher && b.Measure == o.Measure && (b.From == o.Table && b.To == table || b.From == table && b.To == o.Table) {
				if o.Numbers = joined(nil, o.Numbers, b, b.To == table); len(o.Numbers) > 0 {
					main = append(main, o)
				}
				break
			}
		}
	}
	return main
}

// joined takes each table's numbers on its own side of a break. later tells
// that mine is the table after it.
func joined(mine, others []Number, b Break, later bool) []Number {
	before, after := mine, others
	if later {
		before, after = others, mine
	}
	var out []Number
	for _, n := range before {
		if n.Period.End <= b.At {
			out = append(out, n)
		}
	}
	for _, n := range after {
		if n.Period.Start >= b.At {
			out = append(out, n)
		}
	}
	return out
}
