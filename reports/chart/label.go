package chart

import (
	"math"
	"slices"
)

// A label names a trace beside the right edge of a plot.
type label struct {
	trace  int
	text   []string
	height float64
	from   point   // the end of the trace
	y      float64 // the label's middle, once it is placed
	weight int     // when room is short, labels of greater weight go first
	rest   bool    // it names how many have no label
}

// moved tells whether the label stands elsewhere than beside its trace.
func (l label) moved() bool { return math.Abs(l.y-l.from.y) > 4 }

// placeLabels moves labels so that none overlaps another, as little as can be,
// in the order of the places that they belong to; it leaves out what has no
// room between top and bottom.
func placeLabels(labels []label, top, bottom float64) []label {
	labels = slices.Clone(labels)
	slices.SortStableFunc(labels, func(a, b label) int { return a.weight - b.weight })
	for total := 0.0; ; total = 0 {
		for _, l := range labels {
			total += l.height
		}
		if total <= bottom-top || len(labels) == 0 {
			break
		}
		labels = labels[:len(labels)-1]
	}
	slices.SortStableFunc(labels, func(a, b label) int {
		switch {
		case a.from.y < b.from.y:
			return -1
		case a.from.y > b.from.y:
			return 1
		}
		return 0
	})
	spread(labels, top, bottom)
	return labels
}

// A cluster is labels that touch each other and share their displacement.
type cluster struct {
	wish float64 // the mean of the places of their tops if each had its way
	n    int
}

// spread sets the places of labels in order: the ones that would overlap form
// a cluster around the mean of their places (isotonic regression).
func spread(labels []label, top, bottom float64) {
	var clusters []cluster
	above := 0.0
	for _, l := range labels {
		clusters = append(clusters, cluster{l.from.y - l.height/2 - above, 1})
		above += l.height
		for i := len(clusters) - 1; i > 0 && clusters[i-1].wish > clusters[i].wish; i-- {
			a, b := clusters[i-1], clusters[i]
			n := a.n + b.n
			clusters = append(clusters[:i-1], cluster{(a.wish*float64(a.n) + b.wish*float64(b.n)) / float64(n), n})
		}
	}
	room, i := bottom-above, 0
	above = 0
	for _, c := range clusters {
		for range c.n {
			labels[i].y = max(top, min(c.wish, room)) + above + labels[i].height/2
			above += labels[i].height
			i++
		}
	}
}
