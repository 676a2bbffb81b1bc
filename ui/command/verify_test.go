package command

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// recorded runs a command with --record and returns the record's path.
func recorded(t *testing.T, library string, args ...string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "record.json")
	if _, messages, code := vitrine(t, library, append(args, "--record", path)...); code != Done {
		t.Fatalf("%v: exit %d: %s", args, code, messages)
	}
	return path
}

// swap writes a copy of a file in a folder of its own, with a text in place of
// another.
func swap(t *testing.T, path, from, to string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if from != "" && !bytes.Contains(b, []byte(from)) {
		t.Fatalf("%s has no %s:\n%s", path, from, b)
	}
	copied := filepath.Join(t.TempDir(), filepath.Base(path))
	if err := os.WriteFile(copied, bytes.Replace(b, []byte(from), []byte(to), 1), 0o600); err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestVerifyRepeatsWhatWasRecorded(t *testing.T) {
	files := editions(t)
	out := filepath.Join(t.TempDir(), "out")
	for _, args := range [][]string{
		{"series", "--by", "service,category", "--every", "half", "--partial"},
		{"series", "--by", "service,category", "--index", "2022-Q4"},
		{"series", "--by", "service,category", "--as-published-on", "2023-04-30"},
		{"table", "--rows", "category", "--columns", "service", "--measure", "actioned", "--since", "2023-Q1", "--until", "2023-Q1"},
		{"export", "-o", out + ".csv"},
		{"export", "--by", "service,category", "-o", out + ".json"},
		{"export", "--by", "service,category", "--profile", "analyst", "-o", out + ".xlsx"},
		{"compare", "--by", "service,category", "--measure", "actioned"},
		{"revisions"},
		{"revisions", "--only", "vanished", "--summary"},
	} {
		record := recorded(t, ":memory:", append(args, files...)...)
		said, messages, code := vitrine(t, ":memory:", append([]string{"verify", record}, files...)...)
		if code != Done || !strings.Contains(said, "same     source") || !strings.Contains(said, "same     table 1") || strings.Contains(said, "differs") {
			t.Errorf("%v: exit %d\n%s%s", args, code, said, messages)
		}
		again, err := os.ReadFile(recorded(t, ":memory:", append(args, files...)...))
		if first, _ := os.ReadFile(record); err != nil || !bytes.Equal(first, again) {
			t.Errorf("%v: the same answer gives another record", args)
		}
	}
}

func TestVerifyRefusesAChangedSource(t *testing.T) {
	files := editions(t)
	record := recorded(t, ":memory:", append([]string{"series", "--by", "service,category"}, files...)...)
	changed := swap(t, files[0], ",500", ",501")
	said, messages, code := vitrine(t, ":memory:", "verify", record, changed, files[1])
	if code != Failed || !strings.Contains(said, "2023-q1.csv: it has changed: "+changed+" has SHA-256 ") || strings.Contains(said, "table") {
		t.Errorf("one byte is another: exit %d\n%s%s", code, said, messages)
	}
	if !strings.Contains(messages, "nothing was repeated, because 1 source is missing or changed") {
		t.Errorf("messages: %s", messages)
	}
	said, _, code = vitrine(t, ":memory:", "verify", record, files[1])
	if code != Failed || !strings.Contains(said, "2023-q1.csv: it is neither among the files that were given nor in your library") {
		t.Errorf("a source is missing: exit %d\n%s", code, said)
	}
	renamed := filepath.Join(t.TempDir(), "x.csv")
	copyFile(t, files[0], renamed)
	if said, _, code = vitrine(t, ":memory:", "verify", record, renamed, files[1]); code != Done {
		t.Errorf("a file of another name is the same source: exit %d\n%s", code, said)
	}
}

func TestVerifySaysWhichNumberDiffers(t *testing.T) {
	files := editions(t)
	record := recorded(t, ":memory:", append([]string{"series", "--by", "service,category"}, files...)...)
	said, messages, code := vitrine(t, ":memory:", append([]string{"verify", swap(t, record, `"700"`, `"701"`)}, files...)...)
	if code != Different || !strings.Contains(said, `2023-Q2 · Facebook · Spam: value was "701", is "700"`) || !strings.Contains(said, "1 difference of 4") {
		t.Errorf("exit %d\n%s%s", code, said, messages)
	}
	said, messages, code = vitrine(t, ":memory:", append([]string{"verify", swap(t, record, `"vitrine": "test"`, `"vitrine": "0.0.9"`)}, files...)...)
	if code != Done || !strings.Contains(messages, "written by Vitrine 0.0.9; this is test") {
		t.Errorf("another version: exit %d\n%s%s", code, said, messages)
	}
	_, messages, code = vitrine(t, ":memory:", append([]string{"verify", swap(t, record, `"record": 1`, `"record": 9`)}, files...)...)
	if code != Failed || !strings.Contains(messages, "newer Vitrine") {
		t.Errorf("a newer form: exit %d %s", code, messages)
	}
}

// edit writes a copy of a workbook in which one cell of a sheet is another.
func edit(t *testing.T, path, sheet, cell string, value any) string {
	t.Helper()
	f, err := excelize.OpenFile(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if was, err := f.GetCellValue(sheet, cell); err != nil || was == "" {
		t.Fatalf("%s of %s is %q, %v", cell, sheet, was, err)
	}
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		t.Fatal(err)
	}
	copied := filepath.Join(t.TempDir(), "edited.xlsx")
	if err := f.SaveAs(copied); err != nil {
		t.Fatal(err)
	}
	return copied
}

func TestVerifyTakesTheWorkbookItself(t *testing.T) {
	files, book := editions(t), filepath.Join(t.TempDir(), "book.xlsx")
	for _, args := range [][]string{
		{"export", "--by", "service,category", "--profile", "analyst", "--language", "fr"}, {"compare", "--by", "service,category", "--measure", "actioned"},
		{"revisions"}, {"export", "--by", "service,category"},
	} {
		if _, messages, code := vitrine(t, ":memory:", append(append(args, "-o", book), files...)...); code != Done {
			t.Fatal(args, messages)
		}
		said, messages, code := vitrine(t, ":memory:", append([]string{"verify", book}, files...)...)
		if code != Done || !strings.Contains(said, "of the workbook: as they were written") || !strings.Contains(said, "same     table 2") {
			t.Errorf("%v: exit %d\n%s%s", args, code, said, messages)
		}
	}
	for _, c := range []struct{ sheet, cell, want string }{
		{"Data", "F6", "differs  sheet Data: it does not hold"}, {"Table 1", "D9", "differs  sheet Table 1: it does not hold"},
		{"Record numbers", "H5", "value was \"77\""},
	} {
		said, messages, code := vitrine(t, ":memory:", append([]string{"verify", edit(t, book, c.sheet, c.cell, 77)}, files...)...)
		if code != Different || !strings.Contains(said, c.want) {
			t.Errorf("%s of %s was changed: exit %d\n%s%s", c.cell, c.sheet, code, said, messages)
		}
	}
	if _, messages, code := vitrine(t, ":memory:", "verify", files[0]); code != Failed || !strings.Contains(messages, "not an audit record") {
		t.Errorf("an export is no record: exit %d, %s", code, messages)
	}
}

// What was said of a file when it was loaded is in the library, and in the
// record; the library's bytes are the source.
func TestVerifyTakesSourcesFromTheLibrary(t *testing.T) {
	folder := t.TempDir()
	library := filepath.Join(folder, "library.duckdb")
	table, mapping := filepath.Join(folder, "table.csv"), filepath.Join(folder, "m.toml")
	if err := os.WriteFile(table, []byte("country,removals\nFrance,12\nGermany,20\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	const text = "publisher = \"An NGO\"\ntable = \"removals\"\ncomplete = [\"area\"]\nperiod = \"file\"\n[[column]]\nheader = \"country\"\nis = \"area\"\n" +
		"[[column]]\nheader = \"removals\"\nis = \"value\"\nmeasure = \"items removed\"\n"
	if err := os.WriteFile(mapping, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, messages, code := vitrine(t, library, "load", "--mapping", mapping, "--period", "2023-H2", "--published", "2024-02-01", table); code != Done {
		t.Fatal(out, messages)
	}
	record := recorded(t, library, "series", "--publisher", "An NGO", "--by", "country")
	starter := recorded(t, library, "series", "--publisher", "Telegram", "--by", "category", "--every", "year", "--measure", "groups and channels")
	if err := os.Remove(table); err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(filepath.Join(folder, "mappings")); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{record, starter} {
		if said, messages, code := vitrine(t, library, "verify", path); code != Done || !strings.Contains(said, "same     table") {
			t.Errorf("exit %d\n%s%s", code, said, messages)
		}
	}
	b, err := os.ReadFile(record)
	if err != nil || !strings.Contains(string(b), `"period":"2023-H2"`) || !strings.Contains(string(b), `"published":"2024-02-01"`) || !strings.Contains(string(b), `"20"`) {
		t.Errorf("%v: %s", err, b)
	}
	if said, _, code := vitrine(t, ":memory:", "verify", record); code != Failed {
		t.Errorf("another library does not have it: exit %d\n%s", code, said)
	}
}
