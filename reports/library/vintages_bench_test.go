package library

import (
	"fmt"
	"testing"
	"time"

	"vitrine/reports"
)

// sixVintages loads 1,000,000 figures in six vintages of one table, each of
// which changes every 50th number of the one before. byCell makes each figure
// an extent of its own, as Meta's and TikTok's tables have them.
func sixVintages(b *testing.B, byCell bool) *Library {
	b.Helper()
	l := open(b, file(b))
	r := million(1_000_000 / 6)
	for v := range 6 {
		for i := range r.Figures {
			f := &r.Figures[i]
			if i%50 == v {
				f.Value += 7
			}
			if byCell {
				f.Extent = fmt.Sprint(f.Period, " | ", f.Area, " | ", f.Category, " | ", f.Trigger)
			}
		}
		src := source(fmt.Sprint("vintage-", v, ".csv"), 1+v)
		load(b, l, src, r)
	}
	return l
}

// BenchmarkVintages compares six vintages of 1,000,000 figures in all, and
// asks them as they stood on a day: the first question about a day and those
// that follow.
func BenchmarkVintages(b *testing.B) {
	for name, byCell := range map[string]bool{"ByPeriod": false, "ByCell": true} {
		l := sixVintages(b, byCell)
		blocks, err := l.Blocks(b.Context())
		if err != nil {
			b.Fatal(err)
		}
		b.Run(name+"/Restated", func(b *testing.B) {
			for b.Loop() {
				n := 0
				counts, err := l.Restated(b.Context(), reports.Scope{Blocks: blocks}, func(reports.Restated) error { n++; return nil })
				if err != nil || n < 16_000 || len(counts) == 0 {
					b.Fatal(n, len(counts), err)
				}
			}
		})
		day := reports.DayOf(2021, time.January, 3)
		b.Run(name+"/FirstAsOf", func(b *testing.B) {
			for b.Loop() {
				l.stands.forget()
				gatherOn(b, l, day)
			}
		})
		b.Run(name+"/AsOf", func(b *testing.B) {
			for b.Loop() {
				gatherOn(b, l, day)
			}
		})
		b.Run(name+"/Today", func(b *testing.B) {
			for b.Loop() {
				gatherOn(b, l, 0)
			}
		})
	}
}

// gatherOn asks a library by category, as it stood on a day.
func gatherOn(b *testing.B, l *Library, day reports.Day) {
	b.Helper()
	then, err := l.AsOf(b.Context(), day)
	if err != nil {
		b.Fatal(err)
	}
	if sums, err := then.Gather(b.Context(), byCategory()); err != nil || len(sums) == 0 {
		b.Fatal(len(sums), err)
	}
}
