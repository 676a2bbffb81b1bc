package chart

import (
	"image/color"
	"math"
	"slices"

	"vitrine/reports"
)

// The sizes of a grid, in units.
const (
	gridRow      = 20 // a row is never lower
	gridRowMost  = 34 // nor higher
	gridCellMost = 170
)

// changeBounds are the changes in percent, up or down, at which another shade
// begins.
var changeBounds = []float64{1, 10}

// changeInk is the colour of less, or of more: as in comparisons.
func (d *drawing) changeInk(less bool) color.RGBA {
	if less {
		return slotColor(2, d.o.tone())
	}
	return slotColor(1, d.o.tone())
}

// changeShades are how much of the ground is mixed into a shade.
var changeShades = []float64{0.73, 0.54, 0}

// changeColor returns the colour of a change in percent; ±Inf of a number that
// was 0 before.
func (d *drawing) changeColor(percent float64) color.RGBA {
	if percent == 0 {
		return d.theme.zero
	}
	i := 0
	for i < len(changeBounds) && math.Abs(percent) >= changeBounds[i] {
		i++
	}
	return mix(d.changeInk(percent < 0), d.theme.ground, changeShades[i])
}

// layGrid draws a row for each period and a cell for each vintage.
func (s *edited) layGrid(top, bottom float64) func(*pen) {
	g := s.e.Grids[0]
	bottom = s.layMore("editions.grids", len(s.e.Grids)-1, bottom)
	top = s.layHead(s.o.Words.SplitText(g.Split), s.o.Words.Unit(g.Measure), top)
	legend, top := s.layChanges(top)
	days := noteSize * lineFactor
	room := max(1, int((bottom-top-days)/gridRow))
	rows := gridRows(g, room)
	if len(rows) < len(g.Periods) {
		bottom = s.layMore("editions.rows", len(g.Periods)-len(rows), bottom)
	}
	height := min(gridRowMost, (bottom-top-days)/float64(len(rows)))
	widest := 0.0
	for _, row := range rows {
		widest = max(widest, s.font.width(s.o.Words.Period(g.Periods[row]), textSize))
	}
	widest = math.Ceil(min(widest, s.o.Width*heatNameRoom))
	s.plot.X = marginX + widest + tickGap
	width := min(gridCellMost, max(2, (s.o.Width-marginX-s.plot.X)/float64(len(g.Vintages))))
	s.plot = Rect{s.plot.X, top + days, width * float64(len(g.Vintages)), height * float64(len(rows))}
	s.writeDays(g, width, top)
	cell := func(i, column int) Rect {
		return Rect{s.plot.X + float64(column)*width, s.plot.Y + float64(i)*height, width, height}
	}
	for i, row := range rows {
		name := s.font.fit(s.o.Words.Period(g.Periods[row]), textSize, widest)
		s.write(name, textSize, s.theme.text, marginX, s.plot.Y+(float64(i)+0.5)*height+textSize*0.36, left)
		for column := range g.Vintages {
			if g.Cells[row][column].Stated {
				s.points = append(s.points, cellPoint(row, column, cell(i, column)))
				s.writeCell(g, row, column, cell(i, column))
			}
		}
	}
	return func(p *pen) {
		for i, row := range rows {
			for column := range g.Vintages {
				s.paintEdition(p, g, row, column, cell(i, column))
			}
		}
		legend(p)
	}
}

// gridRows chooses the periods that have room: those that changed before the
// others, and of each the newest.
func gridRows(g reports.RevisionGrid, room int) []int {
	var same, changed []int
	for row := range g.Periods {
		if g.Changed(row) {
			changed = append(changed, row)
		} else {
			same = append(same, row)
		}
	}
	if len(g.Periods) > room {
		room = max(1, room-1) // a line says how many are left out
		changed = changed[max(0, len(changed)-room):]
		same = same[max(0, len(same)-(room-len(changed))):]
	}
	rows := append(changed, same...)
	slices.Sort(rows)
	return rows
}

// writeDays writes the vintages' days above their columns, as many as have
// room.
func (s *edited) writeDays(g reports.RevisionGrid, width, top float64) {
	free := math.Inf(-1)
	for i, v := range g.Vintages {
		text := s.o.Words.PeriodShort(reports.Period{Start: v.Day, End: v.Day + 1})
		x, half := s.plot.X+(float64(i)+0.5)*width, s.font.width(text, noteSize)/2
		if x-half > free {
			s.write(text, noteSize, s.theme.quiet, x, top+noteSize, center)
			free = x + half + 6
		}
	}
}

