package publisher

import (
	"math"
	"strconv"
	"strings"
	"testing"

	"vitrine/reports"
)

// A check is a number that an answer must have: of a measure, in a period, by
// the key of a dimension.
type check struct {
	period, table string
	of            reports.Measure
	by            reports.Dims
	key, want     string
}

func checkAnswers(t *testing.T, m *reports.Memory, checks []check) {
	t.Helper()
	for _, c := range checks {
		q := reports.Question{Measure: []string{string(c.of)}, By: c.by.List(), Every: reports.AsPublished}
		if c.table != "" {
			q.Table = []string{c.table}
		}
		if got := answeredTo(askGoogle(t, m, c.period, q), c); got != c.want {
			t.Errorf("%s, %s %s by %s, %s: %s, want %s", c.period, c.table, c.of, c.by, c.key, got, c.want)
		}
	}
}

// answeredTo returns the numbers of the series that has the check's key.
func answeredTo(a reports.Answer, c check) string {
	var got []string
	for _, s := range a.Series {
		if c.by == 0 || s.Key.Get(c.by.List()[0]) == c.key {
			for _, n := range s.Numbers {
				got = append(got, strconv.FormatFloat(n.Value, 'f', -1, 64))
			}
		}
	}
	return strings.Join(got, ", ")
}

func TestRealXRemovals(t *testing.T) {
	r, m := published(t, "x/Twitter_Transparency-Removal_Requests_Jul-Dec-2020.csv")
	if len(r.Problems) > 0 || len(r.Figures) != 617*14+7*6 || r.Published != reports.DayOf(2020, 12, 31) {
		t.Errorf("%d figures, published %s, problems %v", len(r.Figures), r.Published, r.Problems)
	}
	checkAnswers(t, m, []check{
		{"2020-H2", "", reports.RemovalRequestsReceived, reports.ByArea, "JP", "16649"},
		{"2020-H2", "", reports.RemovalRequestsReceived, reports.ByArea, "TR", "3749"},
		{"2020-H2", "", reports.RemovalRequestsReceived, 0, "", "38524"},
		{"2020-H2", "", reports.RemovalRequestsReceived, reports.ByTrigger, "Court Orders", "1540"},
		{"2020-H2", "", "accounts named in demands", 0, "", "131933"},
		{"2020-H2", "", "accounts named in demands", reports.ByTrigger, "Court Orders", "6499"},
		{"2020-H2", "", "share of demands complied with", reports.ByArea, "TR", "41"},
		{"2020-H2", "local law", "local law reports received", 0, "", "1246"},
		{"2018-H2", "", "accounts named in demands", 0, "", "27283"}, // both kinds of demands are 0 there
		{"2019-H1", "", reports.RemovalRequestsReceived, reports.ByArea, "Worldwide", "0"},
		{"2019-H1", "", reports.RemovalRequestsReceived, 0, "", "18753"},
	})
}

// A total that was not split into kinds of demands is no sum of zeros.
func TestRealXUnsplit(t *testing.T) {
	_, m := published(t, "x/Twitter_Transparency-Removal_Requests_Jul-Dec-2020.csv")
	a := askGoogle(t, m, "2018-H2", reports.Question{Measure: []string{"accounts named in demands"}, By: []reports.Dim{reports.Trigger}})
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if !n.Incomplete || !math.IsInf(n.High, 1) {
				t.Errorf("%s: %v, at most %v", s.Key.Trigger, n.Value, n.High)
			}
		}
	}
	if len(a.Series) != 2 {
		t.Errorf("%d kinds of demands", len(a.Series))
	}
}

func TestXUnknownTable(t *testing.T) {
	text := sample(t, "x_removal_2020.csv") + "\r\n,,\r\nTable 3/3: Trusted reporters,,\r\nTime period start,Reporters,Removals\r\n2020-07-01,3,4\r\n2020-01-01,3,4\r\n"
	r, err := readText(t, "export.csv", text)
	if err != nil {
		t.Fatal(err)
	}
	found := 0
	for _, p := range r.Problems {
		if strings.Contains(p.What, "no format reads the table") {
			found++
			if p.Origin.Row != 17 {
				t.Errorf("the problem stands in row %d", p.Origin.Row)
			}
		}
	}
	if found != 1 {
		t.Errorf("a table that nobody knows is %d problems: %v", found, r.Problems)
	}
}
