package library

import (
	"context"
	"fmt"
	"os"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/statements"
)

// countedDay is a day of a dump: n figures, as varied as the database's.
func countedDay(n int) reports.Reading {
	block := statements.Blocks()[0]
	day := reports.DayOf(2024, 1, 1)
	areas := []string{"EU", "EEA", "EEA_no_IS", "DE", "AT+DE", "FR", "BE+FR+LU", reports.NotStated, "PL", "IT"}
	r := reports.Reading{Format: statements.FormatName, Publisher: statements.Publisher, Blocks: []reports.Block{block}}
	pick := func(word string, i, of int) string { return fmt.Sprint(word, " ", i%of) }
	for i := range n {
		r.Figures = append(r.Figures, reports.Figure{
			Publisher: block.Publisher, Table: block.Table, Measure: block.Measure, Period: reports.Period{Start: day, End: day + 1},
			Breakdown: block.Breakdown, Value: float64(1 + i%5000), Extent: "day",
			Split: reports.Split{
				Service: pick("service", i, 40), Category: pick("category", i/40, 16), Area: areas[i/640%10], Action: pick("action", i/6400, 7),
				Trigger: "own initiative", Detection: "automated", Decision: pick("decision", i/44800, 3), Ground: "terms",
			},
			Origin: reports.Origin{File: "dump.zip", Sheet: "decisions", Row: i + 1, Column: 1},
		})
	}
	return r
}

// BenchmarkCounted20Million changes the question on 20,000,000 counted rows:
// 500 days of 40,000.
func BenchmarkCounted20Million(b *testing.B) {
	if os.Getenv("VITRINE_BENCH_LARGE") == "" {
		b.Skip("set VITRINE_BENCH_LARGE=1")
	}
	l := open(b, file(b))
	load(b, l, source("a.zip", 1), countedDay(40_000))
	for _, statement := range []string{
		"UPDATE holdings SET figures = 20000000, ends = starts + 500",
		`INSERT INTO figures SELECT f.id + 40000 * d.i, f.holding, f.split, f.starts + d.i, f.ends + d.i, f.value, NULL, NULL, 0, '', f.file, f.sheet, f.at_row, 1, '', ''
			FROM figures f, range(1, 500) d(i)`,
		"CHECKPOINT",
	} {
		if _, err := l.db.Exec(statement); err != nil {
			b.Fatal(err)
		}
	}
	names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
	for name, q := range map[string]reports.Question{
		"ByCategoryEachDay":  {By: []reports.Dim{reports.Category}, Every: reports.EveryDay},
		"ByServiceEachMonth": {By: []reports.Dim{reports.Service}, Every: reports.EveryMonth},
		"TotalEachDay":       {Every: reports.EveryDay},
		"ByCountryEachDay":   {ByCountry: true, Every: reports.EveryDay},
		"GermanyByAction":    {By: []reports.Dim{reports.Action}, Country: []string{"DE"}, Every: reports.EveryMonth},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if a, err := reports.Ask(context.Background(), q, l, names); err != nil || len(a.Series) == 0 {
					b.Fatal(len(a.Series), err)
				}
			}
		})
	}
}
