package export

import (
	"bytes"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

// someRevisions are a number that changed and one that vanished.
func someRevisions() ([]reports.Revision, []reports.Source) {
	sources := []reports.Source{
		{ID: strings.Repeat("a", 64), Name: "first.csv", Publisher: "Meta", Published: reports.DayOf(2023, 1, 1)},
		{ID: strings.Repeat("b", 64), Name: "second.csv", Publisher: "Meta", Published: reports.DayOf(2023, 4, 1)},
		{ID: strings.Repeat("c", 64), Name: "unrelated.csv", Publisher: "Google", Published: reports.DayOf(2023, 5, 1)},
	}
	says := func(i int, category string, value float64, stated bool) reports.Statement {
		s := reports.Statement{Vintage: reports.Vintage{Day: sources[i].Published, Source: sources[i].ID}, Stated: stated}
		s.Publisher, s.Table, s.Measure, s.Value = "Meta", "community standards", reports.ContentActioned, value
		s.Period, s.Category = reports.EveryQuarter.Around(reports.DayOf(2022, 10, 1)), category
		if stated {
			s.Origin = reports.Origin{Source: sources[i].ID, File: sources[i].Name, Row: 7 + i, Column: 5, Text: "as it stood"}
		}
		return s
	}
	return []reports.Revision{
		{Change: reports.RevisionChanged, Before: says(0, "=Spam", 200, true), After: says(1, "=Spam", 250, true)},
		{Change: reports.RevisionVanished, Before: says(0, "Hate Speech", 3, true), After: says(1, "Hate Speech", math.NaN(), false)},
	}, sources
}

func TestRevisionWorkbook(t *testing.T) {
	list, sources := someRevisions()
	var s reports.RevisionSummary
	block := reports.Block{Publisher: "Meta", Table: "community standards", Measure: reports.ContentActioned}
	s.Compare(reports.Compared{Before: list[0].Before.Vintage, After: list[0].After.Vintage, Block: block, Category: "=Spam", Numbers: 8})
	for _, r := range list {
		s.Add(r)
	}
	for _, lang := range assets.Languages() {
		var first, second bytes.Buffer
		for _, w := range []*bytes.Buffer{&first, &second} {
			if err := RevisionWorkbook(w, RevisionBook{Summary: s, Revisions: list, Events: s.Events(assets.Events()), Sources: sources, Words: assets.For(lang)}); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(first.Bytes(), second.Bytes()) {
			t.Error("the same book gives other bytes")
		}
		checkRevisionBook(t, lang, &first)
	}
}

func checkRevisionBook(t *testing.T, lang string, book *bytes.Buffer) {
	t.Helper()
	f, err := excelize.OpenReader(book)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	sheet := assets.For(lang).Say("revisions.sheet.list")
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	at := slices.IndexFunc(rows, func(row []string) bool { return len(row) > 8 })
	header := rows[at]
	cell := func(row int, key string) string {
		return rows[at+row][slices.Index(header, assets.For(lang).Say("revisions.column."+key))]
	}
	if cell(1, "difference") != "50" || cell(1, "percentchange") != "25" || cell(1, "placebefore") != "aaaaaaaa:!E7" || cell(2, "after") != "[z]" || cell(2, "difference") != "[z]" {
		t.Errorf("%s: rows %q", lang, rows[at+1:])
	}
	name, _ := excelize.CoordinatesToCellName(1+slices.Index(header, assets.For(lang).Say("revisions.column.difference")), at+2)
	if text, err := f.GetCellFormula(sheet, name); err != nil || text == "" {
		t.Errorf("%s: the difference is no formula: %v", lang, err)
	}
	if all, _ := f.GetRows(assets.For(lang).Say("export.sheet.sources")); len(all) != 5 {
		t.Errorf("%s: sources %q", lang, all)
	}
}
