package chart

import (
	"math"

	"vitrine/reports"
)

// A facet is one of the small multiples: a name, and lines in a plot.
type facet struct {
	series reports.Series
	lines  []string // the name as it is written
	traces []trace
	plot   *drawing
}

// The sizes of small multiples, in units.
const (
	facetHead   = 22 // the panel's name
	facetLine   = 16 // and its second line, where a name has two
	facetGapX   = 22
	facetGapY   = 10
	facetWidth  = 120 // a panel is never narrower
	facetHeight = 50  // its plot is never lower
	facetAspect = 1.9 // what width to height is aimed at
	facetInk    = 2   // the slot of lines that stand alone, with the plainest mark
)

// layFacets lays out small multiples: panels of one size over one time axis
// and, unless each has its own, one value axis.
func (d *drawing) layFacets(top, bottom float64) func(*pen) {
	d.write(d.unit(), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
	top += noteSize*lineFactor + 4
	facets := d.facets()
	names := d.nameLines(facets)
	top += d.layNames(names, top)
	columns, rows := facetGrid(len(facets), d.o.Width-2*marginX, bottom-top)
	if shown := columns * rows; shown < len(facets) {
		for _, f := range facets[shown:] {
			d.hidden += len(f.traces)
		}
		facets = facets[:shown]
		bottom = d.layHidden(bottom)
	}
	d.traces = d.traces[:0]
	for _, f := range facets {
		d.traces = append(d.traces, f.traces...)
	}
	d.placeFacets(facets, columns, rows, top, bottom)
	return func(p *pen) {
		for _, f := range facets {
			f.plot.paintFacet(p)
		}
		for _, n := range names {
			d.paintKey(p, n.trace, n.at)
		}
	}
}

// layHidden writes how many series are not drawn above bottom, and returns
// where the rest of the picture ends.
func (d *drawing) layHidden(bottom float64) float64 {
	if d.hidden == 0 {
		return bottom
	}
	d.write(d.o.Words.Plural("chart.hidden", d.hidden), noteSize, d.theme.quiet, marginX, bottom-2, left)
	return bottom - noteSize*lineFactor - 2
}

// panelDims returns the dimensions whose values have a panel each.
func (d *drawing) panelDims() reports.Dims {
	q, all := d.a.Question, ^reports.Dims(0)
	switch {
	case d.o.Panels != 0:
		return d.o.Panels
	case q.Group().Len() < 2:
		return all
	case len(q.By) > 0 && len(q.By)+count(q.ByCountry)+count(q.ByCode) > 1:
		return reports.DimsOf(q.By[0])
	case q.ByCountry && q.ByCode:
		return reports.ByArea
	}
	return all
}

func count(is bool) int {
	if is {
		return 1
	}
	return 0
}

// facetKey tells panels apart: publishers, tables and measures never share one.
type facetKey struct {
	publisher, table string
	measure          reports.Measure
	key              reports.Split
	code             string
}

// facets sorts the traces into panels, in the order of the answer. Lines of
// one name have one colour in all panels.
func (d *drawing) facets() []facet {
	dims := d.panelDims()
	index := map[facetKey]int{}
	var list []facet
	slots := d.lineSlots(dims)
	for _, t := range d.traces {
		if _, known := t.last(); !known {
			continue
		}
		s := d.a.Series[t.series]
		key := facetKey{publisher: s.Publisher, table: s.Table, measure: s.Measure, key: s.Key.Only(dims)}
		if dims.Has(reports.Category) {
			key.code = s.Code
		}
		i, seen := index[key]
		if !seen {
			i = len(list)
			index[key] = i
			list = append(list, facet{series: s})
		}
		t.slot = slots[lineName(s, dims)]
		list[i].traces = append(list[i].traces, t)
	}
	return list
}

func (d *drawing) facetName(s reports.Series, dims reports.Dims) string {
	s.Key, s.Group = s.Key.Only(dims), s.Group&dims
	if !dims.Has(reports.Category) {
		s.Code = ""
	}
	return d.o.Words.SeriesOf(d.a, s)
}

// lineName returns what a line's colour hangs on among those of its panel.
func lineName(s reports.Series, dims reports.Dims) string {
	s.Key = s.Key.Only(^dims)
	if dims.Has(reports.Category) {
		s.Code = ""
	}
	return seriesName(s)
}

// lineSlots gives the lines' names their colours. Lines that stand alone in
// their panels all have the same.
func (d *drawing) lineSlots(dims reports.Dims) map[string]int {
	slots := map[string]int{}
	var names []string
	for _, s := range d.a.Series {
		if name := lineName(s, dims); slots[name] == 0 {
			slots[name] = 1
			names = append(names, name)
		}
	}
	for i, slot := range assignSlots(names) {
		slots[names[i]] = slot
	}
	if len(names) == 1 {
		slots[names[0]] = facetInk
	}
	return slots
}

// A nameLine is the key of a line that stands in several panels.
type nameLine struct {
	trace trace
	text  string
	at    point
}

// nameLines lists the coloured lines of the panels, each once; none where
// every panel has one.
func (d *drawing) nameLines(facets []facet) []nameLine {
	dims := d.panelDims()
	seen := map[int]bool{}
	var list []nameLine
	for _, f := range facets {
		for _, t := range f.traces {
			if t.slot < 0 || seen[t.slot] {
				continue
			}
			seen[t.slot] = true
			s := d.a.Series[t.series]
			s.Key, s.Group = s.Key.Only(^dims), s.Group.Without(dims)
			list = append(list, nameLine{trace: t, text: d.o.Words.Series(s)})
		}
	}
	if len(list) < 2 {
		return nil
	}
	return list
}

// layNames writes the names of lines in rows and returns their height.
func (d *drawing) layNames(names []nameLine, top float64) float64 {
	const row = textSize * 1.5
	x, y := float64(marginX), top+row/2
	for i := range names {
		n := &names[i]
		n.text = d.font.fit(n.text, textSize, d.o.Width-2*marginX-labelText)
		width := labelText + d.font.width(n.text, textSize)
		if x > marginX && x+width > d.o.Width-marginX {
			x, y = marginX, y+row
		}
		n.at = point{x + 5, y}
		d.write(n.text, textSize, d.theme.readable(d.ink(n.trace)), x+labelText, y+textSize*0.36, left)
		x += width + 16
	}
	if len(names) == 0 {
		return 0
	}
	return y + row/2 - top + 4
}

// facetGrid returns how many columns and rows of panels stand in a space:
// those whose panels are nearest to the best shape, of as many as have room.
func facetGrid(n int, width, height float64) (columns, rows int) {
	most := max(1, int((width+facetGapX)/(facetWidth+facetGapX)))
	highest := max(1, int((height-timeRoom+facetGapY)/(facetHead+facetHeight+facetGapY)))
	n = min(n, most*highest)
	best := math.Inf(1)
	for c := 1; c <= most; c++ {
		r := (n + c - 1) / c
		if r > highest {
			continue
		}
		w := (width+facetGapX)/float64(c) - facetGapX
		h := (height-timeRoom+facetGapY)/float64(r) - facetGapY - facetHead
		empty := float64(c*r-n) / float64(n)
		if score := math.Abs(math.Log(w/h/facetAspect)) + empty; score < best {
			best, columns, rows = score, c, r
		}
	}
	return columns, rows
}

// placeFacets gives each panel its plot, its axes and the places of its
// numbers.
func (d *drawing) placeFacets(facets []facet, columns, rows int, top, bottom float64) {
	low, high := d.extentOfLines(d.traces)
	first, last := d.days()
	width := (d.o.Width-2*marginX+facetGapX)/float64(columns) - facetGapX
	height := max(leastPlot, (bottom-timeRoom-top+facetGapY)/float64(rows)-facetGapY-facetHead)
	axis := d.facetAxis(facets, low, high, height)
	head := d.nameFacets(facets, width-axis)
	height = max(leastPlot/2, height-(head-facetHead))
	d.plot = Rect{marginX, top, max(leastPlot, d.o.Width-2*marginX), float64(rows) * (height + head + facetGapY)}
	for i := range facets {
		f := &facets[i]
		column, row := i%columns, i/columns
		x := marginX + float64(column)*(width+facetGapX)
		y := top + float64(row)*(height+head+facetGapY) + head
		f.plot = d.within(f.traces, Rect{x + axis, y, max(leastPlot, width-axis), height})
		sub := f.plot
		if d.o.OwnAxis {
			low, high = d.extentOfLines(f.traces)
		}
		sub.setScale(low, high)
		sub.time = calendar{first: first, last: last, left: sub.plot.X, right: sub.plot.Right()}
		sub.timeTicks = sub.time.ticks(d.lengths(), d.o.Words.PeriodShort, func(s string) float64 { return d.font.width(s, noteSize) })
		d.writeFacet(f, column == 0 || d.o.OwnAxis, i+columns >= len(facets))
		sub.placePoints()
		for _, pt := range sub.points {
			pt.panel = i
			d.points = append(d.points, pt)
		}
		d.panels = append(d.panels, sub.plot)
	}
}

// within returns a drawing of lines in a part of the picture.
func (d *drawing) within(traces []trace, plot Rect) *drawing {
	sub := &drawing{a: d.a, o: d.o, font: d.font, bold: d.bold, theme: d.theme, traces: traces, plot: plot}
	sub.o.Kind, sub.plain = Line, len(traces) == 1
	return sub
}

func (d *drawing) extentOfLines(traces []trace) (low, high float64) {
	return d.within(traces, Rect{}).extent()
}

// setScale chooses the value axis of a small plot.
func (d *drawing) setScale(low, high float64) {
	n := max(2, min(int(d.plot.Height/34), 5))
	if d.o.Log {
		d.scale = logScale(low, high)
	} else {
		d.scale = linearScale(low, high, n)
	}
	d.scale.top, d.scale.bottom = d.plot.Y, d.plot.Bottom()
	d.valueTicks = d.scale.ticks(n)
}

// facetAxis returns the width that the labels of value axes take.
func (d *drawing) facetAxis(facets []facet, low, high, height float64) float64 {
	widest := 0.0
	measure := func(low, high float64) {
		sub := d.within(nil, Rect{Height: height})
		sub.setScale(low, high)
		for _, t := range sub.valueTicks {
			if !t.minor {
				widest = max(widest, d.font.width(d.o.Words.Number(t.value), noteSize))
			}
		}
	}
	if !d.o.OwnAxis {
		measure(low, high)
		return widest + tickGap
	}
	for _, f := range facets {
		measure(d.extentOfLines(f.traces))
	}
	return widest + tickGap
}

// nameFacets breaks the panels' names into lines, and returns the room that
// they take.
func (d *drawing) nameFacets(facets []facet, width float64) float64 {
	head, dims := float64(facetHead), d.panelDims()
	for i := range facets {
		facets[i].lines = d.bold.wrapAtMost(d.facetName(facets[i].series, dims), textSize, width, 2)
		if len(facets[i].lines) > 1 {
			head = facetHead + facetLine
		}
	}
	return head
}

// writeFacet writes a panel's name and the labels of its axes.
func (d *drawing) writeFacet(f *facet, values, times bool) {
	sub := f.plot
	for i, line := range f.lines {
		y := sub.plot.Y - 9 - float64(len(f.lines)-1-i)*facetLine
		d.texts = append(d.texts, writing{line, d.bold, textSize, d.theme.text, point{sub.plot.X, y}, left})
	}
	for _, t := range sub.valueTicks {
		if values && !t.minor {
			d.write(d.o.Words.Number(t.value), noteSize, d.theme.quiet, sub.plot.X-tickGap, sub.scale.y(t.value)+4, right)
		}
	}
	for _, t := range sub.timeTicks {
		if times && t.label != "" {
			d.write(t.label, noteSize, d.theme.quiet, t.middle(), sub.plot.Bottom()+noteSize+7, center)
		}
	}
}

// paintFacet draws a panel.
func (d *drawing) paintFacet(p *pen) {
	d.paintGrid(p)
	for _, r := range d.breaksOf() {
		x := d.time.x(float64(r.at))
		p.hair(stroke{color: d.theme.axis, width: 1, dash: dots}, point{x, d.plot.Y}, point{x, d.plot.Bottom()})
	}
	d.paintLines(p)
	d.paintAxis(p)
}
