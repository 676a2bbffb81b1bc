package statements_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"vitrine/reports"
	"vitrine/reports/statements"
)

// real returns the path of a real row's file, or skips the test.
func real(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", "data", "dsa", "tdb-dumps", name)
	if _, err := os.Stat(path); err != nil {
		path = filepath.Join("..", path)
	}
	if _, err := os.Stat(path); err != nil {
		t.Skipf("the real rows are not here: %v", err)
	}
	return path
}

func TestRealDumpsSayWhatTheyAre(t *testing.T) {
	march, july := reports.DayOf(2024, 3, 14), reports.DayOf(2025, 7, 1)
	for name, want := range map[string]statements.Dump{
		"sor-global-2024-03-14-full.zip":             {Slug: "global", Day: march, Version: statements.Full, Schema: statements.V1},
		"sor-global-2024-03-14-light.zip":            {Slug: "global", Day: march, Version: statements.Light, Schema: statements.V1},
		"sor-global-2024-03-14-full-00000-00001.csv": {Slug: "global", Day: march, Version: statements.Full, Schema: statements.V1, Part: "00000-00001"},
		"sor-global-2025-07-01-full.zip":             {Slug: "global", Day: july, Version: statements.Full, Schema: statements.V2},
		"sor-global-2025-07-01-light.zip":            {Slug: "global", Day: july, Version: statements.Light, Schema: statements.V2},
		"malformed_rows.csv":                         {Day: reports.DayOf(2024, 8, 29), Version: statements.Full, Schema: statements.V1},
	} {
		t.Run(name, func(t *testing.T) {
			d := openFile(t, real(t, name))
			if d.Slug != want.Slug || d.Day != want.Day || d.Version != want.Version || d.Schema != want.Schema || d.Part != want.Part {
				t.Errorf("it is %+v, want %+v", d, want)
			}
		})
	}
}

func TestRealRowsAreAllRead(t *testing.T) {
	for name, rows := range map[string]int64{
		"sor-global-2024-03-14-full.zip": 13, "sor-global-2024-03-14-light.zip": 13, "sor-global-2024-03-14-full-00000-00001.csv": 13,
		"sor-global-2025-07-01-full.zip": 20, "sor-global-2025-07-01-light.zip": 20, "sor-global-2025-07-01-full-00000-00000.csv": 20,
		"malformed_rows.csv": 4,
	} {
		t.Run(name, func(t *testing.T) {
			c := countFile(t, real(t, name))
			if c.Rows != rows || c.Rejected != 0 || c.Lines != rows {
				t.Errorf("%d rows, %d rejected, %d lines; want %d rows: %v", c.Rows, c.Rejected, c.Lines, rows, c.Examples)
			}
			total := int64(0)
			for _, n := range c.Decisions() {
				total += n
			}
			if total != c.Rows {
				t.Errorf("the decisions add to %d of %d", total, c.Rows)
			}
		})
	}
}

func TestRealDumpsHaveTheirChecksum(t *testing.T) {
	path := real(t, "sor-global-2025-07-01-full.zip")
	beside, err := os.ReadFile(path + ".sha1")
	if err != nil {
		t.Fatal(err)
	}
	d := openFile(t, path)
	if err := d.VerifySHA1(context.Background(), string(beside)); err != nil {
		t.Error(err)
	}
	var wrong *statements.Error
	if err := d.VerifySHA1(context.Background(), "0000000000000000000000000000000000000000  x.zip"); !errors.As(err, &wrong) {
		t.Errorf("a wrong checksum gives %v", err)
	}
}

func TestTraceFindsTheMalformedRows(t *testing.T) {
	d := openFile(t, real(t, "malformed_rows.csv"))
	var places []statements.Place
	scams := func(s statements.Statement) bool { return s.Category == "STATEMENT_CATEGORY_SCAMS_AND_FRAUD" }
	err := d.Trace(context.Background(), scams, 0, func(p statements.Place) bool {
		places = append(places, p)
		return true
	})
	if err != nil || len(places) != 2 || places[0].Line != 2 || places[1].Line != 4 || places[1].UUID[:8] != "f3416cb6" {
		t.Errorf("the scams are at %v, %v", places, err)
	}
}
