package window

import (
	"context"
	"slices"
	"testing"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// starterLibrary is a throw-away library with the figures that come with
// Vitrine.
func starterLibrary(t *testing.T) *library.Library {
	t.Helper()
	l, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	if err := l.AddStarter(context.Background()); err != nil {
		t.Fatal(err)
	}
	return l
}

// repeats checks that the tables of a record come out again.
func repeats(t *testing.T, l *library.Library, r reports.AuditRecord, tables int) {
	t.Helper()
	if err := r.Check(); err != nil || len(r.Tables) != tables {
		t.Fatalf("%d tables, %v", len(r.Tables), err)
	}
	for _, table := range r.Tables {
		again, err := audit.Repeat(context.Background(), l, table, names())
		if err != nil {
			t.Fatal(err)
		}
		if same, found := table.Same(again); !same || table.Count == 0 {
			t.Errorf("%s of %q: %d rows, %v", table.Kind, table.Asked, table.Count, found)
		}
	}
}

func TestTheWindowsRecordRepeats(t *testing.T) {
	l := starterLibrary(t)
	p := opened(t, l)
	first := p.history.now()
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	p.ask(func(q *reports.Question) { q.Since = reports.DayOf(2020, 1, 1) })
	record, err := p.bookRecord(p.workbook())(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	repeats(t, l, record, 2)
	want := first.asked(reports.Pair{}, reports.Transform{}).Words()
	if record.Vitrine != "1.2.3" || len(record.Steps) != 2 || !slices.Equal(record.Steps[0], want) {
		t.Errorf("Vitrine %s, steps %q, want first %q", record.Vitrine, record.Steps, want)
	}
	if words := record.Tables[0].Asked; !slices.Contains(words, "--since=2020-01-01") || !slices.Contains(words, "--every=year") || !slices.Contains(words, "--profile=analyst") {
		t.Errorf("asked %q", words)
	}
}

func TestOnlyALibraryIsRecorded(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "record")
	if got := p.status.said; got != "Only a library knows which sources numbers rest on." {
		t.Error(got)
	}
	record, err := p.bookRecord(p.workbook())(context.Background())
	if err != nil || record.Form != 0 {
		t.Errorf("%+v, %v", record, err)
	}
}

func TestTheWorkbookOfRevisionsHoldsItsRecord(t *testing.T) {
	l := starterLibrary(t)
	p := opened(t, l)
	book := export.RevisionBook{}
	record, err := p.revisionsRecord(p.history.now().question, &book)(context.Background())
	if err != nil || record.Check() != nil || len(record.Tables) != 2 || record.Tables[0].Asked[0] != "revisions" {
		t.Errorf("%v, %v: %+v", err, record.Check(), record.Tables)
	}
}
