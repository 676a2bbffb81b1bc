package statements_test

import (
	"context"
	"encoding/csv"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"vitrine/reports/statements"
)

// TestCountsEqualTruth counts the dumps of a folder that VITRINE_DUMPS names
// and compares them with the truth files beside them, which state the counts
// that the dumps were made with.
func TestCountsEqualTruth(t *testing.T) {
	folder := os.Getenv("VITRINE_DUMPS")
	if folder == "" {
		t.Skip("VITRINE_DUMPS names no folder of dumps with truth files")
	}
	paths, err := filepath.Glob(filepath.Join(folder, "*.zip"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no dumps in %s, %v", folder, err)
	}
	for _, path := range paths {
		t.Run(filepath.Base(path), func(t *testing.T) { compareWithTruth(t, path) })
	}
}

func compareWithTruth(t *testing.T, path string) {
	c := countFile(t, path)
	if c.Rejected != 0 || c.Rows != c.Lines {
		t.Errorf("%d lines, %d rows, %d rejected: %v", c.Lines, c.Rows, c.Rejected, c.Examples)
	}
	stem := strings.TrimSuffix(path, ".zip")
	got := map[string]int64{}
	countries := map[string]int64{}
	for k, n := range c.Decisions() {
		got[joined(k.Service, k.Category, k.Action, k.Ground, k.Trigger, k.Detection, k.Decision)] += n
		for _, code := range orNone(statements.SetValues(k.Scope)) {
			countries[joined(k.Service, k.Category, code)] += n
		}
	}
	same(t, "decisions", got, truth(t, stem+".truth.csv", func(row []string) []string {
		set := append(cellValues(t, row[2]), row[3], row[4], row[5])
		slices.Sort(set)
		set = slices.DeleteFunc(slices.Compact(set), func(s string) bool { return s == "" })
		return []string{joined(row[0], row[1], strings.Join(set, ","), row[6], row[7], row[8], row[9])}
	}))
	if strings.Contains(path, "-full") {
		same(t, "countries", countries, truth(t, stem+".truth-by-country.csv", func(row []string) []string { return []string{joined(row[0], row[1], row[2])} }))
	}
	details := func(row []string) (keys []string) {
		for _, v := range orNone(cellValues(t, row[2])) {
			keys = append(keys, joined(row[0], row[1], v))
		}
		return keys
	}
	same(t, "keywords", flat(c.Keywords()), truth(t, stem+".truth-by-category_specification.csv", details))
	same(t, "content types", flat(c.ContentTypes()), truth(t, stem+".truth-by-content_type.csv", details))
	same(t, "languages", flat(c.Languages()), truth(t, stem+".truth-by-content_language.csv", details))
}

func countFile(t *testing.T, path string) *statements.Counts {
	t.Helper()
	d := openFile(t, path)
	c, err := d.Count(context.Background(), statements.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func openFile(t *testing.T, path string) *statements.Dump {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	info, err := f.Stat()
	if err != nil {
		t.Fatal(err)
	}
	d, err := statements.Open(filepath.Base(path), f, info.Size())
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func joined(parts ...string) string { return strings.Join(parts, " | ") }

func orNone(values []string) []string {
	if len(values) == 0 {
		return []string{""}
	}
	return values
}

// cellValues returns the different values of a truth file's cell.
func cellValues(t *testing.T, cell string) []string {
	if !strings.HasPrefix(cell, "[") {
		return slices.DeleteFunc([]string{cell}, func(s string) bool { return s == "" })
	}
	var values []string
	if err := json.Unmarshal([]byte(cell), &values); err != nil {
		t.Fatal(err)
	}
	slices.Sort(values)
	return slices.Compact(values)
}

func flat(table func(func(statements.Detail, int64) bool)) map[string]int64 {
	counts := map[string]int64{}
	for d, n := range table {
		counts[joined(d.Service, d.Category, d.Value)] += n
	}
	return counts
}

// truth reads a truth file, whose last column is the number of statements.
func truth(t *testing.T, path string, keys func(row []string) []string) map[string]int64 {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	rows, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	counts := map[string]int64{}
	for _, row := range rows[1:] {
		n, err := strconv.ParseInt(row[len(row)-1], 10, 64)
		if err != nil {
			t.Fatal(err)
		}
		for _, key := range keys(row) {
			counts[key] += n
		}
	}
	return counts
}

func same(t *testing.T, what string, got, want map[string]int64) {
	t.Helper()
	if len(want) == 0 || !maps.Equal(got, want) {
		t.Errorf("%s differ: %d of them, want %d", what, len(got), len(want))
	}
	for key, n := range want {
		if got[key] != n {
			t.Errorf("%s: %s is %d, want %d", what, key, got[key], n)
			return
		}
	}
}
