package chart

import (
	"math"

	"vitrine/reports"
)

// A mapKey is what a map's colours or dots stand for, and its legend. It is
// the same for all periods of an answer, so that maps can be compared and
// played.
type mapKey struct {
	classes classes
	dots    bool
	most    float64 // the number of the largest dot
	reach   float64 // and its radius
	height  float64 // of the legend
	paint   func(*pen)
}

// radius returns a number's dot's: its area is in proportion to the number.
func (k mapKey) radius(v float64) float64 {
	if !k.dots || !(v > 0) || k.most <= 0 {
		return 0
	}
	return max(1.2, k.reach*math.Sqrt(v/k.most))
}

// layMapKey chooses classes or dots for the numbers of all periods as long as
// the one shown, and places the legend.
func (d *drawing) layMapKey(shown reports.Period, top, bottom float64) mapKey {
	var values []float64
	for _, t := range d.traces {
		for _, v := range t.values {
			if v.length() == (value{start: float64(shown.Start), end: float64(shown.End)}).length() {
				values = append(values, v.v)
			}
		}
	}
	k := mapKey{dots: d.asDots(), height: legendHeight}
	k.classes = classesOf(values, d.theme)
	k.classes.hasEmpty = true
	if k.dots {
		k.most = max(k.classes.high, 0)
		k.reach = min(largestDot, dotOfHeight*(bottom-top))
		d.layDots(&k, top)
		return k
	}
	legend, _ := d.layClasses(k.classes, marginX, top)
	k.paint = func(p *pen) { d.paintClasses(p, k.classes, legend) }
	return k
}

// layDots places a legend of three dots, and of "no data".
func (d *drawing) layDots(k *mapKey, top float64) {
	type dot struct {
		at point
		r  float64
	}
	var dots []dot
	k.height = max(2*k.reach, noteSize) + 8
	x, y := float64(marginX), top+k.height/2-2
	before := math.NaN()
	for _, share := range []float64{1, 0.25, 0.04} {
		v := roundDown(k.most * share)
		if v == before || v <= 0 {
			continue
		}
		before = v
		r := k.radius(v)
		text := d.o.Words.Number(v)
		dots = append(dots, dot{point{x + r, y}, r})
		d.write(text, noteSize, d.theme.quiet, x+2*r+5, y+4, left)
		x += 2*r + 5 + d.font.width(text, noteSize) + legendGap
	}
	none := Rect{x, y - swatchHeight/2, 24, swatchHeight}
	d.write(d.o.Words.Say("chart.nodata"), noteSize, d.theme.quiet, x+30, y+4, left)
	k.paint = func(p *pen) {
		for _, c := range dots {
			p.mark(circle, c.at, c.r, slotColor(mapInk, d.o.Dark), d.theme.ground, false)
		}
		d.paintEmpty(p, none)
	}
}

// roundDown returns the largest of 1, 2, 5, 10, 20, … that is at most v.
func roundDown(v float64) float64 {
	if !(v > 0) {
		return 0
	}
	unit := math.Pow(10, math.Floor(math.Log10(v)))
	for _, m := range []float64{5, 2} {
		if m*unit <= v {
			return m * unit
		}
	}
	return unit
}
