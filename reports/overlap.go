package reports

import (
	"cmp"
	"slices"
)

// A gathering puts what candidates say into lines, the first candidate's sums
// first.
type gathering struct {
	lines []line
	at    map[Split]int // a key's line
}

// A run is periods of one group of which each shares days with one before it.
type run struct {
	begun bool
	first int // its first period among the line's parts, -1 where that is taken
	end   Day
}

// add adds a candidate's sums, which are in the order of period, where no
// candidate before it has one of the same group and period.
func (g *gathering) add(sums []Sum, c *candidate) {
	taken := g.taken()
	runs := make([]run, len(g.lines))
	for i := range sums {
		s := &sums[i]
		at := g.line(s.Key)
		if at == len(runs) {
			runs = append(runs, run{})
		}
		parts, r := &g.lines[at].parts, &runs[at]
		shares := r.begun && s.Period.Start < r.end
		place := -1
		if !taken[lineAt{at, s.Period}] {
			place = len(*parts)
			*parts = append(*parts, piece{s, c, shares})
		}
		if !shares {
			*r = run{true, place, s.Period.End}
			continue
		}
		if r.end = max(r.end, s.Period.End); r.first >= 0 {
			(*parts)[r.first].overlapped = true
		}
	}
}

// A lineAt is a line, by its place, and a period.
type lineAt struct {
	line   int
	period Period
}

// taken tells what the lines have parts of.
func (g *gathering) taken() map[lineAt]bool {
	taken := map[lineAt]bool{}
	for i, ln := range g.lines {
		for _, p := range ln.parts {
			taken[lineAt{i, p.Period}] = true
		}
	}
	return taken
}

// line returns the place of a key's line.
func (g *gathering) line(key Split) int {
	at, known := g.at[key]
	if !known {
		at = len(g.lines)
		g.at[key], g.lines = at, append(g.lines, line{key: key})
	}
	return at
}

// told returns a function that tells whether a part of the line covers some
// of the days of a period.
func (l line) told() func(Period) bool {
	parts := slices.SortedFunc(slices.Values(l.parts), func(a, b piece) int { return a.Period.Compare(b.Period) })
	until := make([]Day, len(parts)) // the last end of the parts up to each
	for i, p := range parts {
		until[i] = p.Period.End
		if i > 0 {
			until[i] = max(until[i], until[i-1])
		}
	}
	return func(p Period) bool {
		before, _ := slices.BinarySearchFunc(parts, p.End, func(a piece, d Day) int { return cmp.Compare(a.Period.Start, d) })
		return before > 0 && until[before-1] > p.Start
	}
}
