package library

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/publisher"
)

// cats is a mapping of a measure that the vocabulary lacks.
const cats = `publisher = "Shelter"
table = "cats"
complete = ["area"]
[[column]]
header = "Year"
is = "period"
[[column]]
header = "Country"
is = "area"
[[column]]
header = "Cats"
is = "value"
measure = "cats petted"
[[measure]]
name = "cats petted"
unit = "cats"
over_time = true
over_parts = true
`

func mapping(t *testing.T, text string) publisher.Mapping {
	t.Helper()
	m, err := publisher.ParseMapping("cats.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// total asks for the cats of all countries over two years.
func total(t *testing.T, l *Library) reports.Series {
	t.Helper()
	names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
	a, err := reports.Ask(context.Background(), reports.Question{Measure: []string{"cats petted"}, Every: reports.Span}, l, names)
	if err != nil || len(a.Series) != 1 || len(a.Series[0].Numbers) != 1 {
		t.Fatalf("%v: %+v, %v", err, a.Series, a.Notes)
	}
	return a.Series[0]
}

// A mapping that was given once recognises the next table, and its own
// measure adds as it declares, also after the library was closed.
func TestMappingsAreKept(t *testing.T) {
	ctx, folder := context.Background(), t.TempDir()
	path := filepath.Join(folder, "library.duckdb")
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	first := write(t, folder, "first.csv", "Year,Country,Cats\n2022,France,1\n2022,Kenya,2\n2023,France,3\n2023,Kenya,4\n")
	o := TakeOptions{Options: publisher.Options{Mappings: []publisher.Mapping{mapping(t, cats)}}}
	if r := l.TakeWith(ctx, []string{first}, o, nil); r[0].Err != nil || r[0].New != 4 {
		t.Fatalf("%+v", r)
	}
	l.Close()
	l = open(t, path)
	if s := total(t, l); s.Numbers[0].Value != 10 || s.Unit != "cats" {
		t.Errorf("%v %s", s.Numbers[0].Value, s.Unit)
	}
	second := write(t, folder, "second.csv", "Country,Year,Cats\nFrance,2023,5\nKenya,2023,4\n")
	if r := l.Take(ctx, []string{second}, nil); r[0].Err != nil || r[0].Changed != 1 || r[0].Source.Format != "mapping: Shelter, cats" {
		t.Errorf("%+v", r)
	}
	if s := total(t, l); s.Numbers[0].Value != 12 {
		t.Errorf("%v", s.Numbers[0].Value)
	}
	for _, s := range []string{"first.csv", "second.csv"} {
		held, err := sources(ctx, l.db, "WHERE s.name = ?", s)
		if err != nil || len(held) != 1 || l.Forget(ctx, held[0].ID) != nil {
			t.Fatalf("%s: %v, %v", s, held, err)
		}
	}
	if own, err := l.ownMeasures(ctx); err != nil || len(own) > 0 {
		t.Errorf("forgotten sources declare %v, %v", own, err)
	}
}

// A measure adds only where every source that states it says so.
func TestOwnMeasuresOfSeveralSources(t *testing.T) {
	ctx, folder, l := context.Background(), t.TempDir(), open(t, "")
	for i, text := range []string{cats, strings.Replace(strings.Replace(cats, "over_time = true", "over_time = false", 1), "\"cats\"\n", "\"dogs\"\n", 1)} {
		file := write(t, folder, string(rune('a'+i))+".csv", "Year,Country,Cats\n2022,France,"+string(rune('1'+i))+"\n")
		o := TakeOptions{Options: publisher.Options{Mappings: []publisher.Mapping{mapping(t, text)}}}
		if r := l.TakeWith(ctx, []string{file}, o, nil); r[0].Err != nil {
			t.Fatal(r[0].Err)
		}
	}
	blocks, err := l.Blocks(ctx)
	if err != nil || len(blocks) != 2 || blocks[0].Info().OverTime || !blocks[0].Info().OverParts {
		t.Errorf("%+v, %v", blocks, err)
	}
}

func TestKeepingAMapping(t *testing.T) {
	folder := t.TempDir()
	l := open(t, filepath.Join(folder, "library.duckdb"))
	m := mapping(t, cats)
	renamed := m
	renamed.Table = "Cats & dogs / 2"
	for _, k := range []publisher.Mapping{m, renamed} {
		if err := l.KeepMapping(k); err != nil {
			t.Fatal(err)
		}
	}
	held, broken := l.Mappings()
	if len(held) != 1 || len(broken) > 0 || held[0].Name != "shelter-cats-dogs-2.toml" || held[0].Table != renamed.Table {
		t.Errorf("%+v, %v: the later one takes the place of the first", held, broken)
	}
	m.Publisher = publisher.Ask
	if err := l.KeepMapping(m); err == nil {
		t.Error("a mapping with an open question was kept")
	}
	if err := os.WriteFile(filepath.Join(folder, "mappings", "a.toml"), []byte("publisher = 5"), 0o600); err != nil {
		t.Fatal(err)
	}
	strange := write(t, folder, "strange.csv", "a,b\n1,2\n")
	r := l.Take(context.Background(), []string{strange}, nil)
	if err := r[0].Err; err == nil || !strings.Contains(err.Error(), "a kept mapping is left out: a.toml is no mapping") {
		t.Errorf("%v", err)
	}
}

// A library that an older Vitrine made has no table of measures.
func TestAnOlderLibrary(t *testing.T) {
	path := filepath.Join(t.TempDir(), "library.duckdb")
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := l.db.Exec("DROP TABLE measures"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	if blocks, err := open(t, path).Blocks(context.Background()); err != nil || len(blocks) > 0 {
		t.Errorf("%v, %v", blocks, err)
	}
}
