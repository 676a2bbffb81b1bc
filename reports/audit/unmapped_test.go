package audit

import (
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

func TestUnmapped(t *testing.T) {
	figure := func(publisher, category string) reports.Figure {
		return reports.Figure{
			Publisher: publisher, Table: "t", Measure: reports.ContentActioned, Period: reports.EveryYear.Around(reports.DayOf(2024, 1, 1)),
			Split: reports.Split{Category: category}, Breakdown: reports.ByCategory, Value: 1,
		}
	}
	l := &reports.Memory{Held: []reports.Figure{
		figure("Telegram", "terrorism"), figure("Google", "Other"), figure("Google", "Weather control"), figure("Meta", "Weather control"),
	}}
	for _, p := range []string{"Telegram", "Google", "Meta"} {
		l.Declared = append(l.Declared, reports.Block{Publisher: p, Table: "t", Measure: reports.ContentActioned, Breakdown: reports.ByCategory})
	}
	names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
	found, err := Unmapped(t.Context(), l, names, assets.Unmapped())
	if err != nil {
		t.Fatal(err)
	}
	if len(found) != 2 || found[0].Publisher != "Google" || found[1].Publisher != "Meta" || !strings.Contains(found[0].Text, `"Weather control"`) {
		t.Errorf("found %+v, want the new category of Google and of Meta", found)
	}
}
