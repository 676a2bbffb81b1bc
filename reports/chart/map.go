package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// A land is a country on a map: its shape, and its number there.
type land struct {
	code   string
	rings  []ring
	holes  []ring
	area   float64
	middle point
	v      value // NaN where there is no number
	series int   // -1 where there is none
	around bool  // it lies around the map's subject, and has no number
}

// A worldMap is one of the maps of a picture: that of a period, or of a side.
type worldMap struct {
	lands []land // the largest first
	frame Rect
}

// The sizes of maps, in units.
const (
	mapHead     = 24 // the period above a map
	mapGap      = 24 // between two maps
	smallLand   = 14 // square units; smaller countries are dots
	smallDot    = 3.2
	leastDot    = 1.8
	largestDot  = 56
	dotOfHeight = 0.085 // of the map, the radius of the largest dot
	mapInk      = 2     // the slot of dots
)

// MapPeriod returns the period that a map shows where none is chosen: the
// newest of those for which most countries have a number.
func MapPeriod(a reports.Answer) reports.Period {
	numbers, most := map[reports.Period]int{}, 0
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if drawable(n.Period) && (n.Known() || n.HasRange) {
				numbers[n.Period]++
				most = max(most, numbers[n.Period])
			}
		}
	}
	var newest reports.Period
	for p, n := range numbers {
		if later := cmp.Or(cmp.Compare(p.End, newest.End), cmp.Compare(newest.Start, p.Start)); 2*n >= most && later > 0 {
			newest = p
		}
	}
	return newest
}

// mapPeriods lists the one or two periods that are shown.
func mapPeriods(a reports.Answer, o Options) []reports.Period {
	if len(o.Periods) == 0 {
		return []reports.Period{MapPeriod(a)}
	}
	return o.Periods[:min(len(o.Periods), 2)]
}

func (d *drawing) mapPeriods() []reports.Period { return mapPeriods(d.a, d.o) }

// maps tells whether the kind is a map.
func (k Kind) maps() bool { return k == Map || k == Europe }

// layMap lays out one map, or two of two periods side by side with one legend.
func (d *drawing) layMap(top, bottom float64) func(*pen) {
	d.placed = true
	shown := d.mapPeriods()
	bottom = d.layMapNotes(bottom)
	d.plot = Rect{marginX, top, max(leastPlot, d.o.Width-2*marginX), max(leastPlot, bottom-top)}
	key := d.mapKey(shown[0], d.plot.Height)
	frames := d.mapFrames(&key, d.periodNames(shown))
	d.panels = frames
	var maps []worldMap
	for i, p := range shown {
		m := d.mapOf(p, frames[i])
		maps = append(maps, m)
		d.placeLands(m, i, key)
	}
	return func(p *pen) {
		for _, m := range maps {
			d.paintMap(p, m, key)
		}
		key.paint(p)
	}
}

// layMapNotes writes above bottom what a map must say, and returns where the
// rest of the picture ends.
func (d *drawing) layMapNotes(bottom float64) float64 {
	text := d.o.Words.Say("map.boundaries")
	if n := len(d.offMap()); n > 0 {
		text = d.o.Words.Plural("map.off", n) + " · " + text
	}
	lines := d.font.wrapAtMost(text, noteSize, d.o.Width-2*marginX, 2)
	for i, line := range slices.Backward(lines) {
		d.write(line, noteSize, d.theme.quiet, marginX, bottom-2-float64(len(lines)-1-i)*noteSize*lineFactor, left)
	}
	return bottom - float64(len(lines))*noteSize*lineFactor - 6
}

// offMap lists the series whose areas have no place on the map: groups of
// countries, a publisher's own areas, territories without a shape, and what
// does not lie in Europe on a map of it.
func (d *drawing) offMap() []int {
	shown := map[string]bool{}
	for _, l := range d.landsOf(nil, Rect{Width: 1000, Height: 1000}).lands {
		shown[l.code] = !l.around
	}
	var list []int
	for i, s := range d.a.Series {
		if !shown[s.Key.Area] || s.Key.Area == "" {
			list = append(list, i)
		}
	}
	return list
}

// asDots tells whether numbers are drawn as dots: counts are; rates and shares
// are classes of colour.
func (d *drawing) asDots() bool {
	s := d.a.Series[0]
	info := reports.MeasureOf(s.Measure)
	return s.Transform.Kind == "" && info.Family != reports.Rates && info.Base == "" && cmp.Or(info.Unit, s.Unit) != "%"
}

// mapOf places the countries and their numbers of a period.
func (d *drawing) mapOf(p reports.Period, into Rect) worldMap {
	numbers := map[string]land{}
	for _, t := range d.traces {
		for _, v := range t.values {
			if at := (period{float64(p.Start), float64(p.End)}); v.period() == at {
				numbers[d.a.Series[t.series].Key.Area] = land{v: v, series: t.series}
			}
		}
	}
	return d.landsOf(numbers, into)
}

