package chart

// placePoints notes where each number of the answer stands.
func (d *drawing) placePoints() {
	if d.o.Kind == Line {
		for _, t := range d.traces {
			at := len(d.points)
			for _, v := range t.values {
				d.placeOnLine(t, v)
			}
			numberRuns(t, d.points[at:])
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

// numberRuns notes which run of its trace each number of a line lies in.
func numberRuns(t trace, points []Point) {
	runs := map[int]int{} // from a number of the series
	for i, run := range t.runs() {
		for _, v := range run {
			runs[v.number] = i + 1
		}
	}
	for i := range points {
		points[i].run = runs[points[i].Number]
	}
}

// Line returns the line that a number lies on, from left to right: the numbers
// of its series in its panel, a slice for each part that no gap or break cuts.
// It is nil where numbers do not lie on lines.
func (p *Picture) Line(at Point) [][]Point {
	if at.run == 0 {
		return nil
	}
	var runs [][]Point
	for _, pt := range p.Points {
		if pt.Series != at.Series || pt.panel != at.panel || pt.run == 0 {
			continue
		}
		for len(runs) < pt.run {
			runs = append(runs, nil)
		}
		runs[pt.run-1] = append(runs[pt.run-1], pt)
	}
	return runs
}
