package statements_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
	"testing"
	"time"

	"github.com/klauspost/compress/flate"

	"vitrine/reports/statements"
	"vitrine/reports/statements/made"
)

// BenchmarkCount counts dumps that it makes, and inflates the same bytes with
// nothing but klauspost/compress on as many cores, by turns. It reports CSV a
// second, how many times as long counting takes as inflating (the best of each,
// by the clock and in CPU time), the most memory, and the hours that the
// database's first 686 days, 36.98 TB of CSV, would take.
func BenchmarkCount(b *testing.B) {
	for _, c := range []struct {
		name    string
		dump    made.Dump
		options statements.Options
	}{
		{"full", made.Dump{Rows: 200_000, Quirks: 0.0005}, statements.Options{}},
		{"full-many-quirks", made.Dump{Rows: 200_000, Quirks: 0.02}, statements.Options{}},
		{"full-duplicates", made.Dump{Rows: 200_000, Quirks: 0.0005}, statements.Options{Duplicates: true}},
		{"full-each-unlike-the-last", made.Dump{Rows: 100_000, Run: 1}, statements.Options{}},
		{"light", made.Dump{Rows: 200_000, Light: true, Quirks: 0.0005}, statements.Options{}},
	} {
		b.Run(c.name, func(b *testing.B) {
			c.dump.PerFile = 10_000
			d, file := benchmarkDump(b, c.dump)
			peak := peakMemory(b, d, c.options)
			parts := packedParts(b, file)
			inflating, counting := best{}, best{}
			for b.Loop() {
				inflating.run(func() { inflateAll(parts) })
				counting.run(func() { count(b, d, c.options) })
			}
			rate := float64(count(b, d, c.options).Bytes) / counting.clock
			b.ReportMetric(0, "ns/op")
			b.ReportMetric(rate/1e9, "GB/s")
			b.ReportMetric(counting.clock/inflating.clock, "x-inflating")
			b.ReportMetric(counting.cpu/inflating.cpu, "x-inflating-cpu")
			b.ReportMetric(peak/1e6, "peak-MB")
			if !c.dump.Light {
				b.ReportMetric(36.98e12/rate/3600, "h/686-days")
			}
		})
	}
}

// A best is the least that a piece of work took, in seconds.
type best struct{ clock, cpu float64 }

func (m *best) run(work func()) {
	start, used := time.Now(), cpuSeconds()
	work()
	clock, cpu := time.Since(start).Seconds(), cpuSeconds()-used
	if *m == (best{}) {
		*m = best{math.Inf(1), math.Inf(1)}
	}
	*m = best{min(m.clock, clock), min(m.cpu, cpu)}
}

// benchmarkDump makes a dump in a file.
func benchmarkDump(b *testing.B, m made.Dump) (*statements.Dump, *os.File) {
	b.Helper()
	file, err := os.Create(filepath.Join(b.TempDir(), m.Name()))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { file.Close() })
	if _, err := m.Write(file); err != nil {
		b.Fatal(err)
	}
	info, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	d, err := statements.Open(m.Name(), file, info.Size())
	if err != nil {
		b.Fatal(err)
	}
	return d, file
}

func count(b *testing.B, d *statements.Dump, o statements.Options) *statements.Counts {
	c, err := d.Count(context.Background(), o)
	if err != nil || c.Rejected > 0 {
		b.Fatal(c, err)
	}
	return c
}

// peakMemory returns the most memory that counting takes of the system.
func peakMemory(b *testing.B, d *statements.Dump, o statements.Options) (peak float64) {
	debug.FreeOSMemory()
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	o.Progress = func(statements.Progress) {
		metrics.Read(samples)
		peak = max(peak, float64(samples[0].Value.Uint64())-float64(samples[1].Value.Uint64()))
	}
	count(b, d, o)
	return peak
}

// packedParts reads the packed CSV files of a dump.
func packedParts(b *testing.B, file *os.File) (parts [][]byte) {
	info, err := file.Stat()
	if err != nil {
		b.Fatal(err)
	}
	each := func(r io.ReaderAt, size int64, do func(packed []byte)) {
		z, err := zip.NewReader(r, size)
		if err != nil {
			b.Fatal(err)
		}
		for _, f := range z.File {
			raw, err := f.OpenRaw()
			if err != nil {
				b.Fatal(err)
			}
			packed, err := io.ReadAll(raw)
			if err != nil {
				b.Fatal(err)
			}
			do(packed)
		}
	}
	each(file, info.Size(), func(inner []byte) {
		each(bytes.NewReader(inner), int64(len(inner)), func(packed []byte) { parts = append(parts, packed) })
	})
	return parts
}

// inflateAll inflates all parts in the quickest way that klauspost/compress
// has: from memory, with its window passed on.
func inflateAll(parts [][]byte) {
	next := make(chan []byte)
	var group sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for p := range next {
				io.Copy(io.Discard, flate.NewReader(bytes.NewReader(p)))
			}
		})
	}
	for _, p := range parts {
		next <- p
	}
	close(next)
	group.Wait()
}
