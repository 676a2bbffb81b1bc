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
	type period struct{ start, end float64 }
	index := map[period]int{}
	var columns []column
	for t, trace := range traces {
		for _, v := range trace.values {
			key := period{v.start, v.end}
			i, seen := index[key]
			if !seen {
				i = len(columns)
				index[key] = i
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

// bundle makes one trace of the series beyond the coloured ones.
func (d *drawing) bundle() {
	rest := d.traces[maxColoured:]
	d.traces = append(d.traces[:maxColoured:maxColoured], trace{series: -1, slot: -1, name: d.others(len(rest))})
	for i := range d.columns {
		c := &d.columns[i]
		sum := emptyColumn(c.start, c.end, 1).values[0]
		for _, v := range c.values[maxColoured:] {
			sum.open = sum.open || v.open
			switch {
			case !v.known():
			case sum.known():
				sum.v += v.v
			default:
				sum.v = v.v
			}
		}
		c.values = append(c.values[:maxColoured:maxColoured], sum)
	}
}
