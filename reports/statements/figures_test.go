package statements_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/statements"
	"vitrine/reports/statements/made"
)

// readMade makes a dump and returns it with its reading and what it states.
func readMade(t *testing.T, m made.Dump) (*statements.Dump, reports.Reading, *made.Truth) {
	t.Helper()
	var b bytes.Buffer
	truth, err := m.Write(&b)
	if err != nil {
		t.Fatal(err)
	}
	d, err := statements.Open(m.Name(), bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Count(context.Background(), statements.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return d, d.Reading(c, assets.Areas()), truth
}

// sums adds up the figures of each table.
func sums(r reports.Reading) map[string]float64 {
	sums := map[string]float64{}
	for _, f := range r.Figures {
		sums[f.Table] += f.Value
	}
	return sums
}

func TestFiguresStateEveryStatement(t *testing.T) {
	_, r, truth := readMade(t, made.Dump{Rows: 4000, Seed: 1, Quirks: 0.02})
	got := sums(r)
	for _, table := range []string{"statements of reasons", "statements of reasons by language"} {
		if got[table] != float64(truth.Rows) {
			t.Errorf("%s: the figures add to %v of %d", table, got[table], truth.Rows)
		}
	}
	for _, table := range []string{"statements of reasons by keyword", "statements of reasons by content type"} {
		if got[table] < float64(truth.Rows) {
			t.Errorf("%s: the figures add to %v of %d, though a statement may be in several", table, got[table], truth.Rows)
		}
	}
	places := map[string]bool{}
	for _, f := range r.Figures {
		if at := f.Origin.String(); places[at] {
			t.Fatalf("two figures stand at %s", at)
		} else {
			places[at] = true
		}
		if f.Period.String() != "2025-08-01" {
			t.Fatalf("a figure is of %s", f.Period)
		}
	}
}

func TestFiguresDeclareTheirBlocks(t *testing.T) {
	for name, m := range map[string]made.Dump{"full": {Rows: 300}, "light": {Rows: 300, Light: true, V1: true}, "platform": {Rows: 300, Slug: "example"}} {
		_, r, _ := readMade(t, m)
		if len(r.Blocks) != 4 {
			t.Errorf("%s: %d blocks", name, len(r.Blocks))
		}
		for _, f := range r.Figures {
			if f.Breakdown.Has(reports.Area) != (f.Area != "") {
				t.Fatalf("%s: %v by %s", name, f.Split, f.Breakdown)
			}
			if f.Split.Stated() != f.Breakdown {
				t.Fatalf("%s: %v states other dimensions than %s", name, f.Split, f.Breakdown)
			}
		}
		decisions := r.Blocks[0]
		if name == "full" && decisions.Sets() != reports.ByArea|reports.ByAction {
			t.Errorf("the sets are %s", decisions.Sets())
		}
		if decisions.Complete.Has(reports.Service) == (name == "platform") {
			t.Errorf("%s: its services are a complete split: %v", name, decisions.Complete.Has(reports.Service))
		}
	}
}

// A file of a dump is a part of its day: its figures are never taken for the
// day's.
func TestAPartIsNoDay(t *testing.T) {
	var b bytes.Buffer
	if _, err := (made.Dump{Rows: 30, Single: true}).Write(&b); err != nil {
		t.Fatal(err)
	}
	packed, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	file, err := packed.File[0].Open()
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(file)
	if err != nil {
		t.Fatal(err)
	}
	d, err := statements.Open("sor-global-2025-08-01-full-00002-00001.csv", bytes.NewReader(text), int64(len(text)))
	if err != nil {
		t.Fatal(err)
	}
	c, err := d.Count(context.Background(), statements.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := d.Reading(c, assets.Areas())
	for _, f := range r.Figures {
		if !strings.Contains(f.Table, "parts of a day") || !strings.Contains(f.Facet, "part: 00002-00001") {
			t.Errorf("%s: %q", f.Table, f.Facet)
		}
	}
}

func TestMatchingFindsWhatWasCounted(t *testing.T) {
	d, r, _ := readMade(t, made.Dump{Rows: 500, Seed: 3})
	for i := 0; i < len(r.Figures); i += 37 {
		f := r.Figures[i]
		found := 0
		match := d.Matching([]reports.Figure{f}, assets.Areas())
		err := d.Trace(context.Background(), match, 0, func(statements.Place) bool { found++; return true })
		if err != nil || found != int(f.Value) {
			t.Errorf("%s, %v: %d statements behind %v, %v", f.Table, f.Split, found, f.Value, err)
		}
	}
}
