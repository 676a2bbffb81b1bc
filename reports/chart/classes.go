package chart

import (
	"image/color"
	"math"
	"slices"
)

// maxClasses is the number of classes of heat maps, calendars and maps, zero
// and "no data" not counted: more shades cannot be told apart.
const maxClasses = 6

// The ramps go from the lowest class to the highest: ColorBrewer's YlGnBu,
// which is safe for the colour-blind, away from the ground in both themes.
var (
	lightRamp = [maxClasses]color.RGBA{rgb(0xF4EE9B), rgb(0xBFE3B4), rgb(0x7FCDBB), rgb(0x35A3BF), rgb(0x2467AC), rgb(0x1D2A7A)}
	darkRamp  = [maxClasses]color.RGBA{rgb(0x2E3F94), rgb(0x2E74B5), rgb(0x41A9C4), rgb(0x86D1BC), rgb(0xCBE9B6), rgb(0xFFFFD9)}
)

// classes sort numbers into few shades.
type classes struct {
	bounds   []float64    // where each class but the first begins
	colors   []color.RGBA // of each class
	zero     color.RGBA
	low      float64 // the lowest number
	high     float64 // the highest number
	hasZero  bool
	hasEmpty bool // there are places without a number
}

// classesOf chooses classes for numbers: as many numbers in each as rounded
// bounds allow, since what is counted is spread unevenly. Zero is a class of
// its own.
func classesOf(values []float64, t theme) classes {
	c := classes{zero: t.zero}
	var list []float64
	for _, v := range values {
		switch {
		case math.IsNaN(v):
			c.hasEmpty = true
		case v == 0:
			c.hasZero = true
		default:
			list = append(list, v)
		}
	}
	slices.Sort(list)
	if len(list) > 0 {
		c.low, c.high = list[0], list[len(list)-1]
		c.bounds = boundsOf(list)
	}
	n := len(c.bounds) + 1
	for i := range n {
		at := maxClasses - 1 // a lone class is the strongest
		if n > 1 {
			at = int(math.Round(float64(i*(maxClasses-1)) / float64(n-1)))
		}
		c.colors = append(c.colors, t.ramp[at])
	}
	return c
}

// classShares are the shares of the numbers below each bound: the highest
// class holds few, since the highest numbers differ most.
var classShares = [maxClasses - 1]float64{0.2, 0.4, 0.6, 0.8, 0.93}

// boundsOf returns rounded bounds that cut sorted numbers into parts of about
// one size; where the numbers are all alike, into equal steps.
func boundsOf(sorted []float64) []float64 {
	low, high := sorted[0], sorted[len(sorted)-1]
	var bounds []float64
	add := func(b float64) {
		if b > low && b <= high && (len(bounds) == 0 || b > bounds[len(bounds)-1]*(1+1e-9)) {
			bounds = append(bounds, b)
		}
	}
	if low > 0 && high > 8*low {
		for _, share := range classShares {
			add(roundNear(sorted[int(share*float64(len(sorted)))]))
		}
	}
	if len(bounds) >= 3 {
		return bounds
	}
	bounds = bounds[:0]
	step := roundStep((high - low) / maxClasses)
	for i := 1; step > 0 && len(bounds) < maxClasses-1; i++ {
		b := (math.Floor(low/step) + float64(i)) * step
		if b > high {
			break
		}
		add(b)
	}
	return bounds
}

// roundNear returns the nearest number of one digit, or 1.5 or 2.5 times a
// power of ten, to a positive number.
func roundNear(v float64) float64 {
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	best := unit
	for _, m := range []float64{1.5, 2, 2.5, 3, 4, 5, 6, 8, 10} {
		if m != math.Trunc(m) && unit < 10 && v >= 1 {
			continue // counts have no halves
		}
		if math.Abs(math.Log(m*unit/v)) < math.Abs(math.Log(best/v)) {
			best = m * unit
		}
	}
	return best
}

// color returns the colour of a number.
func (c classes) color(v float64) color.RGBA {
	if v == 0 {
		return c.zero
	}
	i, exact := slices.BinarySearch(c.bounds, v)
	if exact {
		i++
	}
	return c.colors[i]
}
