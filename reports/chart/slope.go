package chart

import (
	"math"
	"strings"

	"vitrine/reports"
)

// laySlope joins the numbers of each item by a line from the first side to the
// second, with the names at both ends.
func (s *sided) laySlope(top, bottom float64) func(*pen) {
	top += slopeHead
	s.scaleSlope(top, bottom)
	var labels [2][]label
	widths := [2]float64{}
	for side := range labels {
		labels[side], widths[side] = s.slopeLabels(side)
	}
	s.plot = Rect{marginX + widths[0] + 14, top, 0, bottom - top}
	s.plot.Width = max(leastPlot, s.o.Width-marginX-widths[1]-14-s.plot.X)
	ends := [2]float64{s.plot.X, s.plot.Right()}
	for side, list := range labels {
		align, shift := right, -14.0
		if side == 1 {
			align, shift = left, 14
		}
		s.write(s.o.Words.SideName(s.c, side), textSize, s.theme.quiet, ends[side], top-textSize*0.7, center)
		labels[side] = placeLabels(list, top-4, bottom-4)
		for _, l := range labels[side] {
			c := s.theme.readable(s.ink(s.c.Items[l.trace]))
			s.write(l.text[0], textSize, c, ends[side]+shift, l.y+textSize*0.36, align)
		}
	}
	for _, at := range s.items {
		for side, v := range s.c.Items[at].Values {
			y := s.scale.y(v.Value)
			s.points = append(s.points, Point{Series: at, Number: side, X: ends[side], Y: y, base: y})
		}
	}
	return func(p *pen) { s.paintSlope(p, labels, ends) }
}

// slopeHead is the room of the sides' names.
const slopeHead = textSize * 2.2

// scaleSlope places the numbers of the items that are drawn.
func (s *sided) scaleSlope(top, bottom float64) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, at := range s.items {
		for _, v := range s.c.Items[at].Values {
			low, high = min(low, v.Value), max(high, v.Value)
		}
	}
	s.o.Log = s.o.Log && low > 0
	if s.scale = linearScale(min(low, 0), max(high, 0), 6); s.o.Log {
		s.scale = logScale(low, high)
	}
	s.scale.top, s.scale.bottom = top+8, bottom-10
}

// farSlope is how far a name may stand from its number, in heights of it.
const farSlope = 2.5

// crowded tells whether names stand far from the numbers that they belong to.
func (s *sided) crowded(top, bottom float64) bool {
	s.scaleSlope(top, bottom)
	for side := range s.c.Sides {
		list, _ := s.slopeLabels(side)
		for _, l := range placeLabels(list, top-4, bottom-4) {
			if math.Abs(l.y-l.from.y) > farSlope*l.height {
				return true
			}
		}
	}
	return false
}

// spread makes a slope readable whose numbers are spread unevenly: on a
// logarithmic axis, where most of them have a place on one, and with as many of
// the largest changes as have room for their names.
func (s *sided) spread(top, bottom float64) {
	top, bottom = top+slopeHead, bottom-noteSize*lineFactor
	if !s.crowded(top, bottom) {
		return
	}
	var positive []int
	for _, at := range s.items {
		if v := s.c.Items[at].Values; v[0].Value > 0 && v[1].Value > 0 {
			positive = append(positive, at)
		}
	}
	if n := len(s.items); !s.o.Log && len(positive) >= 3 && 3*len(positive) >= 2*n {
		s.items, s.zeros, s.o.Log = positive, n-len(positive), true
	}
	for len(s.items) > fewSlopes && s.crowded(top, bottom) {
		s.items = s.items[:len(s.items)-1]
	}
}

// fewSlopes are drawn however close their names stand.
const fewSlopes = 5

// slopeLabels makes the labels of a side: the name and the number, on the
// right the change too.
func (s *sided) slopeLabels(side int) (list []label, widest float64) {
	w := s.o.Words
	for weight, at := range s.items {
		item := s.c.Items[at]
		parts := []string{s.font.fit(w.ItemName(s.c, item), textSize, s.o.Width*0.2), w.SideQuantity(item, side)}
		if side == 1 {
			parts = []string{parts[1], parts[0], s.changeWithin(item, s.o.Width*0.16)}
		}
		text := strings.Join(parts, "  ")
		widest = max(widest, s.font.width(text, textSize))
		list = append(list, label{trace: at, text: []string{text}, height: textSize * 1.3, weight: weight,
			from: point{0, s.scale.y(item.Values[side].Value)}})
	}
	return list, widest
}

// changeWithin writes an item's change as far as there is room: a percentage
// that lost its end would be read as another one, so it is left out whole.
func (s *sided) changeWithin(item reports.Item, room float64) string {
	text := s.changeText(item)
	if s.font.width(text, textSize) > room && item.Percent.Known() {
		text = s.o.Words.ItemDifference(item)
		if len(item.Events) > 0 {
			text += " *"
		}
	}
	return s.font.fit(text, textSize, room)
}

func (s *sided) paintSlope(p *pen, labels [2][]label, ends [2]float64) {
	for _, x := range ends {
		p.hair(stroke{color: s.theme.axis, width: 1}, point{x, s.plot.Y}, point{x, s.plot.Bottom()})
	}
	for side, list := range labels {
		shift := []float64{-1, 1}[side]
		for _, l := range list {
			if l.moved() {
				c := s.theme.soft(s.ink(s.c.Items[l.trace]))
				p.line(stroke{color: c, width: 0.8}, point{ends[side] + 5*shift, l.from.y}, point{ends[side] + 11*shift, l.y})
			}
		}
	}
	for i := len(s.items) - 1; i >= 0; i-- {
		item := s.c.Items[s.items[i]]
		c := s.ink(item)
		a, b := point{ends[0], s.scale.y(item.Values[0].Value)}, point{ends[1], s.scale.y(item.Values[1].Value)}
		p.line(s.line(item), a, b)
		p.mark(circle, a, 4, c, s.theme.ground, true)
		p.mark(circle, b, 4, c, s.theme.ground, false)
	}
}
