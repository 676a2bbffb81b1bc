package chart

import (
	"image"
	"math"
	"sort"
)

// A Rect is a rectangle in units; its origin is the picture's top left corner.
type Rect struct{ X, Y, Width, Height float64 }

// Right returns the rectangle's right edge.
func (r Rect) Right() float64 { return r.X + r.Width }

// Bottom returns the rectangle's bottom edge.
func (r Rect) Bottom() float64 { return r.Y + r.Height }

// A Picture is a chart in pixels, and the places of its numbers in units.
type Picture struct {
	Image  *image.RGBA
	Plot   Rect    // where the numbers are drawn, within the axes
	Points []Point // in the order of X

	reach float64 // half the width of the widest point
}

// A Point is the place of a number: of Answer.Series[Series].Numbers[Number].
type Point struct {
	Series, Number int
	X, Y           float64

	half, base float64 // a bar or a band reaches from X-half to X+half, and from Y to base
}

func newPicture(img *image.RGBA, d *drawing) *Picture {
	p := &Picture{Image: img, Plot: d.plot, Points: d.points}
	sort.SliceStable(p.Points, func(i, j int) bool { return p.Points[i].X < p.Points[j].X })
	for _, pt := range p.Points {
		p.reach = max(p.reach, pt.half)
	}
	return p
}

// The distance from the plot within which a pointer still means a number.
const pointerSlack = 16

// Nearest returns the number nearest to a place: for bars and bands the one
// that holds it. There is none outside the plot, nor in an empty picture.
func (p *Picture) Nearest(x, y float64) (Point, bool) {
	if x < p.Plot.X-pointerSlack || x > p.Plot.Right()+pointerSlack ||
		y < p.Plot.Y-pointerSlack || y > p.Plot.Bottom()+pointerSlack {
		return Point{}, false
	}
	start := sort.Search(len(p.Points), func(i int) bool { return p.Points[i].X >= x })
	best, found := math.Inf(1), -1
	try := func(i int) (more bool) {
		if math.Abs(p.Points[i].X-x)-p.reach > best {
			return false
		}
		if d := p.Points[i].distance(x, y); d < best {
			best, found = d, i
		}
		return true
	}
	for i := start; i < len(p.Points) && try(i); i++ {
	}
	for i := start - 1; i >= 0 && try(i); i-- {
	}
	if found < 0 {
		return Point{}, false
	}
	return p.Points[found], true
}

// distance returns how far a place is from the point's mark. Sideways counts
// four times as much as up and down: a pointer means a period first.
func (p Point) distance(x, y float64) float64 {
	dx := max(0, math.Abs(x-p.X)-p.half)
	dy := max(0, min(p.Y, p.base)-y, y-max(p.Y, p.base))
	return math.Hypot(dx, dy/4)
}
