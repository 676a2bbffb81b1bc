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
//
// A pointer finds a number with Nearest. Arrow keys go from number to number
// with Step, which knows what is a neighbour in each kind. A selection is
// marked at the point's X and Y; a vertical rule reaches over Panel of it.
type Picture struct {
	Image  *image.RGBA
	Plot   Rect    // where the numbers are drawn, within the axes
	Panels []Rect  // the plots of facets, and of maps side by side; nil elsewhere
	Points []Point // in the order of X

	reach  float64 // half the width of the widest point
	placed bool
	rows   bool
	shapes [][]ring
}

// A Point is the place of a number: of Answer.Series[Series].Numbers[Number].
type Point struct {
	Series, Number int
	X, Y           float64

	half, base float64 // a bar or a band reaches from X-half to X+half, and from Y to base
	tall       float64 // a cell reaches from Y-tall to Y+tall
	panel      int     // in Picture.Panels
	shape      int     // a country is Picture.shapes[shape-1]; 0 for none
	run        int     // of a line that no gap cuts, from 1; 0 for none
}

// Size returns the width and the height of the mark of a number: of a bar, a
// band or a cell; 0 for the point of a line.
func (p Point) Size() (width, height float64) {
	return 2 * p.half, math.Abs(p.Y-p.base) + 2*p.tall
}

func newPicture(img *image.RGBA, d *drawing) *Picture {
	p := &Picture{Image: img, Plot: d.plot, Panels: d.panels, Points: d.points, placed: d.placed, rows: d.rows, shapes: d.shapes}
	sort.SliceStable(p.Points, func(i, j int) bool { return p.Points[i].X < p.Points[j].X })
	for _, pt := range p.Points {
		p.reach = max(p.reach, pt.half)
	}
	if len(p.shapes) > 0 {
		p.reach = p.Plot.Width // a country reaches far from its middle
	}
	return p
}

// The distance from the plot within which a pointer still means a number.
const pointerSlack = 16

// Nearest returns the number nearest to a place: for bars, bands, cells and
// countries the one that holds it. There is none outside the plot, nor in an
// empty picture, nor far from every cell or country.
func (p *Picture) Nearest(x, y float64) (Point, bool) {
	if x < p.Plot.X-pointerSlack || x > p.Plot.Right()+pointerSlack ||
		y < p.Plot.Y-pointerSlack || y > p.Plot.Bottom()+pointerSlack {
		return Point{}, false
	}
	panel := p.panelAt(x, y)
	start := sort.Search(len(p.Points), func(i int) bool { return p.Points[i].X >= x })
	best, found := math.Inf(1), -1
	try := func(i int) (more bool) {
		if math.Abs(p.Points[i].X-x)-p.reach > best {
			return false
		}
		if d := p.distance(p.Points[i], x, y); d < best && p.Points[i].panel == panel {
			best, found = d, i
		}
		return true
	}
	for i := start; i < len(p.Points) && try(i); i++ {
	}
	for i := start - 1; i >= 0 && try(i); i-- {
	}
	if found < 0 || p.placed && best > pointerSlack {
		return Point{}, false
	}
	return p.Points[found], true
}

// Panel returns the plot that a point stands in.
func (p *Picture) Panel(at Point) Rect {
	if at.panel < len(p.Panels) {
		return p.Panels[at.panel]
	}
	return p.Plot
}

// panelAt returns the index of the panel that is nearest to a place.
func (p *Picture) panelAt(x, y float64) int {
	best, found := math.Inf(1), 0
	for i, r := range p.Panels {
		dx, dy := max(0, r.X-x, x-r.Right()), max(0, r.Y-y, y-r.Bottom())
		if d := math.Hypot(dx, dy); d < best {
			best, found = d, i
		}
	}
	return found
}

// distance returns how far a place is from a point's mark. Along time sideways
// counts four times as much as up and down: a pointer means a period first.
func (p *Picture) distance(at Point, x, y float64) float64 {
	if at.shape > 0 && inside(p.shapes[at.shape-1], point{x, y}) {
		return 0
	}
	dx := max(0, math.Abs(x-at.X)-at.half)
	dy := max(0, min(at.Y-at.tall, at.base)-y, y-max(at.Y+at.tall, at.base))
	if p.placed {
		return math.Hypot(dx, dy)
	}
	return math.Hypot(dx, dy/4)
}
