package library

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"path/filepath"
	"testing"
	"time"

	"vitrine/reports"
)

// open opens a library for a test; "" is a throw-away one.
func open(t testing.TB, path string) *Library {
	t.Helper()
	if path == "" {
		path = Memory
	}
	l, err := Open(path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	return l
}

// file returns a path for a library on disk.
func file(t testing.TB) string { return filepath.Join(t.TempDir(), "folder", "library.duckdb") }

func month(n int) reports.Period {
	return reports.EveryMonth.Around(reports.DayOf(2020, time.Month(n), 1))
}

// figure is a figure of a made-up table by area and category.
func figure(period reports.Period, area, category string, value float64, row int) reports.Figure {
	return reports.Figure{
		Publisher: "Example", Table: "removals", Measure: "items removed", Period: period,
		Split: reports.Split{Area: area, Category: category, Ground: "law"}, Breakdown: reports.ByArea | reports.ByCategory,
		Value: value, Origin: reports.Origin{File: "example.csv", Sheet: "Data", Row: row, Column: 4, Text: fmt.Sprint(value)},
	}
}

// reading is a reading of figures with a block declared for each that is met.
func reading(figures ...reports.Figure) reports.Reading {
	r := reports.Reading{Format: "example", Publisher: "Example", Figures: figures}
	seen := map[blockName]bool{}
	for i := range figures {
		name := nameOf(&figures[i])
		if !seen[name] {
			seen[name] = true
			r.Blocks = append(r.Blocks, reports.Block{Publisher: name.publisher, Table: name.table, Measure: name.measure,
				Breakdown: name.breakdown, Complete: name.breakdown, Absent: reports.AbsentNone, Order: len(seen)})
		}
	}
	return r
}

// source is a source whose vintage is a day of 2021.
func source(name string, day int) reports.Source {
	return reports.Source{Name: name, Path: "/reports/" + name, Published: reports.DayOf(2021, 1, day),
		Retrieved: time.Date(2021, 6, day, 12, 0, 0, 0, time.UTC)}
}

// load loads a reading under a name, which stands for its bytes.
func load(t testing.TB, l *Library, src reports.Source, r reports.Reading) Receipt {
	t.Helper()
	receipt, err := l.Load(context.Background(), src, []byte(src.Name), r)
	if err != nil {
		t.Fatal(err)
	}
	return receipt
}

// random returns figures of several blocks, with ranges, unknown numbers,
// footnotes and second cells among them.
func random(n int, seed uint64) []reports.Figure {
	source := rand.New(rand.NewPCG(seed, 1))
	pick := func(words ...string) string { return words[source.IntN(len(words))] }
	list := make([]reports.Figure, 0, n)
	for row := range n {
		f := figure(month(1+source.IntN(24)), "", "", float64(source.IntN(1000)), row+1)
		f.Table = pick("removals", "requests")
		f.Measure = reports.Measure(pick("items removed", "requests received"))
		f.Split = reports.Split{Ground: pick("", "law", "terms"), Service: pick("", "One", "Two")}
		f.Breakdown = reports.Dims(source.IntN(4)) << reports.Area
		if f.Breakdown.Has(reports.Area) {
			f.Area = pick("FR", "DE", "Côte d'Ivoire", reports.NotStated)
		}
		if f.Breakdown.Has(reports.Category) {
			f.Category = pick("spam", "terror", "child abuse", "'); DROP TABLE figures; --")
		}
		disturb(&f, source)
		list = append(list, f)
	}
	return list
}

// disturb makes a figure's number, range, mark or cells unusual.
func disturb(f *reports.Figure, source *rand.Rand) {
	switch source.IntN(8) {
	case 0:
		f.Value, f.Status = math.NaN(), reports.NotAvailable
	case 1:
		f.Value, f.HasRange, f.Low, f.High, f.Status = math.NaN(), true, 0, 9, reports.Withheld
	case 2:
		f.Value, f.HasRange, f.Low, f.High = math.NaN(), true, 5, math.Inf(1)
	case 3:
		f.HasRange, f.Low, f.High, f.Note = true, f.Value-1, f.Value+2, "rounded"
	case 4:
		f.Status, f.Note = reports.Provisional, "may change"
		f.Origin.More = []reports.Cell{{Row: f.Origin.Row, Column: 9, Text: "“again”"}}
	}
}
