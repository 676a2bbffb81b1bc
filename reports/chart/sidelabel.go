package chart

import (
	"math"
	"slices"
)

func (d *drawing) others(n int) string { return d.o.Words.Plural("chart.others", n) }

// labelled lists the traces that have a label: none if there is one only, the
// coloured ones, and one for all that are grey.
func (d *drawing) labelled() []int {
	if len(d.traces) < 2 {
		return nil
	}
	list := make([]int, 0, maxColoured+1)
	for i := range d.traces[:min(len(d.traces), maxColoured+1)] {
		list = append(list, i)
	}
	return list
}

// labelName returns what a trace's label says.
func (d *drawing) labelName(trace int) string {
	if trace >= maxColoured && d.traces[trace].series >= 0 {
		return d.others(len(d.a.Series) - maxColoured)
	}
	return d.traces[trace].name
}

// beside tells whether labels stand at the right of the plot; those of bars
// that stand side by side are a row above it.
func (d *drawing) beside() bool { return d.o.Kind != Bar || d.stacked }

// layLabelColumn makes the labels and finds the plot's right edge.
func (d *drawing) layLabelColumn() {
	right := d.o.Width - marginX
	if d.beside() {
		room := max(60, min(d.o.Width*labelShare, 240))
		widest := 0.0
		for _, i := range d.labelled() {
			text := d.font.wrapAtMost(d.labelName(i), textSize, room, 2)
			for _, line := range text {
				widest = max(widest, d.font.width(line, textSize))
			}
			d.labels = append(d.labels, label{trace: i, text: text, weight: i, height: labelHeight(text)})
		}
		if widest > 0 {
			right -= math.Ceil(widest) + labelGapX + labelText
		}
	}
	d.plot.Width = max(leastPlot, right-d.plot.X)
}

// layLabels places the labels at the ends of their traces.
func (d *drawing) layLabels() {
	placed := d.labels[:0]
	for _, l := range d.labels {
		if from, ok := d.traceEnd(l.trace); ok {
			l.from = from
			placed = append(placed, l)
		}
	}
	d.labels = d.fitLabels(placed, d.plot.Y-textSize, d.plot.Bottom()+2)
}

// fitLabels places labels, given by weight. Where not all have room, the last
// that has says how many series have none.
func (d *drawing) fitLabels(labels []label, top, bottom float64) []label {
	fitted := placeLabels(labels, top, bottom)
	if len(fitted) == len(labels) {
		return fitted
	}
	for named := len(fitted); named > 0; named-- {
		some := append(slices.Clone(labels[:named]), d.restLabel(labels[named:]))
		if placed := placeLabels(some, top, bottom); len(placed) == len(some) {
			return placed
		}
	}
	return fitted
}

// restLabel is one label in the place of several.
func (d *drawing) restLabel(left []label) label {
	n := 0
	for _, l := range left {
		if n++; l.trace >= maxColoured {
			n += len(d.a.Series) - maxColoured - 1
		}
	}
	l := left[len(left)-1]
	l.rest, l.weight = true, 0
	l.text = d.font.wrapAtMost(d.others(n), textSize, d.o.Width-marginX-d.plot.Right()-labelGapX-labelText, 2)
	l.height = labelHeight(l.text)
	return l
}

// labelHeight is the height of a label's lines.
func labelHeight(text []string) float64 { return float64(len(text))*textSize*1.15 + 4 }

// traceEnd returns the place that a trace's label belongs to.
func (d *drawing) traceEnd(i int) (point, bool) {
	if d.o.Kind == Line {
		v, ok := d.traces[i].last()
		if !ok {
			return point{}, false
		}
		return point{d.time.x(v.middle()), d.scale.y(v.v)}, true
	}
	for _, c := range slices.Backward(d.columns) {
		if c.whole && c.values[i].known() {
			x := d.time.x(c.end)
			if d.o.Kind == Area {
				x = d.time.x(c.middle())
			}
			return point{x, d.scale.y((c.bands[i].from + c.bands[i].to) / 2)}, true
		}
	}
	return point{}, false
}

// paintLabels writes the labels, and a leader to the ones that are not beside
// their trace. Where labels were moved, each repeats its trace's mark.
func (d *drawing) paintLabels(p *pen) {
	x := d.plot.Right() + labelGapX
	keys := d.o.Kind != Line || slices.ContainsFunc(d.labels, label.moved)
	text := x
	if keys {
		text += labelText - 3
	}
	for _, l := range d.labels {
		t := d.traces[l.trace]
		if l.rest {
			t = trace{series: -1, slot: -1}
		}
		c := d.ink(t)
		if !l.rest && (l.moved() || x-l.from.x > farLabel) {
			d.paintLeader(p, l, x)
		}
		if keys {
			d.paintKey(p, t, point{x + 2, l.y})
		}
		y := l.y - float64(len(l.text)-1)*textSize*1.15/2 + textSize*0.36
		for _, line := range l.text {
			p.write(writing{line, d.font, textSize, d.theme.readable(c), point{text, y}, left})
			y += textSize * 1.15
		}
	}
	for _, m := range d.marks {
		d.paintKey(p, d.traces[m.trace], m.at)
	}
}

// farLabel is the distance from which on a label needs a leader.
const farLabel = 60

// paintLeader draws a thin line from the end of a trace to its label.
func (d *drawing) paintLeader(p *pen, l label, x float64) {
	start, edge := min(l.from.x+5, d.plot.Right()), d.plot.Right()
	s := stroke{color: d.theme.soft(slotColor(d.traces[l.trace].slot, d.o.tone())), width: 0.8}
	p.line(s, point{start, l.from.y}, point{max(start, edge), l.from.y}, point{x - 4, l.y})
}

// paintKey draws what a label and its trace have in common: the mark of a
// line, a patch of a band or bar with the mark in it.
func (d *drawing) paintKey(p *pen, t trace, at point) {
	if d.o.Kind == Line {
		p.mark(d.shape(t), at, markSize, d.ink(t), d.theme.ground, false)
		return
	}
	p.rect(d.ink(t), Rect{at.x - 6, at.y - 6, 12, 12})
	d.paintSign(p, t, at, false)
}

// paintSign draws a trace's mark within its band or bar, so that its colour is
// not the only sign.
func (d *drawing) paintSign(p *pen, t trace, at point, open bool) {
	c := d.theme.ground
	if open {
		c = d.ink(t)
	}
	if t.slot >= 0 {
		p.fill(c, d.shape(t).outline(at, 2.8))
	}
}

// A legendMark is the key of a trace in the row above clustered bars.
type legendMark struct {
	trace int
	at    point
}

// layLegend writes the names of bars that stand side by side in rows, in the
// order of the bars, and returns the height that they take.
func (d *drawing) layLegend(top float64) float64 {
	if d.beside() || len(d.traces) < 2 {
		return 0
	}
	const row = textSize * 1.5
	x, y := float64(marginX), top+row/2
	for _, i := range d.labelled() {
		name := d.font.fit(d.labelName(i), textSize, d.o.Width-2*marginX-labelText)
		width := labelText + d.font.width(name, textSize)
		if x > marginX && x+width > d.o.Width-marginX {
			x, y = marginX, y+row
		}
		d.marks = append(d.marks, legendMark{i, point{x + 5, y}})
		d.write(name, textSize, d.theme.readable(d.ink(d.traces[i])), x+labelText, y+textSize*0.36, left)
		x += width + 16
	}
	return y + row/2 - top + 2
}
