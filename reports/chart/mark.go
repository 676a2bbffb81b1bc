package chart

import "math"

// A mark is the shape of a series' points.
type mark int

const (
	circle mark = iota
	square
	triangle
	diamond
	downTriangle
	cross
	star
	saltire
)

// outline returns the mark's corners around a place. All marks look equally
// large at one radius.
func (m mark) outline(at point, r float64) []point {
	switch m {
	case square:
		return regular(at, r*1.2, 4, math.Pi/4)
	case triangle:
		return regular(at, r*1.35, 3, -math.Pi/2)
	case diamond:
		return regular(at, r*1.3, 4, 0)
	case downTriangle:
		return regular(at, r*1.35, 3, math.Pi/2)
	case cross:
		return plus(at, r*1.25, 0)
	case saltire:
		return plus(at, r*1.25, math.Pi/4)
	case star:
		return spiked(at, r*1.5)
	}
	return regular(at, r, 20, 0)
}

func regular(at point, r float64, corners int, turn float64) []point {
	path := make([]point, corners)
	for i := range path {
		sin, cos := math.Sincos(turn + 2*math.Pi*float64(i)/float64(corners))
		path[i] = point{at.x + r*cos, at.y + r*sin}
	}
	return path
}

func plus(at point, r, turn float64) []point {
	arm := r * 0.38
	corners := [12]point{
		{r, -arm}, {r, arm}, {arm, arm}, {arm, r}, {-arm, r}, {-arm, arm},
		{-r, arm}, {-r, -arm}, {-arm, -arm}, {-arm, -r}, {arm, -r}, {arm, -arm},
	}
	sin, cos := math.Sincos(turn)
	path := make([]point, len(corners))
	for i, c := range corners {
		path[i] = point{at.x + c.x*cos - c.y*sin, at.y + c.x*sin + c.y*cos}
	}
	return path
}

func spiked(at point, r float64) []point {
	path := make([]point, 10)
	for i := range path {
		reach := r
		if i%2 == 1 {
			reach = r * 0.45
		}
		sin, cos := math.Sincos(-math.Pi/2 + math.Pi*float64(i)/5)
		path[i] = point{at.x + reach*cos, at.y + reach*sin}
	}
	return path
}
