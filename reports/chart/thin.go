package chart

import "math"

// thin leaves two points, the lowest and the highest, of those of a line that
// share a column of pixels, beside its first and its last.
func thin(line []point, column float64) []point {
	if len(line) < 3 || len(line) <= 2*int((line[len(line)-1].x-line[0].x)/column) {
		return line
	}
	kept := []point{line[0]}
	for i := 1; i < len(line)-1; {
		c, low, high := math.Floor(line[i].x/column), i, i
		for ; i < len(line)-1 && math.Floor(line[i].x/column) == c; i++ {
			if line[i].y < line[low].y {
				low = i
			}
			if line[i].y > line[high].y {
				high = i
			}
		}
		kept = append(kept, line[min(low, high)])
		if low != high {
			kept = append(kept, line[max(low, high)])
		}
	}
	return append(kept, line[len(line)-1])
}
