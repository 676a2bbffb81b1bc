package reports_test

import (
	"testing"

	"vitrine/reports"
)

func byCode(q *reports.Question) { q.ByCode = true }

func TestCategoriesOfOneCode(t *testing.T) {
	figures := []reports.Figure{
		fig("t", items, "2020", category, about("Hate Speech"), "5"), fig("t", items, "2020", category, about("Hateful or abusive"), "3"),
		fig("t", items, "2021", category, about("Hate Speech"), "6"), fig("t", items, "2021", category, about("Weather"), "1"),
		fig("t", items, "2022", category, about("Hate Speech"), "<10"), fig("t", items, "2022", category, about("Hateful or abusive"), "2"),
	}
	t.Run("add where they are disjoint", func(t *testing.T) {
		l := library(figures, disjoint)
		q := question(byCode)
		a, got := ask(t, l, q)
		want(t, got,
			"KEYWORD_HATE_SPEECH 2020 8 sum of 2",
			"KEYWORD_HATE_SPEECH 2021 6 sum of 1 [6–+Inf] (incomplete)",
			"KEYWORD_HATE_SPEECH 2022 2 sum of 2 [2–11] (withheld; incomplete)",
			"Weather 2021 1 published")
		for _, s := range a.Series {
			if s.Code == "" {
				continue
			}
			parts, err := reports.Parts(t.Context(), q, l, names(), s, s.Numbers[0])
			if err != nil || len(parts) != 2 {
				t.Errorf("the sum of 2 leads to %d figures, %v", len(parts), err)
			}
		}
	})
	t.Run("stand side by side where they overlap", func(t *testing.T) {
		l := library(figures, func(b *reports.Block) { b.Complete, b.Overlapping = 0, category })
		_, got := ask(t, l, question(byCode, during("2020")))
		want(t, got, "Hate Speech+KEYWORD_HATE_SPEECH 2020 5 published", "Hateful or abusive+KEYWORD_HATE_SPEECH 2020 3 published")
	})
	t.Run("are found by the code's name", func(t *testing.T) {
		_, got := ask(t, library(figures, disjoint), question(during("2020"), func(q *reports.Question) { q.Code = []string{"hate speech"} }))
		want(t, got, "Hate Speech 2020 5 published", "Hateful or abusive 2020 3 published")
	})
}

func TestWhatAllFiguresAreAbout(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020", category, law(at("EU", "fraud")), "1"), fig("t", requests, "2020", category, law(at("EU", "libel")), "2"),
	})
	a, got := ask(t, l, question())
	want(t, got, "total 2020 3 sum of 2")
	if got, want := a.Series[0].About(), (reports.Split{Area: "EU", Ground: "law"}); got != want {
		t.Errorf("the answer is about %+v, want %+v", got, want)
	}
}

func TestAPublishedNumberLeadsToItsCell(t *testing.T) {
	l := library([]reports.Figure{fig("t", requests, "2020", area, in("FR"), "5"), fig("t", requests, "2020", area, in("DE"), "3")})
	q := question(where(reports.Area, "FR"))
	a, _ := ask(t, l, q)
	parts, err := reports.Parts(t.Context(), q, l, names(), a.Series[0], a.Series[0].Numbers[0])
	if err != nil || len(parts) != 1 || parts[0].Value != 5 || parts[0].Origin.String() != "5eed:!A2" {
		t.Errorf("led to %+v, %v", parts, err)
	}
}
