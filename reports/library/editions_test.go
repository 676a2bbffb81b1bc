package library

import (
	"testing"

	"vitrine/reports"
)

// What every vintage said of a series is laid out by period and vintage, and
// of each figure as a history.
func TestEditions(t *testing.T) {
	l := open(t, "")
	load(t, l, source("second.csv", 2), reading(figure(month(1), "FR", "spam", 12, 1), figure(month(2), "FR", "spam", 30, 2)))
	load(t, l, source("first.csv", 1), reading(figure(month(1), "FR", "spam", 10, 1), figure(month(1), "DE", "spam", 5, 2)))
	load(t, l, source("third.csv", 3), reading(figure(month(2), "FR", "spam", 30, 1)))
	r := reports.Request{Publisher: "Example", Table: "removals", Measure: "items removed", Breakdown: reports.ByArea | reports.ByCategory}
	r.Where[reports.Area] = []string{"FR"}
	statements, err := l.Editions(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	g := reports.GridOf(statements)
	if len(g.Periods) != 2 || len(g.Vintages) != 3 || g.Vintages[0].Day != reports.DayOf(2021, 1, 1) {
		t.Fatalf("%+v", g)
	}
	for _, c := range []struct {
		row, column int
		value       float64
		stated      bool
		change      float64
		known       bool
	}{
		{0, 0, 10, true, 0, false}, {0, 1, 12, true, 20, true}, {0, 2, 0, false, 0, false},
		{1, 0, 0, false, 0, false}, {1, 1, 30, true, 0, false}, {1, 2, 30, true, 0, true},
	} {
		cell := g.Cells[c.row][c.column]
		if change, known := g.Change(c.row, c.column); cell.Stated != c.stated || cell.Value != c.value || change != c.change || known != c.known {
			t.Errorf("period %d, vintage %d: %v %v, changed by %v %v", c.row, c.column, cell.Stated, cell.Value, change, known)
		}
	}
	histories := reports.Histories(statements)
	if len(histories) != 2 || len(histories[0].Statements) != 2 || histories[0].Statements[1].Value != 12 {
		t.Errorf("histories %+v", histories)
	}
}
