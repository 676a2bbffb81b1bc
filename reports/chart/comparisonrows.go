package chart

import "math"

// layDumbbell sets both numbers of each item on one axis: the base hollow, the
// other filled, and beside them how much they differ.
func (s *sided) layDumbbell(top, bottom float64) func(*pen) {
	key := top + textSize
	top += textSize * 2
	row := s.layNames(top, bottom-acrossRoom)
	low, high := 0.0, 0.0
	for _, at := range s.items {
		for _, v := range s.c.Items[at].Values {
			low, high = min(low, v.Value), max(high, v.Value)
		}
	}
	s.plot.Width = s.dumbbellWidth(low, high)
	x, ticks := s.layAcross(low, high)
	middle := func(i int) float64 { return top + (float64(i)+0.5)*row }
	for i, at := range s.items {
		item := s.c.Items[at]
		for side, v := range item.Values {
			s.points = append(s.points, Point{Series: at, Number: side, X: x(v.Value), Y: middle(i), base: middle(i)})
		}
		end := max(x(item.Values[0].Value), x(item.Values[1].Value))
		s.write(s.changeText(item), noteSize, s.theme.readable(s.ink(item)), end+dotGap, middle(i)+noteSize*0.36, left)
	}
	first, second := s.o.Words.SideName(s.c, 0), s.o.Words.SideName(s.c, 1)
	after := s.plot.X + 24 + s.font.width(first, noteSize)
	s.write(first, noteSize, s.theme.quiet, s.plot.X+10, key, left)
	s.write(second, noteSize, s.theme.quiet, after+12, key, left)
	return func(p *pen) {
		s.grid(p, x, ticks)
		p.mark(circle, point{s.plot.X + 2, key - 4}, 4.5, s.theme.quiet, s.theme.ground, true)
		p.mark(circle, point{after + 3, key - 4}, 4.5, s.theme.quiet, s.theme.ground, false)
		for i, at := range s.items {
			item := s.c.Items[at]
			c, a, b := s.ink(item), point{x(item.Values[0].Value), middle(i)}, point{x(item.Values[1].Value), middle(i)}
			p.hair(stroke{color: s.theme.grid, width: 1, dash: dots}, point{s.plot.X, middle(i)}, point{min(a.x, b.x), middle(i)})
			p.line(s.line(item), a, b)
			p.mark(circle, a, 4.5, c, s.theme.ground, true)
			p.mark(circle, b, 4.5, c, s.theme.ground, false)
		}
	}
}

// dotGap is from the middle of a dumbbell's last dot to the text beside it.
const dotGap = 12

// dumbbellWidth returns the largest width of the axis with which the text beside
// each item's dots ends within the picture.
func (s *sided) dumbbellWidth(low, high float64) float64 {
	room := s.o.Width - marginX - s.plot.X
	width := room
	for range 3 { // a narrower axis may have fewer ticks, and end elsewhere
		axis := acrossScale(low, high, width)
		width = min(width, room-s.font.width(s.o.Words.Number(axis.high), noteSize)/2)
		for _, at := range s.items {
			item := s.c.Items[at]
			part := (max(item.Values[0].Value, item.Values[1].Value) - axis.low) / (axis.high - axis.low)
			if need := s.font.width(s.changeText(item), noteSize) + dotGap; part > 0 {
				width = min(width, (room-need)/part)
			}
		}
	}
	return max(leastPlot, width)
}

// layDiverging draws each item's difference from zero, to the right where it is
// more; a difference of which only the bounds are known is a line between
// them.
func (s *sided) layDiverging(top, bottom float64) func(*pen) {
	row := s.layNames(top, bottom-acrossRoom)
	low, high, widest := 0.0, 0.0, 0.0
	for _, at := range s.items {
		d := s.c.Items[at].Difference
		for _, v := range []float64{d.Value, d.Low, d.High} {
			if finite(v) == v {
				low, high = min(low, v), max(high, v)
			}
		}
		widest = max(widest, s.font.width(s.changeText(s.c.Items[at]), noteSize))
	}
	room := s.o.Width - marginX - s.plot.X
	before := 0.0
	if low < 0 {
		before = widest + 8
	}
	s.plot.X += before
	s.plot.Width = max(leastPlot, room-before-widest-8)
	x, ticks := s.layAcross(low, high)
	middle := func(i int) float64 { return top + (float64(i)+0.5)*row }
	half := min(row*0.36, 10)
	for i, at := range s.items {
		item := s.c.Items[at]
		from, to := s.reach(at)
		s.points = append(s.points, Point{Series: at, Number: 1, X: (x(from) + x(to)) / 2, Y: middle(i), base: middle(i), half: math.Abs(x(to)-x(from)) / 2, tall: half})
		place, end := x(max(from, to))+6, left
		if max(from, to) <= 0 && from+to < 0 {
			place, end = x(min(from, to))-6, right
		}
		s.write(s.changeText(item), noteSize, s.theme.readable(s.ink(item)), place, middle(i)+noteSize*0.36, end)
	}
	return func(p *pen) {
		s.grid(p, x, ticks)
		for i, at := range s.items {
			from, to := s.reach(at)
			a, b := min(x(from), x(to)), max(x(from), x(to))
			if item := s.c.Items[at]; item.Difference.Known() {
				s.fillBar(p, s.ink(item), Rect{a, middle(i) - half, max(b-a, 1), 2 * half}, s.open(item))
			} else {
				p.line(stroke{color: s.ink(item), width: 2}, point{a, middle(i)}, point{b, middle(i)})
				for _, end := range []float64{a, b} {
					p.line(stroke{color: s.ink(item), width: 1.5}, point{end, middle(i) - half}, point{end, middle(i) + half})
				}
			}
		}
	}
}

// reach returns from where to where the bar of an item goes.
func (s *sided) reach(at int) (from, to float64) {
	d := s.c.Items[at].Difference
	if d.Known() {
		return 0, d.Value
	}
	return d.Low, d.High
}
