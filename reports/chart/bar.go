package chart

import (
	"image/color"
	"slices"
)

// paintBars draws each column as wide as its period: a stack, or a cluster of
// a bar for each trace. Longer periods lie below the shorter ones within them.
func (d *drawing) paintBars(p *pen) {
	longest := slices.Clone(d.columns)
	slices.SortStableFunc(longest, func(a, b column) int {
		switch la, lb := a.end-a.start, b.end-b.start; {
		case la > lb:
			return -1
		case la < lb:
			return 1
		}
		return 0
	})
	for _, c := range longest {
		for t := range d.traces {
			if r, ok := d.bar(c, t); ok {
				d.patch(p, d.traces[t], r, c.values[t].open)
				d.signBar(p, c, t, r)
			}
			if v := c.values[t]; v.ranged && !d.stacked {
				d.paintBarRange(p, c, t, v)
			}
		}
	}
}

// signBar marks the bars of the last column, and of the first if bars stand
// side by side under their names.
func (d *drawing) signBar(p *pen, c column, t int, r Rect) {
	ends := c.end == d.time.last || !d.stacked && c.start == d.time.first
	if ends && len(d.traces) > 1 && r.Width >= 9 && r.Height >= 13 {
		d.paintSign(p, d.traces[t], point{r.X + r.Width/2, r.Bottom() - 7}, c.values[t].open)
	}
}

// barEdges returns the left and the right edge of a trace's bar in a column.
func (d *drawing) barEdges(c column, t int) (x0, x1 float64) {
	x0, x1 = d.time.x(c.start), d.time.x(c.end)
	gap := min(0.1*(x1-x0), 6)
	x0, x1 = x0+gap/2, x1-gap/2
	if d.stacked || len(d.traces) == 1 {
		return x0, x1
	}
	width := (x1 - x0) / float64(len(d.traces))
	return x0 + float64(t)*width, x0 + float64(t+1)*width
}

// bar returns a trace's bar in a column; a gap has none.
func (d *drawing) bar(c column, t int) (Rect, bool) {
	if !c.values[t].known() || d.stacked && !c.whole {
		return Rect{}, false
	}
	x0, x1 := d.barEdges(c, t)
	from, to := d.scale.y(c.bands[t].from), d.scale.y(c.bands[t].to)
	return Rect{x0, min(from, to), x1 - x0, max(from, to) - min(from, to)}, true
}

// patch fills a bar or a piece of a band; an open one is pale with a dashed
// outline.
func (d *drawing) patch(p *pen, t trace, r Rect, open bool) {
	if d.fillBar(p, d.ink(t), r, open); d.stacked && !open && r.Height > 2 {
		p.hair(stroke{color: d.theme.ground, width: 1}, point{r.X, r.Y}, point{r.Right(), r.Y})
	}
}

// fillBar fills a bar; an open one is pale with a dashed outline.
func (d *drawing) fillBar(p *pen, c color.RGBA, r Rect, open bool) {
	p.rect(d.bandColor(c, open), r)
	if open && r.Width > 3 && r.Height > 3 {
		p.outline(stroke{color: c, width: 1.2, dash: dashes}, Rect{r.X + 0.6, r.Y + 0.6, r.Width - 1.2, r.Height - 1.2}.corners())
	}
}

func (d *drawing) paintBarRange(p *pen, c column, t int, v value) {
	x0, x1 := d.barEdges(c, t)
	d.paintRange(p, stroke{color: d.theme.text, width: 1}, (x0+x1)/2, min(3, (x1-x0)/3), v)
}
