package chart

import (
	"math"
	"slices"

	"vitrine/reports"
)

// A stair is a figure over its vintages: each statement holds until the next.
type stair struct {
	history int // in Editions.Histories
	slot    int
	steps   []stairStep
}

type stairStep struct {
	statement int
	at        int // in the vintages drawn
	v         float64
	open      bool
	beside    point // how far it is drawn from its place, beside others there
}

// layVintages draws figures over the days of their vintages.
func (s *edited) layVintages(top, bottom float64) func(*pen) {
	list := s.drawnHistories()
	several := len(list) > 1
	bottom = s.layMore("editions.more", len(s.e.Histories)-len(list), bottom)
	if list[0].Moved() == 0 {
		bottom = s.layMore("editions.unchanged", len(list), bottom)
	}
	unit := s.o.Words.Unit(list[0].Measure)
	if several {
		unit = s.o.Words.Say("editions.unit")
	}
	top = s.layHead(s.o.Words.EditionsAbout(list), unit, top)
	vintages := vintagesOf(list)
	stairs := s.stairsOf(list, vintages)
	s.plot.Y, s.plot.Height = top+textSize, max(leastPlot, bottom-roomOfDays(len(vintages))-top-textSize)
	s.layStairValues(stairs, several)
	s.plot.Width = s.o.Width - marginX - s.plot.X
	if several {
		s.layStairNames(list, stairs)
	}
	x := s.placeVintages(vintages)
	s.spreadStairs(stairs)
	for _, st := range stairs {
		for _, step := range st.steps {
			at := s.stepAt(step, x)
			s.points = append(s.points, Point{Series: st.history, Number: step.statement, X: at.x, Y: at.y, base: at.y})
		}
	}
	if several {
		s.labels = placeLabels(s.endsOf(stairs, x), s.plot.Y-textSize, s.plot.Bottom()+2)
	} else {
		s.writeSteps(stairs[0], x)
	}
	return func(p *pen) { s.paintStairs(p, stairs, x) }
}

// drawnHistories chooses the figures that are drawn: those that changed, where
// some did.
func (s *edited) drawnHistories() []reports.History {
	list := s.e.Histories[:min(len(s.e.Histories), maxColoured)]
	for len(list) > 1 && list[0].Moved() > 0 && list[len(list)-1].Moved() == 0 {
		list = list[:len(list)-1]
	}
	return list
}

// vintagesOf lists the vintages of some histories, the oldest first.
func vintagesOf(list []reports.History) []reports.Vintage {
	var vintages []reports.Vintage
	for _, h := range list {
		at := 0
		for _, st := range h.Statements {
			i := slices.Index(vintages, st.Vintage)
			if i < 0 {
				for i = at; i < len(vintages) && vintages[i].Day <= st.Vintage.Day; i++ {
				}
				vintages = slices.Insert(vintages, i, st.Vintage)
			}
			at = i + 1
		}
	}
	return vintages
}

// stairsOf makes a stair of each history: of its numbers, or where there are
// several of what they are in percent more than the first.
func (s *edited) stairsOf(list []reports.History, vintages []reports.Vintage) []stair {
	var stairs []stair
	slots, several := s.historySlots(list), len(list) > 1
	for i, h := range list {
		st, first := stair{history: i, slot: slots[i]}, math.NaN()
		for n, told := range h.Statements {
			v := finite(told.Value)
			if math.IsNaN(v) || !told.Says() {
				continue
			}
			if math.IsNaN(first) {
				first = v
			}
			if several {
				v = 100 * (v - first) / first
			}
			if several && first == 0 {
				continue
			}
			st.steps = append(st.steps, stairStep{statement: n, at: slices.Index(vintages, told.Vintage), v: v, open: told.Status == reports.Provisional})
		}
		stairs = append(stairs, st)
	}
	return stairs
}

// historySlots gives figures the colours of their values; one alone has that
// of totals.
func (s *edited) historySlots(list []reports.History) []int {
	if len(list) == 1 {
		return []int{loneSlot}
	}
	var a reports.Answer
	for _, h := range list {
		a.Series = append(a.Series, reports.Series{Publisher: h.Publisher, Table: h.Table, Measure: h.Measure, Key: h.Split})
	}
	return slotsOf(a, s.o.Tints)
}

// layStairValues chooses the value axis. One figure's begins where its numbers
// do, since it is their change that is looked at.
func (s *edited) layStairValues(stairs []stair, several bool) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, st := range stairs {
		for _, step := range st.steps {
			low, high = min(low, step.v), max(high, step.v)
		}
	}
	if several {
		low, high = min(low, 0), max(high, 0)
	}
	if several && low == high { // none changed: zero is in the middle
		low, high = -1, 1
	}
	n := max(2, min(int(s.plot.Height/64), 7))
	s.scale = linearScale(low, high, n)
	s.scale.top, s.scale.bottom = s.plot.Y, s.plot.Bottom()
	if !several { // its numbers stand above and below the stair
		s.scale.top, s.scale.bottom = s.plot.Y+textSize, s.plot.Bottom()-2*textSize-10
	}
	s.valueTicks = s.scale.ticks(n)
	text, widest := s.o.Words.Number, 0.0
	if several {
		text = func(v float64) string { return s.o.Words.DifferencePercent(reports.Exactly(v)) }
	}
	for _, t := range s.valueTicks {
		widest = max(widest, s.font.width(text(t.value), noteSize))
	}
	s.plot.X = marginX + widest + tickGap
	for _, t := range s.valueTicks {
		s.write(text(t.value), noteSize, s.theme.quiet, s.plot.X-tickGap, s.scale.y(t.value)+4, right)
	}
}

