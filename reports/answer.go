package reports

import (
	"cmp"
	"fmt"
	"math"
)

// An Answer is what charts, tables, workbooks and windows all read: the
// numbers that a question gets, and how each came about.
type Answer struct {
	Question Question
	Series   []Series // by publisher, in the order of the last numbers, largest first
	Others   []Series // the same question, as other tables of the publishers tell it
	Periods  []Period // every period that a series has a number for, in order
	Notes    []Note   // what a reader must know, in the order of weight
	// SourceNotes are what the reports of the numbers say in words, first what
	// explains the series.
	SourceNotes []SourceNote
	// Unstackable is the reason why the series must not be stacked or shown
	// as shares of a whole; "" where they may. It is one of the Reason
	// constants, and a key of the translations.
	Unstackable string
}

// The reasons of Answer.Unstackable.
const (
	ReasonNotComplete = "not a complete split of the total"
	ReasonOverlapping = "parts overlap: one thing is counted in several"
	ReasonOneSeries   = "only one series"
	ReasonNotAdded    = "this measure is never added"
	ReasonSideBySide  = "publishers and tables stand side by side"
	ReasonIncomplete  = "some parts are withheld or unknown"
)

// A Series is one line of an answer.
type Series struct {
	Publisher, Table string
	Measure          Measure
	Unit             string // what one of the measure is, in the plural, in English
	Key              Split  // values of the dimensions that the answer tells apart
	Constant         Split  // what all its figures are about besides: "law", "EU"
	Group            Dims   // those dimensions
	Code             string // with ByCode: the harmonised code of Key
	Relation         string // with ByCode: "exact", "narrower" or "broader"; "" for no code
	Numbers          []Number
	Breaks           []Break
	Transform        Transform // what was worked out of the numbers
}

// Number returns the series' number for a period.
func (s Series) Number(p Period) (Number, bool) {
	for _, n := range s.Numbers {
		if n.Period == p {
			return n, true
		}
	}
	return Number{}, false
}

// About returns everything that the series' figures are about: its key, and
// what is constant besides.
func (s Series) About() Split {
	about := s.Key
	for _, d := range s.Constant.Stated().List() {
		about = about.With(d, s.Constant.Get(d))
	}
	return about
}

// UnitText writes what one of the series' numbers is as the command line does:
// "requests", "requests per million people", "requests, 2022 = 100".
func (s Series) UnitText() string {
	unit := cmp.Or(s.Unit, MeasureOf(s.Measure).Unit)
	switch s.Transform.Kind {
	case PerMillion, PerRecipients:
		return unit + " " + string(s.Transform.Kind)
	case Indexed:
		return unit + ", " + s.Transform.At.String() + " = 100"
	}
	return unit
}

// Is tells whether two series answer the same part of the same question.
func (s Series) Is(o Series) bool {
	return s.Publisher == o.Publisher && s.Table == o.Table && s.Measure == o.Measure && s.Key == o.Key && s.Code == o.Code && s.Transform == o.Transform
}

// A Basis says how a number came about.
type Basis int

// The bases of a number.
const (
	Published Basis = iota
	Summed
	Derived
)

// A Number is one number of an answer. Value is NaN where no single number
// can be said; Low and High are then its bounds.
type Number struct {
	Period     Period
	Value      float64
	Low, High  float64 // with HasRange
	HasRange   bool
	Status     Status // the gravest of its figures
	Basis      Basis
	N          int  // with Summed: how many figures were added
	Incomplete bool // a part is withheld, suppressed or unknown: Value is what is known
	Days       int  // with Partial: the days of Period that it has; else 0
	Table      string
	Breakdown  Dims          // of the figures that it was made of
	Origin     Origin        // with Published and Derived: the cell
	BaseOrigin Origin        // with Derived: the base's cell
	Transform  TransformKind // the series' own: Value was worked out of Stated
	Stated     float64       // with Transform
	People     *People       // with PerMillion: what Stated was divided by
	Recipients *Figure       // with PerRecipients: what Stated was divided by
	Note       string        // the publisher's footnote
}

// Known tells whether the number has a value.
func (n Number) Known() bool { return !math.IsNaN(n.Value) }

// Partial tells whether the number covers a part of its period only.
func (n Number) Partial() bool { return n.Days > 0 }

// BasisText writes the basis as the command line prints it: "published",
// "sum of 31" or "derived", and what was worked out of it after a semicolon,
// with the people that it was divided by, or the recipients and their cell.
func (n Number) BasisText() string {
	if n.Transform != "" {
		worked := string(n.Transform)
		if n.People != nil {
			worked += ": " + n.People.Text()
		}
		if n.Recipients != nil {
			worked += ": " + n.Recipients.Origin.Text + " in " + n.Recipients.Origin.String()
		}
		n.Transform = ""
		return n.BasisText() + "; " + worked
	}
	switch n.Basis {
	case Summed:
		return fmt.Sprintf("sum of %d", n.N)
	case Derived:
		return "derived"
	}
	return "published"
}

// BasisCells writes the basis, and of a derived number the cells of which it
// was derived: "derived; share 2f1c09aa:!B12; base 2f1c09aa:!C12".
func (n Number) BasisCells() string {
	text := n.BasisText()
	if n.Basis == Derived && n.Origin.Source != "" && n.BaseOrigin.Source != "" {
		text += "; share " + n.Origin.String() + "; base " + n.BaseOrigin.String()
	}
	return text
}

// StatusText writes the status as the command line prints it: the figures'
// status, "incomplete" and "partial, 17 of 30 days", separated by "; ".
func (n Number) StatusText() string {
	text := n.Status.String()
	add := func(s string) {
		if text == Normal.String() {
			text = s
			return
		}
		text += "; " + s
	}
	if n.Incomplete {
		add("incomplete")
	}
	if n.Partial() {
		add(fmt.Sprintf("partial, %d of %d days", n.Days, n.Period.Days()))
	}
	return text
}

// A Note is something that a reader of an answer must know.
type Note struct {
	Key  string            // a key of the translations: "note.othertable"
	Text string            // the note in English
	Args map[string]string // what the translation's template takes
}
