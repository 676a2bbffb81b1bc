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
	return max(leastDot, k.reach*math.Sqrt(v/k.most))
}

// mapKey chooses classes or dots for the numbers of all periods as long as
// the one shown, of maps of a height.
func (d *drawing) mapKey(shown reports.Period, height float64) mapKey {
	var values []float64
	for _, t := range d.traces {
		for _, v := range t.values {
			if v.length() == (value{start: float64(shown.Start), end: float64(shown.End)}).length() {
				values = append(values, v.v)
			}
		}
	}
	return d.keyOf(values, height)
}

// keyOf chooses classes or dots for numbers, of maps of a height.
func (d *drawing) keyOf(values []float64, height float64) mapKey {
	k := mapKey{dots: d.asDots(), classes: classesOf(values, d.theme)}
	k.classes.hasEmpty = true
	if k.dots {
		k.most = max(k.classes.high, 0)
		k.reach = min(largestDot, dotOfHeight*height)
	}
	return k
}

// layAbove places the legend in a row, above it the unit and, of a lone map,
// the period.
func (d *drawing) layAbove(k *mapKey, period string, top float64) {
	unit := float64(marginX)
	if period != "" {
		d.nameMap(period, marginX, top, d.plot.Width)
		unit += d.bold.width(period, textSize) + 10
	}
	d.write(d.font.fit(d.unit(), noteSize, d.o.Width-marginX-unit), noteSize, d.theme.quiet, unit, top+textSize, left)
	top += keyHead
	k.height = k.rowHeight()
	if k.dots {
		d.layDots(k, top)
	} else {
		legend, _ := d.layClasses(k.classes, marginX, top)
		k.paint = func(p *pen) { d.paintClasses(p, k.classes, legend) }
	}
	k.height += keyHead
}

// keyHead is the height of the period and the unit above a legend in a row.
const keyHead = noteSize*lineFactor + 6

// rowHeight is that of the legend in a row, without its head.
func (k mapKey) rowHeight() float64 {
	if k.dots {
		return max(2*k.reach, noteSize) + 8
	}
	return legendHeight
}

// A keyDot is a dot of a legend.
type keyDot struct {
	at point
	r  float64
}

// dotSizes lists up to three rounded numbers that a legend shows dots of.
func (k mapKey) dotSizes() []float64 {
	var list []float64
	for _, share := range []float64{1, 0.25, 0.04} {
		if v := roundDown(k.most * share); v > 0 && (len(list) == 0 || v < list[len(list)-1]) {
			list = append(list, v)
		}
	}
	return list
}

// layDots places a legend of three dots, and of "no data".
func (d *drawing) layDots(k *mapKey, top float64) {
	var dots []keyDot
	x, y := float64(marginX), top+k.height/2-2
	for _, v := range k.dotSizes() {
		r := k.radius(v)
		text := d.o.Words.Number(v)
		dots = append(dots, keyDot{point{x + r, y}, r})
		d.write(text, noteSize, d.theme.quiet, x+2*r+5, y+4, left)
		x += 2*r + 5 + d.font.width(text, noteSize) + legendGap
	}
	none := Rect{x, y - swatchHeight/2, 24, swatchHeight}
	d.write(d.o.Words.Say("chart.nodata"), noteSize, d.theme.quiet, x+30, y+4, left)
	k.paint = func(p *pen) {
		d.paintKeyDots(p, dots)
		d.paintEmpty(p, none)
	}
}

func (d *drawing) paintKeyDots(p *pen, dots []keyDot) {
	for _, c := range dots {
		p.mark(circle, c.at, c.r, slotColor(mapInk, d.o.tone()), d.theme.ground, false)
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
