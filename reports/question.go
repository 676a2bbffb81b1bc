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

// Group returns the dimensions that the answer tells apart: those asked by
// and those filtered by.
func (q Question) Group() Dims {
	dims := DimsOf(q.By...)
	for d, values := range q.Where {
		if len(values) > 0 {
			dims |= 1 << d
		}
	}
	if q.ByCountry || len(q.Country) > 0 {
		dims |= ByArea
	}
	if q.ByCode || len(q.Code) > 0 {
		dims |= ByCategory
	}
	return dims
}
