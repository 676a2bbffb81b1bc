package library

import (
	"maps"
	"testing"

	"vitrine/reports"
)

// valuesOn returns what a library said on a day of 2021.
func valuesOn(t *testing.T, l *Library, day int) map[string]float64 {
	t.Helper()
	q := reports.Question{By: []reports.Dim{reports.Area, reports.Category}}
	if day != 0 {
		q.AsOf = reports.DayOf(2021, 1, day)
	}
	a, err := reports.Ask(t.Context(), q, l, reports.Names{})
	if err != nil {
		t.Fatal(err)
	}
	if said := len(a.Notes) > 0 && a.Notes[0].Key == "note.asof"; said != (day != 0) {
		t.Errorf("on day %d the notes are %v", day, a.Notes)
	}
	values := map[string]float64{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			values[n.Period.String()+" "+s.Key.Area] = n.Value
		}
	}
	return values
}

// A question as of a day is answered from what had been published by then,
// also after something else was loaded or forgotten.
func TestAsPublishedOn(t *testing.T) {
	l := open(t, "")
	load(t, l, source("first.csv", 1), reading(figure(month(1), "FR", "spam", 1, 1), figure(month(1), "DE", "spam", 2, 2), figure(month(2), "FR", "spam", 3, 3)))
	load(t, l, source("third.csv", 20), reading(figure(month(1), "FR", "spam", 100, 1), figure(month(3), "FR", "spam", 300, 2)))
	// A part without a cell is none in this table.
	check := func(when string, want map[int]map[string]float64) {
		for day, values := range want {
			if got := valuesOn(t, l, day); !maps.Equal(got, values) {
				t.Errorf("%s, on day %d: %v, want %v", when, day, got, values)
			}
		}
	}
	first := map[string]float64{"2020-01 FR": 1, "2020-01 DE": 2, "2020-02 FR": 3, "2020-02 DE": 0}
	third := map[string]float64{"2020-01 FR": 100, "2020-02 FR": 3, "2020-03 FR": 300}
	check("of two vintages", map[int]map[string]float64{1: first, 19: first, 20: third, 0: third})
	second := load(t, l, source("second.csv", 10), reading(figure(month(1), "FR", "spam", 10, 1)))
	check("with one in between", map[int]map[string]float64{
		9: first, 10: {"2020-01 FR": 10, "2020-02 FR": 3}, 20: third, 0: third})
	if err := l.Forget(t.Context(), second.Source.ID); err != nil {
		t.Fatal(err)
	}
	check("without it again", map[int]map[string]float64{10: first, 20: third})
	if got := valuesOn(t, l, 1); len(got) != 4 {
		t.Errorf("before anything else: %v", got)
	}
	q := reports.Question{AsOf: reports.DayOf(2020, 12, 31)}
	if a, err := reports.Ask(t.Context(), q, l, reports.Names{}); err != nil || len(a.Series) != 0 {
		t.Errorf("before the first vintage: %+v, %v", a.Series, err)
	}
}

// Starter figures count until another source of their table was published.
func TestStarterAsPublishedOn(t *testing.T) {
	l := open(t, "")
	starter := source("starter.csv", 5)
	starter.Starter = true
	load(t, l, starter, reading(figure(month(1), "FR", "spam", 1, 1), figure(month(2), "FR", "spam", 2, 2)))
	load(t, l, source("real.csv", 10), reading(figure(month(2), "FR", "spam", 20, 1)))
	for day, want := range map[int]map[string]float64{
		4: {}, 5: {"2020-01 FR": 1, "2020-02 FR": 2}, 10: {"2020-02 FR": 20},
	} {
		if got := valuesOn(t, l, day); !maps.Equal(got, want) {
			t.Errorf("on day %d: %v, want %v", day, got, want)
		}
	}
}

// Every day that is asked for is right, also when many are.
func TestManyDays(t *testing.T) {
	l := open(t, file(t))
	for day := 1; day <= 25; day++ {
		load(t, l, source("a"+string(rune('a'+day))+".csv", day), reading(figure(month(1), "FR", "spam", float64(day), 1)))
	}
	for range 2 {
		for day := 1; day <= 25; day++ {
			if got := valuesOn(t, l, day); got["2020-01 FR"] != float64(day) {
				t.Fatalf("on day %d: %v", day, got)
			}
		}
	}
	// What is asked of an answer is asked of the day that it is about.
	q := reports.Question{By: []reports.Dim{reports.Area, reports.Category}, AsOf: reports.DayOf(2021, 1, 7)}
	a, err := reports.Ask(t.Context(), q, l, reports.Names{})
	if err != nil {
		t.Fatal(err)
	}
	sources, err := l.Answering(t.Context(), a)
	if err != nil || len(sources) != 1 || sources[0].Published != q.AsOf {
		t.Errorf("answered by %+v, %v", sources, err)
	}
	parts, err := reports.Parts(t.Context(), q, l, reports.Names{}, a.Series[0], a.Series[0].Numbers[0])
	if err != nil || len(parts) != 1 || parts[0].Value != 7 {
		t.Errorf("parts %+v, %v", parts, err)
	}
}
