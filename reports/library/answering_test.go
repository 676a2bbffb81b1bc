package library

import (
	"testing"

	"vitrine/reports"
)

func TestDerivedNumbersNameTheSourceOfTheShares(t *testing.T) {
	l := open(t, "")
	base := figure(month(1), "", "", 5000, 2)
	base.Measure, base.Breakdown = "videos removed", 0
	share := figure(month(1), "", "spam", 60, 3)
	share.Measure, share.Breakdown = "share of videos removed", reports.ByCategory
	load(t, l, source("example.csv", 1), reading(base, share))
	other := figure(month(1), "FR", "spam", 7, 2)
	other.Table = "orders"
	load(t, l, source("other.csv", 2), reading(other))
	q := reports.Question{Publisher: []string{"Example"}, Measure: []string{"videos removed"}, By: []reports.Dim{reports.Category}, Derived: true}
	a, err := reports.Ask(t.Context(), q, l, reports.Names{})
	if err != nil || len(a.Series) != 1 || a.Series[0].Numbers[0].Basis != reports.Derived {
		t.Fatalf("%v, %v: not one derived number", a.Series, err)
	}
	sources, err := l.Answering(t.Context(), a)
	if err != nil || len(sources) != 1 || sources[0].Name != "example.csv" {
		t.Errorf("%v, %v: want example.csv alone", sources, err)
	}
}
