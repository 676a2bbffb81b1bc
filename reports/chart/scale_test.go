package chart

import (
	"math"
	"slices"
	"testing"
)

func tickValues(s scale, n int) (labelled []float64, minor int) {
	for _, t := range s.ticks(n) {
		if t.minor {
			minor++
			continue
		}
		labelled = append(labelled, t.value)
	}
	return labelled, minor
}

// A third of the picture is not left empty so that the axis ends at a rounded
// number.
func TestPlotsAreFull(t *testing.T) {
	for high := 1.0; high < 1e4; high *= 1.07 {
		for _, n := range []int{2, 3, 5, 7} {
			if s := fullScale(0, high, n); s.high < high || high < 0.79*s.high || len(s.ticks(n)) < 2 {
				t.Errorf("an axis of %d ticks for %g ends at %g, with %d ticks", n, high, s.high, len(s.ticks(n)))
			}
		}
	}
}

func TestLinearTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		n         int
		want      []float64
	}{
		{0, 68000, 5, []float64{0, 20000, 40000, 60000, 80000}},
		{0, 540000, 6, []float64{0, 100000, 200000, 300000, 400000, 500000, 600000}},
		{0, 7, 4, []float64{0, 2, 4, 6, 8}},
		{0, 1, 2, []float64{0, 0.5, 1}},
		{0, 0, 5, []float64{0, 0.2, 0.4, 0.6, 0.8, 1}},
		{-30, 50, 4, []float64{-40, -20, 0, 20, 40, 60}},
		{97.2, 99.1, 4, []float64{97, 97.5, 98, 98.5, 99, 99.5}},
		{1e15, 1e15, 2, []float64{9e14, 1e15, 1.1e15}},
		{math.Inf(1), math.Inf(-1), 2, []float64{0, 0.5, 1}},
	} {
		got, _ := tickValues(linearScale(c.low, c.high, c.n), c.n)
		if !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) <= math.Abs(b)*1e-9+1e-12 }) {
			t.Errorf("from %g to %g in about %d steps: ticks %v, want %v", c.low, c.high, c.n, got, c.want)
		}
	}
}

func TestLogTicks(t *testing.T) {
	for _, c := range []struct {
		low, high float64
		n         int
		want      []float64
	}{
		{7, 540000, 6, []float64{10, 100, 1000, 10000, 100000, 1000000}},
		{18000, 68000, 7, []float64{10000, 20000, 50000, 100000}},
		{1, 1e12, 5, []float64{1, 1e3, 1e6, 1e9, 1e12}},
		{5, 5, 5, []float64{1, 2, 5, 10}},
		{-1, 0, 5, []float64{1, 2, 5, 10}},
	} {
		got, _ := tickValues(logScale(c.low, c.high), c.n)
		if !slices.EqualFunc(got, c.want, func(a, b float64) bool { return math.Abs(a-b) <= b*1e-9 }) {
			t.Errorf("from %g to %g: labels at %v, want %v", c.low, c.high, got, c.want)
		}
	}
}

func TestLogScaleHasAMinorGrid(t *testing.T) {
	if _, minor := tickValues(logScale(100, 9000), 6); minor < 8 {
		t.Errorf("%d lines between the labelled ones, want at least 8", minor)
	}
	s := logScale(1, 100)
	if s.has(0) || s.has(-1) || !s.has(0.5) {
		t.Error("a log scale has a place for positive numbers only")
	}
}
