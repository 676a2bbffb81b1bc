package publisher

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// shared finds a file of real exports beside the repository, and skips the
// test where there is none.
func shared(t *testing.T, name string) string {
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", "data", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skip("the real exports are not beside the repository")
	return ""
}

// readText reads a text as an export.
func readText(t testing.TB, name, text string) (reports.Reading, error) {
	book, err := sheet.Open(context.Background(), name, strings.NewReader(text), int64(len(text)))
	if err != nil {
		return reports.Reading{}, err
	}
	return Read(context.Background(), book, name)
}

// The sums and days that Telegram's channels, the press and its reports under
// the EU's regulation 2021/784 give too.
func TestRealSafetyPage(t *testing.T) {
	book := open(t, shared(t, "telegram/safety_2026-06-17.html"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) > 0 {
		t.Errorf("problems: %v", r.Problems)
	}
	count, first, sums, days := map[string]int{}, map[string]reports.Day{}, map[string]float64{}, map[string]float64{}
	for _, f := range r.Figures {
		if f.Table != safetyDaily {
			continue
		}
		if count[f.Category]++; count[f.Category] == 1 {
			first[f.Category] = f.Period.Start
		}
		days[f.Category+" "+f.Period.String()] = f.Value
		sums[f.Category+" "+reports.EveryMonth.Around(f.Period.Start).String()] += f.Value
		sums[f.Category+" "+reports.EveryYear.Around(f.Period.Start).String()] += f.Value
		if provisional := f.Status == reports.Provisional; provisional != (f.Period.String() == "2026-06-17") {
			t.Errorf("%s %s is %s", f.Category, f.Period, f.Status)
		}
	}
	for category, want := range map[string]struct {
		n     int
		first string
	}{"": {930, "2023-12-01"}, "child abuse": {2772, "2018-11-15"}, "terrorism": {3462, "2016-12-25"}} {
		if count[category] != want.n || first[category].String() != want.first {
			t.Errorf("%q: %d days from %s, want %d from %s", category, count[category], first[category], want.n, want.first)
		}
	}
	for key, want := range map[string]float64{
		" 2024": 16511192, " 2025": 44085169, " 2026": 17991877,
		"terrorism 2017": 72060, "terrorism 2019": 176602, "terrorism 2023": 140715, "terrorism 2025": 236573, "terrorism 2026": 111486,
		"child abuse 2018": 7860, "child abuse 2021": 270134, "child abuse 2025": 952318, "child abuse 2026": 265541,
		"terrorism 2017-01": 3044, "terrorism 2020-04": 56858, "child abuse 2020-09": 17086,
	} {
		if sums[key] != want {
			t.Errorf("sum of %q is %.0f, want %.0f", key, sums[key], want)
		}
	}
	for key, want := range map[string]float64{
		"terrorism 2018-12-06": 3276, "terrorism 2019-11-22": 2096, "terrorism 2019-11-23": 2959, "terrorism 2026-01-27": 1312,
		"child abuse 2023-10-06": 2114, "child abuse 2026-01-30": 1830, "child abuse 2026-06-17": 0, " 2026-01-01": 542994,
	} {
		if got, ok := days[key]; !ok || got != want {
			t.Errorf("%q is %.0f, want %.0f", key, got, want)
		}
	}
}

func TestRealSafetyPageBeside(t *testing.T) {
	book := open(t, shared(t, "telegram/safety_2026-06-17.html"))
	r, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]float64{}
	note := ""
	for _, f := range r.Figures {
		switch f.Table {
		case safetyCounters:
			got[f.Category+" "+f.Period.String()] = f.Value
		case safetyReports:
			got[f.Trigger+" "+f.Period.String()] = f.Value
			if f.Trigger == "Stichting Offlimits" && f.Period.String() == "2024-H2" {
				note = f.Note
			}
		}
	}
	for key, want := range map[string]float64{
		" 2026-01-01/2026-06-17": 17991877, "child abuse 2026-01-01/2026-06-16": 265541, "terrorism 2026-01-01/2026-06-16": 110729,
		"Stichting Offlimits 2024-H2": 22601, "National Center for Missing & Exploited Children 2025-H1": 2069, " 2025-H2": 16965, " 2024-H1": 11313,
	} {
		if got[key] != want {
			t.Errorf("%q is %.0f, want %.0f", key, got[key], want)
		}
	}
	if len(got) != 3+4*5 || !strings.HasPrefix(note, "* Between 16 September and 22 October 2024") {
		t.Errorf("%d figures, the note is %q", len(got), note)
	}
}

