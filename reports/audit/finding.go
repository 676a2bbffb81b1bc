// Package audit checks what a library holds: whether its numbers add up, agree
// with what the same publisher states elsewhere, and make sense.
package audit

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"

	"vitrine/reports"
)

// A Severity says how surely something is wrong.
type Severity int

// The severities, the gravest last. An error cannot be right as it stands, a
// warning is probably wrong, a question is for somebody who knows more.
const (
	Question Severity = iota
	Warning
	Error
)

var severityNames = [...]string{"question", "warning", "error"}

// String returns the severity's name on the command line.
func (s Severity) String() string { return severityNames[s] }

// ParseSeverity finds a severity by its name on the command line.
func ParseSeverity(name string) (Severity, bool) {
	for i, n := range severityNames {
		if n == name {
			return Severity(i), true
		}
	}
	return 0, false
}

// A Finding is what a check found: one thing that is wrong or odd, in one case
// or in many.
type Finding struct {
	// ID is made of what the finding is about and of the numbers that it rests
	// on: it is another one when a number changes. Eight hexadecimal digits.
	ID               string
	Check            string // the check's name: "total"
	Severity         Severity
	Publisher, Table string
	Other            string          // with sister: the table that says otherwise
	Measure          reports.Measure // "" where it is about several, or none
	Cases            []Case          // the weightiest first; none where it is about a source
	Compared         int             // with cases: how many were looked at
	Text             Phrase          // one sentence
	Settle           Phrase          // what it would take to settle it, one sentence
	Aside            *reports.Aside  // set aside by the user, and why
}

// A Case is one place where a finding shows.
type Case struct {
	Period reports.Period // zero: none
	Split  reports.Split
	Sides  []Side  // what stands against each other: a total and its parts; or one
	Weight float64 // orders the cases of a finding
	Origin reports.Origin
}

// A Side is a number that a case rests on: published, or added up from
// figures of one block.
type Side struct {
	Publisher, Table string
	Measure          reports.Measure
	Breakdown        reports.Dims
	Group            reports.Dims     // its figures are those of
	Key              reports.Split    // this group
	Periods          []reports.Period // and these periods
	Number           reports.Number   // its Origin is the cell of a published number
}

// identify gives the finding its identity.
func (f *Finding) identify() {
	h := sha256.New()
	fmt.Fprintln(h, f.Check, "|", f.Publisher, "|", f.Table, "|", f.Other, "|", f.Measure, "|", f.Text.Key)
	for _, c := range f.Cases {
		c.identify(h)
	}
	f.ID = hex.EncodeToString(h.Sum(nil))[:8]
}

func (c Case) identify(w io.Writer) {
	fmt.Fprintln(w, c.Period, "|", c.Split, "|", c.Origin.File, c.Origin.Sheet, c.Origin.Cell())
	for _, s := range c.Sides {
		n := s.Number
		fmt.Fprintln(w, s.Table, "|", s.Measure, "|", s.Periods, "|", n.Value, n.Low, n.High, n.HasRange)
	}
}

// Span returns the days from the finding's first case to its last; the zero
// Period where it is about none.
func (f Finding) Span() reports.Period {
	var span reports.Period
	for _, c := range f.Cases {
		switch {
		case c.Period == reports.Period{}:
		case span == reports.Period{}:
			span = c.Period
		default:
			span.Start, span.End = min(span.Start, c.Period.Start), max(span.End, c.Period.End)
		}
	}
	return span
}
