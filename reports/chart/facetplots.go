package chart

import (
	"math"
	"strings"
)

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
	height := max(leastPlot, (bottom-timeRoom-top+facetGapY)/float64(rows)-facetGapY-facetHead)
	axis, edge := d.facetAxis(facets, low, high, height), 0.0
	if !d.o.OwnAxis { // only the first column has labels
		axis, edge = 0, axis
	}
	width := (d.o.Width-2*marginX-edge+facetGapX)/float64(columns) - facetGapX
	head := d.nameFacets(facets, width-axis, 3)
	if height-(head-facetHead) < facetHeight {
		head = d.nameFacets(facets, width-axis, 2)
		d.tellFacetsApart(facets, width-axis)
	}
	height = max(leastPlot/2, height-(head-facetHead))
	d.plot = Rect{marginX, top, max(leastPlot, d.o.Width-2*marginX), float64(rows) * (height + head + facetGapY)}
	for i := range facets {
		f := &facets[i]
		column, row := i%columns, i/columns
		x := marginX + edge + float64(column)*(width+facetGapX)
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
	sub := &drawing{a: d.a, o: d.o, font: d.font, bold: d.bold, theme: d.theme, tints: d.tints, traces: traces, plot: plot}
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
		d.scale = tightScale(low, high, n)
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

// nameFacets breaks the panels' names into lines, at most so many, and returns
// the room that they take.
func (d *drawing) nameFacets(facets []facet, width float64, most int) float64 {
	head, dims := float64(facetHead), d.panelDims()
	for i := range facets {
		facets[i].lines = d.bold.wrapAtMost(d.facetName(facets[i].series, dims), textSize, width, most)
		head = max(head, facetHead+float64(len(facets[i].lines)-1)*facetLine)
	}
	return head
}

// tellFacetsApart gives names that read alike where they are cut a third line,
// in the gap above their panels.
func (d *drawing) tellFacetsApart(facets []facet, width float64) {
	dims, alike := d.panelDims(), map[string]int{}
	for _, f := range facets {
		alike[strings.Join(f.lines, " ")]++
	}
	for i, f := range facets {
		if alike[strings.Join(f.lines, " ")] > 1 {
			facets[i].lines = d.bold.wrapAtMost(d.facetName(f.series, dims), textSize, width, 3)
		}
	}
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
	if times {
		d.writeFacetTimes(sub)
	}
}

// writeFacetTimes writes the labels of a panel's time axis, none of them beyond
// the panel, where its neighbour's begin.
func (d *drawing) writeFacetTimes(sub *drawing) {
	end := math.Inf(-1)
	for _, t := range sub.timeTicks {
		half := d.font.width(t.label, noteSize) / 2
		x := max(sub.plot.X+half, min(t.middle(), sub.plot.Right()-half))
		if t.label == "" || x-half < end {
			continue
		}
		d.write(t.label, noteSize, d.theme.quiet, x, sub.plot.Bottom()+noteSize+7, center)
		end = x + half + tickGap
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
