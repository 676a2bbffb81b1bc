package publisher

import (
	"errors"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

func TestTikTokSubPolicies(t *testing.T) {
	for _, test := range []struct{ name, period, policy, sub string }{
		{"Gambling", "2022-Q4", "Illegal activities and regulated goods", "Gambling"},
		{"Gambling", "2023-Q3", "Regulated Goods & Commercial Activities", "Gambling"},
		{"Safety and Civility - Harassment and Bullying", "2024-Q4", "Safety & Civility", "Harassment & Bullying"},
		{"Youth Safety and Well-Being - Alcohol, Tobacco, and Drugs", "2024-Q4", "Youth Safety & Well-Being", "Alcohol, Tobacco & Drugs"},
		{"Safety and Civility - Adult Sexual and Physical Abuse", "2024-Q4", "Safety & Civility", "Adult Sexual and Physical Abuse"},
		{"Disordered eating", "2022-Q3", "Suicide, self-harm, and dangerous acts", "Disordered eating"},
		{"Suicide, self-harm and disordered eating - Disordered eating", "2022-Q3", "Suicide, self-harm, and dangerous acts", "Disordered eating"},
		{"Disordered eating", "2022-Q4", "Suicide, self-harm and disordered eating", "Disordered eating"},
		{"Dangerous acts and challenges - Dangerous acts and challenges", "2022-Q4", "Dangerous acts and challenges", "Dangerous acts and challenges"},
		{"Sub-policy of Another Year", "2022-Q4", reports.NotStated, "Sub-policy of Another Year"},
	} {
		p, err := reports.ParsePeriod(test.period)
		if err != nil {
			t.Fatal(err)
		}
		if policy, sub := tiktokSubPolicy(test.name, p); policy != test.policy || sub != test.sub {
			t.Errorf("%s in %s: %q, %q", test.name, test.period, policy, sub)
		}
	}
}

// The policies of 2023 are others than those before, whose names had fewer
// capitals.
func TestTikTokPolicies(t *testing.T) {
	for name, want := range map[string]string{
		"Integrity & Authenticity":   "Integrity & Authenticity",
		"Integrity and Authenticity": "Integrity & Authenticity",
		"Integrity and authenticity": "Integrity and authenticity",
		"Hateful behaviour ":         "Hateful behavior",
		"Violent Extremist":          "Violent extremism",
		" Something new ":            "Something new",
	} {
		if got := tiktokPolicy(name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}

func TestInPercent(t *testing.T) {
	for _, test := range []struct {
		fraction         float64
		decimals         int
		value, low, high float64
		rounded          bool
	}{
		{0.9109999999999999, 3, 91.1, 91.05, 91.15, true},
		{0.9, 3, 90, 89.95, 90.05, true},
		{0.9, 2, 90, 89.5, 90.5, true},
		{1, 3, 100, 99.95, 100, true},
		{0, 3, 0, 0, 0.05, true},
		{0.213169976, 3, 21.3169976, 21.31699755, 21.31699765, true},
		{1.0 / 3, 3, 33.33333333333333, 0, 0, false},
	} {
		value, low, high, rounded := inPercent(test.fraction, test.decimals)
		if value != test.value || low != test.low || high != test.high || rounded != test.rounded {
			t.Errorf("%v: %v, from %v to %v, %v", test.fraction, value, low, high, rounded)
		}
	}
}

const tiktokHeading = "Metric,Period type,Period,Policy type,Issue,Task type,Task,Location,Market,Result\n"

func TestTikTokBadCells(t *testing.T) {
	for row, want := range map[string]string{
		"Category share,Quarterly,Apr-Jun 2024,Policy,Privacy & Security,All,All,All,All,94.4":                                       `"94.4" is not a share, from 0 to 1`,
		"Ad removals,Quarterly,Jan-Jun 2024,All,All,All,All,All,All,5":                                                               `"Jan-Jun 2024" is not a quarter`,
		"Ad removals,Quarterly,one day,All,All,All,All,All,All,5":                                                                    `"one day" is not a period`,
		"Ad removals,Quarterly,Apr-Jun 2024,All,All,All,All,Galaxy,Andromeda,5":                                                      `does not know "Galaxy"`,
		"Ad removals,Quarterly,Apr-Jun 2024,All,All,Mood,All,All,All,5":                                                              `does not know "Mood"`,
		"Ad removals,Quarterly,Apr-Jun 2024,All,All,All,All,All,All,many":                                                            `"many" is not a number`,
		"Ad refusals,Quarterly,Apr-Jun 2024,All,All,All,All,All,All,5\nAd refusals,Quarterly,Apr-Jun 2024,All,All,All,All,All,All,6": `does not know "Ad refusals"`,
	} {
		r, err := readText(t, "cger.csv", tiktokHeading+row+"\n")
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Figures) != 0 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, want) {
			t.Errorf("%s: %d figures, %v", row, len(r.Figures), r.Problems)
		}
	}
}

// The sheet of countries names no date: it is of the half-year whose total its
// countries add to.
func TestTikTokCountriesWithoutDate(t *testing.T) {
	page := func(countries string) string {
		return `<table><caption>GRFCR historical</caption><tr><th>Date</th><th>Total Government Requests</th></tr>
			<tr><td>6/30/2021</td><td>24</td></tr><tr><td>12/31/2021</td><td>9</td></tr><tr><td>2022-06-30</td><td>9</td></tr></table>
			<table><caption>GRFCR map</caption><tr><th>Country</th><th>Total requests received</th></tr>` + countries + `</table>`
	}
	r, err := readText(t, "report.html", page("<tr><td>Albania </td><td>20</td></tr><tr><td>Vietnam</td><td>4</td></tr>"))
	if err != nil {
		t.Fatal(err)
	}
	if got := valueOf(r, reports.RemovalRequestsReceived, "2021-H1", reports.Split{Area: "AL"}); got != 20 {
		t.Errorf("Albania in 2021 H1: %v", got)
	}
	for what, countries := range map[string]string{
		"two half-years have the total": "<tr><td>Albania</td><td>9</td></tr>",
		"no half-year has the total":    "<tr><td>Albania</td><td>10</td></tr>",
	} {
		if _, err := readText(t, "report.html", page(countries)); !errors.Is(err, reports.ErrUnknownPeriod) {
			t.Errorf("%s: %v", what, err)
		}
		if _, err := readText(t, "2022-H1.html", page(countries)); err != nil {
			t.Errorf("%s, and the name says it: %v", what, err)
		}
	}
}

// A date may have lost its format, and must end its half-year.
func TestTikTokDates(t *testing.T) {
	r, err := readText(t, "historical.csv", "Date,Total Government Requests\n6/30/2021,24\n2020-08-01,1\nnever,1\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Figures) != 1 || len(r.Problems) != 2 {
		t.Errorf("%d figures, %v", len(r.Figures), r.Problems)
	}
	for _, c := range []sheet.Cell{
		{Text: "44104", Kind: sheet.Number, Number: 44104}, {Text: "9/30/20", Kind: sheet.Date, Number: 44104.5}, {Text: "2020-09-30", Kind: sheet.Text},
	} {
		if day, ok := dayOf(c); !ok || day.String() != "2020-09-30" {
			t.Errorf("%q: %v, %v", c.Text, day, ok)
		}
	}
}
