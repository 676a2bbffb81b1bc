package publisher

import (
	"math"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// The numbers of reports, as they are written.
func TestDSANumbers(t *testing.T) {
	nan := math.NaN()
	for _, c := range []struct {
		text       string
		unit       dsaUnit
		dotted     bool
		value      float64
		low, high  float64 // both 0: no range
		status     reports.Status
		unreadable bool
	}{
		{text: "258691522", value: 258691522},
		{text: " 171,807,219 ", value: 171807219},
		{text: "2788642642", value: 2788642642}, // more than 2^31
		{text: "35.852.803", value: 35852803},
		{text: "1.234", dotted: true, value: 1234},
		{text: "1.234", unreadable: true},
		{text: "12.5", unreadable: true},
		{text: "0", value: 0},
		{text: "10 - 20", value: nan, low: 10, high: 20, status: reports.Withheld},
		{text: "> 500", value: nan, low: 501, high: math.Inf(1), status: reports.Withheld},
		{text: "> 5 million", value: nan, low: 5e6, high: math.Inf(1), status: reports.Withheld},
		{text: "178.3M", value: 178300000, low: 178250000, high: 178350000, status: reports.Estimated},
		{text: "2.1 - 2.6", unreadable: true},
		{text: "2.1 - 2.6", unit: dsaMillion, value: nan, low: 2.1e6, high: 2.6e6, status: reports.Withheld},
		{text: "12.3 – 15 million", value: nan, low: 12.3e6, high: 15e6, status: reports.Withheld},
		{text: "> 45", unit: dsaMillion, value: nan, low: 45e6, high: math.Inf(1), status: reports.Withheld},
		{text: "0.8 M", unit: dsaMillion, value: 800000, low: 750000, high: 850000, status: reports.Estimated},
		{text: "many", unit: dsaMillion, unreadable: true},
		{text: "-3", unreadable: true},
		{text: "many", unreadable: true},
		{text: "24", unit: dsaHours, value: 24},
		{text: "1,5", unit: dsaHours, value: 1.5},
		{text: "2 days", unit: dsaHours, value: 48},
		{text: "1:30", unit: dsaHours, value: 1.5},
		{text: "1900-01-01 12:00:00", unit: dsaHours, value: 36},
		{text: "0.97", unit: dsaFraction, value: 97, low: 96.5, high: 97.5},
		{text: "1", unit: dsaFraction, value: 100, low: 99.5, high: 100},
		{text: "97.5", unit: dsaFraction, value: 97.5},
		{text: "97,5%", unit: dsaFraction, value: 97.5},
		{text: "1.05", unit: dsaFraction, unreadable: true},
		{text: "120", unit: dsaFraction, unreadable: true},
	} {
		n, why := dsaNumber(sheet.Cell{Text: c.text, Kind: sheet.Text}, c.unit, c.dotted)
		if c.unreadable != (why != "") {
			t.Errorf("%q: %q", c.text, why)
		}
		same := func(a, b float64) bool { return a == b || math.IsNaN(a) && math.IsNaN(b) }
		if !c.unreadable && (!same(n.Value, c.value) || n.Low != c.low || n.High != c.high || n.Status != c.status) {
			t.Errorf("%q: %+v", c.text, n)
		}
	}
}

func TestDSANames(t *testing.T) {
	for _, c := range []struct {
		path, sheet, surface string
		version              int
	}{
		{"6_own_initiative_TC.csv", "", "", 1},
		{"DSA_Transparency_Report_TikTok_July_December_2025 - 10_AMAR.EXCERPT.csv", "", "", 1},
		{"a.zip/YouTube/6_own_initiative_TC_Ads.csv", "", "Ads", 1},
		{"a.zip/6_own_initiative_TC_URL_Level_Removals.csv", "", "URL Level Removals", 1},
		{"report.xlsx", "5_own_initiative_illegal_Ads", "Ads", 1},
		{"Amazon_6_own_initiative_TC_version2.csv", "", "", 2},
		{"report v3.xlsx", "4_notices", "", 3},
		{"corrected/4_notices.csv", "", "", 2},
		{"Pinterest - H1 2026 DSA Transparency Report - 5. Own initiative illegal.csv", "", "", 1},
	} {
		if surface, version := dsaNamed(c.path, c.sheet); surface != c.surface || version != c.version {
			t.Errorf("%s %s: surface %q, version %d", c.path, c.sheet, surface, version)
		}
	}
}

// A report whose parts do not say the service is refused in one sentence, and
// neither a dump of statements nor Vitrine's own CSV is taken for a report.
func TestDSARefuses(t *testing.T) {
	const head = "Applicability,Service,Reporting period,Section,Indicator,Scope,Value\n"
	const row = "All,,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,TOTAL,5\n"
	if _, err := readText(t, "a.csv", head+row); err == nil || !strings.Contains(err.Error(), "which service it is about") {
		t.Errorf("without a service: %v", err)
	}
	undated := strings.Replace(strings.Replace(row, "All,,", "All,X,", 1), "2025-07-01/2025-12-31", "YYYY-MM-DD/YYYY-MM-DD", 1)
	if _, err := readText(t, "a.csv", head+undated); err == nil || !strings.Contains(err.Error(), "--period") {
		t.Errorf("without a period: %v", err)
	}
	if r, err := readText(t, "X 2025-H2.csv", head+undated); err != nil || r.Figures[0].Period.String() != "2025-H2" {
		t.Errorf("a period in the name: %v", err)
	}
	for _, text := range []string{
		"uuid,category,category_specification\na,STATEMENT_CATEGORY_VIOLENCE,KEYWORD_OTHER\n",
		"code,parent,schemas\nTOTAL,,\nSTATEMENT_CATEGORY_VIOLENCE,,v1\n",
	} {
		if _, err := readText(t, "a.csv", text); err == nil {
			t.Errorf("taken for a report: %s", text)
		}
	}
}

// Recipients with decimals are millions, whatever the column says, and where a
// report has them its other numbers are too.
func TestDSARecipientsInMillions(t *testing.T) {
	rows := dsaAMAR("A", "> 45") + "All,A,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,AT,2.1 - 2.6\n"
	r, err := readText(t, "a.csv", rows)
	if err != nil || len(r.Figures) != 2 || len(r.Problems) != 0 {
		t.Fatalf("%v, %v, %v", r.Figures, r.Problems, err)
	}
	if total, austria := r.Figures[0], r.Figures[1]; total.Low != 45e6 || austria.Low != 2.1e6 || austria.High != 2.6e6 || austria.Note != dsaInMillions || austria.Origin.Text != "2.1 - 2.6" {
		t.Errorf("%+v, %+v", total, austria)
	}
	r, err = readText(t, "a.csv", rows+"All,A,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,BE,2100000\n")
	if err != nil || len(r.Figures) != 2 || len(r.Problems) != 1 {
		t.Errorf("%v, %v, %v", r.Figures, r.Problems, err)
	}
}

// Where cells were one in the workbook, the rows below the first are about the
// same, as in Facebook's report.
func TestDSACellsLeftOut(t *testing.T) {
	r, err := readText(t, "a.csv", dsaAMAR("A", `"262,480,454",why`)+",,,,,BE,\"8,042,219\",\n,,,,,EL,\"6,511,774\",\n,,,,,,\n,,,,,Notes,\n")
	if err != nil || len(r.Figures) != 3 || len(r.Problems) != 0 {
		t.Fatalf("%v, %v, %v", r.Figures, r.Problems, err)
	}
	if f := r.Figures[2]; f.Area != "GR" || f.Value != 6511774 || f.Period != r.Figures[0].Period || f.Service != "A" {
		t.Errorf("%+v", f)
	}
}

// What a program made of thousands with dots is told by the total.
func TestDSARecipientsInThousands(t *testing.T) {
	const more = "All,A,2025-07-01/2025-12-31,AMAR,Number of average monthly active recipients during the reporting period,"
	rows := func(total string) string {
		return dsaAMAR("A", total) + more + "DE,11.689.109\n" + more + "CZ,563\n" + more + "LU,9\n"
	}
	r, err := readText(t, "a.csv", rows("12.261.300"))
	if err != nil || len(r.Figures) != 4 || r.Figures[2].Value != 563000 || r.Figures[2].Low != 562500 || r.Figures[2].Note != dsaInThousands || r.Figures[1].Value != 11689109 {
		t.Errorf("%+v, %v", r.Figures, err)
	}
	if r, err = readText(t, "a.csv", rows("11.689.681")); err != nil || len(r.Figures) != 4 || r.Figures[2].Value != 563 {
		t.Errorf("that add up as they are: %+v, %v", r.Figures, err)
	}
}

// Two services are two publishers, and a surface's correction replaces only
// that surface.
func TestDSAExtents(t *testing.T) {
	f := reports.Figure{Period: reports.EveryHalf.Around(reports.DayOf(2025, 7, 1)), Split: reports.Split{Service: "A", Facet: "language: bg; surface: Ads"}}
	if got := dsaExtent(f); got != "2025-H2 | A | Ads" {
		t.Error(got)
	}
	f.Facet = "language: bg"
	if got := dsaExtent(f); got != "2025-H2 | A" {
		t.Error(got)
	}
}
