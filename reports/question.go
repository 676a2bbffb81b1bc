package reports

// A Question asks for figures over time, split and filtered. The zero
// Question asks for every publisher's first total, as published.
type Question struct {
	Publisher, Table, Service []string // names; several stand side by side
	Measure                   []string // a name each; none: the first that the format names
	By                        []Dim
	ByCountry                 bool // by area, the areas that are countries
	ByCode                    bool // by harmonised code
	Where                     [dimCount][]string
	Country                   []string // areas that are, or contain, these countries
	Code                      []string
	Since, Until              Day // half-open: Until is the day after the last; zero is open
	Every                     Grain
	AsOf                      Day      // as published on this day; zero is today
	Periods                   []Period // exactly these, in place of Every; the tables that answer are chosen for all of them
	Partial                   bool     // show incomplete periods, marked
	Derived                   bool     // where only a share was published, offer share × base
}

// Span returns the asked span of days; an open end is taken from held.
func (q Question) Span(held Period) Period {
	span := held
	if q.Since != 0 {
		span.Start = q.Since
	}
	if q.Until != 0 {
		span.End = q.Until
	}
	return span
}

// AnsweredBy tells whether figures of a block of what the question asks for
// can answer it, by what the block declares (rules 3 and 4). Whether they have
// the days and the parts asked for is not looked up.
func (q Question) AnsweredBy(b Block) bool {
	return len(candidates([]Block{b}, q.Group(), q.splits())) > 0
}

// splits returns the dimensions that the answer is split by.
func (q Question) splits() Dims {
	dims := DimsOf(q.By...)
	if q.ByCountry {
		dims |= ByArea
	}
	if q.ByCode {
		dims |= ByCategory
	}
	return dims
}

// Apart returns the dimensions of which the answer may have several values:
// those that it is split by, and those that several values of are asked for.
func (q Question) Apart() Dims { return q.splits() | q.filtered(2) }

// Group returns the dimensions that the answer tells apart: those asked by
// and those filtered by.
func (q Question) Group() Dims { return q.splits() | q.filtered(1) }

// filtered returns the dimensions of which at least so many values are asked
// for.
func (q Question) filtered(least int) Dims {
	var dims Dims
	for d, values := range q.Where {
		if len(values) >= least {
			dims |= 1 << d
		}
	}
	if len(q.Country) >= least {
		dims |= ByArea
	}
	if len(q.Code) >= least {
		dims |= ByCategory
	}
	return dims
}
