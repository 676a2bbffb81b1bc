package statements

import (
	"bytes"
	"context"
	"maps"
	"strings"
	"testing"

	"vitrine/reports/statements/made"
)

// TestFullTalliesAreTaken counts a dump with tallies of any size: the counts
// are the same.
func TestFullTalliesAreTaken(t *testing.T) {
	m := made.Dump{Rows: 5_000, PerFile: 1_000, Run: 2, Quirks: 0.05}
	d := madeDump(t, m)
	once, err := d.Count(context.Background(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer func(kinds, texts int) { maxKinds, maxTexts = kinds, texts }(maxKinds, maxTexts)
	maxKinds, maxTexts = 20, 3_000
	often, err := d.Count(context.Background(), Options{Workers: 3})
	if err != nil {
		t.Fatal(err)
	}
	if often.Rows != once.Rows || !maps.Equal(often.decisions, once.decisions) || !maps.Equal(often.keywords, once.keywords) || !maps.Equal(often.languages, once.languages) {
		t.Errorf("small tallies give %d rows of %d, %d keys of %d", often.Rows, once.Rows, len(often.decisions), len(once.decisions))
	}
	everything := 0
	err = d.Trace(context.Background(), func(Statement) bool { return true }, 0, func(Place) bool { everything++; return true })
	if err != nil || everything != m.Rows {
		t.Errorf("a trace with small tallies finds %d of %d, %v", everything, m.Rows, err)
	}
}

func TestTooVariedADumpIsRefused(t *testing.T) {
	d := madeDump(t, made.Dump{Rows: 5_000, Run: 2})
	defer func(kinds, held int) { maxKinds, maxHeld = kinds, held }(maxKinds, maxHeld)
	maxKinds, maxHeld = 20, 10_000
	if c, err := d.Count(context.Background(), Options{}); c != nil || err == nil || !strings.Contains(err.Error(), "more different services") {
		t.Errorf("it gives %v, %v", c, err)
	}
}

func madeDump(t *testing.T, m made.Dump) *Dump {
	t.Helper()
	var b bytes.Buffer
	if _, err := m.Write(&b); err != nil {
		t.Fatal(err)
	}
	d, err := Open(m.Name(), bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return d
}
