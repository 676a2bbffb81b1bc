package reports

import (
	"cmp"
	"slices"
)

// A place is where a sum stands in an answer.
type place struct {
	key    Split
	period Period
}

// overlapping tells of which sums, in the order of period, another sum of the
// same group covers some of the same days.
func overlapping(sums []Sum) map[place]bool {
	type run struct {
		first Period
		end   Day
	}
	runs := map[Split]run{}
	shared := map[place]bool{}
	for _, s := range sums {
		r, begun := runs[s.Key]
		if begun && s.Period.Start < r.end {
			shared[place{s.Key, r.first}], shared[place{s.Key, s.Period}] = true, true
			runs[s.Key] = run{r.first, max(r.end, s.Period.End)}
			continue
		}
		runs[s.Key] = run{s.Period, s.Period.End}
	}
	return shared
}

// told returns a function that tells whether a part of the line covers some
// of the days of a period.
func (l line) told() func(Period) bool {
	parts := slices.SortedFunc(slices.Values(l.parts), func(a, b piece) int { return a.Period.Compare(b.Period) })
	until := make([]Day, len(parts)) // the last end of the parts up to each
	for i, p := range parts {
		until[i] = p.Period.End
		if i > 0 {
			until[i] = max(until[i], until[i-1])
		}
	}
	return func(p Period) bool {
		before, _ := slices.BinarySearchFunc(parts, p.End, func(a piece, d Day) int { return cmp.Compare(a.Period.Start, d) })
		return before > 0 && until[before-1] > p.Start
	}
}
