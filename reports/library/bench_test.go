package library

import (
	"context"
	"fmt"
	"os"
	"strings"
	"testing"

	"vitrine/reports"
)

// Run with: go test -run '^$' -bench . ./reports/library
// VITRINE_BENCH_LARGE=1 adds the questions on 20,000,000 figures, which takes
// minutes to make and 0.5 GB.

// million returns figures of one table: 60 months, and parts of 200 areas, 20
// categories and about 4 triggers.
func million(n int) reports.Reading {
	figures := make([]reports.Figure, n)
	for i := range figures {
		part := i / 60
		f := figure(month(1+i%60), fmt.Sprint("area ", part%200), fmt.Sprint("category ", part/200%20), float64(i%5000), i+1)
		f.Trigger = fmt.Sprint("trigger ", part/4000)
		f.Breakdown |= reports.ByTrigger
		figures[i] = f
	}
	return reading(figures...)
}

// recipients returns those of 100 services in 27 countries and in all of them,
// over four half-years.
func recipients() reports.Reading {
	figures := make([]reports.Figure, 11_200)
	for i := range figures {
		half := reports.EveryHalf.Around(month(1 + i%4*6).Start)
		f := figure(half, fmt.Sprint("area ", i/4%28), "", float64(1000+i), i+1)
		f.Table, f.Measure, f.Service, f.Breakdown = "recipients", "monthly active recipients", fmt.Sprint("service ", i/112), reports.ByService|reports.ByArea
		figures[i] = f
	}
	return reading(figures...)
}

func byCategory() reports.Request {
	return reports.Request{Publisher: "Example", Table: "removals", Measure: "items removed",
		Breakdown: reports.ByArea | reports.ByCategory | reports.ByTrigger, Group: reports.ByCategory}
}

// BenchmarkTake31000 goes from a file of 31,000 rows to figures in a library
// on disk.
func BenchmarkTake31000(b *testing.B) {
	var text strings.Builder
	text.WriteString("publisher,table,measure,unit,period_start,period_end,area,category,value,status\n")
	for i := range 31_000 {
		p := month(1 + i%60)
		fmt.Fprintf(&text, "Example,removals,content blocked,items,%s,%s,%s,category %d,%d,normal\n", p.Start, p.Last(),
			[]string{"FR", "DE", "IT", "ES", "PL"}[i/60%5], i/300, i)
	}
	path := b.TempDir() + "/large.csv"
	if err := os.WriteFile(path, []byte(text.String()), 0o600); err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		b.StopTimer()
		l := open(b, file(b))
		b.StartTimer()
		receipts := l.Take(context.Background(), []string{path}, nil)
		b.StopTimer()
		if receipts[0].Err != nil || receipts[0].New != 31_000 {
			b.Fatalf("%+v", receipts[0])
		}
		l.Close()
		b.StartTimer()
	}
}

func BenchmarkLoadMillion(b *testing.B) {
	r := million(1_000_000)
	for b.Loop() {
		l := open(b, file(b))
		load(b, l, source("a.csv", 1), r)
		l.Close()
	}
}

// BenchmarkMillion asks a library of 1,000,000 figures on disk, and opens it.
func BenchmarkMillion(b *testing.B) {
	path := file(b)
	l := open(b, path)
	load(b, l, source("a.csv", 1), million(1_000_000))
	load(b, l, source("b.csv", 2), recipients())
	ask(b, l)
	b.Run("Recipients", func(b *testing.B) {
		for b.Loop() {
			if known, err := reports.LookUpRecipients(context.Background(), reports.Question{}, l); err != nil || len(known) != 11_200 {
				b.Fatal(len(known), err)
			}
		}
	})
	l.Close()
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			l, err := Open(path)
			if err != nil {
				b.Fatal(err)
			}
			if _, err := l.Blocks(context.Background()); err != nil {
				b.Fatal(err)
			}
			l.Close()
		}
	})
}

// ask times the questions of a window.
func ask(b *testing.B, l *Library) {
	ctx := context.Background()
	category, filtered, published := byCategory(), byCategory(), byCategory()
	filtered.Where[reports.Area] = []string{"area 7", "area 8"}
	filtered.Group |= reports.ByArea
	published.Group = published.Breakdown
	published.Where[reports.Category] = []string{"category 3"}
	total := byCategory()
	total.Group = 0
	for name, r := range map[string]reports.Request{"GatherByCategory": category, "GatherFiltered": filtered, "GatherPublished": published, "GatherTotal": total} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if sums, err := l.Gather(ctx, r); err != nil || len(sums) == 0 {
					b.Fatal(len(sums), err)
				}
			}
		})
	}
	b.Run("Blocks", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Blocks(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Values", func(b *testing.B) {
		for b.Loop() {
			if _, err := l.Values(ctx, reports.Category); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// Benchmark20Million asks about 20,000,000 counted rows: 500 days of 40,000.
func Benchmark20Million(b *testing.B) {
	if os.Getenv("VITRINE_BENCH_LARGE") == "" {
		b.Skip("set VITRINE_BENCH_LARGE=1")
	}
	l := open(b, file(b))
	load(b, l, source("a.csv", 1), million(40_000*60))
	for _, statement := range []string{
		"DELETE FROM figures", "UPDATE holdings SET figures = 20000000, starts = 20000, ends = 20500",
		`INSERT INTO figures SELECT i, (SELECT min(id) FROM holdings), i % 40000 + 1, 20000 + i // 40000, 20001 + i // 40000,
			i % 5000, NULL, NULL, 0, '', 'dump.zip/a.csv', '', i % 40000, 5, CAST(i % 5000 AS VARCHAR), '' FROM range(20000000) r(i)`,
		"CHECKPOINT",
	} {
		if _, err := l.db.Exec(statement); err != nil {
			b.Fatal(err)
		}
	}
	ask(b, l)
}