// writeCell writes a cell's number into it where it has room.
func (s *edited) writeCell(g reports.RevisionGrid, row, column int, r Rect) {
	text := s.o.Words.Amount(amountOf(g.Cells[row][column]))
	if s.font.width(text, noteSize) > r.Width-6 {
		return
	}
	ground := s.theme.ground
	if percent, changed := s.cellChange(g, row, column); changed {
		ground = s.changeColor(percent)
	}
	s.write(text, noteSize, s.theme.on(ground), r.X+r.Width/2, r.Y+r.Height/2+noteSize*0.36, center)
}

func amountOf(s reports.Statement) reports.Number {
	return reports.Number{Value: s.Value, Low: s.Low, High: s.High, HasRange: s.HasRange, Status: s.Status}
}

// cellChange returns a cell's change in percent against the vintage before; ok
// is false where none before states a number, or the cell states none.
func (s *edited) cellChange(g reports.RevisionGrid, row, column int) (percent float64, ok bool) {
	before, after, ok := g.Against(row, column)
	if !ok || before.Value == after.Value {
		return 0, ok
	}
	if before.Value == 0 {
		return math.Inf(1) * after.Value, true
	}
	return 100 * (after.Value - before.Value) / math.Abs(before.Value), true
}

// paintEdition draws a cell: in the colour of its change, empty where the
// vintage is the first to state it, hatched where it states it no longer.
func (s *edited) paintEdition(p *pen, g reports.RevisionGrid, row, column int, r Rect) {
	if percent, ok := s.cellChange(g, row, column); ok {
		s.paintCell(p, s.changeColor(percent), r)
		return
	}
	inner := Rect{r.X + 0.5, r.Y + 0.5, r.Width - 1, r.Height - 1}
	switch {
	case g.Cells[row][column].Stated:
		p.outline(stroke{color: s.theme.axis, width: 0.8}, inner.corners())
	case slices.ContainsFunc(g.Cells[row][:column], func(s reports.Statement) bool { return s.Stated }):
		s.paintEmpty(p, inner)
	}
}

// layChanges places the legend of changes: less, the same, more, the first
// statement, and none.
func (s *edited) layChanges(top float64) (paint func(*pen), below float64) {
	w := s.o.Words
	percent := func(v float64) string { return w.DifferencePercent(reports.Exactly(v)) }
	examples := []float64{-50, -5, -0.5, 0, 0.5, 5, 50}
	bounds := []string{percent(-10), percent(-1), "", "", percent(1), percent(10)}
	box := 30.0
	for _, b := range bounds {
		box = max(box, s.font.width(b, noteSize)+8)
	}
	x := float64(marginX)
	var boxes []Rect
	for i := range examples {
		boxes = append(boxes, Rect{x, top, box, swatchHeight})
		x += box
		if i < len(bounds) {
			s.write(bounds[i], noteSize, s.theme.quiet, x, top+swatchHeight+noteSize+2, center)
		}
	}
	middle := boxes[3]
	s.write(w.Say("editions.same"), noteSize, s.theme.quiet, middle.X+middle.Width/2, top+swatchHeight+noteSize+2, center)
	x += legendGap
	width := s.font.width(w.Say("editions.first"), noteSize)
	if x+width+s.font.width(w.Say("editions.none"), noteSize)+2*36+legendGap > s.o.Width-marginX {
		x, top = marginX, top+legendHeight
	}
	first := Rect{x, top, 24, swatchHeight}
	s.write(w.Say("editions.first"), noteSize, s.theme.quiet, first.Right()+6, top+noteSize-1, left)
	none := Rect{first.Right() + 6 + width + legendGap, top, 24, swatchHeight}
	s.write(w.Say("editions.none"), noteSize, s.theme.quiet, none.Right()+6, top+noteSize-1, left)
	return func(p *pen) {
		for i, r := range boxes {
			s.paintCell(p, s.changeColor(examples[i]), r)
		}
		p.outline(stroke{color: s.theme.axis, width: 0.8}, first.corners())
		s.paintEmpty(p, none)
	}, top + legendHeight + 6
}
