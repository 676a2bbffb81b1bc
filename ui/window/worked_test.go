package window

import (
	"testing"

	"vitrine/reports"
)

func TestNoPartIsCalledTheTotalOnceItIsWorkedOut(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.By, q.Every = []reports.Dim{reports.Category}, reports.EveryDay })
	if !p.table.rows[0].total {
		t.Fatal("the published total does not lead the table")
	}
	for _, kind := range []reports.TransformKind{reports.Indexed, reports.WeekMean} {
		p.change(func(s *state) { s.worked = kind })
		if len(p.table.rows) < 2 || p.result.worked != kind {
			t.Fatalf("%s: %d rows of %q", kind, len(p.table.rows), p.result.worked)
		}
		for _, row := range p.table.rows {
			if row.total || row.label == "Total" {
				t.Errorf("%s: %s is called the total", kind, row.label)
			}
		}
	}
	p.change(func(s *state) { s.worked = "" })
	if !p.table.rows[0].total {
		t.Error("the total does not come back")
	}
}
