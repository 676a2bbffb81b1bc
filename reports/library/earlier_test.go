package library

import (
	"path/filepath"
	"testing"

	"vitrine/reports"
)

// A part of a report that another file of its archive corrects is an older
// vintage: the newest answers, and both can be compared and traced.
func TestCorrectedInOneArchive(t *testing.T) {
	zip, err := filepath.Abs("../publisher/testdata/dsa_report.zip")
	if err != nil {
		t.Fatal(err)
	}
	l := open(t, file(t))
	got := l.Take(t.Context(), []string{zip}, nil)
	if len(got) != 2 || got[0].Err != nil || got[1].Err != nil || got[1].Source.Name != "6_own_initiative_TC.csv" || got[1].Source.Current != 0 {
		t.Fatalf("%+v", got)
	}
	newest, older := got[0].Source, got[1].Source
	if older.Published >= newest.Published {
		t.Errorf("the older was published on %s, the newer on %s", older.Published, newest.Published)
	}
	stated := map[string]float64{}
	blocks, err := l.Blocks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range blocks {
		if b.Measure != "measures under the terms on own initiative" || b.Breakdown != 0 {
			continue
		}
		list, err := l.Editions(t.Context(), reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown})
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			stated[s.Vintage.Source] = s.Figure.Value
		}
	}
	if len(stated) != 2 || stated[older.ID] != 900 || stated[newest.ID] == 900 {
		t.Errorf("the vintages state %v", stated)
	}
	if content, err := l.Content(t.Context(), older.ID); err != nil || len(content) != int(older.Bytes) || older.Bytes == 0 {
		t.Errorf("%d bytes are kept: %v", len(content), err)
	}
	if again := l.Take(t.Context(), []string{zip}, nil); len(again) != 1 || !again[0].Already {
		t.Errorf("again: %+v", again)
	}
}
