package reports

import (
	"cmp"
	"math"
	"slices"
)

// A Pair says what is compared with what: two periods of one publisher's
// figures, or two publishers' or services' figures of one period. The first
// side is the base: a difference is the second less the first.
type Pair struct {
	From, To Period  // of the first side and the second; zero: Compare chooses
	Against  Subject // the second side's; zero: the question's own
	PerDay   bool    // numbers for each day of their period
}

// A Subject is a publisher, or one of its services.
type Subject struct{ Publisher, Service string }

// A Comparison holds two sides of a question beside each other, item by item.
type Comparison struct {
	Question Question
	Pair     Pair // with the periods that were chosen
	Measure  Measure
	Unit     string
	Sides    [2]Side
	Items    []Item // the largest absolute change first
	// Total is the whole that the items are parts of, by its own question;
	// HasTotal is false where it cannot be told, or is the only item.
	Total    Item
	HasTotal bool
	// Unaddable is the reason why the items are not added, and have no share
	// and no contribution; "" where they are. It is one of the Reason
	// constants.
	Unaddable string
	Breaks    []Break // declared between the sides
	Events    Events  // that concern an item and touch the days from one side to the other
	Notes     []Note  // what a reader must know
}

// A Side is one half of a comparison.
type Side struct {
	Period    Period
	Publisher string
	Table     string // "" where its numbers are of several
	Service   string // that all of it is about; "" for all, or several
	Answer    Answer // that its items' numbers are of, for Parts
	Total     Answer // that the whole is of
	Sum       Amount // of the items, where they may be added; else Unknown
}

// An Item is one part of what is compared: a country, a category.
type Item struct {
	// Series says of each side what its number is about; its Numbers are that
	// number alone.
	Series     [2]Series
	Numbers    [2]Number // zero where Stated is not Told
	Stated     [2]Stating
	Values     [2]Amount // what is compared: the numbers, or what they are a day
	Difference Amount
	// Percent is the difference in percent of the base: Unknown where that is
	// 0 or not a number, and of measures that are percentages themselves.
	Percent Amount
	Share   [2]float64 // of the side's whole, in percent; NaN where there is none
	// Contribution is the difference in percent of the whole's base: the
	// contributions of all items add to the whole's percent.
	Contribution float64
	Change       Change
	Events       Events // by which the two numbers do not count quite the same thing
}

// Stating says what a side states of an item.
type Stating int

// What a side may state.
const (
	Told     Stating = iota // a number, or that it is withheld
	NotTold                 // no cell, and nobody knows what that means
	ToldNone                // no cell, which means none
	ToldFew                 // no cell, which means less than the table's bound
)

// Change says in one word what became of an item.
type Change int

// The changes.
const (
	Changed Change = iota
	Unchanged
	New      // none before
	Vanished // none after
	Unclear  // one of the numbers is not known
)

var changeNames = [...]string{"changed", "unchanged", "new", "vanished", "unclear"}

// String returns the change's name in csv and json.
func (c Change) String() string { return changeNames[c] }

// Days returns how many days the number of a side is of.
func (c Comparison) Days(i int, n Number) float64 {
	if n.Partial() {
		return float64(n.Days)
	}
	return float64(c.Sides[i].Period.Days())
}

// SameSubject tells whether the sides are two periods of the same figures.
func (c Comparison) SameSubject() bool { return c.Pair.Against == Subject{} }

// Known counts the items whose difference is one number.
func (c Comparison) Known() int {
	n := 0
	for _, i := range c.Items {
		if i.Difference.Known() {
			n++
		}
	}
	return n
}

// Series lists the series of all items, each with the number that is compared.
func (c Comparison) Series() []Series {
	var list []Series
	for _, i := range c.Items {
		for _, s := range i.Series {
			if len(s.Numbers) > 0 {
				list = append(list, s)
			}
		}
	}
	return list
}

// Marks lists the events by which an item's two numbers do not count quite the
// same thing, each once.
func (c Comparison) Marks() Events {
	var marks Events
	for _, e := range c.Events {
		marked := func(o Event) bool { return o.same(e) }
		if slices.ContainsFunc(c.Items, func(i Item) bool { return slices.ContainsFunc(i.Events, marked) }) {
			marks = append(marks, e)
		}
	}
	return marks
}

// size is what an item is sorted by: its absolute change, of a range the
// middle; -1 where nothing can be said.
func (i Item) size() float64 {
	switch d := i.Difference; {
	case d.Known():
		return math.Abs(d.Value)
	case math.IsInf(d.Low, 0) || math.IsInf(d.High, 0):
		return -1
	default:
		return math.Abs(d.Low+d.High) / 2
	}
}

// About returns what an item is about, for its name: what the sides' series
// have in common.
func (c Comparison) About(i Item) Series {
	s := i.Series[0]
	if !c.SameSubject() && !DimsOf(c.Question.By...).Has(Service) {
		s.Key.Service = ""
		s.Group = s.Group.Without(ByService)
	}
	return s
}

func sortItems(items []Item) {
	slices.SortStableFunc(items, func(a, b Item) int {
		x, y := a.Series[0], b.Series[0]
		return cmp.Or(cmp.Compare(b.size(), a.size()), x.Key.Compare(y.Key), cmp.Compare(x.Code, y.Code))
	})
}
