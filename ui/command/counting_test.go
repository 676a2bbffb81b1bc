package command

import (
	"testing"
	"time"

	"vitrine/reports/library"
)

func TestCountingLine(t *testing.T) {
	got := countingLine(library.Progress{Path: "a.zip", Rows: 12_345_678, Bytes: 41 << 20, Of: 100 << 20, Left: 14 * time.Second})
	if want := "a.zip: 12.3 million rows, 41 % of 100 MB, 14 s left"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}
