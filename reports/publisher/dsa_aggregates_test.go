package publisher

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// readBytes reads an export from memory.
func readBytes(t *testing.T, name string, content []byte) (reports.Reading, error) {
	t.Helper()
	book, err := sheet.Open(context.Background(), name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return Read(context.Background(), book, name)
}

func readSample(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

// The site gives 5,000 rows and no more: a file with as many is in tables of its
// own, of which nothing is added up.
func TestDSASiteAggregatesThatAreCut(t *testing.T) {
	header, rest, _ := strings.Cut(readSample(t, "dsa_aggregates_site.csv"), "\n")
	row, _, _ := strings.Cut(rest, "\n")
	for _, rows := range []int{4999, 5000, 5001} {
		r, err := readBytes(t, "aggregates-2025-07-01.csv", []byte(header+"\n"+strings.Repeat(row+"\n", rows)))
		if err != nil {
			t.Fatal(err)
		}
		cut := rows == 5000
		for _, b := range r.Blocks {
			if strings.HasSuffix(b.Table, ", cut") != cut || (b.Complete == 0) != cut || (b.Absent == reports.AbsentUnknown) != cut {
				t.Errorf("%d rows: %+v", rows, b)
			}
		}
		if said := len(r.Problems) == 1 && strings.Contains(r.Problems[0].What, "5000 rows, the most"); said != cut {
			t.Errorf("%d rows: %v", rows, r.Problems)
		}
		if f := r.Figures[0]; f.Value != float64(120*rows) || len(f.Origin.More) != maxSummed-1 || f.Note == "" {
			t.Errorf("%d rows: %v from %d cells, %q", rows, f.Value, 1+len(f.Origin.More), f.Note)
		}
	}
}

// packed zips files, given by turns their names and texts.
func packed(t *testing.T, files ...string) []byte {
	var names []string
	texts := map[string]string{}
	for i := 0; i < len(files); i += 2 {
		names, texts[files[i]] = append(names, files[i]), files[i+1]
	}
	return []byte(zipped(t, names, texts))
}

// A part states nothing without the others.
func TestDSAAggregatesWithoutAllParts(t *testing.T) {
	text := readSample(t, "dsa_tdb_complete.csv")
	for name, content := range map[string][]byte{
		"part-00000-8e1f.csv": []byte(text),
		"a.zip":               packed(t, "a/part-00000.csv", text, "a/part-00001.csv", "no,header\n1,2\n"),
		"b.zip":               packed(t, "a/part-00000.csv", text, "a/part-00001.csv", ""),
	} {
		r, err := readBytes(t, name, content)
		if err == nil || !strings.Contains(err.Error(), "no total") || len(r.Figures) > 0 {
			t.Errorf("%s: %d figures, %v", name, len(r.Figures), err)
		}
	}
}

// Parts of one aggregate add up; the same aggregate twice does not.
func TestDSAAggregatesTwice(t *testing.T) {
	text := readSample(t, "dsa_tdb_complete.csv")
	total := func(files ...string) (sum float64) {
		r, err := readBytes(t, "x.zip", packed(t, files...))
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range r.Figures {
			if f.Table == "statements of reasons, dsa-tdb complete" {
				sum += f.Value
			}
		}
		return sum
	}
	month := "/created_at_month=2025-01-01/part-0000"
	if n := total("a"+month+"0.csv", text, "a"+month+"1.csv", text); n != 54 {
		t.Errorf("two parts add to %v, want 54", n)
	}
	if n := total("a"+month+"0.csv", text, "b"+month+"0.csv", text); n != 27 {
		t.Errorf("one aggregate twice states %v, want 27", n)
	}
}
