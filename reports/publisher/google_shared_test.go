package publisher

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// published reads a published file, where it is at hand, and puts it into a
// library of its own.
func published(t *testing.T, name string) (reports.Reading, *reports.Memory) {
	t.Helper()
	path := shared(t, name)
	book := open(t, path)
	r, err := Read(t.Context(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	return r, &reports.Memory{Held: r.Figures, Declared: r.Blocks, Breaking: r.Breaks}
}

func askGoogle(t *testing.T, m *reports.Memory, half string, q reports.Question) reports.Answer {
	t.Helper()
	p, err := reports.ParsePeriod(half)
	if err != nil {
		t.Fatal(err)
	}
	q.Since, q.Until = p.Start, p.End
	names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
	a, err := reports.Ask(t.Context(), q, m, names)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// numberOf returns the value of the series that a part of its key names.
func numberOf(a reports.Answer, key string) string {
	var got []string
	for _, s := range a.Series {
		for _, d := range reports.AllDims() {
			if key == "" && s.Key == (reports.Split{}) || key != "" && s.Key.Get(d) == key {
				for _, n := range s.Numbers {
					got = append(got, fmt.Sprint(n.Value))
				}
				break
			}
		}
	}
	return strings.Join(got, ", ")
}

// The numbers were added up by hand from the published files.
func TestPublishedGoogleRemovals(t *testing.T) {
	r, m := published(t, "google/2024-09/google-government-removals.zip")
	if len(r.Problems) > 0 || r.Published != reports.DayOf(2023, 12, 31) {
		t.Errorf("published %s, problems %v", r.Published, r.Problems)
	}
	detailed, main, past := []string{"detailed"}, []string{"removal requests"}, []string{"removal requests until 2019"}
	for _, test := range []struct {
		half  string
		table []string
		of    reports.Measure
		by    []reports.Dim
		key   string
		want  string
	}{
		{"2023-H2", nil, "", nil, "", "47019"},
		{"2023-H2", main, "", nil, "", "47019"},
		{"2023-H2", detailed, "", nil, "", "43554"},
		{"2023-H2", nil, reports.ItemsNamedInRequests, nil, "", "511887"},
		{"2023-H2", detailed, "", []reports.Dim{reports.Category}, "National Security", "11261"},
		{"2023-H2", detailed, "", []reports.Dim{reports.Category}, "Copyright", "7988"},
		{"2023-H2", detailed, "", []reports.Dim{reports.Area}, "RU", "25925"},
		{"2023-H2", detailed, "", []reports.Dim{reports.Area}, "KR", "5216"},
		{"2023-H2", main, "", []reports.Dim{reports.Area}, "RU", "26317"},
		{"2019-H2", main, "", []reports.Dim{reports.Trigger}, "Police", "1161"},
		{"2019-H2", main, "", []reports.Dim{reports.Trigger}, "Court Order Directed at Google", "1219"},
		{"2019-H2", main, "", []reports.Dim{reports.Trigger}, "Court Order Directed at 3rd Party", "1287"},
		{"2012-H2", detailed, "", nil, "", "2289"},
		{"2012-H2", past, "", nil, "", "2289"},
		{"2012-H2", nil, reports.ItemsNamedInRequests, []reports.Dim{reports.Trigger}, "Court Orders", "16510"},
		{"2010-H1", past, "", []reports.Dim{reports.Area}, "CN", "NaN"},
		{"2009-H2", past, "share of demands complied with", []reports.Dim{reports.Area}, "AR", "88"},
	} {
		a := askGoogle(t, m, test.half, reports.Question{Table: test.table, Measure: measureList(test.of), By: test.by, Every: reports.EveryHalf})
		if got := numberOf(a, test.key); got != test.want {
			t.Errorf("%s, %v %s %v %s: %s, want %s", test.half, test.table, test.of, test.by, test.key, got, test.want)
		}
	}
}

func measureList(m reports.Measure) []string {
	if m == "" {
		return []string{string(reports.RemovalRequestsReceived)}
	}
	return []string{string(m)}
}

// Every label of the French export becomes one of the English one.
func TestPublishedGoogleInFrench(t *testing.T) {
	_, english := published(t, "google/2024-09/google-government-removals.zip")
	r, french := published(t, "google/2014-05_fr/google-government-detailed-removal-requests.csv")
	if len(r.Problems) > 0 || len(french.Held) != 4634 {
		t.Errorf("%d figures, problems %v", len(french.Held), r.Problems)
	}
	labels := func(m *reports.Memory, d reports.Dim) []string {
		block, _ := googleHistoryDetailed.Declared("Google", googleHistoryDetailedTable, reports.RemovalRequestsReceived, googleHistoryDetailed.Breakdown)
		values, err := m.Values(t.Context(), d, block)
		if err != nil {
			t.Fatal(err)
		}
		return values
	}
	for _, d := range []reports.Dim{reports.Service, reports.Category, reports.Area} {
		known := labels(english, d)
		for _, label := range labels(french, d) {
			if !slices.Contains(known, label) {
				t.Errorf("%s %q is none of the English ones", d, label)
			}
		}
	}
}

func TestPublishedGoogleUserData(t *testing.T) {
	r, m := published(t, "google/2022-01_user-data/google-global-user-data-requests.csv")
	if len(r.Problems) > 0 {
		t.Errorf("problems %v", r.Problems)
	}
	requests := []string{string(reports.InformationRequestsReceived)}
	// The half-years in which only the United States are told by legal process
	// add up as the others do.
	for half, want := range map[string]string{"2009-H2": "12539", "2013-H1": "25879", "2013-H2": "27477", "2014-H2": "34837", "2020-H2": "131014"} {
		a := askGoogle(t, m, half, reports.Question{Measure: requests, Every: reports.EveryHalf})
		if got := numberOf(a, ""); got != want {
			t.Errorf("%s: %s, want %s", half, got, want)
		}
		if a.Series[0].Numbers[0].Incomplete {
			t.Errorf("%s is said to be incomplete", half)
		}
	}
	resaved, _ := published(t, "google/2018_resaved-in-a-spreadsheet/google-user-data-requests.csv")
	if len(resaved.Problems) > 0 {
		t.Errorf("re-saved: problems %v", resaved.Problems)
	}
	held := map[reports.Identity]float64{}
	for _, f := range r.Figures {
		held[f.Identity()] = f.Value
	}
	equal, gone := 0, 0
	for _, f := range resaved.Figures {
		switch v, ok := held[f.Identity()]; {
		case !ok:
			gone++
		case v == f.Value:
			equal++
		default:
			t.Errorf("%s %s %+v: %v and %v", f.Measure, f.Period, f.Split, v, f.Value)
		}
	}
	if equal != 3331 || gone != 18 { // six rows of 0 are not in the later edition
		t.Errorf("%d figures are the same, %d are not there", equal, gone)
	}
}
