package chart

import (
	"math"

	"vitrine/assets"
)

// A projection places the earth on a plane, x to the right, y upwards; both
// here keep areas true.
type projection func(assets.Place) point

// equalEarth is Šavrič, Patterson and Jenny's projection of the world (2018).
func equalEarth(at assets.Place) point {
	const a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
	theta := math.Asin(math.Sqrt(3) / 2 * math.Sin(radians(at.Latitude)))
	t2 := theta * theta
	t6 := t2 * t2 * t2
	return point{
		x: 2 * math.Sqrt(3) * radians(at.Longitude) * math.Cos(theta) / (3 * (9*a4*t6*t2 + 7*a3*t6 + 3*a2*t2 + a1)),
		y: theta * (a1 + a2*t2 + t6*(a3+a4*t2)),
	}
}

// europe is Lambert's azimuthal equal-area projection around 52° N 10° E, the
// one of the European Union's own maps (EPSG 3035).
func europe(at assets.Place) point {
	sin0, cos0 := math.Sincos(radians(52))
	sin, cos := math.Sincos(radians(at.Latitude))
	sinL, cosL := math.Sincos(radians(at.Longitude - 10))
	k := math.Sqrt(2 / max(1e-9, 1+sin0*sin+cos0*cos*cosL))
	return point{k * cos * sinL, k * (cos0*sin - sin0*cos*cosL)}
}

func radians(degrees float64) float64 { return degrees * math.Pi / 180 }

// The places that must be seen on each map.
var (
	worldEdges  = []assets.Place{{Longitude: -180}, {Longitude: 180}, {Latitude: 83.6}, {Latitude: -55.9}}
	europeEdges = []assets.Place{
		{Longitude: -24.5, Latitude: 65.5},
		{Longitude: -10.6, Latitude: 52},
		{Longitude: -9.6, Latitude: 36.9},
		{Longitude: 33, Latitude: 34.5},
		{Longitude: 41, Latitude: 47},
		{Longitude: 36, Latitude: 62},
		{Longitude: 28, Latitude: 71.3},
		{Longitude: 22, Latitude: 34.7},
	}
)

// A fitting is a projection with a scale, so that a map fills a rectangle.
type fitting struct {
	project projection
	scale   float64
	shift   point
	core    Rect // within the edges
	frame   Rect // what is seen
}

// fit scales a projection so that the edges lie within a rectangle.
func (project projection) fit(edges []assets.Place, into Rect) fitting {
	x0, y0, x1, y1 := bounds(places(project, edges))
	scale := min(into.Width/(x1-x0), into.Height/(y1-y0))
	f := fitting{project: project, scale: scale}
	f.frame = Rect{Width: scale * (x1 - x0), Height: scale * (y1 - y0)}
	f.frame.X = into.X + (into.Width-f.frame.Width)/2
	f.frame.Y = into.Y + (into.Height-f.frame.Height)/2
	f.shift = point{f.frame.X - scale*x0, f.frame.Y + scale*y1}
	f.core = f.frame
	return f
}

// around tells whether a ring lies wholly beyond the edges.
func (f fitting) around(r ring) bool {
	f.frame = f.core
	return len(f.clip(r)) < 3
}

func places(project projection, list []assets.Place) []point {
	pts := make([]point, len(list))
	for i, at := range list {
		pts[i] = project(at)
	}
	return pts
}

// ring returns the outline of a part of a country within the frame, without
// the corners that cannot be seen; nil if none of it is there.
func (f fitting) ring(list []assets.Place, detail float64) ring {
	out := make(ring, 0, len(list))
	for i, at := range list {
		p := f.project(at)
		p = point{f.shift.x + f.scale*p.x, f.shift.y - f.scale*p.y}
		if n := len(out); n > 0 && i < len(list)-1 && math.Abs(p.x-out[n-1].x) < detail && math.Abs(p.y-out[n-1].y) < detail {
			continue
		}
		out = append(out, p)
	}
	return f.clip(out)
}

// clip cuts a ring at the frame's edges, one after the other (Sutherland and
// Hodgman).
func (f fitting) clip(r ring) ring {
	x0, y0, x1, y1 := bounds(r)
	if x0 >= f.frame.X && x1 <= f.frame.Right() && y0 >= f.frame.Y && y1 <= f.frame.Bottom() {
		return r
	}
	for _, depth := range []func(point) float64{
		func(p point) float64 { return p.x - f.frame.X },
		func(p point) float64 { return f.frame.Right() - p.x },
		func(p point) float64 { return p.y - f.frame.Y },
		func(p point) float64 { return f.frame.Bottom() - p.y },
	} {
		r = cut(r, depth)
	}
	return r
}

// cut keeps what of a ring has a depth above zero.
func cut(r ring, depth func(point) float64) ring {
	var out ring
	for i, b := range r {
		a := r[(i+len(r)-1)%len(r)]
		da, db := depth(a), depth(b)
		if (da >= 0) != (db >= 0) {
			t := da / (da - db)
			out = append(out, point{a.x + (b.x-a.x)*t, a.y + (b.y-a.y)*t})
		}
		if db >= 0 {
			out = append(out, b)
		}
	}
	return out
}

// size returns the area that a ring encloses, and the place of its middle.
func (r ring) size() (area float64, middle point) {
	for i, b := range r {
		a := r[(i+len(r)-1)%len(r)]
		cross := a.x*b.y - b.x*a.y
		area += cross / 2
		middle.x += (a.x + b.x) * cross / 6
		middle.y += (a.y + b.y) * cross / 6
	}
	if math.Abs(area) < 1e-6 {
		x0, y0, x1, y1 := bounds(r)
		return 0, point{(x0 + x1) / 2, (y0 + y1) / 2}
	}
	return math.Abs(area), point{middle.x / area, middle.y / area}
}
