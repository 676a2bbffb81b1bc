package chart

import "math"

// A Way is where an arrow key leads.
type Way int

// The ways.
const (
	Left Way = iota
	Right
	Up
	Down
)

// Step returns the point that an arrow key leads to from another one. In kinds
// along time, left and right go to the series' periods before and after, up
// and down to the next series at the same place, to the next panel or bar, and at a line's end to the panel beside;
// in heat maps, calendars and maps each key goes to the nearest number on its
// side, where numbers stand in rows up and down to the next row. There is none at the edge.
func (p *Picture) Step(from Point, way Way) (Point, bool) {
	best, found := math.Inf(1), from
	for _, c := range p.Points {
		if cost, ok := p.cost(from, c, way); ok && cost < best {
			best, found = cost, c
		}
	}
	if math.IsInf(best, 1) && len(p.Panels) > 1 && (way == Left || way == Right) {
		return p.stepPanel(from, way)
	}
	if math.IsInf(best, 1) && (way == Up || way == Down) && (from.half > 0 || len(p.Panels) > 1) {
		return p.stepSeries(from, way)
	}
	return found, !math.IsInf(best, 1)
}

// stepPanel goes from the end of a line to the panel beside its own.
func (p *Picture) stepPanel(from Point, way Way) (Point, bool) {
	best, found := math.Inf(1), from
	for _, c := range p.Points {
		along := c.X - from.X
		if way == Left {
			along = -along
		}
		if cost := along + 2*math.Abs(c.Y-from.Y); c.panel != from.panel && along > 0 && cost < best {
			best, found = cost, c
		}
	}
	return found, !math.IsInf(best, 1)
}

// stepSeries goes to the nearest number of the next series, wherever it stands:
// to the bar beside, to the panel in another column.
func (p *Picture) stepSeries(from Point, way Way) (Point, bool) {
	best, found := math.Inf(1), from
	for _, c := range p.Points {
		ahead := c.Series - from.Series
		if len(p.Panels) > 1 {
			ahead = c.panel - from.panel
		}
		if way == Up {
			ahead = -ahead
		}
		if cost := float64(ahead) + math.Abs(c.X-from.X)/1e5; ahead > 0 && cost < best {
			best, found = cost, c
		}
	}
	return found, !math.IsInf(best, 1)
}

// cost returns how far a point lies on the way from another, and whether it
// lies on it at all.
func (p *Picture) cost(from, to Point, way Way) (float64, bool) {
	along, across := to.X-from.X, to.Y-from.Y
	switch way {
	case Left:
		along = -along
	case Up:
		along, across = -across, along
	case Down:
		along, across = across, along
	}
	if to.Series == from.Series && to.Number == from.Number && to.panel == from.panel {
		return 0, false
	}
	switch {
	case p.rows && (way == Up || way == Down):
		return along + math.Abs(across)/1e5, along > 0.5
	case p.rows:
		return along, along > 0.5 && math.Abs(across) < 0.5
	case p.placed:
		return along + 2*math.Abs(across), along > 0.5
	case way == Left || way == Right:
		return along, along > 0 && to.Series == from.Series && to.panel == from.panel
	case math.Abs(across) > max(0.5, from.half, to.half) || to.Series == from.Series:
		return 0, false
	}
	next := to.Series > from.Series == (way == Down) // of numbers at one place
	return along, along > 0 || along == 0 && next
}
