package chart

// placePoints notes where each number of the answer stands.
func (d *drawing) placePoints() {
	if d.o.Kind == Line {
		for _, t := range d.traces {
			for _, v := range t.values {
				d.placeOnLine(t, v)
			}
		}
		return
	}
	for _, c := range d.columns {
		for i, t := range d.traces {
			d.placeInColumn(c, i, t)
		}
	}
}

func (d *drawing) placeOnLine(t trace, v value) {
	x := d.time.x(v.middle())
	switch {
	case v.known():
		y := d.scale.y(v.v)
		d.points = append(d.points, Point{Series: t.series, Number: v.number, X: x, Y: y, base: y})
	case v.ranged:
		d.points = append(d.points, Point{Series: t.series, Number: v.number, X: x, Y: d.rangeTop(v), base: d.scale.y(v.low)})
	}
}

func (d *drawing) placeInColumn(c column, i int, t trace) {
	v := c.values[i]
	if t.series < 0 || v.number < 0 {
		return
	}
	if d.o.Kind == Area {
		if c.whole && v.known() {
			d.points = append(d.points, Point{
				Series: t.series, Number: v.number, X: d.time.x(c.middle()), half: (d.time.x(c.end) - d.time.x(c.start)) / 2,
				Y: d.scale.y(c.bands[i].to), base: d.scale.y(c.bands[i].from),
			})
		}
		return
	}
	if r, ok := d.bar(c, i); ok {
		y, base := d.scale.y(c.bands[i].to), d.scale.y(c.bands[i].from)
		d.points = append(d.points, Point{Series: t.series, Number: v.number, X: r.X + r.Width/2, Y: y, half: r.Width / 2, base: base})
	}
}
