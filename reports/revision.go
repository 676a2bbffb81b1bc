package reports

import (
	"context"
	"math"
)

// A RevisionKind is what a later vintage did to a figure of an earlier one.
type RevisionKind string

// The kinds. Only RevisionChanged and RevisionTakenBack say that a publisher
// thought better of a number.
const (
	RevisionChanged   RevisionKind = "changed"    // another number
	RevisionRounded   RevisionKind = "rounded"    // another number, which a coarser or finer rounding explains
	RevisionVanished  RevisionKind = "vanished"   // the later vintage tells the period, and no longer states this number
	RevisionAdded     RevisionKind = "added"      // the earlier vintage told the period, and did not state this number
	RevisionTakenBack RevisionKind = "taken back" // the number of a vintage before, which the earlier one had changed or left out
)

// RevisionKinds lists the kinds in the order in which they are told.
func RevisionKinds() []RevisionKind {
	return []RevisionKind{RevisionChanged, RevisionTakenBack, RevisionRounded, RevisionVanished, RevisionAdded}
}

// A Statement is what one vintage says of a figure. The zero Statement says
// nothing.
type Statement struct {
	Figure
	Vintage Vintage
	Stated  bool // be it as not available
}

// A Vintage is an edition of a report.
type Vintage struct {
	Day    Day    // of publication
	Source string // the ID of its source
}

// Says tells whether the vintage states a number or a range.
func (s Statement) Says() bool { return s.Stated && (s.Known() || s.HasRange) }

// A Revision is what happened to one figure between two vintages that tell
// its period, one after the other.
type Revision struct {
	Change        RevisionKind
	Before, After Statement // one of them may state nothing
	Renamed       bool      // the category has another name in each; the crosswalk says that both are one
}

// Figure returns the figure as the later vintage states it, else as the
// earlier one does.
func (r Revision) Figure() Figure {
	if r.After.Stated {
		return r.After.Figure
	}
	return r.Before.Figure
}

// Difference returns by how much the number changed; NaN where one of the
// vintages states no single number.
func (r Revision) Difference() float64 {
	if !r.Before.Stated || !r.After.Stated {
		return math.NaN()
	}
	return r.After.Value - r.Before.Value
}

// Percent returns the difference in percent of the earlier number; NaN where
// there is none, or it is 0.
func (r Revision) Percent() float64 {
	if r.Before.Value == 0 {
		return math.NaN()
	}
	return 100 * r.Difference() / r.Before.Value
}

// A Scope says of which figures vintages are compared.
type Scope struct {
	Blocks []Block                                          // of all vintages
	Where  [dimCount][]string                               // exact values; none: all
	AsOf   Day                                              // only vintages published by then; zero: all
	Span   Period                                           // only figures wholly within; zero: all
	Codes  func(b Block, category, subcategory string) bool // nil: all
}

// ScopeOf finds the scope of a question's filters and span in a ledger that
// holds all vintages.
func ScopeOf(ctx context.Context, q Question, l Ledger, names Names) (Scope, error) {
	all := q
	all.AsOf = 0
	a, err := newAsker(ctx, all, l, names)
	if err != nil {
		return Scope{}, err
	}
	s := Scope{Blocks: a.blocks, Where: a.where, AsOf: q.AsOf}
	if q.Since != 0 || q.Until != 0 {
		s.Span = q.Span(Period{math.MinInt32, math.MaxInt32})
	}
	if len(a.codes) > 0 {
		s.Codes = func(b Block, category, subcategory string) bool {
			return a.ofCodes(b.Publisher, Split{Category: category, Subcategory: subcategory})
		}
	}
	return s, nil
}

// A Restated figure is one that two vintages do not state alike, as a library
// finds it.
type Restated struct {
	Before, After         Statement // the later vintage, and the last before it that states the figure or tells its period
	BeforeStep, AfterStep Precision
	Returned              bool // a vintage in between left the number out, and it is as it was
	Back                  bool // an earlier vintage than Before states the number of After
}

// A Precision is how finely a vintage gives the numbers of a block, as they
// show it themselves.
type Precision struct {
	Decimals int  // the most that a number has
	Hundreds bool // all numbers from 1,000 on end in 00: they are rounded to leading digits
	Known    bool // there are enough numbers to tell
}

// A Compared counts the figures of a category that two vintages both state.
type Compared struct {
	Before, After         Vintage
	Block                 Block
	Category, Subcategory string
	Numbers               int // figures with a single number in both
	Ranges                int // figures with a range in one of them
}