func TestCutSafetyPage(t *testing.T) {
	whole, err := os.ReadFile("testdata/telegram_safety.html")
	if err != nil {
		t.Fatal(err)
	}
	text := string(whole)
	for name, c := range map[string]struct {
		at   int
		want string
	}{
		"in a series":        {strings.Index(text, `"y0",1500`), "file is incomplete"},
		"between the series": {strings.Index(text, "renderGraph('chart_csam"), "the page ends before the data of chart_csam_banned_wrap"},
		"before the charts":  {strings.Index(text, "<h1>"), "without the data of its charts"},
		"before the script":  {strings.Index(text, "<script>"), "the page ends before the data of chart_total_banned_wrap"},
	} {
		t.Run(name, func(t *testing.T) {
			r, err := readText(t, "page.html", text[:c.at])
			if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("got %v, want one sentence with %q", err, c.want)
			}
			if len(r.Figures) > 0 {
				t.Errorf("%d figures of a page that is cut", len(r.Figures))
			}
		})
	}
}

func TestHalfOfTheRealPage(t *testing.T) {
	whole, err := os.ReadFile(shared(t, "telegram/safety_2026-06-17.html"))
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{len(whole) / 10, len(whole) / 2, len(whole) * 9 / 10} {
		r, err := readText(t, "half.html", string(whole[:n]))
		if err == nil || len(r.Figures) > 0 {
			t.Errorf("cut after %d bytes: %d figures, %v", n, len(r.Figures), err)
		}
	}
}

// The total of the organisations is known by its place and its look, in pages
// of any language.
func TestTotalInAnotherLanguage(t *testing.T) {
	text, err := os.ReadFile("testdata/telegram_moderation_2025.html")
	if err != nil {
		t.Fatal(err)
	}
	r, err := readText(t, "page.html", strings.Replace(string(text), "Total content blocked", "Insgesamt", 1))
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range r.Figures {
		if f.Table == safetyReports && f.Origin.Row == 4 && (f.Breakdown != 0 || f.Trigger != "") {
			t.Errorf("the total of %s stands under %q", f.Period, f.Trigger)
		}
	}
}

func TestPeriodOfCounters(t *testing.T) {
	text, err := os.ReadFile("testdata/telegram_safety.html")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ was, is, period, problem string }{
		{"4 000", "4 000", "2026-01-01/2026-01-05", ""},
		{"4 000", "5 100", "2026-01-01/2026-01-06", ""},
		{"4 000", "4 001", "2026-01-01/2026-01-05", "4 001 is not what the chart adds up to (4000 to 2026-01-05, 5100 to 2026-01-06)"},
		{"Terrorist-related communities blocked in 2026", "Terrorist-related communities blocked in 2024", "2024", ""}, // before the chart
		{"Terrorist-related communities blocked in 2026", "Terrorist-related communities", "", "it does not say the year that it counts"},
	} {
		r, err := readText(t, "page.html", strings.Replace(string(text), c.was, c.is, 1))
		if err != nil {
			t.Fatal(err)
		}
		period := ""
		for _, f := range r.Figures {
			if f.Table == safetyCounters && f.Category == "terrorism" {
				period = f.Period.String()
			}
		}
		if problems := strings.Join(problemTexts(r), "\n"); period != c.period || !strings.Contains(problems, c.problem) || c.problem == "" && problems != "" {
			t.Errorf("%q: the period is %q, problems %q; want %q, %q", c.is, period, problems, c.period, c.problem)
		}
	}
}

// A table answers in its place whichever file states it: the days of the page
// come before its counters also when they were loaded as a table.
func TestDaysComeFirstFromEitherFile(t *testing.T) {
	page, err := readText(t, "safety.html", sample(t, "telegram_safety.html"))
	if err != nil {
		t.Fatal(err)
	}
	days, err := readText(t, "days.csv", sample(t, "telegram_days.csv"))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range days.Blocks {
		if !slices.ContainsFunc(page.Blocks, func(o reports.Block) bool {
			return o.Table == b.Table && o.Measure == b.Measure && o.Breakdown == b.Breakdown && o.Order == b.Order
		}) {
			t.Errorf("%s by %s has the place %d, which is not that of the page", b.Table, b.Breakdown, b.Order)
		}
	}
}
