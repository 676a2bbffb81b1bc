package audit

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"vitrine/reports"
	"vitrine/reports/library"
)

// shared loads published files that are not part of the project.
func shared(t *testing.T, files ...string) *library.Library {
	t.Helper()
	l, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	for _, name := range files {
		path := filepath.Join("../../../shared/data", filepath.FromSlash(name))
		if _, err := os.Stat(path); err != nil {
			t.Skip("needs the published file shared/data/" + name)
		}
		for _, r := range l.Take(t.Context(), []string{path}, nil) {
			if r.Err != nil {
				t.Fatal(r.Err)
			}
		}
	}
	return l
}

// The numbers were counted in the zip by another program.
func TestGoogleDetailedAgainstMain(t *testing.T) {
	l := shared(t, "google/2024-09/google-government-removals.zip")
	for _, f := range run(t, l, "sister") {
		if f.Other == "removal requests, detailed" && f.Severity == Warning {
			if f.Compared != 852 || f.Compared-len(f.Cases) != 428 {
				t.Errorf("%d of %d pairs agree, want 428 of 852", f.Compared-len(f.Cases), f.Compared)
			}
			return
		}
	}
	t.Error("the detailed file is not held against the other")
}

func TestTikTokOwnInitiative(t *testing.T) {
	l := shared(t, "dsa/published/DSA_Transparency_Report_TikTok_July_December_2025 - 6_own_initiative_TC.csv")
	found := run(t, l, "total", "excess")
	if len(found) != 3 || len(found[0].Cases) != 1 || found[0].Cases[0].Weight != 28_117_025 {
		t.Fatalf("the total is 28117025 above its categories: %s", sentences(found))
	}
	categories := slices.IndexFunc(found, func(f Finding) bool { return f.Check == "excess" && len(f.Cases) == 4 })
	if categories < 0 {
		t.Fatalf("automated is above the measures in four categories: %s", sentences(found))
	}
	c := found[categories].Cases[0]
	if c.Split.Category != "STATEMENT_CATEGORY_CYBER_VIOLENCE" || c.Sides[0].Number.Value != 47_734_155 || c.Sides[1].Number.Value != 49_229_437 {
		t.Errorf("%+v", c)
	}
}

func TestRulesOfTheDSA(t *testing.T) {
	figure := func(category string, value float64) reports.Figure {
		f := fig(2025, reports.Split{Category: category}, value)
		f.Table, f.Measure = "DSA report, notices", "notices received"
		return f
	}
	blocks := []reports.Block{
		{Publisher: "Example", Table: "DSA report, notices", Measure: "notices received"},
		{Publisher: "Example", Table: "DSA report, notices", Measure: "notices received", Breakdown: reports.ByCategory},
	}
	found := run(t, held(t, blocks, figure("", 9), figure("A", 4), figure("B", 4)), "total")
	want := "total: Notices received, 2025: the total, 9, exceeds what its parts by category add to, 8, by 1."
	if sentences(found) != want || found[0].Severity != Warning {
		t.Errorf("got %s, want %s", sentences(found), want)
	}
	blocks[1].Overlapping = reports.ByCategory
	if found := run(t, held(t, blocks, figure("", 9), figure("A", 4), figure("B", 4)), "total"); len(found) != 0 {
		t.Errorf("no rule adds parts that overlap: %s", sentences(found))
	}
}

func TestDatabaseAgainstReport(t *testing.T) {
	days := func(first, n int) reports.Period {
		start := reports.DayOf(2025, 7, first)
		return reports.Period{Start: start, End: start + reports.Day(n)}
	}
	const split = reports.ByService | reports.ByCategory | reports.ByTrigger | reports.ByGround
	figures := []reports.Figure{{
		Publisher: "TikTok", Table: "DSA report, own initiative, terms", Measure: "measures under the terms on own initiative",
		Period: days(1, 3), Split: reports.Split{Service: "TikTok", Trigger: "own initiative", Ground: "terms"}, Value: 100,
	}}
	for day := 1; day <= 3; day++ {
		for _, ground := range []string{"terms", "law"} {
			figures = append(figures, reports.Figure{
				Publisher: "European Commission", Table: "statements of reasons", Measure: "statements of reasons", Period: days(day, 1), Breakdown: split,
				Split: reports.Split{Service: "TikTok", Category: "STATEMENT_CATEGORY_VIOLENCE", Trigger: "own initiative", Ground: ground}, Value: 20,
			})
		}
	}
	l := held(t, []reports.Block{
		{Publisher: "TikTok", Table: figures[0].Table, Measure: figures[0].Measure},
		{Publisher: "European Commission", Table: "statements of reasons", Measure: "statements of reasons", Breakdown: split, Complete: split, Absent: reports.AbsentNone},
	}, figures...)
	found := run(t, l, "sister")
	if len(found) != 1 || found[0].Severity != Question || found[0].Cases[0].Sides[0].Number.Value != 100 || found[0].Cases[0].Sides[1].Number.Value != 60 {
		t.Errorf("100 measures, and 60 statements of reasons: %s %+v", sentences(found), found)
	}
}
