package reports

import (
	"strings"
	"testing"
)

var census = Populations{
	First: 2018, ByYear: map[string][]float64{"FR": {67e6, 68e6, 70e6}, "ER": {3e6}}, Source: "census",
	Undated: map[string]float64{"TW": 23e6}, UndatedSource: "almanac",
}

func TestPeopleAreOfThePeriodsYear(t *testing.T) {
	for _, c := range []struct{ country, period, want string }{
		{"FR", "2018", "67000000 in 2018, census"},
		{"FR", "2019-H2", "68000000 in 2019, census"},
		{"FR", "2019-12-31", "68000000 in 2019, census"},
		{"FR", "2024-Q1", "70000000 in 2020, census"},
		{"FR", "2020-07-01/2022-06-30", "70000000 in 2020, census"},
		{"FR", "2011", "67000000 in 2018, census"},
		{"ER", "2024", "3000000 in 2018, census"},
		{"FR", "2018-12-22/2019-01-10", "67500000 mean of 2018 to 2019, census"},
		{"FR", "2019-01-01/2020-12-31", "69001368 mean of 2019 to 2020, census"},
		{"TW", "2019", "23000000 of no stated year, almanac"},
		{"EU", "2019", ""}, {"", "2019", ""},
	} {
		period, err := ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		if people, ok := census.Of(c.country, period); ok {
			got = people.Text()
		}
		if got != c.want {
			t.Errorf("%s in %s: %q, want %q", c.country, c.period, got, c.want)
		}
	}
}

func TestPerMillionPeople(t *testing.T) {
	fr, eu, tw := daysOf(140), daysOf(500), daysOf(46)
	fr.Key.Area, eu.Key.Area, tw.Key.Area = "FR", "EU", "TW"
	fr.Numbers[0].HasRange, fr.Numbers[0].Low, fr.Numbers[0].High = true, 70, 210
	a := PerMillionPeople(Answer{Series: []Series{eu, fr, tw}}, census)
	if len(a.Series) != 2 || a.Series[0].Key.Area != "FR" {
		t.Fatalf("series %+v", a.Series)
	}
	n := a.Series[0].Numbers[0]
	if n.Value != 2 || n.Low != 1 || n.High != 3 || n.Stated != 140 || n.Origin.Row != 1 || n.BasisText() != "published; per million people: 70000000 in 2020, census" {
		t.Errorf("%+v, %s", n, n.BasisText())
	}
	if fr.Numbers[0].Value != 140 || fr.Numbers[0].People != nil {
		t.Error("the answer that was given is changed")
	}
	if a.Unstackable == "" {
		t.Error("rates are offered as areas")
	}
	said := ""
	for _, note := range a.Notes {
		said += note.Text + "\n"
	}
	for _, want := range []string{"(census)", "the nearest that it has, 2020", "(almanac); TW", "no population goes with them: 1"} {
		if !strings.Contains(said, want) {
			t.Errorf("no note says %q:\n%s", want, said)
		}
	}
}

func TestRatesOfARateAreNotWorkedOut(t *testing.T) {
	s := daysOf(12)
	s.Key.Area, s.Measure = "FR", "median response time"
	if a := PerMillionPeople(Answer{Series: []Series{s}}, census); len(a.Series) != 0 {
		t.Errorf("%+v", a.Series)
	}
}
