package chart

import (
	"cmp"
	"image/color"
	"math"
	"slices"
	"strconv"

	"vitrine/reports"
)

// A standing is a trace's place in the ranking of a column's numbers, the first
// being 1; 0 where it has no number.
type standing struct{ place, tied int }

// The sizes of a ranking, in units.
const (
	rankRow   = 22 // a row is never lower
	rankMost  = 20 // rows
	rankMark  = 9  // the radius of a mark that holds its place's number
	rankSteps = 12 // of the curve from one mark to the next
)

// layRank lays out a ranking over time: a column for each period, the largest
// number on top, and a line for each series that is among the first at the end.
func (d *drawing) layRank(top, bottom float64) func(*pen) {
	d.write(d.o.Words.Say("chart.rank", "unit", d.unit()), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
	top += noteSize*lineFactor + 8
	columns := columnsOf(d.traces)
	places := placesOf(columns)
	rows := max(1, min(rankMost, int((bottom-timeRoom-top)/rankRow), len(d.traces)))
	order := d.lastInRank(columns, places)
	shown := order[:min(rows, len(order))]
	if d.hidden = len(d.traces) - len(shown); d.hidden > 0 {
		bottom = d.layHidden(bottom)
	}
	d.plot = Rect{marginX, top, 0, max(leastPlot, bottom-timeRoom-top)}
	slots := d.rankSlots(shown)
	d.layRankNames(shown, slots, columns, places, rows)
	first, last := d.days()
	d.time = calendar{first: first, last: last, left: d.plot.X, right: d.plot.Right()}
	d.layTime()
	for _, t := range shown {
		for i, c := range columns {
			if at, ok := d.rankAt(c, places[i][t], rows); ok {
				d.points = append(d.points, Point{Series: d.traces[t].series, Number: c.values[t].number, X: at.x, Y: at.y, base: at.y, half: rankMark, tall: rankMark})
			}
		}
	}
	d.placed = true
	return func(p *pen) {
		d.paintAxis(p)
		for n, t := range slices.Backward(shown) {
			d.paintRanked(p, t, slots[n], columns, places, rows)
		}
	}
}

// placesOf ranks each column's numbers. Equal numbers share the better place,
// and stand below each other in the answer's order.
func placesOf(columns []column) [][]standing {
	list := make([][]standing, len(columns))
	for i, c := range columns {
		list[i] = make([]standing, len(c.values))
		var known []int
		for t, v := range c.values {
			if v.known() {
				known = append(known, t)
			}
		}
		slices.SortStableFunc(known, func(a, b int) int { return cmp.Compare(c.values[b].v, c.values[a].v) })
		for row, t := range known {
			list[i][t] = standing{row + 1, row + 1}
			if row > 0 && c.values[known[row-1]].v == c.values[t].v {
				list[i][t].tied = list[i][known[row-1]].tied
			}
		}
	}
	return list
}

// lastInRank lists the traces in the order of the last column.
func (d *drawing) lastInRank(columns []column, places [][]standing) []int {
	var order []int
	last := places[len(columns)-1]
	for t, s := range last {
		if s.place > 0 {
			order = append(order, t)
		}
	}
	slices.SortFunc(order, func(a, b int) int { return last[a].place - last[b].place })
	return order
}

// rankAt returns where a place stands; none where it is below the last row.
func (d *drawing) rankAt(c column, s standing, rows int) (point, bool) {
	if s.place < 1 || s.place > rows {
		return point{}, false
	}
	return point{d.time.x(c.middle()), d.plot.Y + (float64(s.place)-0.5)*d.plot.Height/float64(rows)}, true
}

// layRankNames writes the names at the right, each beside its last place.
func (d *drawing) layRankNames(shown, slots []int, columns []column, places [][]standing, rows int) {
	room, widest := max(70, min(d.o.Width*heatNameRoom, 260)), 0.0
	names := make([]string, len(shown))
	for i, t := range shown {
		names[i] = d.font.fit(d.o.Words.SeriesOf(d.a, d.a.Series[d.traces[t].series]), textSize, room)
		widest = max(widest, d.font.width(names[i], textSize))
	}
	d.plot.Width = max(leastPlot, d.o.Width-marginX-math.Ceil(widest)-tickGap-d.plot.X)
	for i, t := range shown {
		y := d.plot.Y + (float64(places[len(columns)-1][t].place)-0.5)*d.plot.Height/float64(rows)
		ink := d.theme.readable(slotColor(slots[i], d.o.tone()))
		d.write(names[i], textSize, ink, d.plot.Right()+tickGap, y+textSize*0.36, left)
	}
}

// rankSlots gives the first eight of the last period their colours.
func (d *drawing) rankSlots(shown []int) []int {
	a := reports.Answer{Question: d.a.Question}
	for _, t := range shown {
		a.Series = append(a.Series, d.a.Series[d.traces[t].series])
	}
	return slotsOf(a, d.tints)
}

// paintRanked draws a series' line from place to place, and its marks with the
// place's number where there is room, else the line's own.
func (d *drawing) paintRanked(p *pen, t, slot int, columns []column, places [][]standing, rows int) {
	ink := slotColor(slot, d.o.tone())
	var before *point
	pitch := d.plot.Width / float64(len(columns))
	for i, c := range columns {
		at, ok := d.rankAt(c, places[i][t], rows)
		if !ok || i > 0 && columns[i-1].end != c.start {
			before = nil
		}
		if !ok {
			continue
		}
		if before != nil && d.traces[t].joined(columns[i-1].values[t], c.values[t]) {
			p.line(stroke{color: ink, width: 2.2}, curve(*before, at)...)
		}
		before = &at
	}
	for i, c := range columns {
		if at, ok := d.rankAt(c, places[i][t], rows); ok {
			r := min(rankMark, pitch*0.42, d.plot.Height/float64(rows)*0.42)
			if r < rankMark-0.5 { // no room for the place's number
				p.mark(slotMark(slot), at, r, ink, d.theme.ground, c.values[t].open)
				continue
			}
			p.mark(circle, at, r, ink, d.theme.ground, c.values[t].open)
			d.paintPlace(p, at, places[i][t].tied, ink, c.values[t].open)
		}
	}
}

// paintPlace writes a place's number into its mark.
func (d *drawing) paintPlace(p *pen, at point, place int, ink color.RGBA, open bool) {
	on := d.theme.on(ink)
	if open {
		on = d.theme.text
	}
	p.write(writing{strconv.Itoa(place), d.font, noteSize, on, point{at.x, at.y + noteSize*0.36}, center})
}

// curve returns a line from one mark to the next that leaves and arrives
// level.
func curve(a, b point) []point {
	pts := make([]point, rankSteps+1)
	for i := range pts {
		t := float64(i) / rankSteps
		pts[i] = point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t*t*(3-2*t)}
	}
	return pts
}
