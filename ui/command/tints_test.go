package command

import (
	"testing"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// Countries have one colour as either of two tables tells them, and where a few
// are asked for, though others lead there.
func TestColoursAreThoseOfTheWholeQuestion(t *testing.T) {
	l := &reports.Memory{}
	areas := []string{"BD", "RU", "KR", "TW", "IN", "TR", "FR", "VN", "BR", "ID", "PK", "US"}
	for order, table := range []string{"removal requests", "removal requests, detailed"} {
		l.Declared = append(l.Declared, reports.Block{Publisher: "Google", Table: table, Measure: "removal requests received", Breakdown: reports.ByArea, Complete: reports.ByArea, Order: order})
		for i, area := range areas {
			l.Held = append(l.Held, reports.Figure{
				Publisher: "Google", Table: table, Measure: "removal requests received", Period: reports.EveryHalf.Around(reports.DayOf(2023, 1, 1)),
				Split: reports.Split{Area: area}, Breakdown: reports.ByArea, Value: float64(1000 + 100*(i*(5+order*2)%12)),
			})
		}
	}
	whole := reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
	detailed, few := whole, whole
	detailed.Table = []string{"removal requests, detailed"}
	few.Where[reports.Area] = []string{"TR", "BR", "FR"}
	one := reports.Question{Publisher: []string{"Google"}}
	one.Where[reports.Area] = []string{"BR"}
	grey := chart.Colors(reports.Answer{Series: make([]reports.Series, 9)}, nil, chart.Tone{})[8]
	seen, moved := map[string]any{}, false
	for _, q := range []reports.Question{whole, detailed, few, one} {
		a, err := reports.Ask(t.Context(), q, l, names())
		if err != nil || len(a.Series) == 0 {
			t.Fatal(err, len(a.Series))
		}
		own := chart.Colors(a, nil, chart.Tone{})
		for i, c := range chart.Colors(a, tintsFor(t.Context(), q, l), chart.Tone{}) {
			area := a.Series[i].Key.Area
			if c == grey {
				continue
			}
			if seen[area] == nil {
				seen[area] = c
			}
			if seen[area] != c {
				t.Errorf("%s is %v and was %v", area, c, seen[area])
			}
			moved = moved || own[i] != c
		}
	}
	if !moved {
		t.Error("the sample is too easy: nothing would move")
	}
}
