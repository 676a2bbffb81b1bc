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

// An answer about a month names the reports of this month, whether its numbers
// are published or sums.
func TestAnAnswerNamesTheSourcesOfItsTimeAlone(t *testing.T) {
	l := open(t, "")
	for i, name := range []string{"first.csv", "second.csv", "third.csv"} {
		french, german := figure(month(i+1), "FR", "spam", 5, 1), figure(month(i+1), "DE", "spam", 6, 2)
		french.Measure, german.Measure = reports.ContentActioned, reports.ContentActioned
		load(t, l, source(name, i+1), reading(french, german))
	}
	for _, by := range [][]reports.Dim{{reports.Area, reports.Category}, {reports.Category}} {
		q := reports.Question{By: by, Since: month(2).Start, Until: month(2).End}
		a, err := reports.Ask(t.Context(), q, l, reports.Names{})
		if err != nil || len(a.Series) == 0 {
			t.Fatalf("%v: %v, %v", by, a.Series, err)
		}
		sources, err := l.Answering(t.Context(), a)
		if err != nil || len(sources) != 1 || sources[0].Name != "second.csv" {
			t.Errorf("by %v, %s: %v, %v: want second.csv alone", by, a.Series[0].Numbers[0].BasisText(), sources, err)
		}
	}
}
