package audit_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/audit"
)

func TestRereadListsWhatIsOther(t *testing.T) {
	figure := func(year int, value float64, status reports.Status) reports.Figure {
		return reports.Figure{Publisher: "Example", Table: "removals", Measure: "items removed", Value: value, Status: status,
			Period: reports.EveryYear.Around(reports.DayOf(year, 1, 1))}
	}
	nan := math.NaN()
	before := []reports.Figure{figure(2020, 1, 0), figure(2021, 2, 0), figure(2022, nan, reports.Withheld), figure(2023, 4, 0), figure(2023, 5, 0), figure(2024, 6, 0)}
	after := []reports.Figure{figure(2020, 1, 0), figure(2021, 20, 0), figure(2022, nan, reports.Withheld), figure(2023, 4, 0), figure(2024, 6, reports.Provisional), figure(2025, 7, 0)}
	var got []string
	for _, r := range audit.Reread(before, after, reports.Vintage{}) {
		got = append(got, fmt.Sprint(r.Figure().Period, " ", r.Change, " ", r.Before.Value, " ", r.After.Value))
	}
	want := "2021 changed 2 20; 2024 changed 6 6; 2023 vanished 5 0; 2025 added 0 7"
	if text := strings.Join(got, "; "); text != want {
		t.Errorf("got %s, want %s", text, want)
	}
}
