package chart

import (
	"cmp"
	"math"
	"slices"

	"vitrine/reports"
)

// The sizes of bars in rows, in units.
const (
	barRow      = 18 // a row is never lower
	barRowMost  = 46 // nor higher
	barNameRoom = 0.34
)

// inRows tells whether bars lie in rows, the longest on top, each beside its
// name and its number: those of several series of one period. Shares do where
// every part is known.
func (d *drawing) inRows() bool {
	if d.o.Kind != Bar || len(d.a.Series) < 2 || len(d.a.Periods) != 1 {
		return false
	}
	return !d.o.Percent || !slices.ContainsFunc(d.a.Series, func(s reports.Series) bool {
		return !slices.ContainsFunc(s.Numbers, reports.Number.Known)
	})
}

// A rowBar is the bar of a series in its row.
type rowBar struct {
	trace int
	v     value
	name  string
	text  string // its number
}

// layBarRows lays out bars in rows, as many as have room.
func (d *drawing) layBarRows(top, bottom float64) func(*pen) {
	d.placed, d.rows = true, true
	d.write(d.unit(), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
	top += noteSize*lineFactor + 8
	list := d.rowBars()
	if n := max(1, int((bottom-top)/barRow)); len(list) > n {
		d.hidden = len(list) - max(1, n-1)
		list = list[:len(list)-d.hidden]
		bottom = d.layHidden(bottom)
	}
	height := max(barRow/2, min(barRowMost, (bottom-top)/float64(len(list))))
	x := d.layRowScale(list, Rect{marginX, top, 0, height * float64(len(list))})
	bars := make([]Rect, len(list))
	for i, b := range list {
		y, half := top+(float64(i)+0.5)*height, min(0.36*height, 15)
		low, high := b.reach()
		bars[i] = Rect{x(low), y - half, max(1, x(high)-x(low)), 2 * half}
		d.writeRow(b, bars[i], y)
		if b.v.known() || b.v.ranged {
			d.points = append(d.points, Point{Series: d.traces[b.trace].series, Number: b.v.number, X: bars[i].X + bars[i].Width/2, Y: y, base: y, half: bars[i].Width / 2, tall: half})
		}
	}
	return func(p *pen) { d.paintBarRows(p, list, bars, x) }
}

// rowBars lists the bars, the longest first, those without a number last.
func (d *drawing) rowBars() []rowBar {
	whole := 0.0
	for _, t := range d.traces {
		if v, ok := t.last(); ok {
			whole += v.v
		}
	}
	label := d.o.Words.Labels(d.a.Series)
	var list []rowBar
	for i, t := range d.traces {
		if len(t.values) == 0 {
			continue
		}
		b := rowBar{trace: i, v: t.values[0], name: label(d.a.Series[t.series])}
		b.text = d.o.Words.Amount(d.a.Series[t.series].Numbers[b.v.number])
		if d.o.Percent && whole > 0 {
			b.v.v *= 100 / whole
			b.text = d.o.Words.Percent(math.Round(b.v.v*10) / 10)
		}
		list = append(list, b)
	}
	slices.SortStableFunc(list, func(a, b rowBar) int {
		_, most := a.reach()
		_, other := b.reach()
		return cmp.Compare(other, most)
	})
	return list
}

// reach returns from where to where a bar goes: from zero to its number, or
// between the bounds where there is none.
func (b rowBar) reach() (low, high float64) {
	switch {
	case b.v.known():
		return min(0, b.v.v), max(0, b.v.v)
	case b.v.ranged && b.v.high <= maxValue:
		return b.v.low, b.v.high
	case b.v.ranged:
		return b.v.low, b.v.low
	}
	return 0, 0
}

// layRowScale finds the plot's edges from the names and numbers beside the
// bars, and returns where a number stands.
func (d *drawing) layRowScale(list []rowBar, plot Rect) (x func(float64) float64) {
	names, texts, low, high := 0.0, 0.0, 0.0, 0.0
	for i := range list {
		b := &list[i]
		b.name = d.font.fit(b.name, textSize, d.o.Width*barNameRoom)
		names, texts = max(names, d.font.width(b.name, textSize)), max(texts, d.font.width(b.text, textSize))
		from, to := b.reach()
		low, high = min(low, from), max(high, to)
	}
	d.plot = plot
	d.plot.X += math.Ceil(names) + tickGap
	if low < 0 {
		d.plot.X += texts + 6
	}
	d.plot.Width = max(leastPlot, d.o.Width-marginX-texts-8-d.plot.X)
	span := max(high-low, math.SmallestNonzeroFloat64)
	return func(v float64) float64 { return d.plot.X + d.plot.Width*(v-low)/span }
}

// writeRow writes a bar's name at the left, and its number at its end.
func (d *drawing) writeRow(b rowBar, bar Rect, y float64) {
	d.write(b.name, textSize, d.theme.text, marginX, y+textSize*0.36, left)
	place, end := bar.Right()+6, left
	if b.v.known() && b.v.v < 0 {
		place, end = bar.X-6, right
	}
	d.write(b.text, textSize, d.theme.text, place, y+textSize*0.36, end)
}

func (d *drawing) paintBarRows(p *pen, list []rowBar, bars []Rect, x func(float64) float64) {
	for i, b := range list {
		t, middle := d.traces[b.trace], bars[i].Y+bars[i].Height/2
		switch {
		case b.v.known():
			d.patch(p, t, bars[i], b.v.open)
		case b.v.ranged:
			d.paintWhisker(p, stroke{color: d.ink(t), width: 2}, point{bars[i].X, middle}, point{bars[i].Right(), middle})
		}
	}
	p.hair(stroke{color: d.theme.axis, width: 1}, point{x(0), d.plot.Y}, point{x(0), d.plot.Bottom()})
}

// paintWhisker draws a line between two bounds in a row, with its ends.
func (d *drawing) paintWhisker(p *pen, s stroke, from, to point) {
	p.line(s, from, to)
	for _, end := range []point{from, to} {
		p.line(s, point{end.x, end.y - 4}, point{end.x, end.y + 4})
	}
}
