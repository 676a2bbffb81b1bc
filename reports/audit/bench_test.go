package audit

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
	"strings"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/library"
)

// Run with: go test -run '^$' -bench Million -benchtime 1x ./reports/audit

// madeUpVintage returns about n figures of three blocks of one table: 60
// months, 200 areas and as many categories as it takes, the totals of the
// areas, and those of the world. One area's total is wrong in one month.
func madeUpVintage(n int) ([]reports.Block, []reports.Figure) {
	const byArea, byBoth = reports.ByArea, reports.ByArea | reports.ByCategory
	blocks := []reports.Block{
		declared(0, 0, 0, reports.AbsentNone), declared(byArea, byArea, 0, reports.AbsentNone), declared(byBoth, byBoth, 0, reports.AbsentNone),
	}
	categories := n / 60 / 200
	figures := make([]reports.Figure, 0, n+60*201)
	add := func(month int, s reports.Split, by reports.Dims, value float64) {
		f := fig(2020, s, value)
		f.Breakdown, f.Period = by, reports.EveryMonth.Around(reports.DayOf(2020, time.Month(1+month), 1))
		f.Origin = reports.Origin{File: "a.csv", Row: len(figures) + 2, Column: 5, Text: fmt.Sprint(value)}
		figures = append(figures, f)
	}
	for month := range 60 {
		world := 0.0
		for a := range 200 {
			sum := 0.0
			for c := range categories {
				value := float64((month*31 + a*17 + c*7) % 500)
				sum += value
				add(month, reports.Split{Area: fmt.Sprint("area ", a), Category: fmt.Sprint("category ", c)}, byBoth, value)
			}
			world += sum
			if month == 7 && a == 11 {
				sum++
			}
			add(month, area(fmt.Sprint("area ", a)), byArea, sum)
		}
		add(month, reports.Split{}, 0, world)
	}
	return blocks, figures
}

// BenchmarkMillion checks a library on disk: 1,000,000 figures in six
// vintages, and as many current ones.
func BenchmarkMillion(b *testing.B) {
	for name, c := range map[string]struct{ vintages, each int }{"SixVintages": {6, 167_000}, "Current": {1, 1_000_000}} {
		b.Run(name, func(b *testing.B) {
			l, err := library.Open(b.TempDir() + "/library.duckdb")
			if err != nil {
				b.Fatal(err)
			}
			defer l.Close()
			for v := range c.vintages {
				blocks, figures := madeUpVintage(c.each)
				r := reports.Reading{Format: "example", Publisher: "Example", Published: reports.DayOf(2025, 1, v+1), Figures: figures, Blocks: blocks}
				if _, err := l.Load(b.Context(), reports.Source{Name: fmt.Sprint(v)}, []byte(fmt.Sprint(v)), r); err != nil {
					b.Fatal(err)
				}
			}
			runtime.GC()
			debug.FreeOSMemory()
			os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // the peak counts from here on, where the system lets it
			b.ReportAllocs()
			for b.Loop() {
				found, err := Run(b.Context(), l, Options{Names: names(), Left: assets.Unmapped()})
				if err != nil {
					b.Fatal(err)
				}
				errors := 0
				for _, f := range found {
					if f.Severity == Error {
						errors += len(f.Cases)
					}
				}
				if errors != 2 { // the area against its categories, the world against its areas
					b.Fatalf("%d errors, want 2", errors)
				}
			}
			b.ReportMetric(peak(), "MB-peak")
		})
	}
}

// peak returns the most memory that the process ever had, in megabytes; 0
// where the system does not say.
func peak() float64 {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	fields := strings.Fields(rest)
	if len(fields) == 0 {
		return 0
	}
	kb, _ := strconv.ParseFloat(fields[0], 64)
	return kb / 1024
}
