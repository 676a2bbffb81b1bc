package library

import (
	"os"
	"path/filepath"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// Two vintages of one table are never added, whatever their languages, and
// whichever comes first.
func TestGoogleVintagesAreNotAdded(t *testing.T) {
	french := published(t, "google/2014-05_fr/google-government-detailed-removal-requests.csv")
	zip := published(t, "google/2024-09/google-government-removals.zip")
	for _, paths := range [][]string{{french, zip}, {zip, french}} {
		l := open(t, ":memory:")
		for _, receipt := range l.Take(t.Context(), paths, nil) {
			if receipt.Err != nil {
				t.Fatal(receipt.Err)
			}
		}
		for _, table := range []string{"removal requests, detailed", "removal requests until 2019, by product and reason"} {
			q := reports.Question{Table: []string{table}, Measure: []string{string(reports.RemovalRequestsReceived)}, Every: reports.EveryHalf}
			q.Since, q.Until = reports.DayOf(2012, 7, 1), reports.DayOf(2013, 1, 1)
			a, err := reports.Ask(t.Context(), q, l, reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()})
			if err != nil {
				t.Fatal(err)
			}
			if len(a.Series) != 1 || len(a.Series[0].Numbers) != 1 || a.Series[0].Numbers[0].Value != 2289 {
				t.Errorf("%s, %v first: %+v, want 2289", table, filepath.Base(paths[0]), a.Series)
			}
		}
	}
}

// published finds a file of real exports beside the repository, and skips the
// test where there is none.
func published(t *testing.T, name string) string {
	t.Helper()
	dir, err := filepath.Abs(".")
	if err != nil {
		t.Fatal(err)
	}
	for ; dir != filepath.Dir(dir); dir = filepath.Dir(dir) {
		path := filepath.Join(dir, "shared", "data", name)
		if _, err := os.Stat(path); err == nil {
			return path
		}
	}
	t.Skip("the real exports are not beside the repository")
	return ""
}
