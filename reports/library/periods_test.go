package library

import (
	"slices"
	"testing"

	"vitrine/reports"
)

// The periods of a block are those of its sums, within a span and as of a day.
func TestPeriodsOf(t *testing.T) {
	l := open(t, file(t))
	for v, n := range []int{600, 3000} {
		load(t, l, source([]string{"a.csv", "b.csv"}[v], 1+v), million(n))
	}
	then, err := l.AsOf(t.Context(), source("", 1).Published)
	if err != nil {
		t.Fatal(err)
	}
	r := byCategory()
	lengths := map[int]bool{}
	for _, r.Span = range []reports.Period{{}, {Start: reports.DayOf(2000, 1, 1), End: reports.DayOf(2011, 1, 1)}} {
		for _, ledger := range []reports.Ledger{l, then} {
			sums, err := ledger.Gather(t.Context(), r)
			if err != nil {
				t.Fatal(err)
			}
			var want []reports.Period
			for _, s := range sums {
				want = append(want, s.Period)
			}
			want = slices.Compact(want)
			lengths[len(want)] = true
			got, err := ledger.(reports.Spanning).PeriodsOf(t.Context(), r)
			if err != nil || !slices.Equal(got, want) {
				t.Errorf("%v, want %v: %v", got, want, err)
			}
		}
	}
	if len(lengths) < 2 {
		t.Errorf("spans and days make no difference: %v", lengths)
	}
}
