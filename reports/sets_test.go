package reports_test

import (
	"testing"

	"vitrine/reports"
)

// Decisions that each cover one set of countries, and are one set of actions.
func sets(b *reports.Block) {
	b.Overlapping, b.Absent = b.Breakdown&(reports.ByArea|reports.ByAction), reports.AbsentNone
}

func decision(day, area, action, text string) reports.Figure {
	return fig("decisions", blocked, day, reports.ByArea|reports.ByAction, reports.Split{Area: area, Action: action}, text)
}

func decisions() *reports.Memory {
	return library([]reports.Figure{
		decision("2025-08-01", "EU", "removed", "100"),
		decision("2025-08-01", "AT+DE", "removed + account suspended", "10"),
		decision("2025-08-01", "DE", "demoted", "1"),
		decision("2025-08-01", reports.NotStated, "removed", "7"),
		decision("2025-08-02", "DE", "demoted", "2"),
	}, sets)
}

func TestSetsAreCountedInEachOfTheirCountries(t *testing.T) {
	country := func(q *reports.Question) { q.ByCountry = true }
	only := func(q *reports.Question) { q.Country = []string{"Germany", "AT", "France"} }
	a, got := ask(t, decisions(), question(country, only))
	want(t, got,
		"AT 2025-08-01 110 sum of 2", "AT 2025-08-02 0 sum of 0",
		"DE 2025-08-01 111 sum of 3", "DE 2025-08-02 2 sum of 1",
		"FR 2025-08-01 100 sum of 1", "FR 2025-08-02 0 sum of 0")
	if a.Unstackable != reports.ReasonOverlapping {
		t.Errorf("countries may be stacked: %q", a.Unstackable)
	}
	_, total := ask(t, decisions(), question())
	want(t, total, "total 2025-08-01 118 sum of 4", "total 2025-08-02 2 sum of 1")
}

func TestSetsStandAsPublishedByArea(t *testing.T) {
	a, got := ask(t, decisions(), question(splitBy(reports.Area), func(q *reports.Question) { q.Country = []string{"AT"} }))
	want(t, got, "AT+DE 2025-08-01 10 sum of 1", "EU 2025-08-01 100 sum of 1", "AT+DE 2025-08-02 0 sum of 0", "EU 2025-08-02 0 sum of 0")
	if a.Unstackable == reports.ReasonOverlapping {
		t.Error("disjoint sets are said to overlap")
	}
}

func TestAnActionNamesEverySetThatItIsIn(t *testing.T) {
	filter := func(name string) func(*reports.Question) {
		return func(q *reports.Question) { q.Where[reports.Action] = []string{name} }
	}
	_, got := ask(t, decisions(), question(filter("removed")))
	want(t, got, "removed 2025-08-01 107 sum of 2", "removed + account suspended 2025-08-01 10 sum of 1",
		"removed 2025-08-02 0 sum of 0", "removed + account suspended 2025-08-02 0 sum of 0")
	_, got = ask(t, decisions(), question(filter("account")))
	want(t, got, "removed + account suspended 2025-08-01 10 sum of 1", "removed + account suspended 2025-08-02 0 sum of 0")
}

func TestPartsOfACountryAreItsSets(t *testing.T) {
	l, q := decisions(), question(func(q *reports.Question) { q.ByCountry = true })
	a, _ := ask(t, l, q)
	for _, s := range a.Series {
		if s.Key.Area != "DE" {
			continue
		}
		n := s.Numbers[0]
		parts, err := reports.Parts(t.Context(), q, l, names(), s, n)
		if err != nil || len(parts) != 3 {
			t.Fatalf("%d parts, %v", len(parts), err)
		}
		sum := 0.0
		for _, f := range parts {
			sum += f.Value
		}
		if sum != n.Value {
			t.Errorf("the parts add to %v, the number is %v", sum, n.Value)
		}
	}
}

func TestASetHasAName(t *testing.T) {
	areas := names().Areas
	eu := areas.Members("EU")
	for _, c := range []struct {
		countries   []string
		want, named string
	}{
		{eu, "EU", "European Union"},
		{[]string{"DE"}, "DE", "Germany"},
		{[]string{"FR", "DE", "DE"}, "DE+FR", "Germany + France"},
		{nil, reports.NotStated, reports.NotStated},
		{eu[:6], "AT+BE+BG+CY+CZ+DE", "AT+BE+BG+CY+CZ+DE"},
	} {
		got := areas.SetOf(c.countries)
		if got != c.want || areas.Name(got, "en") != c.named {
			t.Errorf("%v is %q, %q", c.countries, got, areas.Name(got, "en"))
		}
	}
	if areas.Contains("DE+FR", "AT") || !areas.Contains("DE+FR", "FR") {
		t.Error("a set holds other countries than its own")
	}
}
