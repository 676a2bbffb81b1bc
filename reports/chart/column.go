package chart

import (
	"cmp"
	"math"
	"slices"
)

// A column is what the traces say of one period: the parts of a stack, or the
// bars of a cluster.
type column struct {
	start, end float64
	values     []value // of each trace; NaN where it has none
	bands      []band  // of each trace, once they are stacked
	whole      bool    // no part of a stack is missing
}

// A band is the part of a stack from one number to another.
type band struct{ from, to float64 }

func (c column) middle() float64 { return (c.start + c.end) / 2 }

// open tells whether a number of the column is not the last word.
func (c column) open() bool {
	return slices.ContainsFunc(c.values, func(v value) bool { return v.open })
}

// columnsOf lines the traces' values up by period, in the order of time.
func columnsOf(traces []trace) []column {
	index := map[period]int{}
	var columns []column
	for t, trace := range traces {
		for _, v := range trace.values {
			i, seen := index[v.period()]
			if !seen {
				i = len(columns)
				index[v.period()] = i
				columns = append(columns, emptyColumn(v.start, v.end, len(traces)))
			}
			columns[i].values[t] = v
		}
	}
	slices.SortStableFunc(columns, func(a, b column) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	return columns
}

func emptyColumn(start, end float64, traces int) column {
	c := column{start: start, end: end, values: make([]value, traces)}
	for i := range c.values {
		c.values[i] = value{number: -1, start: start, end: end, v: math.NaN()}
	}
	return c
}

// stack sets the bands of the columns. Parts of a stack follow each other from
// zero, negative ones downwards; elsewhere each band begins at zero.
func stack(columns []column, traces []trace, stacked, percent bool) []column {
	present := presence(columns, len(traces))
	for i := range columns {
		c := &columns[i]
		c.values = c.values[:len(traces)]
		c.bands = make([]band, len(traces))
		c.whole = true
		up, down := 0.0, 0.0
		for t, v := range c.values {
			switch {
			case !v.known():
				c.bands[t] = band{up, up}
				c.whole = c.whole && (i < present[t].first || i > present[t].last)
			case !stacked:
				c.bands[t] = band{0, v.v}
			case v.v < 0:
				c.bands[t] = band{down, down + v.v}
				down += v.v
			default:
				c.bands[t] = band{up, up + v.v}
				up += v.v
			}
		}
		if percent {
			c.toShares(up - down)
		}
	}
	return columns
}

// toShares turns the bands into percent of a whole. Nothing is no whole.
func (c *column) toShares(whole float64) {
	if whole <= 0 {
		c.whole = false
		return
	}
	for t := range c.bands {
		c.bands[t].from *= 100 / whole
		c.bands[t].to *= 100 / whole
	}
}

// A run is the indices of the first and the last column of something.
type run struct{ first, last int }

// presence returns where each trace begins and ends. Before and after a part
// adds nothing to a stack; missing in between makes the stack a gap.
func presence(columns []column, traces int) []run {
	present := make([]run, traces)
	for t := range present {
		present[t] = run{len(columns), -1}
		for i, c := range columns {
			if c.values[t].known() {
				present[t].first = min(present[t].first, i)
				present[t].last = i
			}
		}
	}
	return present
}

// bundled returns one trace of several: their sums by period, in the order of
// time.
func bundled(traces []trace, name string) trace {
	rest := trace{series: -1, slot: -1, name: name}
	index := map[period]int{}
	for _, t := range traces {
		for _, v := range t.values {
			i, seen := index[v.period()]
			if !seen {
				i = len(rest.values)
				index[v.period()] = i
				rest.values = append(rest.values, value{number: -1, start: v.start, end: v.end, v: math.NaN()})
			}
			rest.values[i].add(v)
		}
	}
	slices.SortStableFunc(rest.values, value.compare)
	return rest
}