// layStairNames makes the names at the right, and leaves room for them.
func (s *edited) layStairNames(list []reports.History, stairs []stair) {
	widest := 0.0
	for i, st := range stairs {
		name := s.o.Words.EditionsName(list, list[st.history])
		lines := s.font.wrapAtMost(name, textSize, max(60, min(s.o.Width*labelShare, 240)), 2)
		for _, line := range lines {
			widest = max(widest, s.font.width(line, textSize))
		}
		s.labels = append(s.labels, label{trace: i, text: lines, weight: i, height: float64(len(lines))*textSize*1.15 + 4})
	}
	s.plot.Width = max(leastPlot, s.plot.Width-widest-labelGapX-labelText)
}

// endsOf gives each name the place that it belongs to.
func (s *edited) endsOf(stairs []stair, x []float64) []label {
	var placed []label
	for _, l := range s.labels {
		if steps := stairs[l.trace].steps; len(steps) > 0 {
			l.from = s.stepAt(steps[len(steps)-1], x)
			placed = append(placed, l)
		}
	}
	return placed
}

// writeSteps writes each number of a stair above it, and its change below,
// where there is room for both.
func (s *edited) writeSteps(st stair, x []float64) {
	h, free := s.e.Histories[st.history], math.Inf(-1)
	for i, step := range st.steps {
		text, half := s.o.Words.Number(step.v), 0.0
		change := ""
		if r, ok := h.Revision(step.statement); ok && r.Difference() != 0 {
			change = s.o.Words.Difference(reports.Exactly(r.Difference()))
			if percent := reports.Exactly(r.Percent()); percent.Known() {
				change = s.o.Words.DifferencePercent(percent)
			}
		}
		half = max(s.font.width(text, textSize), s.font.width(change, noteSize)) / 2
		if x[step.at]-half < free {
			continue
		}
		free = x[step.at] + half + 6
		y := s.scale.y(step.v)
		above, below := y-9, y+textSize+6
		if i > 0 && st.steps[i-1].v > step.v { // the stair comes from above
			above, below = y+textSize+6, y+2*textSize+7
		}
		s.write(text, textSize, s.theme.text, x[step.at], above, center)
		if change != "" {
			s.write(change, noteSize, s.theme.readable(s.changeInk(change[0] == '-')), x[step.at], below, center)
		}
	}
}

// paintStairs draws a hair at each vintage and the stairs over them.
func (s *edited) paintStairs(p *pen, stairs []stair, x []float64) {
	for _, t := range s.valueTicks {
		y := s.scale.y(t.value)
		p.hair(stroke{color: s.theme.grid, width: 1}, point{s.plot.X, y}, point{s.plot.Right(), y})
	}
	for _, at := range x {
		p.hair(stroke{color: s.theme.grid, width: 1, dash: dots}, point{at, s.plot.Y}, point{at, s.plot.Bottom()})
	}
	for _, st := range slices.Backward(stairs) {
		c := slotColor(st.slot, s.o.tone())
		p.line(stroke{color: c, width: 2}, s.stairLine(st, x)...)
		for _, step := range st.steps {
			p.mark(s.stairMark(st), s.stepAt(step, x), s.stairMarkSize(), c, s.theme.ground, step.open)
		}
	}
	s.paintStairNames(p, stairs)
}

func (s *edited) stairMark(st stair) mark {
	if len(s.labels) == 0 {
		return circle
	}
	return slotMark(st.slot)
}

func (s *edited) paintStairNames(p *pen, stairs []stair) {
	x := s.plot.Right() + labelGapX
	for _, l := range s.labels {
		st := stairs[l.trace]
		c := slotColor(st.slot, s.o.tone())
		leader := stroke{color: s.theme.soft(c), width: 0.8}
		p.line(leader, point{l.from.x + 6, l.from.y}, point{max(l.from.x+6, s.plot.Right()), l.from.y}, point{x - 4, l.y})
		p.mark(s.stairMark(st), point{x + 2, l.y}, markSize, c, s.theme.ground, false)
		y := l.y - float64(len(l.text)-1)*textSize*1.15/2 + textSize*0.36
		for _, line := range l.text {
			p.write(writing{line, s.font, textSize, s.theme.readable(c), point{x + labelText - 3, y}, left})
			y += textSize * 1.15
		}
	}
}
