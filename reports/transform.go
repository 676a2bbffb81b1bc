package reports

import (
	"fmt"
	"math"
	"slices"
)

// A Transform says what was worked out of an answer's numbers. The numbers
// keep their basis and their cells; Number.Stated is what they were before.
// The zero Transform is none.
type Transform struct {
	Kind TransformKind
	At   Period // with Indexed: the period that is 100
}

// A TransformKind says how numbers were worked out.
type TransformKind string

// The transforms.
const (
	PerMillion TransformKind = "per million people"
	Indexed    TransformKind = "index"
	WeekMean   TransformKind = "mean of 7 days"
)

// Of returns what the transform makes of an answer.
func (t Transform) Of(a Answer, p Populations) Answer {
	switch t.Kind {
	case PerMillion:
		return PerMillionPeople(a, p)
	case Indexed:
		return Index(a, t.At)
	case WeekMean:
		return WithWeekMeans(a)
	}
	return a
}

// compareLast orders series of one publisher by their last numbers.
func compareLast(a, b Series) int {
	last := func(s Series) float64 {
		for _, n := range slices.Backward(s.Numbers) {
			if n.Known() {
				return n.Value
			}
		}
		return math.Inf(-1)
	}
	switch x, y := last(a), last(b); {
	case a.Publisher != b.Publisher || x == y:
		return 0
	case x < y:
		return -1
	}
	return 1
}

// counts tells whether a measure counts things, so that it can be divided by
// people.
func (m MeasureInfo) counts(unit string) bool {
	return m.Family != Rates && m.Base == "" && m.Unit != "%" && unit != "%"
}

// Index returns the answer with each series' numbers as percent of its number
// for a period. Series without a number above zero there are left out, and a
// note says how many.
func Index(a Answer, at Period) Answer {
	out := a.transformed()
	for _, s := range a.Series {
		base, ok := s.Number(at)
		if !ok || !base.Known() || base.Value <= 0 || base.Incomplete || base.Partial() {
			continue
		}
		out.Series = append(out.Series, s.scaled(Transform{Indexed, at}, 100/base.Value))
	}
	out.tell("note.index", fmt.Sprintf("Each series' number for %s is 100.", at), "at", at.String())
	if left := len(a.Series) - len(out.Series); left > 0 {
		out.tell("note.nobase", fmt.Sprintf("Left out, since the period that is 100 has no number above zero: %d.", left), "count", fmt.Sprint(left))
	}
	return out
}

// WithWeekMeans returns the answer with a series beside each daily one: the
// mean of each day and the six before it, where all seven are known.
func WithWeekMeans(a Answer) Answer {
	out := a.transformed()
	for _, s := range a.Series {
		out.Series = append(out.Series, s)
		if mean := s.weekMean(); len(mean.Numbers) > 0 {
			out.Series = append(out.Series, mean)
		}
	}
	return out
}

func (s Series) weekMean() Series {
	mean := s
	mean.Transform, mean.Numbers = Transform{Kind: WeekMean}, nil
	days := map[Day]Number{}
	for _, n := range s.Numbers {
		if n.Period.Days() == 1 && n.Known() {
			days[n.Period.Start] = n
		}
	}
	for _, n := range s.Numbers {
		m := Number{Period: n.Period, Status: n.Status, Basis: Summed, N: 7, Table: n.Table, Breakdown: n.Breakdown, Transform: WeekMean, Stated: n.Value}
		for day := n.Period.End - 7; day < n.Period.End; day++ {
			one, ok := days[day]
			if !ok || s.breaksBetween(n.Period.End-7, n.Period.Start) {
				m.Value = math.NaN()
				break
			}
			m.Value += one.Value / 7
			m.Status = max(m.Status, one.Status)
			m.Incomplete = m.Incomplete || one.Incomplete
		}
		if n.Period.Days() == 1 && m.Known() {
			mean.Numbers = append(mean.Numbers, m)
		}
	}
	return mean
}

// breaksBetween tells whether the series breaks after the first day of a span
// and no later than its last.
func (s Series) breaksBetween(first, last Day) bool {
	return slices.ContainsFunc(s.Breaks, func(b Break) bool { return first < b.At && b.At <= last })
}

// scaled returns the series with all its numbers times a factor.
func (s Series) scaled(t Transform, factor float64) Series {
	s.Transform = t
	s.Numbers = slices.Clone(s.Numbers)
	for i := range s.Numbers {
		s.Numbers[i].scale(t.Kind, factor)
	}
	return s
}

// scale works a number out of what it was.
func (n *Number) scale(kind TransformKind, factor float64) {
	n.Transform, n.Stated = kind, n.Value
	n.Value *= factor
	if n.HasRange {
		n.Low, n.High = n.Low*factor, n.High*factor
	}
}

// transformed returns the answer without its series. What other tables tell
// stays as they tell it. What is worked out is never stacked.
func (a Answer) transformed() Answer {
	a.Series = nil
	a.Notes = slices.Clone(a.Notes)
	a.Unstackable = ReasonNotAdded
	return a
}

func (a *Answer) tell(key, text, name, value string) {
	a.Notes = append(a.Notes, Note{Key: key, Text: text, Args: map[string]string{name: value}})
}
