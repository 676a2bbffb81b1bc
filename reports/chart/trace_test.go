package chart

import (
	"fmt"
	"slices"
	"testing"
)

// Telegram's disclosures state quarters, nine months and years of the same
// days: a year is joined to a year, never to a quarter.
func TestALineKeepsToPeriodsOfOneLength(t *testing.T) {
	quarter, year := 91.0, 364.0
	tr := trace{values: []value{{start: 0, end: year}, {start: 0, end: 3 * quarter}}}
	for q := range 4 {
		tr.values = append(tr.values, value{start: float64(q) * quarter, end: float64(q+1) * quarter})
	}
	tr.values = append(tr.values, value{start: year, end: 2 * year}, value{start: year, end: year + quarter})
	slices.SortStableFunc(tr.values, value.compare)
	var got []string
	for _, run := range tr.runs() {
		var days []float64
		for _, v := range run {
			days = append(days, v.end-v.start)
		}
		got = append(got, fmt.Sprint(days))
	}
	if want := []string{"[364 364]", "[273]", "[91 91 91 91 91]"}; !slices.Equal(got, want) {
		t.Errorf("lines of %v days, want %v", got, want)
	}
}
