package export

import (
	"cmp"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// A group is the series of an answer that may stand in one table: those of
// one publisher, table and measure.
type group struct {
	publisher, table string
	measure          reports.Measure
	series           []reports.Series
	periods          []reports.Period // that its series have a number for, in order
}

// groupsOf parts an answer's series into groups, in the order of the answer.
func groupsOf(a reports.Answer) []group {
	type key struct {
		publisher, table string
		measure          reports.Measure
	}
	at := map[key]int{}
	var groups []group
	for _, s := range a.Series {
		k := key{s.Publisher, s.Table, s.Measure}
		i, known := at[k]
		if !known {
			i = len(groups)
			at[k] = i
			groups = append(groups, group{publisher: s.Publisher, table: s.Table, measure: s.Measure})
		}
		groups[i].series = append(groups[i].series, s)
	}
	for i := range groups {
		groups[i].periods = periodsOf(groups[i].series)
	}
	return groups
}

func periodsOf(series []reports.Series) []reports.Period {
	seen := map[reports.Period]bool{}
	var periods []reports.Period
	for _, s := range series {
		for _, n := range s.Numbers {
			if !seen[n.Period] {
				seen[n.Period] = true
				periods = append(periods, n.Period)
			}
		}
	}
	slices.SortFunc(periods, reports.Period.Compare)
	return periods
}

// numbers returns a series' number for each of the group's periods.
func (g group) numbers(s reports.Series) []reports.Number {
	byPeriod := make(map[reports.Period]reports.Number, len(s.Numbers))
	for _, n := range s.Numbers {
		byPeriod[n.Period] = n
	}
	list := make([]reports.Number, len(g.periods))
	for i, p := range g.periods {
		n, ok := byPeriod[p]
		if !ok {
			n = missing(p)
		}
		list[i] = n
	}
	return list
}

// grain returns the length that all of the group's periods have, and whether
// they have one.
func (g group) grain() (reports.Grain, bool) {
	for _, every := range reports.Grains() {
		if every != reports.AsPublished && every != reports.Span && g.every(every) {
			return every, true
		}
	}
	return 0, false
}

func (g group) every(grain reports.Grain) bool {
	return !slices.ContainsFunc(g.periods, func(p reports.Period) bool { return grain.Around(p.Start) != p })
}

// sums returns the least and the greatest count of figures that the group's
// sums are of, and how many of its numbers are sums and how many are not.
func (g group) sums() (least, most, summed, others int) {
	for _, s := range g.series {
		for _, n := range s.Numbers {
			if n.Basis != reports.Summed {
				others++
				continue
			}
			if summed == 0 {
				least, most = n.N, n.N
			}
			summed++
			least, most = min(least, n.N), max(most, n.N)
		}
	}
	return least, most, summed, others
}

// newest orders sources by their vintage, the newest first.
func newest(sources []reports.Source) []reports.Source {
	list := slices.Clone(sources)
	slices.SortFunc(list, func(a, b reports.Source) int {
		return cmp.Or(cmp.Compare(b.Published, a.Published), cmp.Compare(a.Name, b.Name), cmp.Compare(a.ID, b.ID))
	})
	return list
}

// unit returns what one of the group's numbers is.
func (g group) unit(w *assets.Words) string { return w.UnitOf(g.series[0]) }
