package reports

import "slices"

// unstackable returns why the answer's series must not be stacked or shown as
// shares of a whole, "" where they may.
func (a *Answer) unstackable(by *asker) string {
	switch {
	case len(a.Series) < 2:
		return ReasonOneSeries
	case a.sideBySide():
		return ReasonSideBySide
	}
	if reason := a.unaddable(by); reason != "" || !a.incomplete() {
		return reason
	}
	return ReasonIncomplete
}

// sideBySide tells whether the series are of several tables or measures.
func (a *Answer) sideBySide() bool {
	first := a.Series[0]
	return slices.ContainsFunc(a.Series, func(s Series) bool {
		return s.Publisher != first.Publisher || s.Table != first.Table || s.Measure != first.Measure
	})
}

// incomplete tells whether a number is not known, or not wholly.
func (a *Answer) incomplete() bool {
	return slices.ContainsFunc(a.Series, func(s Series) bool {
		return slices.ContainsFunc(s.Numbers, func(n Number) bool { return n.Incomplete || !n.Known() })
	})
}

// unaddable returns why series of one table and measure are not the parts of
// a whole, "" where they are.
func (a *Answer) unaddable(by *asker) string {
	first := a.Series[0]
	if !by.adds(first) {
		return ReasonNotAdded
	}
	split := by.splitting()
	for _, c := range by.used {
		if c == nil || c.Table != first.Table || c.Measure != first.Measure {
			continue
		}
		switch {
		case c.Overlapping.Without(c.Sets())&split != 0 || a.Question.ByCountry && c.Overlapping.Has(Area):
			return ReasonOverlapping
		case !c.Complete.Contains(split) || by.subset():
			return ReasonNotComplete
		}
	}
	return ""
}

// adds tells whether the parts of a series' measure may be added.
func (a *asker) adds(s Series) bool {
	return MeasureOf(s.Measure).OverParts || slices.ContainsFunc(a.all, func(b Block) bool {
		return b.Publisher == s.Publisher && b.Table == s.Table && b.Measure == s.Measure && b.Info().OverParts
	})
}

// splitting returns the dimensions along which the answer's series differ:
// those asked by, less those held to one value.
func (a *asker) splitting() Dims {
	split := a.by
	for d, values := range a.where {
		switch {
		case len(values) > 1:
			split |= 1 << d
		case len(values) == 1:
			split &^= 1 << d
		}
	}
	return split
}

// subset tells whether a filter keeps only some parts of a split.
func (a *asker) subset() bool {
	for _, values := range a.where {
		if len(values) > 1 {
			return true
		}
	}
	return a.q.ByCountry
}
