package chart

import (
	"image/color"
	"math"
)

// paintAreas draws the stacked bands of each run of columns that adjoin.
func (d *drawing) paintAreas(p *pen) {
	for i := 0; i < len(d.columns); {
		if !d.columns[i].whole {
			i++
			continue
		}
		end := i + 1
		for end < len(d.columns) && d.adjoin(d.columns[end-1], d.columns[end]) {
			end++
		}
		d.paintBands(p, d.columns[i:end])
		i = end
	}
}

// adjoin tells whether the bands go on from one column to the next.
func (d *drawing) adjoin(a, b column) bool {
	if !a.whole || !b.whole || a.end != b.start {
		return false
	}
	for _, r := range d.rules {
		if a.start < float64(r.at) && float64(r.at) < b.end {
			return false
		}
	}
	return true
}

// paintBands draws the bands of a run; what leads to an open column is pale. A
// column that stands alone is as wide as its period.
func (d *drawing) paintBands(p *pen, run []column) {
	if len(run) == 1 {
		d.paintStep(p, run[0])
		return
	}
	for i := 0; i < len(run)-1; {
		open, end := run[i].open() || run[i+1].open(), i+1
		for end < len(run)-1 && (run[end].open() || run[end+1].open()) == open {
			end++
		}
		for t := range d.traces {
			d.paintBand(p, t, run[i:end+1], open)
		}
		i = end
	}
	for t, b := range run[len(run)-1].bands {
		d.signBand(p, t, b, run[len(run)-1])
	}
}

// signBand marks a band at its end, if it is thick enough there.
func (d *drawing) signBand(p *pen, t int, b band, last column) {
	y0, y1 := d.scale.y(b.from), d.scale.y(b.to)
	if last.end == d.time.last && math.Abs(y0-y1) >= 16 {
		d.paintSign(p, d.traces[t], point{d.time.x(last.middle()) - 6, (y0 + y1) / 2}, last.open())
	}
}

func (d *drawing) paintBand(p *pen, t int, run []column, open bool) {
	upper, lower := make([]point, len(run)), make([]point, len(run))
	thick := 0.0
	for i, c := range run {
		x := d.time.x(c.middle())
		upper[i] = point{x, d.scale.y(c.bands[t].to)}
		lower[len(run)-1-i] = point{x, d.scale.y(c.bands[t].from)}
		thick = max(thick, math.Abs(c.bands[t].to-c.bands[t].from))
	}
	if thick == 0 {
		return
	}
	ink := d.ink(d.traces[t])
	p.fill(d.bandColor(ink, open), append(append([]point{}, upper...), lower...))
	edge := stroke{color: d.theme.ground, width: 1}
	if open {
		edge = stroke{color: ink, width: 1.2, dash: dashes}
	}
	p.line(edge, thin(upper, 1/p.scale)...)
}

func (d *drawing) paintStep(p *pen, c column) {
	for t, b := range c.bands {
		if b.from != b.to {
			x := d.time.x(c.start)
			d.patch(p, d.traces[t], Rect{x, d.scale.y(b.to), d.time.x(c.end) - x, d.scale.y(b.from) - d.scale.y(b.to)}, c.values[t].open)
		}
	}
}

func (d *drawing) bandColor(c color.RGBA, open bool) color.RGBA {
	if open {
		return mix(c, d.theme.ground, 0.65)
	}
	return c
}
