package chart

import (
	"slices"

	"gonum.org/v1/plot/vg"
)

const (
	markSize   = 3.6
	markPitch  = 14  // the least distance of points that each have a mark
	markStride = 110 // the distance of marks where points are denser
)

// paintLines draws the traces as lines, the first one uppermost, days below
// all means.
func (d *drawing) paintLines(p *pen) {
	d.paintTraces(p, true)
	d.paintTraces(p, false)
}

// paintTraces draws the pale traces or the others.
func (d *drawing) paintTraces(p *pen, pale bool) {
	uneven := irregular(d.traces)
	for i, t := range slices.Backward(d.traces) {
		if t.pale != pale {
			continue
		}
		runs := t.runs()
		d.paintRanges(p, t)
		if uneven {
			d.paintSpans(p, t)
		}
		for _, run := range runs {
			d.paintRun(p, t, run)
		}
		d.paintMarks(p, t, i, runs, uneven)
	}
}

// place returns where a value stands: at the middle of its period.
func (d *drawing) place(v value) point { return point{d.time.x(v.middle()), d.scale.y(v.v)} }

// pitch returns the distance of a trace's points.
func (d *drawing) pitch(t trace) float64 {
	if len(t.values) < 2 {
		return d.plot.Width
	}
	first, last := t.values[0], t.values[len(t.values)-1]
	return (d.time.x(last.middle()) - d.time.x(first.middle())) / float64(len(t.values)-1)
}

// lineWidth returns how thick a trace is: the denser its points the thinner.
func (d *drawing) lineWidth(t trace) float64 {
	switch pitch := d.pitch(t); {
	case t.mean:
		return 2.4
	case t.slot < 0 || t.pale:
		return 1
	case pitch < 1.2:
		return 1.1
	case pitch < 4:
		return 1.5
	}
	return 2
}

// paintRun strokes a run of values, dashed where one of two is open.
func (d *drawing) paintRun(p *pen, t trace, run []value) {
	for i := 0; i < len(run)-1; {
		open, end := run[i].open || run[i+1].open, i+1
		for end < len(run)-1 && (run[end].open || run[end+1].open) == open {
			end++
		}
		pts := make([]point, 0, end-i+1)
		for _, v := range run[i : end+1] {
			pts = append(pts, d.place(v))
		}
		s := stroke{color: d.ink(t), width: d.lineWidth(t)}
		if open {
			s.dash = []vg.Length{3.5, 2.5}
		}
		p.line(s, thin(pts, 1/p.scale)...)
		i = end
	}
}

// paintMarks draws the marks of a trace: all where there is room, else some on
// the way, and always those at its end, of lone values and of open ends.
func (d *drawing) paintMarks(p *pen, t trace, index int, runs [][]value, uneven bool) {
	pitch := d.pitch(t)
	every := pitch >= markPitch || uneven && pitch >= markPitch/2
	next := d.plot.X + markStride*(0.5+float64(index)/float64(maxColoured))
	for n, run := range runs {
		for i, v := range run {
			at := d.place(v)
			end := n == len(runs)-1 && i == len(run)-1
			some := t.slot >= 0 && !t.pale && len(d.traces) > 1 && pitch >= 2.5 && at.x >= next
			if !every && !end && !some && len(run) > 1 {
				continue
			}
			for next <= at.x {
				next += markStride
			}
			p.mark(d.shape(t), at, d.markRadius(t, end || some, pitch), d.ink(t), d.theme.ground, v.open)
		}
	}
}

// markRadius returns the size of a mark: small for lone values among many.
func (d *drawing) markRadius(t trace, sign bool, pitch float64) float64 {
	switch {
	case t.slot < 0:
		return 1.6
	case !sign && pitch < markPitch:
		return max(1, min(pitch, markSize))
	}
	return markSize
}

// paintSpans draws the true width of the periods, where they differ.
func (d *drawing) paintSpans(p *pen, t trace) {
	s := stroke{color: d.theme.soft(d.ink(t)), width: 1.2}
	for _, v := range t.values {
		if v.known() {
			y := d.scale.y(v.v)
			p.line(s, point{d.time.x(v.start) + 1, y}, point{d.time.x(v.end) - 1, y})
		}
	}
}

// paintRanges draws the whiskers of a trace's ranges.
func (d *drawing) paintRanges(p *pen, t trace) {
	s := stroke{color: d.theme.soft(d.ink(t)), width: 1.2}
	for _, v := range t.values {
		if v.ranged {
			d.paintRange(p, s, d.time.x(v.middle()), 3, v)
		}
	}
}

// openReach is how high the arrow of a range without an upper end is.
const openReach = 22

// paintRange draws a whisker between the bounds of a range; from one without an
// upper end an arrow points upwards.
func (d *drawing) paintRange(p *pen, s stroke, x, reach float64, v value) {
	low, high := d.scale.y(v.low), d.rangeTop(v)
	p.line(s, point{x, low}, point{x, high})
	p.line(s, point{x - reach, low}, point{x + reach, low})
	if v.high <= maxValue {
		p.line(s, point{x - reach, high}, point{x + reach, high})
	} else {
		p.line(s, point{x - reach, high + reach}, point{x, high}, point{x + reach, high + reach})
	}
}

// rangeTop returns where the whisker of a range ends.
func (d *drawing) rangeTop(v value) float64 {
	if v.high <= maxValue {
		return d.scale.y(v.high)
	}
	return max(d.plot.Y, d.scale.y(v.low)-openReach)
}