// landsOf places the countries, with the numbers that some have.
func (d *drawing) landsOf(numbers map[string]land, into Rect) worldMap {
	f := d.fitting(into)
	m := worldMap{frame: f.frame}
	for _, s := range assets.Shapes() {
		l, found := numbers[s.Country]
		if !found || s.Country == "" {
			l = land{v: value{number: -1, v: math.NaN()}, series: -1}
		}
		l.code = s.Country
		if l.shape(f, s, 0.5/d.o.Scale) {
			if !slices.ContainsFunc(l.rings, func(r ring) bool { return !f.around(r) }) {
				l.around, l.v.v, l.v.ranged, l.series = true, math.NaN(), false, -1
			}
			m.lands = append(m.lands, l)
		}
	}
	slices.SortStableFunc(m.lands, func(a, b land) int { return cmp.Compare(b.area, a.area) })
	return m
}

// shape places a country's outline; false where none of it lies on the map. Its
// middle is that of its largest part. The smallest country keeps its corners.
func (l *land) shape(f fitting, s assets.Shape, detail float64) bool {
	if l.outline(f, s, detail); len(l.rings) == 0 {
		l.outline(f, s, 0)
	}
	return len(l.rings) > 0
}

func (l *land) outline(f fitting, s assets.Shape, detail float64) {
	largest := -1.0
	for _, places := range s.Rings {
		r := f.ring(places, detail)
		if detail == 0 && 0 < len(r) && len(r) < 3 { // a place rather than a shape
			r = regular(r[0], 0.4, 4, 0)
		}
		if len(r) < 3 {
			continue
		}
		l.rings = append(l.rings, r)
		area, middle := r.size()
		l.area += area
		if area > largest {
			largest, l.middle = area, middle
		}
	}
	for _, places := range s.Holes {
		if r := f.ring(places, detail); len(r) > 2 {
			l.holes = append(l.holes, r)
		}
	}
}

func (l land) small() bool { return l.area < smallLand }

// placeLands notes where each number stands.
func (d *drawing) placeLands(m worldMap, panel int, key mapKey) {
	for _, l := range m.lands {
		if l.series < 0 || !l.v.known() && !l.v.ranged {
			continue
		}
		d.shapes = append(d.shapes, append(slices.Clone(l.rings), l.holes...))
		r := key.radius(l.v.v)
		if l.small() {
			r = max(r, smallDot)
		}
		at := point{max(m.frame.X, min(l.middle.x, m.frame.Right())), max(m.frame.Y, min(l.middle.y, m.frame.Bottom()))}
		d.points = append(d.points, Point{
			Series: l.series, Number: l.v.number, X: at.x, Y: at.y, base: at.y, half: r, tall: r, panel: panel, shape: len(d.shapes),
		})
	}
}

// paintMap draws the countries: in the colour of their number's class, or all
// alike with dots; without a number hatched.
func (d *drawing) paintMap(p *pen, m worldMap, key mapKey) {
	edge := stroke{color: d.theme.ground, width: 0.6}
	for _, l := range m.lands {
		fill := d.landColor(l, key)
		for _, r := range l.rings {
			p.fill(fill, r)
		}
		if !l.v.known() && !l.small() && !l.around {
			p.hatch(stroke{color: d.theme.hatch, width: 0.7}, append(slices.Clone(l.rings), l.holes...)...)
		}
		for _, r := range l.rings {
			p.outline(edge, r)
		}
		d.paintOpenLand(p, l, key)
	}
	for _, l := range slices.Backward(m.lands) { // the smallest last would hide nothing
		if l.small() && l.v.known() && !key.dots {
			p.mark(circle, l.middle, smallDot, d.landColor(l, key), d.theme.axis, false)
			d.paintOpenLand(p, l, key)
		}
	}
	d.paintDots(p, m, key)
}

// paintOpenLand marks a class that is not the last word: by a dotted outline
// within the country's largest part.
func (d *drawing) paintOpenLand(p *pen, l land, key mapKey) {
	if key.dots || !l.v.known() || !l.v.open {
		return
	}
	s := stroke{color: d.theme.on(d.landColor(l, key)), width: 1, dash: dots}
	if l.small() {
		s.color = d.theme.text // around the dot
		p.outline(s, circle.outline(l.middle, smallDot+1.5))
		return
	}
	for _, r := range l.rings {
		if area, _ := r.size(); area >= smallLand {
			p.outline(s, r)
		}
	}
}

func (d *drawing) landColor(l land, key mapKey) color.RGBA {
	switch {
	case l.around:
		return mix(d.theme.zero, d.theme.ground, 0.75)
	case !l.v.known():
		return mix(d.theme.zero, d.theme.ground, 0.6)
	case key.dots:
		return d.theme.zero
	}
	return key.classes.color(l.v.v)
}

// paintDots draws the dots of counts, the largest first.
func (d *drawing) paintDots(p *pen, m worldMap, key mapKey) {
	if !key.dots {
		return
	}
	lands := slices.Clone(m.lands)
	slices.SortStableFunc(lands, func(a, b land) int { return cmp.Compare(b.v.v, a.v.v) })
	for _, l := range lands {
		if r := key.radius(l.v.v); r > 0 {
			p.mark(circle, l.middle, r, slotColor(mapInk, d.o.tone()), d.theme.ground, l.v.open)
		}
	}
}
