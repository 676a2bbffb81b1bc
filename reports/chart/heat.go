package chart

import (
	"image/color"
	"math"
	"slices"
)

// The sizes of a heat map, in units.
const (
	heatRow      = 17 // a row is never lower
	heatRowMost  = 34 // nor higher
	heatFew      = 6  // rows that are more important than the labels of events
	heatNameRoom = 0.3
	mostCells    = 400 // periods; more would be thinner than can be seen
)

// layHeat lays out a heat map: a row for each series, in the answer's order,
// and a cell for each period at its true width.
func (d *drawing) layHeat(top, bottom float64) func(*pen) {
	d.placed = true
	d.write(d.unit(), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
	top += noteSize*lineFactor + 6
	ruled, floor := d.rowsOfRules(), bottom
	bottom -= d.roomOfEvents()
	for cells := bottom - timeRoom - top - legendHeight; ruled > 0 && cells-roomOfRules(ruled) < heatRow*float64(len(d.traces)); ruled-- {
		if cells-roomOfRules(ruled) >= heatFew*heatRow {
			break // rows of cells are worth more than labels, the first few
		}
	}
	breaks := roomOfRules(ruled)
	rows := max(1, int((bottom-timeRoom-top-legendHeight-breaks)/heatRow))
	about := bottom
	if len(d.traces) > rows {
		d.hidden = len(d.traces) - max(1, rows-1)
		d.traces = d.traces[:len(d.traces)-d.hidden]
		bottom = d.layHidden(bottom)
	}
	c := classesOf(d.cellValues(), d.theme)
	legend, _ := d.layClasses(c, marginX, top)
	top += legendHeight + breaks
	height := max(heatRow/2, min(heatRowMost, (bottom-timeRoom-top)/float64(len(d.traces))))
	d.plot = Rect{0, top, 0, height * float64(len(d.traces))}
	d.layHeatNames(height)
	first, last := d.days()
	d.time = calendar{first: first, last: last, left: d.plot.X, right: d.plot.Right()}
	d.layTime()
	d.layRules(ruled)
	if about < floor {
		d.writeEvents(floor)
	}
	for i, t := range d.traces {
		for _, v := range t.values {
			if v.known() || v.ranged {
				r := d.heatCell(i, v.period())
				d.points = append(d.points, cellPoint(t.series, v.number, r))
			}
		}
	}
	return func(p *pen) {
		d.paintHeat(p, c)
		d.paintClasses(p, c, legend)
		d.paintRules(p)
	}
}

// roomOfRules is what rows of labels take above the cells.
func roomOfRules(rows int) float64 {
	if rows == 0 {
		return 2
	}
	return float64(rows)*ruleRow + 12
}

func cellPoint(series, number int, r Rect) Point {
	y := r.Y + r.Height/2
	return Point{Series: series, Number: number, X: r.X + r.Width/2, Y: y, base: y, half: r.Width / 2, tall: r.Height / 2}
}

// cellValues lists the numbers of all cells, NaN where there is none.
func (d *drawing) cellValues() []float64 {
	var list []float64
	for _, c := range columnsOf(d.traces) {
		for _, v := range c.values {
			list = append(list, v.v)
		}
	}
	return list
}

// layHeatNames writes the rows' names, and finds the plot's edges.
func (d *drawing) layHeatNames(height float64) {
	room := max(70, min(d.o.Width*heatNameRoom, 320))
	widest := 0.0
	for i, t := range d.traces {
		name := d.font.fit(d.o.Words.SeriesOf(d.a, d.a.Series[t.series]), textSize, room)
		widest = max(widest, d.font.width(name, textSize))
		d.write(name, textSize, d.theme.text, marginX, d.plot.Y+(float64(i)+0.5)*height+textSize*0.36, left)
	}
	d.plot.X = marginX + math.Ceil(widest) + tickGap
	d.plot.Width = max(leastPlot, d.o.Width-marginX-d.plot.X)
}

// heatCell returns the cell of a row for a period.
func (d *drawing) heatCell(row int, at period) Rect {
	height := d.plot.Height / float64(len(d.traces))
	x0, x1 := d.time.x(at.start), d.time.x(at.end)
	return Rect{x0, d.plot.Y + float64(row)*height, x1 - x0, height}
}

// paintHeat draws the cells, longer periods below the shorter ones within
// them. What is missing is hatched.
func (d *drawing) paintHeat(p *pen, c classes) {
	columns := columnsOf(d.traces)
	slices.SortStableFunc(columns, func(a, b column) int { return int((b.end - b.start) - (a.end - a.start)) })
	for _, col := range columns {
		for row, v := range col.values {
			r := d.heatCell(row, period{col.start, col.end})
			switch {
			case v.known():
				d.paintCell(p, c.color(v.v), r)
				d.paintOpenCell(p, c.color(v.v), r, v.open)
			case v.number >= 0 || !d.covered(row, col):
				d.paintEmpty(p, r)
			}
		}
	}
	d.paintAxis(p)
}

// covered tells whether a row has numbers of other periods in a column's.
func (d *drawing) covered(row int, c column) bool {
	return slices.ContainsFunc(d.traces[row].values, func(v value) bool {
		return v.known() && v.start < c.end && c.start < v.end
	})
}

// paintOpenCell marks a number that is not the last word, in a cell of a colour.
func (d *drawing) paintOpenCell(p *pen, fill color.RGBA, r Rect, open bool) {
	if open && r.Width >= 5 && r.Height >= 5 {
		p.outline(stroke{color: d.theme.on(fill), width: 1, dash: dots}, Rect{r.X + 1.5, r.Y + 1.5, r.Width - 3, r.Height - 3}.corners())
	}
}
