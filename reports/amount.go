package reports

import "math"

// An Amount is a number with what it may be: Value is NaN where no single
// number can be said. Low and High are its bounds, equal to it where it is
// exact.
type Amount struct{ Value, Low, High float64 }

// Unknown is the amount of which nothing can be said.
func Unknown() Amount { return Amount{math.NaN(), math.Inf(-1), math.Inf(1)} }

// Exactly is the amount that is one number.
func Exactly(v float64) Amount { return Amount{v, v, v} }

// Known tells whether one number can be said.
func (a Amount) Known() bool { return !math.IsNaN(a.Value) }

// Exact tells whether the amount is one number and no other.
func (a Amount) Exact() bool { return a.Known() && a.Low == a.High }

// Bounded tells whether at least one of the amount's bounds can be said.
func (a Amount) Bounded() bool { return !math.IsInf(a.Low, -1) || !math.IsInf(a.High, 1) }

// Amount returns what a number of an answer may be. What is known of an
// incomplete sum is no value of the sum.
func (n Number) Amount() Amount {
	if !n.HasRange && n.Known() && !n.Incomplete {
		return Exactly(n.Value)
	}
	low, high := n.bounds()
	a := Amount{n.Value, low, high}
	switch {
	case n.Incomplete:
		a.Value = math.NaN()
	case low == high:
		a.Value = low
	}
	if n.Incomplete && !n.HasRange {
		a.High = math.Inf(1)
	}
	return a
}

// scaled returns the amount times a number that is not negative.
func (a Amount) scaled(by float64) Amount { return Amount{a.Value * by, a.Low * by, a.High * by} }

// plus adds two amounts.
func (a Amount) plus(b Amount) Amount {
	return Amount{a.Value + b.Value, a.Low + b.Low, a.High + b.High}
}

// minus returns how much more a is than b: at least a's least less b's most.
func (a Amount) minus(b Amount) Amount {
	d := Amount{a.Value - b.Value, a.Low - b.High, a.High - b.Low}
	if math.IsNaN(d.Low) {
		d.Low = math.Inf(-1)
	}
	if math.IsNaN(d.High) {
		d.High = math.Inf(1)
	}
	return d
}

// percentOf returns by how many percent of a base a is more than it. There is
// no percent of a base that is 0, below it, or no number.
func (a Amount) percentOf(base Amount) Amount {
	if !base.Known() || base.Low <= 0 || math.IsInf(base.High, 1) {
		return Unknown()
	}
	if base.Exact() {
		return a.minus(base).scaled(100 / base.Value)
	}
	rate := func(v, of float64) float64 { return (v/of - 1) * 100 }
	return Amount{rate(a.Value, base.Value), rate(a.Low, base.High), rate(a.High, base.Low)}
}
