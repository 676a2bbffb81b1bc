package publisher

import (
	"strings"
	"testing"

	"vitrine/reports"
)

func TestRealSnap(t *testing.T) {
	r, m := published(t, "snap/H1_20.csv")
	if len(r.Problems) > 0 || len(r.Figures) != 4894 || r.Published != reports.DayOf(2020, 6, 30) {
		t.Errorf("%d figures, published %s, problems %v", len(r.Figures), r.Published, r.Problems)
	}
	regions := snapViolations + snapByRegion
	checkAnswers(t, m, []check{
		{"2020-H1", "", reports.ContentActioned, reports.ByCategory, "Sexually Explicit Content", "3119948"},
		{"2020-H1", "", reports.ContentActioned, 0, "", "3872218"},
		{"2020-H1", snapViolations, reports.ContentActioned, reports.ByArea, "FR", "220319"},
		{"2020-H1", regions, reports.ContentActioned, reports.ByArea, "North America", "1804770"},
		{"2020-H1", regions, reports.ContentActioned, 0, "", "3872218"},
		{"2020-H1", "", "unique accounts actioned", reports.ByCategory, "Spam", "59131"},
		{"2020-H1", "", "unique accounts actioned", 0, "", ""}, // accounts are never added
		{"2020-H1", "", reports.AccountsSuspended, 0, "", "47136"},
		{"2020-H1", snapUSRequests, reports.InformationRequestsReceived, reports.ByGround, "Search Warrant", "11033"},
	})
	a := askGoogle(t, m, "2020-H1", reports.Question{Measure: []string{"content actioned"}, By: []reports.Dim{reports.Area, reports.Category}})
	for _, s := range a.Series {
		if s.Key.Area == "FR" && s.Key.Category == "Sexually Explicit Content" && s.Numbers[0].Value != 162679 {
			t.Errorf("France, sexually explicit content: %v", s.Numbers[0].Value)
		}
	}
}

// A country is never added to a region, nor to what could be placed nowhere.
func TestRealSnapAreas(t *testing.T) {
	r, _ := published(t, "snap/H1_20.csv")
	words := map[string]bool{}
	for _, f := range r.Figures {
		if f.Area != "" && len(f.Area) != 2 {
			words[f.Table+": "+f.Area] = true
		}
	}
	for _, want := range []string{
		"account and content violations: European Union", "account and content violations: Unknown", "account and content violations: Unknown (BU)",
		"account and content violations: Netherlands Antilles", "terrorism: Unknown", "account and content violations, by region: Europe",
		"account and content violations, by region: North America", "account and content violations, by region: Rest of World",
	} {
		if !words[want] {
			t.Errorf("%s is not there", want)
		}
		delete(words, want)
	}
	for w := range words {
		if !strings.HasSuffix(w, ": Unknown") && !strings.HasSuffix(w, ": Netherlands Antilles") {
			t.Errorf("%s is taken for no country", w)
		}
	}
}

func TestRealSnapOf2025(t *testing.T) {
	r, m := published(t, "snap/EXCERPT__Snap_Transparency_Report_H1-2025.csv")
	if len(r.Problems) > 0 || len(r.Figures) != 40 {
		t.Errorf("%d figures, problems %v", len(r.Figures), r.Problems)
	}
	checkAnswers(t, m, []check{
		{"2025-H1", snapReported, "user reports received", 0, "", "19766324"},
		{"2025-H1", snapReported, "enforcements", 0, "", "6278446"},
		{"2025-H1", "", "ads removed", 0, "", "16410"},
		{"2025-H1", "", "prevalence", 0, "", "0.01"},
	})
}

// A split that Snap did not make so far is a problem at its cell, once, and
// never counted with the others as one more category or kind.
func TestSnapOfAnUnknownSplit(t *testing.T) {
	const header = "period,section,category,sub_category_1,sub_category_2,metric,value\n"
	r, err := readText(t, "snap.csv", header+
		"2025-H1,Overview of Our T&S Enforcements,Global,Drugs,,total_enforcements,100\n"+
		"2025-H1,Overview of Our T&S Enforcements,State,California,Drugs,total_enforcements,31\n"+
		"2025-H1,Overview of Our T&S Enforcements,State,Texas,Drugs,total_enforcements,30\n"+
		"2025-H1,United States Criminal Legal Requests,Subpoena,,,requests,40\n"+
		"2025-H1,United States Criminal Legal Requests,State,California,,requests,9\n")
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Figures) != 2 {
		t.Errorf("%d figures instead of those of the world and of a kind of request", len(r.Figures))
	}
	if len(r.Problems) != 2 || r.Problems[0].Origin.Row != 3 || r.Problems[1].Origin.Row != 6 {
		t.Errorf("problems %v", r.Problems)
	}
}
