package chart

import (
	"math"
	"time"

	"vitrine/reports"
)

// A yearBlock is a year of a calendar: weeks from left to right, Mondays on
// top.
type yearBlock struct {
	year   int
	x, y   float64
	cell   daySize
	monday reports.Day // of the week of 1 January
}

// A daySize is the size of a day's cell: a square, or wider than high where
// there is room.
type daySize struct{ width, height float64 }

// The sizes of a calendar, in units.
const (
	weeksOfYear = 54
	yearHead    = 24 // the year's number and the months' names
	yearGap     = 26
	leastCell   = 4.5
	mostCell    = 30
	widestCell  = 1.75 // of its height
)

// layYears lays out a calendar of one daily series, the newest year last.
func (d *drawing) layYears(top, bottom float64) func(*pen) {
	d.placed = true
	d.write(d.unit(), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
	top += noteSize*lineFactor + 6
	t := d.traces[0]
	days, values := map[reports.Day]value{}, make([]float64, 0, len(t.values))
	for _, v := range t.values {
		days[reports.Day(v.start)] = v
		values = append(values, v.v)
	}
	c := classesOf(values, d.theme)
	c.hasEmpty = c.hasEmpty || len(days) < daysOf(t).Days()
	legend, _ := d.layClasses(c, marginX, top)
	top += legendHeight
	blocks := d.yearBlocks(t, top, bottom)
	for _, b := range blocks {
		d.writeYear(b, daysOf(t))
	}
	d.placeDays(blocks, t)
	return func(p *pen) {
		for _, b := range blocks {
			d.paintYear(p, b, t, days, c)
		}
		d.paintClasses(p, c, legend)
	}
}

// yearBlocks places the years so that their days are as large as can be; the
// oldest are left out where all would be too small.
func (d *drawing) yearBlocks(t trace, top, bottom float64) []yearBlock {
	first, _, _ := daysOf(t).Start.Date()
	last, _, _ := (daysOf(t).End - 1).Date()
	width, height := d.o.Width-2*marginX, bottom-top
	columns, cell := yearGrid(last-first+1, width, height-noteSize*lineFactor, d.weekdayRoom())
	rows := max(1, int((height-noteSize*lineFactor)/(7*cell.height+yearHead)))
	if shown := rows * columns; last-first+1 > shown {
		d.write(d.o.Words.Plural("chart.years", last-first+1-shown), noteSize, d.theme.quiet, marginX, bottom-2, left)
		first = last - shown + 1
	}
	n := last - first + 1
	rows = (n + columns - 1) / columns
	block := d.weekdayRoom() + weeksOfYear*cell.width
	var list []yearBlock
	for i := range n {
		jan := reports.DayOf(first+i, time.January, 1)
		list = append(list, yearBlock{
			year: first + i, cell: cell, monday: reports.EveryWeek.Around(jan).Start,
			x: marginX + float64(i/rows)*(block+yearGap) + d.weekdayRoom(),
			y: top + float64(i%rows)*(7*cell.height+yearHead) + yearHead,
		})
	}
	d.plot = Rect{marginX, top, width, float64(rows) * (7*cell.height + yearHead)}
	return list
}

// yearGrid returns the number of columns of years and the size of a day with
// which days are largest.
func yearGrid(n int, width, height, names float64) (columns int, cell daySize) {
	for c := 1; c <= n; c++ {
		rows := float64((n + c - 1) / c)
		high := min((height/rows-yearHead)/7, mostCell)
		wide := min(((width+yearGap)/float64(c)-yearGap-names)/weeksOfYear, widestCell*high)
		if size := (daySize{wide, min(high, wide)}); size.height > cell.height+1e-9 {
			columns, cell = c, size
		}
	}
	if cell.height >= leastCell {
		return columns, cell
	}
	columns = max(1, int((width+yearGap)/(weeksOfYear*leastCell+names+yearGap)))
	return columns, daySize{leastCell, leastCell}
}

// weekdayRoom returns the width of what stands at the left of a year's days:
// its number, and the names of weekdays.
func (d *drawing) weekdayRoom() float64 {
	widest := d.bold.width("2000", textSize) + 2
	for _, day := range []string{"1", "4", "7"} {
		widest = max(widest, d.font.width(d.o.Words.Say("weekday.short."+day), noteSize))
	}
	return widest + 6
}

// cellOf returns the cell of a day.
func (b yearBlock) cellOf(day reports.Day) Rect {
	n := float64(day - b.monday)
	week := math.Floor(n / 7)
	return Rect{b.x + week*b.cell.width, b.y + (n-7*week)*b.cell.height, b.cell.width, b.cell.height}
}

// writeYear writes the names of the year, of the months that have days among
// those drawn, where they have room, and of weekdays.
func (d *drawing) writeYear(b yearBlock, drawn reports.Period) {
	year := reports.EveryYear.Around(reports.DayOf(b.year, time.January, 1))
	name := d.o.Words.PeriodShort(year)
	d.texts = append(d.texts, writing{name, d.bold, textSize, d.theme.text, point{b.x - d.weekdayRoom(), b.y - 5}, left})
	end := b.x - d.weekdayRoom() + d.bold.width(name, textSize) + 6
	for m := time.January; m <= time.December; m++ {
		first := reports.DayOf(b.year, m, 1)
		if month := reports.EveryMonth.Around(first); month.End <= drawn.Start || month.Start >= drawn.End {
			continue
		}
		text, x := d.o.Words.MonthShort(first), b.cellOf(first).X
		if b.cellOf(first).Y > b.y { // its first whole week is the next one
			x += b.cell.width
		}
		if width := d.font.width(text, noteSize); x >= end && x+width <= b.x+weeksOfYear*b.cell.width+4 {
			d.write(text, noteSize, d.theme.quiet, x, b.y-5, left)
			end = x + width + 6
		}
	}
	if b.cell.height*3 >= noteSize+1 {
		for i, day := range []string{"1", "4", "7"} {
			d.write(d.o.Words.Say("weekday.short."+day), noteSize, d.theme.quiet, b.x-6, b.y+(float64(3*i)+0.5)*b.cell.height+4, right)
		}
	}
}

// daysOf returns the days that a daily trace speaks of.
func daysOf(t trace) reports.Period {
	return reports.Period{Start: reports.Day(t.values[0].start), End: reports.Day(t.values[len(t.values)-1].end)}
}

// placeDays notes where each number stands.
func (d *drawing) placeDays(blocks []yearBlock, t trace) {
	for _, v := range t.values {
		year, _, _ := reports.Day(v.start).Date()
		if i := year - blocks[0].year; i >= 0 && i < len(blocks) && (v.known() || v.ranged) {
			d.points = append(d.points, cellPoint(t.series, v.number, blocks[i].cellOf(reports.Day(v.start))))
		}
	}
}

// paintYear draws a year's days from the series' first to its last, and the
// boundaries of months.
func (d *drawing) paintYear(p *pen, b yearBlock, t trace, days map[reports.Day]value, c classes) {
	drawn := daysOf(t)
	first := max(reports.DayOf(b.year, time.January, 1), drawn.Start)
	end := min(reports.DayOf(b.year+1, time.January, 1), drawn.End)
	for day := first; day < end; day++ {
		r := b.cellOf(day)
		if v, ok := days[day]; ok && v.known() {
			d.paintCell(p, c.color(v.v), r)
			d.paintOpenCell(p, c.color(v.v), r, v.open)
		} else {
			d.paintEmpty(p, r)
		}
	}
	for m := time.January; m <= time.December+1; m++ {
		if at := reports.DayOf(b.year, m, 1); at >= reports.EveryMonth.Around(first).Start && at <= end {
			d.paintMonthStart(p, b, at)
		}
	}
}

// paintMonthStart draws the stepped line between the days of two months.
func (d *drawing) paintMonthStart(p *pen, b yearBlock, first reports.Day) {
	r, bottom := b.cellOf(first), b.y+7*b.cell.height
	line := []point{{r.X, bottom}, {r.X, r.Y}, {r.Right(), r.Y}, {r.Right(), b.y}}
	if r.Y == b.y {
		line = []point{{r.X, bottom}, {r.X, b.y}}
	}
	p.line(stroke{color: d.theme.axis, width: 1}, line...)
}
