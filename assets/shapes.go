package assets

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"sync"
)

//go:embed shapes.json
var shapesJSON []byte

// A Place is a place on the earth, in degrees.
type Place struct{ Longitude, Latitude float64 }

// A Shape is the outline of a country or a territory. Its shapes are Natural
// Earth's at 1:50m (public domain), reduced by scripts/shapes; they imply no
// endorsement of any boundary.
type Shape struct {
	Country string // ISO 3166-1 alpha-2; "" for a territory that has no code
	Rings   [][]Place
	Holes   [][]Place // within the rings, where other countries lie
}

// Shapes returns the outlines of all countries but Antarctica. Of a few small
// territories there is none.
func Shapes() []Shape { return shapeList() }

var shapeList = sync.OnceValue(func() []Shape { return must(readShapes(shapesJSON)) })

// readShapes reads what scripts/shapes writes: rings of arcs, an arc being the
// steps from place to place, backwards where its number is complemented.
func readShapes(content []byte) ([]Shape, error) {
	var file struct {
		Units  float64
		Shapes []struct {
			Country string
			Parts   [][][]int
		}
		Arcs [][]float64
	}
	if err := json.Unmarshal(content, &file); err != nil {
		return nil, fmt.Errorf("shapes: %w", err)
	}
	arcs := make([][]Place, len(file.Arcs))
	for i, steps := range file.Arcs {
		var x, y float64
		for j := 0; j+1 < len(steps); j += 2 {
			x, y = x+steps[j], y+steps[j+1]
			arcs[i] = append(arcs[i], Place{x / file.Units, y / file.Units})
		}
	}
	var list []Shape
	for _, s := range file.Shapes {
		shape := Shape{Country: s.Country}
		for _, part := range s.Parts {
			for i, ring := range part {
				if lines := parted(joinArcs(ring, arcs)); i == 0 {
					shape.Rings = append(shape.Rings, lines...)
				} else {
					shape.Holes = append(shape.Holes, lines...)
				}
			}
		}
		list = append(list, shape)
	}
	return list, nil
}

func joinArcs(ring []int, arcs [][]Place) []Place {
	var line []Place
	for _, n := range ring {
		arc := arcs[max(n, ^n)]
		for i := range arc[1:] { // the first place is the last one's
			if n < 0 {
				line = append(line, arc[len(arc)-2-i])
			} else {
				line = append(line, arc[i+1])
			}
		}
	}
	return line
}

// parted cuts a ring in two where it crosses the 180th meridian.
func parted(ring []Place) [][]Place {
	low, high := 0.0, 0.0
	for i := range ring {
		if i > 0 {
			for ring[i].Longitude-ring[i-1].Longitude > 180 {
				ring[i].Longitude -= 360
			}
			for ring[i].Longitude-ring[i-1].Longitude < -180 {
				ring[i].Longitude += 360
			}
		}
		low, high = min(low, ring[i].Longitude), max(high, ring[i].Longitude)
	}
	switch {
	case high > 180:
		return [][]Place{beside(ring, 180, 1, 0), beside(ring, 180, -1, -360)}
	case low < -180:
		return [][]Place{beside(ring, -180, -1, 0), beside(ring, -180, 1, 360)}
	}
	return [][]Place{ring}
}

// beside returns what of a ring lies on one side of a meridian, to the west
// for side 1, moved by a number of degrees.
func beside(ring []Place, meridian, side, moved float64) []Place {
	var out []Place
	for i, b := range ring {
		a := ring[(i+len(ring)-1)%len(ring)]
		da, db := side*(meridian-a.Longitude), side*(meridian-b.Longitude)
		if (da >= 0) != (db >= 0) {
			out = append(out, Place{meridian + moved, a.Latitude + (b.Latitude-a.Latitude)*da/(da-db)})
		}
		if db >= 0 {
			out = append(out, Place{b.Longitude + moved, b.Latitude})
		}
	}
	return out
}
