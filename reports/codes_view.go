package reports

import (
	"cmp"
	"slices"
)

// byCode joins the series whose categories belong to one harmonised code. It
// adds them only where each category is the code exactly or narrower and the
// numbers are known sums of disjoint parts; a category that the crosswalk
// lacks, or that is broader than the code, keeps its own line.
func (a *Answer) byCode(names Names, by *asker) {
	var out []Series
	for _, s := range a.Series {
		code, relation, ok := names.Crosswalk.Lookup(s.Publisher, s.Key.Category, s.Key.Subcategory)
		if !ok {
			out = append(out, s)
			continue
		}
		s.Code, s.Relation = code, relation
		i := slices.IndexFunc(out, func(o Series) bool { return o.sameCode(s) })
		if i < 0 || !by.adds(s) || by.overlapping(s) {
			out = append(out, s)
			continue
		}
		out[i] = out[i].joinedWith(s)
	}
	a.Series = out
}

// sameCode tells whether two series are parts of one code and else alike.
func (s Series) sameCode(o Series) bool {
	return s.Code != "" && s.Code == o.Code && s.Relation != "broader" && o.Relation != "broader" &&
		s.Publisher == o.Publisher && s.Table == o.Table && s.Measure == o.Measure &&
		s.Key.With(Category, "").With(Subcategory, "") == o.Key.With(Category, "").With(Subcategory, "")
}

// overlapping tells whether the categories of a series' table count one thing
// several times.
func (a *asker) overlapping(s Series) bool {
	return slices.ContainsFunc(a.all, func(b Block) bool {
		return b.Publisher == s.Publisher && b.Table == s.Table && b.Measure == s.Measure && b.Overlapping&(ByCategory|BySubcategory) != 0
	})
}

// joinedWith adds the numbers of two disjoint series period by period. A
// period that only one of them has is incomplete: the other's part is missing.
func (s Series) joinedWith(o Series) Series {
	s.Key.Category, s.Key.Subcategory = "", ""
	if o.Relation == "narrower" {
		s.Relation = o.Relation
	}
	unknown := func(p Period) Number { return Number{Period: p, Value: nan} }
	mine := s.Numbers
	s.Numbers = nil
	for _, n := range mine {
		m, ok := o.Number(n.Period)
		if !ok {
			m = unknown(n.Period)
		}
		s.Numbers = append(s.Numbers, n.plus(m))
	}
	for _, m := range o.Numbers {
		if !slices.ContainsFunc(mine, func(n Number) bool { return n.Period == m.Period }) {
			s.Numbers = append(s.Numbers, unknown(m.Period).plus(m))
		}
	}
	slices.SortFunc(s.Numbers, func(x, y Number) int { return x.Period.Compare(y.Period) })
	return s
}

// plus adds two numbers of one period.
func (n Number) plus(o Number) Number {
	lowN, highN := n.bounds()
	lowO, highO := o.bounds()
	sum := Number{
		Period: n.Period, Value: n.Value + o.Value, Status: max(n.Status, o.Status), Basis: Summed,
		N: n.figures() + o.figures(), Incomplete: n.Incomplete || o.Incomplete,
		Days: fewest(n.Days, o.Days), Table: cmp.Or(n.Table, o.Table), Breakdown: n.Breakdown | o.Breakdown, HasRange: n.HasRange || o.HasRange,
	}
	switch {
	case !n.Known() && o.Known():
		sum.Value, sum.Incomplete = o.Value, true
	case n.Known() && !o.Known():
		sum.Value, sum.Incomplete = n.Value, true
	}
	if sum.HasRange = sum.HasRange || sum.Incomplete; sum.HasRange {
		sum.Low, sum.High = lowN+lowO, highN+highO
	}
	return sum
}

// fewest returns the smaller number of days, where 0 means all.
func fewest(a, b int) int {
	if a == 0 || b == 0 {
		return max(a, b)
	}
	return min(a, b)
}

// figures counts the published figures that the number was made of.
func (n Number) figures() int {
	switch {
	case n.Basis == Summed:
		return n.N
	case n.Table == "":
		return 0
	}
	return 1
}

func (n Number) bounds() (low, high float64) {
	f := Figure{Value: n.Value, Low: n.Low, High: n.High, HasRange: n.HasRange}
	return f.Bounds()
}
