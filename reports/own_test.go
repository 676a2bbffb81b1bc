package reports_test

import (
	"slices"
	"testing"

	"vitrine/reports"
)

// A measure that the vocabulary lacks adds over time and parts as far as its
// blocks declare it.
func TestMeasuresOfAPublishersOwn(t *testing.T) {
	figures := []reports.Figure{
		fig("cats", "cats petted", "2023", reports.ByArea, in("FR"), "1"), fig("cats", "cats petted", "2023", reports.ByArea, in("KE"), "2"),
		fig("cats", "cats petted", "2024", reports.ByArea, in("FR"), "3"), fig("cats", "cats petted", "2024", reports.ByArea, in("KE"), "4"),
	}
	for _, c := range []struct {
		name string
		own  reports.MeasureInfo
		want []int // numbers in all, as published and over both years
	}{
		{"nothing declared", reports.MeasureInfo{}, []int{0, 0}},
		{"over parts", reports.MeasureInfo{Unit: "cats", OverParts: true}, []int{2, 0}},
		{"over both", reports.MeasureInfo{Unit: "cats", OverParts: true, OverTime: true}, []int{2, 1}},
	} {
		l := library(figures, func(b *reports.Block) { b.Own = c.own })
		var got []int
		for _, g := range []reports.Grain{reports.AsPublished, reports.Span} {
			a, lines := ask(t, l, question(of("cats petted"), each(g)))
			got = append(got, len(lines))
			for _, s := range a.Series {
				if s.Unit != c.own.Unit {
					t.Errorf("%s: the unit is %q", c.name, s.Unit)
				}
			}
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %v numbers, want %v", c.name, got, c.want)
		}
	}
}
