package publisher

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/reports"
)

// TikTok's part 6 of the second half of 2025: its total is not the sum of its
// categories, by as much as the age restrictions, which only the total has.
func TestPublishedDSA(t *testing.T) {
	const name = "dsa/published/DSA_Transparency_Report_TikTok_July_December_2025 - "
	r, m := published(t, name+"6_own_initiative_TC.csv")
	if len(r.Problems) > 0 || r.Publisher != "TikTok" || r.Published != reports.DayOf(2026, 2, 28) {
		t.Errorf("%s, published %s, problems %v", r.Publisher, r.Published, r.Problems)
	}
	checkAnswers(t, m, []check{
		{"2025-H2", "", dsaTermsMeasures, 0, "", "258691522"},
		{"2025-H2", "", dsaTermsMeasures, reports.ByAction, "Visibility restriction Age restricted", "28117025"},
		{"2025-H2", "", dsaTermsMeasures, reports.ByAction, "Account restriction Termination", "3086572"},
		{"2025-H2", "", dsaTermsMeasures, reports.ByCategory, "STATEMENT_CATEGORY_CYBER_VIOLENCE", "47734155"},
		{"2025-H2", "", dsaTermsMeasures, reports.ByDetection, "solely automated", "220097575"},
	})
	var categories float64
	for _, f := range r.Figures {
		if f.Breakdown == reports.ByCategory && f.Known() {
			categories += f.Value
		}
	}
	if categories != 230574497 {
		t.Errorf("the categories add to %v", categories)
	}
	_, m = published(t, name+"10_AMAR.EXCERPT.csv")
	checkAnswers(t, m, []check{
		{"2025-H2", "", dsaUsers, 0, "", "178300000"},
		{"2025-H2", "", dsaUsers, reports.ByArea, "AT", "2700000"},
	})
}

// The official template is empty, and says so in one sentence.
func TestPublishedDSATemplates(t *testing.T) {
	paths, _ := filepath.Glob("../../../shared/data/dsa/template/*_Annex_I_*")
	more, _ := filepath.Glob("../../../shared/data/dsa/template/Annex_I_*")
	if paths = append(paths, more...); len(paths) == 0 {
		t.Skip("the published exports are not here")
	}
	for _, path := range paths {
		if _, err := os.Stat(path); err != nil {
			t.Skip(err)
		}
		r, _ := published(t, "dsa/template/"+filepath.Base(path))
		if len(r.Figures) > 0 || len(r.Problems) != 1 || !strings.Contains(r.Problems[0].What, "an empty template") {
			t.Errorf("%s: %d figures, %v", path, len(r.Figures), r.Problems)
		}
	}
}
