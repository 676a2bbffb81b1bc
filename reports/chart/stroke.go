package chart

import (
	"math"

	"gonum.org/v1/plot/vg"
)

// strokeRun is the number of points of a line that are stroked at once: the
// rasterizer clears and reads the whole rectangle around them, which for all
// points of a noisy line is the whole plot.
const strokeRun = 32

// Stroke draws the lines of a path, in runs.
func (r *raster) Stroke(path vg.Path) {
	if r.width <= 0 {
		return
	}
	var line []point
	for _, c := range path {
		switch c.Type {
		case vg.MoveComp:
			r.strokeLine(line)
			line = append(line[:0], r.pixel(c.Pos))
		case vg.LineComp:
			line = append(line, r.pixel(c.Pos))
		case vg.CloseComp:
			if len(line) > 0 {
				line = append(line, line[0])
			}
		}
	}
	r.strokeLine(line)
}

func (r *raster) strokeLine(line []point) {
	if len(line) < 2 {
		return
	}
	if len(r.dash) > 0 {
		for _, dash := range dashed(line, r.dash) {
			r.strokeRun(dash)
		}
		return
	}
	for i := 0; i < len(line)-1; i += strokeRun {
		r.strokeRun(line[i:min(i+strokeRun+1, len(line))])
	}
}

// strokeRun fills a rectangle along each segment and, between two of them, a
// round joint.
func (r *raster) strokeRun(run []point) {
	half := r.width / 2
	r.polygons(half+1, func() {
		for i := 1; i < len(run); i++ {
			r.segment(run[i-1], run[i], half)
			if i > 1 && half > 0.4 {
				r.polygon(regular(run[i-1], half, 8, math.Pi/8))
			}
		}
	}, run)
}

func (r *raster) segment(a, b point, half float64) {
	length := math.Hypot(b.x-a.x, b.y-a.y)
	if length == 0 {
		return
	}
	nx, ny := (a.y-b.y)/length*half, (b.x-a.x)/length*half
	r.polygon([]point{{a.x + nx, a.y + ny}, {b.x + nx, b.y + ny}, {b.x - nx, b.y - ny}, {a.x - nx, a.y - ny}})
}

// dashed cuts a line into the dashes of a pattern of lengths on and off.
func dashed(line []point, pattern []float64) [][]point {
	var cut [][]point
	on, which, left := true, 0, pattern[0]
	run := []point{line[0]}
	for i := 1; i < len(line); i++ {
		from, to := line[i-1], line[i]
		length := math.Hypot(to.x-from.x, to.y-from.y)
		for done := 0.0; done < length; {
			step := min(left, length-done)
			done += step
			left -= step
			at := point{from.x + (to.x-from.x)*done/length, from.y + (to.y-from.y)*done/length}
			run = append(run, at)
			if left > 0 {
				continue
			}
			if on {
				cut = append(cut, run)
			}
			on, which = !on, (which+1)%len(pattern)
			left, run = pattern[which], []point{at}
		}
	}
	if on && len(run) > 1 {
		cut = append(cut, run)
	}
	return cut
}
