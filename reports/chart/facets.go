package chart

import (
	"slices"
	"strings"

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
	facetLine   = 16 // each further line of it
	facetGapX   = 28
	facetGapY   = 20
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
	bottom = d.layFacetBreaks(bottom)
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

// layFacetBreaks writes above bottom what the dotted rules in panels, which
// have no room for labels, stand for, and returns where the rest of the picture
// ends.
func (d *drawing) layFacetBreaks(bottom float64) float64 {
	var list []string
	for _, r := range d.breaksOf() {
		if text := d.o.Words.Day(r.at) + d.o.Words.Say("list.colon") + r.text; !slices.Contains(list, text) {
			list = append(list, text)
		}
	}
	if len(list) == 0 {
		return bottom
	}
	text := d.o.Words.Say("chart.breaks", "list", strings.Join(list, d.o.Words.Say("list.semicolon")))
	lines := d.font.wrapAtMost(text, noteSize, d.o.Width-2*marginX, 2)
	for i, line := range slices.Backward(lines) {
		d.write(line, noteSize, d.theme.quiet, marginX, bottom-2-float64(len(lines)-1-i)*noteSize*lineFactor, left)
	}
	return bottom - float64(len(lines))*noteSize*lineFactor - 2
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
		list[i].traces = append(list[i].traces, t)
	}
	d.tint(list, dims)
	return list
}

func (d *drawing) facetName(s reports.Series, dims reports.Dims) string {
	s.Key, s.Group = s.Key.Only(dims), s.Group&dims
	if !dims.Has(reports.Category) {
		s.Code = ""
	}
	return d.o.Words.SeriesOf(d.a, s)
}

// tint gives the lines of panels their colours: by what tells them apart within
// their panels. Where each stands alone nothing must: a few have their own
// colours still, many all have the same.
func (d *drawing) tint(facets []facet, dims reports.Dims) {
	lines := apart(d.a) &^ dims
	names, slots := valuesAlong(d.a.Series, lines), map[name]int{}
	for i, slot := range assignSlots(names, d.tints) {
		slots[names[i]] = slot
	}
	alone := lonely(facets)
	for _, f := range facets {
		for i := range f.traces {
			t := &f.traces[i]
			slot, known := slots[nameOf(d.a.Series[t.series], lines)]
			switch {
			case alone && len(d.a.Series) > maxColoured:
				t.slot = facetInk
			case !alone && known:
				t.slot = slot
			case !alone:
				t.slot = -1
			}
		}
	}
}

// lonely tells whether each panel has one line.
func lonely(facets []facet) bool {
	return !slices.ContainsFunc(facets, func(f facet) bool { return len(f.traces) > 1 })
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
	if lonely(facets) {
		return nil
	}
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
