package reports_test

import (
	"testing"

	"vitrine/reports"
)

func TestPeriodsAreWrittenAsTheyAreRead(t *testing.T) {
	for _, c := range []struct {
		text string
		days int
	}{
		{"2024", 366}, {"2023", 365}, {"2024-H1", 182}, {"2024-H2", 184}, {"2024-Q1", 91}, {"2024-Q4", 92},
		{"2024-02", 29}, {"2023-02", 28}, {"2024-W01", 7}, {"2020-W53", 7}, {"2024-08-14", 1},
		{"2024-01-01/2024-09-30", 274}, {"2024-02-17/2025-02-17", 367},
	} {
		p, err := reports.ParsePeriod(c.text)
		if err != nil || p.Days() != c.days || p.String() != c.text {
			t.Errorf("%s: %d days, written %s, %v", c.text, p.Days(), p, err)
		}
	}
}

func TestWhatIsNoPeriod(t *testing.T) {
	for _, text := range []string{"", "24", "2024-13", "2024-00", "2024-H3", "2024-Q0", "2024-Q5", "2023-02-29", "2024-W54", "2021-W53",
		"2024-1", "2024-h", "20245", "2024-09-30/2024-01-01", "2024/2025", "yesterday", "2024-Q", "2024-08-"} {
		if p, err := reports.ParsePeriod(text); err == nil {
			t.Errorf("%q is taken for %s", text, p)
		}
	}
}

func TestPeriodsWithinASpan(t *testing.T) {
	span, _ := reports.ParsePeriod("2016-12-25/2017-03-10")
	for _, c := range []struct {
		every   reports.Grain
		partial bool
		want    int
	}{
		{reports.EveryMonth, false, 2}, {reports.EveryMonth, true, 4}, {reports.EveryYear, false, 0}, {reports.EveryYear, true, 2},
		{reports.EveryWeek, false, 10}, {reports.EveryDay, false, 76}, {reports.Span, false, 1}, {reports.AsPublished, true, 0},
	} {
		if got := c.every.Within(span, c.partial); len(got) != c.want {
			t.Errorf("every %s, partial %t: %v, want %d", c.every, c.partial, got, c.want)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, s := range []string{"2024", "2024-H1", "2024-W53", "2024-08-14", "2024-01-01/2024-09-30"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		p, err := reports.ParsePeriod(s)
		if err != nil {
			return
		}
		if again, err := reports.ParsePeriod(p.String()); err != nil || again != p {
			t.Errorf("%q is %s, which is read as %s, %v", s, p, again, err)
		}
	})
}
