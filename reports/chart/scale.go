package chart

import "math"

// A scale places numbers between the bottom and the top of a plot.
type scale struct {
	low, high   float64 // the numbers at the bottom and the top; of a log scale, their logarithms
	log         bool
	bottom, top float64 // in units
	step        float64 // between ticks
}

// An axisTick is a line of the grid; a minor one has no label.
type axisTick struct {
	value float64
	minor bool
}

// linearScale returns a scale from low to high that begins and ends at a
// rounded number, with about n ticks.
func linearScale(low, high float64, n int) scale {
	if !(low <= high) {
		low, high = 0, 1
	}
	if high-low <= math.Abs(high)*1e-9 {
		low, high = low-math.Abs(low)*0.1, high+math.Abs(high)*0.1
		if low == high {
			high++
		}
	}
	step := roundStep((high - low) / float64(max(n, 1)))
	return scale{low: math.Floor(low/step+1e-9) * step, high: math.Ceil(high/step-1e-9) * step, step: step}
}

// tightScale is linearScale for small plots: it ends a little above the highest
// number rather than at a rounded one.
func tightScale(low, high float64, n int) scale {
	s := linearScale(low, high, n)
	if !(low < high) || high <= 0 || s.low < 0 {
		return s
	}
	s.high = min(s.high, high+0.06*(high-s.low))
	if s.low+s.step > s.high {
		s.step /= 2
	}
	return s
}

// fullScale is linearScale, unless a fifth of the plot would stay empty above
// the highest number: then it is tightScale.
func fullScale(low, high float64, n int) scale {
	s := linearScale(low, high, n)
	if s.high-high > 0.2*(s.high-s.low) {
		return tightScale(low, high, n)
	}
	return s
}

// roundStep returns the smallest of 1, 2, 5, 10, 20, … that is at least v.
func roundStep(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{1, 2, 5} {
		if m*unit >= v*(1-1e-9) {
			return m * unit
		}
	}
	return 10 * unit
}

// logScale returns a scale that holds the positive numbers from low to high.
func logScale(low, high float64) scale {
	if !(0 < low && low <= high) {
		low, high = 1, 10
	}
	s := scale{log: true, low: math.Log10(low), high: math.Log10(high)}
	s.low = math.Floor(s.low*2+1e-9) / 2
	s.high = math.Ceil(s.high*2-1e-9) / 2
	if s.high-s.low < 1 {
		s.low, s.high = math.Floor(s.low), math.Ceil(s.high)
	}
	return s
}

// has tells whether the scale has a place for a number.
func (s scale) has(v float64) bool { return !math.IsNaN(v) && (!s.log || v > 0) }

// y returns the place of a number; beyond the scale's ends it is the end.
func (s scale) y(v float64) float64 {
	if s.log {
		v = math.Log10(v)
	}
	share := (v - s.low) / (s.high - s.low)
	return s.bottom + (s.top-s.bottom)*max(0, min(share, 1))
}

// ticks returns the lines of the grid from the bottom up, at most n of them
// with labels.
func (s scale) ticks(n int) []axisTick {
	if s.log {
		return s.logTicks(n)
	}
	var ticks []axisTick
	for i := range int(min(math.Floor((s.high-s.low)/s.step+1e-6), 50)) + 1 {
		v := s.low + float64(i)*s.step
		if math.Abs(v) < s.step*1e-6 {
			v = 0
		}
		ticks = append(ticks, axisTick{value: v})
	}
	return ticks
}

// logTicks labels powers of ten, all or every so many of them, and where there
// are few also their double and fivefold.
func (s scale) logTicks(n int) []axisTick {
	first, last := int(math.Floor(s.low)), int(math.Ceil(s.high))
	every := (last - first + max(n, 1) - 1) / max(n, 1)
	var ticks []axisTick
	for e := first; e <= last; e++ {
		for m := 1; m <= 9; m++ {
			v := float64(m) * math.Pow(10, float64(e))
			if at := math.Log10(v); at < s.low-1e-9 || at > s.high+1e-9 {
				continue
			}
			major := m == 1 && (e-first)%every == 0 || (m == 2 || m == 5) && 3*(last-first) <= n
			if every == 1 || major {
				ticks = append(ticks, axisTick{v, !major})
			}
		}
	}
	return ticks
}
