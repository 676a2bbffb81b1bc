package assets

import (
	"math"
	"strings"
	"testing"

	"vitrine/reports"
)

func TestSummaryTellsFirstHighestAndLast(t *testing.T) {
	year := func(y int) reports.Period {
		return reports.Period{Start: reports.DayOf(y, 1, 1), End: reports.DayOf(y+1, 1, 1)}
	}
	a := reports.Answer{
		Question: reports.Question{Publisher: []string{"Google"}, Measure: []string{"removal requests received"}, Every: reports.EveryYear},
		Periods:  []reports.Period{year(2021), year(2022), year(2023)},
		Series: []reports.Series{{Publisher: "Google", Measure: "removal requests received", Numbers: []reports.Number{
			{Period: year(2021), Value: 1200}, {Period: year(2022), Value: 98765}, {Period: year(2023), Value: math.NaN()},
		}}},
	}
	for lang, want := range map[string]string{
		"en": "1 line, in requests, 2021 to 2023. Total: first 1,200 (2021), highest 98,765 (2022), last 98,765 (2022).",
		"fr": "1 courbe, en demandes, de 2021 à 2023. Total\u00a0: début 1\u202f200 (2021), maximum 98\u202f765 (2022), fin 98\u202f765 (2022).",
		"de": "1 Linie, Einheit: Ersuchen, 2021 bis 2023. Insgesamt: zuerst 1.200 (2021), Höchstwert 98.765 (2022), zuletzt 98.765 (2022).",
	} {
		if got := For(lang).Summary(a); !strings.HasSuffix(got, want) {
			t.Errorf("%s: the summary is\n%s\nwant\n%s", lang, got, want)
		}
	}
	a.Series[0].Numbers = a.Series[0].Numbers[2:]
	if got := For("en").Summary(a); !strings.HasSuffix(got, "Total: no number is known.") {
		t.Errorf("the summary of what is unknown is %s", got)
	}
	a.Series, a.Periods = nil, nil
	if got := For("en").Summary(a); !strings.HasSuffix(got, "There are no numbers.") {
		t.Errorf("the summary of nothing is %s", got)
	}
}
