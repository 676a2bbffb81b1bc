package export

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares a text with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.MkdirAll("testdata", 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs at %s", path, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return fmt.Sprintf("line %d:\ngot  %s\nwant %s", i+1, g[i], w[i])
		}
	}
	return fmt.Sprintf("the end: %d lines, want %d", len(g), len(w))
}

// small is the sample cut down to what a person can read in a golden file.
func small(t *testing.T, lang string, profile Profile) Book {
	q := byCategory(reports.EveryMonth)
	q.Partial = true
	q.Since, q.Until = reports.DayOf(2019, 2, 1), reports.DayOf(2020, 3, 18)
	b := Book{Answer: ask(t, q), Sources: sampleSources(), Words: assets.For(lang), Profile: profile}
	var days []reports.Figure
	for _, f := range sampleFigures() {
		if f.Period.Start >= reports.DayOf(2020, 3, 14) || !f.Known() {
			days = append(days, f)
		}
	}
	b.Figures = Each(days)
	return b
}

func TestWorkbookCells(t *testing.T) {
	for _, lang := range assets.Languages() {
		t.Run(lang, func(t *testing.T) {
			golden(t, "book."+lang+".txt", dump(t, open(t, small(t, lang, Publication))))
		})
	}
	t.Run("analyst", func(t *testing.T) {
		golden(t, "book.analyst.txt", dump(t, open(t, small(t, "en", Analyst))))
	})
}

func TestText(t *testing.T) {
	for _, lang := range assets.Languages() {
		var b bytes.Buffer
		if err := WriteText(&b, small(t, lang, Publication).Answer, assets.For(lang)); err != nil {
			t.Fatal(err)
		}
		golden(t, "answer."+lang+".txt", b.String())
	}
}

func TestRecordsText(t *testing.T) {
	var b bytes.Buffer
	if err := WriteRecordsText(&b, small(t, "en", Publication).records()); err != nil {
		t.Fatal(err)
	}
	golden(t, "records.txt", b.String())
}

func TestCSVAndJSON(t *testing.T) {
	a := small(t, "en", Publication).Answer
	var csv, json bytes.Buffer
	if err := WriteCSV(&csv, a, Options{}); err != nil {
		t.Fatal(err)
	}
	if err := WriteJSON(&json, a); err != nil {
		t.Fatal(err)
	}
	golden(t, "answer.csv", csv.String())
	golden(t, "answer.json", json.String())
}

func bytesOf(t testing.TB, b Book) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := Workbook(&out, b); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// open writes a workbook and reads it again.
func open(t testing.TB, b Book) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(bytesOf(t, b)))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// dump writes out the cells of a workbook as they show, sheet by sheet.
func dump(t *testing.T, f *excelize.File) string {
	t.Helper()
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "## %s\n", sheet)
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			fmt.Fprintf(&b, "%d | %s\n", i+1, strings.Join(row, " | "))
		}
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, table := range tables {
			fmt.Fprintf(&b, "table %s %s\n", table.Name, table.Range)
		}
	}
	return b.String()
}
