package reports

import (
	"fmt"
	"math"
)

// Settle joins the figures of one source that have the same identity: one
// figure with the cells of both if the numbers agree, else a range over all
// of them without a value, and a problem. The order is that of the first
// figure of each identity.
func Settle(figures []Figure) ([]Figure, []Problem) {
	var problems []Problem
	settled := make([]Figure, 0, len(figures))
	at := make(map[Identity]int, len(figures))
	split := map[int]bool{} // figures whose cells disagree
	for _, f := range figures {
		i, twice := at[f.Identity()]
		if !twice {
			at[f.Identity()] = len(settled)
			settled = append(settled, f)
			continue
		}
		held := &settled[i]
		if !split[i] && !held.Agrees(f) {
			split[i] = true
		}
		if split[i] {
			problems = append(problems, disagreement(*held, f))
			widen(held, f)
		}
		join(held, f)
	}
	return settled, problems
}

// Agrees tells whether two figures state the same number.
func (f Figure) Agrees(o Figure) bool {
	same := func(x, y float64) bool { return x == y || math.IsNaN(x) && math.IsNaN(y) }
	return same(f.Value, o.Value) && f.HasRange == o.HasRange && same(f.Low, o.Low) && same(f.High, o.High)
}

// join adds the place of f, and what it says besides its number, to held.
func join(held *Figure, f Figure) {
	more := held.Origin.More
	held.Origin.More = append(more[:len(more):len(more)], cellIn(held.Origin, f.Origin))
	held.Origin.More = append(held.Origin.More, f.Origin.More...)
	held.Status = max(held.Status, f.Status)
	if held.Note == "" {
		held.Note = f.Note
	}
}

// cellIn writes the first cell of o as one further cell of an origin.
func cellIn(of, o Origin) Cell {
	c := o.Cell()
	if o.File != of.File || o.Sheet != of.Sheet {
		c.File, c.Sheet = o.File, o.Sheet
	}
	return c
}

// widen makes held a range that holds f's number too.
func widen(held *Figure, f Figure) {
	low, high := held.Bounds()
	otherLow, otherHigh := f.Bounds()
	held.Low, held.High, held.HasRange = min(low, otherLow), max(high, otherHigh), true
	held.Value, held.Status = math.NaN(), NotAvailable
}

func disagreement(held, f Figure) Problem {
	where := held.Origin.Cell().Address()
	if f.Origin.Sheet != held.Origin.Sheet {
		where = held.Origin.Sheet + "!" + where
	}
	return Problem{
		Origin: f.Origin,
		What:   fmt.Sprintf("states %q where %s states %q of the same: kept as a range", f.Origin.Text, where, held.Origin.Text),
	}
}
