package chart

import (
	"cmp"
	"math"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// A trace is what is drawn of one series: a line, a band or a row of bars. The
// band "all other" is a trace of no one series.
type trace struct {
	series int // in Answer.Series; -1 for several together
	name   string
	slot   int // -1: grey
	values []value
	breaks []reports.Day
	pale   bool // days, beside their mean
	mean   bool // of days
}

// A value is a number as it is drawn, its period in days.
type value struct {
	number     int // in Series.Numbers; -1 for a sum of several series
	start, end float64
	v          float64 // NaN: a gap
	low, high  float64 // of a range
	ranged     bool
	open       bool // provisional, incomplete, partial or derived
}

// A period is a value's, to find values of one period by.
type period struct{ start, end float64 }

func (v value) known() bool     { return !math.IsNaN(v.v) }
func (v value) middle() float64 { return (v.start + v.end) / 2 }
func (v value) period() period  { return period{v.start, v.end} }

// compare orders values by their start, longer periods first.
func (v value) compare(w value) int {
	return cmp.Or(cmp.Compare(v.start, w.start), cmp.Compare(w.end, v.end))
}

// add adds another value of the same period; an unknown one adds nothing.
func (v *value) add(w value) {
	v.open = v.open || w.open
	switch {
	case !w.known():
	case v.known():
		v.v += w.v
	default:
		v.v = w.v
	}
}

// Days and numbers beyond these are no report's; they would leave the range of
// calendars and scales.
const (
	firstDay = -719162 // 1 January of the year 1
	lastDay  = 2932896 // the end of the year 9999
	maxValue = 1e18
)

func drawable(p reports.Period) bool {
	return p.Start < p.End && p.Start >= firstDay && p.End <= lastDay
}

// tracesOf returns a trace of each series of an answer.
func tracesOf(a reports.Answer, tints *Tints, words *assets.Words) []trace {
	traces := make([]trace, len(a.Series))
	slots, label := slotsOf(a, tints), words.Labels(a.Series)
	for i, s := range a.Series {
		traces[i] = trace{series: i, slot: slots[i], values: valuesOf(s), pale: pale(a.Series, i), mean: s.Transform.Kind == reports.WeekMean}
		if i < maxColoured { // the others have no label of their own
			traces[i].name = label(s)
		}
		for _, b := range s.Breaks {
			traces[i].breaks = append(traces[i].breaks, b.At)
		}
	}
	return traces
}

func valuesOf(s reports.Series) []value {
	values := make([]value, 0, len(s.Numbers))
	for i, n := range s.Numbers {
		if !drawable(n.Period) {
			continue
		}
		v := value{number: i, start: float64(n.Period.Start), end: float64(n.Period.End), v: finite(n.Value), open: isOpen(n)}
		if low, high := finite(n.Low), n.High; n.HasRange && !math.IsNaN(low) && !math.IsNaN(high) && low <= high {
			v.low, v.high, v.ranged = low, high, true
		}
		values = append(values, v)
	}
	slices.SortStableFunc(values, value.compare)
	return values
}

func finite(v float64) float64 {
	if math.Abs(v) <= maxValue {
		return v
	}
	return math.NaN()
}

// isOpen tells whether a number is not the last word on its period, or not the
// publisher's own.
func isOpen(n reports.Number) bool {
	return n.Status == reports.Provisional || n.Incomplete || n.Partial() || n.Basis == reports.Derived
}

// joined tells whether a line goes on from one value to the next: both are
// known, their periods adjoin, and no break lies between them.
func (t trace) joined(a, b value) bool {
	if !a.known() || !b.known() || a.end != b.start {
		return false
	}
	for _, at := range t.breaks {
		if a.start < float64(at) && float64(at) < b.end {
			return false
		}
	}
	return true
}

// runs cuts the values into runs that a line goes through. Where periods lie
// within others, as quarters do within a published year, each length of
// period has a line of its own.
func (t trace) runs() [][]value {
	if !t.nested() {
		return t.runsOf(t.values)
	}
	var lengths []int
	byLength := map[int][]value{}
	for _, v := range t.values {
		n := v.length()
		if byLength[n] == nil {
			lengths = append(lengths, n)
		}
		byLength[n] = append(byLength[n], v)
	}
	var runs [][]value
	for _, n := range lengths {
		runs = append(runs, t.runsOf(byLength[n])...)
	}
	return runs
}

// nested tells whether a value's period reaches into the next one's.
func (t trace) nested() bool {
	for i := 1; i < len(t.values); i++ {
		if t.values[i].start < t.values[i-1].end {
			return true
		}
	}
	return false
}

// length returns which of the usual lengths a value's period has: a day, a
// week, a month, a quarter, a half, three quarters, a year, or more.
func (v value) length() int {
	limits := []float64{4, 15, 60, 135, 250, 330, 400}
	n := 0
	for n < len(limits) && v.end-v.start > limits[n] {
		n++
	}
	return n
}

func (t trace) runsOf(values []value) [][]value {
	var runs [][]value
	for i := 0; i < len(values); {
		if !values[i].known() {
			i++
			continue
		}
		end := i + 1
		for end < len(values) && t.joined(values[end-1], values[end]) {
			end++
		}
		runs = append(runs, values[i:end])
		i = end
	}
	return runs
}

// last returns the last known value.
func (t trace) last() (value, bool) {
	for _, v := range slices.Backward(t.values) {
		if v.known() {
			return v, true
		}
	}
	return value{}, false
}

// irregular tells whether the values' periods differ in length by more than
// months and quarters of a calendar do.
func irregular(traces []trace) bool {
	shortest, longest := math.Inf(1), 0.0
	for _, t := range traces {
		for _, v := range t.values {
			shortest, longest = min(shortest, v.end-v.start), max(longest, v.end-v.start)
		}
	}
	return longest > 1.25*shortest
}
