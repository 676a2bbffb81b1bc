package reports

import (
	"math"
	"testing"
)

func daysOf(values ...float64) Series {
	s := Series{Publisher: "P", Table: "t", Measure: "removal requests received"}
	for i, v := range values {
		first := DayOf(2024, 1, 1) + Day(i)
		s.Numbers = append(s.Numbers, Number{Period: Period{first, first + 1}, Value: v, Origin: Origin{Row: i + 1}})
	}
	return s
}

func TestIndex(t *testing.T) {
	s, none := daysOf(50, 75, 25), daysOf(0, 3)
	at := s.Numbers[0].Period
	a := Index(Answer{Series: []Series{s, none}}, at)
	if len(a.Series) != 1 {
		t.Fatalf("%d series; one of the two has no base", len(a.Series))
	}
	for i, want := range []float64{100, 150, 50} {
		if got := a.Series[0].Numbers[i].Value; got != want {
			t.Errorf("number %d is %g, want %g", i, got, want)
		}
	}
}

func TestWeekMeansStandBesideTheDays(t *testing.T) {
	s := daysOf(1, 2, 3, 4, 5, 6, 7, 8, math.NaN(), 9, 10, 11, 12, 13, 14, 15, 16)
	a := WithWeekMeans(Answer{Series: []Series{s}})
	if len(a.Series) != 2 || a.Series[0].Transform.Kind != "" || a.Series[1].Is(a.Series[0]) {
		t.Fatalf("%d series", len(a.Series))
	}
	got := map[Day]float64{}
	for _, n := range a.Series[1].Numbers {
		got[n.Period.Start-DayOf(2024, 1, 1)] = math.Round(n.Value*1e6) / 1e6
	}
	want := map[Day]float64{6: 4, 7: 5, 15: 12, 16: 13}
	for day, v := range want {
		if got[day] != v {
			t.Errorf("day %d has the mean %g, want %g", day, got[day], v)
		}
	}
	if len(got) != len(want) {
		t.Errorf("means %v: a week with an unknown day has none", got)
	}
	s.Breaks = []Break{{At: DayOf(2024, 1, 4)}}
	if means := WithWeekMeans(Answer{Series: []Series{s}}).Series[1].Numbers; means[0].Period.Start == DayOf(2024, 1, 7) {
		t.Error("a mean goes across a break")
	}
}

// What is worked out is still told by one of several tables, and can be asked
// of another.
func TestTransformsKnowTheOtherTables(t *testing.T) {
	a := Answer{Series: []Series{daysOf(50, 75)}, Others: []Series{{Table: "in detail"}}}
	for _, kind := range []TransformKind{PerMillion, Indexed, WeekMean} {
		if got := (Transform{Kind: kind, At: a.Series[0].Numbers[0].Period}).Of(a, Populations{}); len(got.Others) != 1 {
			t.Errorf("%s: the other table is not named: %+v", kind, got.Others)
		}
	}
}
