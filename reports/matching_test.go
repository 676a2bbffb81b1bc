package reports_test

import (
	"testing"

	"vitrine/reports"
)

func TestWhatStandsBehindAnAnswer(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020-H1", area, in("FR"), "5"), fig("t", requests, "2020-H1", area, in("DE"), "3"),
		fig("t", requests, "2020-H2", area, in("FR"), "6"), fig("t", requests, "2020-H2", area, in("DE"), "1"),
		fig("t", items, "2020-H1", area, in("FR"), "50"), fig("other", requests, "2020-H1", 0, reports.Split{}, "8"),
	})
	q := question(each(reports.EveryYear), during("2020"))
	a, _ := ask(t, l, q)
	count := func(figures func(func(reports.Figure, error) bool)) (n int) {
		for _, err := range figures {
			if err != nil {
				t.Fatal(err)
			}
			n++
		}
		return n
	}
	if n := count(reports.Behind(t.Context(), q, l, names(), a)); n != 4 {
		t.Errorf("%d figures stand behind a sum of 4", n)
	}
	if n := count(reports.Matching(t.Context(), question(where(reports.Area, "FR")), l, names())); n != 3 {
		t.Errorf("%d figures are about France, want 3", n)
	}
	if n := count(reports.Matching(t.Context(), question(during("2020-H2")), l, names())); n != 2 {
		t.Errorf("%d figures are of the second half, want 2", n)
	}
}
