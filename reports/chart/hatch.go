package chart

import (
	"math"
	"slices"
)

// A ring is the outline of a country or of a part of it, in units.
type ring []point

// inside tells whether a place lies within rings, by the even-odd rule.
func inside(rings []ring, at point) bool {
	in := false
	for _, r := range rings {
		for i, b := range r {
			a := r[(i+len(r)-1)%len(r)]
			if (a.y > at.y) != (b.y > at.y) && at.x < a.x+(b.x-a.x)*(at.y-a.y)/(b.y-a.y) {
				in = !in
			}
		}
	}
	return in
}

// hatchPitch is the distance of the lines that stand for "no data".
const hatchPitch = 5

// hatch draws diagonal lines within rings.
func (p *pen) hatch(s stroke, rings ...ring) {
	low, high := math.Inf(1), math.Inf(-1)
	for _, r := range rings {
		for _, pt := range r {
			low, high = min(low, pt.x+pt.y), max(high, pt.x+pt.y)
		}
	}
	p.setStroke(s)
	for c := math.Ceil(low/hatchPitch) * hatchPitch; c < high; c += hatchPitch {
		crossings := crossingsOf(rings, c)
		for i := 0; i+1 < len(crossings); i += 2 {
			a, b := crossings[i], crossings[i+1]
			if b-a > 0.5 {
				p.canvas.Stroke(p.path([]point{{a, c - a}, {b, c - b}}))
			}
		}
	}
}

// crossingsOf returns where the line x + y = c crosses the rings, by x.
func crossingsOf(rings []ring, c float64) []float64 {
	var list []float64
	for _, r := range rings {
		for i, b := range r {
			a := r[(i+len(r)-1)%len(r)]
			da, db := a.x+a.y-c, b.x+b.y-c
			if (da > 0) != (db > 0) {
				list = append(list, a.x+(b.x-a.x)*da/(da-db))
			}
		}
	}
	slices.Sort(list)
	return list
}
