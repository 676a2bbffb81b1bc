package reports_test

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// A table may state some countries by the half-year and some by the year. What
// has no cell for one is then told by the other, and is not none.
func TestAbsentBesideAnotherPeriodIsNotNone(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020-H1", area, in("DE"), "5"), fig("t", requests, "2020-H2", area, in("DE"), "6"),
		fig("t", requests, "2020-H1", area, in("FR"), "4"), fig("t", requests, "2020", area, in("FR"), "9"),
		fig("t", requests, "2021-H1", area, in("FR"), "1"),
	}, absentNone)
	_, got := ask(t, l, question(splitBy(reports.Area), each(reports.EveryYear)))
	want(t, got, "DE 2020 11 sum of 2", "FR 2020 9 published")
	_, got = ask(t, l, question(splitBy(reports.Area), each(reports.EveryHalf)))
	want(t, got, "DE 2020-H1 5 published", "DE 2020-H2 6 published", "DE 2021-H1 0 sum of 0", "FR 2020-H1 4 published", "FR 2021-H1 1 published")
	_, got = ask(t, l, question())
	want(t, got, "total 2020 9 sum of 1 [9–+Inf] (incomplete)", "total 2020-H1 9 sum of 2",
		"total 2020-H2 6 sum of 1 [6–+Inf] (incomplete)", "total 2021-H1 1 sum of 1")
}

// Two current statements of one identity say nothing, also of a longer period.
func TestDisputedPartsHaveNoBounds(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020-H1", area, in("DE"), "5"), fig("t", requests, "2020-H1", area, in("DE"), "7"),
		fig("t", requests, "2020-H2", area, in("DE"), "9"),
	})
	_, got := ask(t, l, question(splitBy(reports.Area), each(reports.EveryYear)))
	want(t, got, "DE 2020 9 sum of 3 [9–+Inf] (not available; incomplete)")
}

// Derived numbers are shares of a whole only where the published shares are.
func TestDerivedPartsOfNoWholeAreNotStacked(t *testing.T) {
	figures := []reports.Figure{
		fig("t", videos, "2020-H1", 0, reports.Split{}, "1000"),
		fig("t", share, "2020-H1", category, about("Fraud"), "20~0.5"), fig("t", share, "2020-H1", category, about("Violence"), "80~0.5"),
	}
	q := question(of(videos), splitBy(reports.Category), derived)
	if a, _ := ask(t, library(figures, disjoint), q); a.Unstackable != reports.ReasonNotComplete {
		t.Errorf("shares of a list can be stacked: %q", a.Unstackable)
	}
	if a, _ := ask(t, library(figures), q); a.Unstackable != "" {
		t.Errorf("shares of a whole cannot be stacked: %q", a.Unstackable)
	}
}

// Filters of one dimension let through what all of them do.
func TestFiltersOfOneDimensionAllHold(t *testing.T) {
	l := library([]reports.Figure{fig("t", requests, "2020", area, in("DE"), "5"), fig("t", requests, "2020", area, in("FR"), "7")})
	inGermany := func(q *reports.Question) { q.Country = []string{"DE"} }
	_, got := ask(t, l, question(where(reports.Area, "DE", "FR"), inGermany))
	want(t, got, "DE 2020 5 published")
	_, err := reports.Ask(t.Context(), question(where(reports.Area, "FR"), inGermany), l, names())
	if err == nil || !strings.Contains(err.Error(), "no figure is about DE") {
		t.Errorf("France in Germany is answered: %v", err)
	}
}

// A category belongs to a code by its own publisher's crosswalk, not by that
// of another publisher who has one of the same name.
func TestCodesOfEachPublisher(t *testing.T) {
	other := fig("t", items, "2020", category, about("Hate Speech"), "3")
	other.Publisher = "Another"
	l := library([]reports.Figure{fig("t", items, "2020", category, about("Hate Speech"), "5"), other})
	q := question(func(q *reports.Question) { q.Code = []string{"KEYWORD_HATE_SPEECH"} })
	a, _ := ask(t, l, q)
	if len(a.Series) != 1 || a.Series[0].Publisher != "Google" {
		t.Errorf("hate speech is told by %+v, want Google alone", a.Series)
	}
	for f := range reports.Matching(t.Context(), q, l, names()) {
		if f.Publisher != "Google" {
			t.Errorf("a figure of %s is of the code", f.Publisher)
		}
	}
}
