// Package reports holds the model of published transparency reports: figures
// and what they count, periods, areas and codes, and the rules by which a
// question is answered from them without adding what must not be added.
package reports

import (
	"fmt"
	"math"
	"strconv"
)

// A Figure is one published number.
type Figure struct {
	Publisher, Table string // figures of different tables are never added
	Measure          Measure
	Period           Period
	Split                    // which part of a total it is
	Breakdown        Dims    // the dimensions that its block splits by
	Value            float64 // NaN where no single number was published
	Low, High        float64 // with HasRange: "0-249", "<10", "> 5" (High +Inf)
	HasRange         bool
	Status           Status
	Note             string // a footnote or mark of the publisher's, in its words
	Origin           Origin
	// Extent is what the figure's source states as a whole, in words that the
	// format chooses; the newest source of an extent replaces it. "" means
	// the figure's table and period.
	Extent string
}

// Known tells whether one number was published.
func (f Figure) Known() bool { return !math.IsNaN(f.Value) }

// Bounds returns the least and the greatest number that the figure can stand
// for: its value where it is known, its range where it has one, else 0 to
// +Inf.
func (f Figure) Bounds() (low, high float64) {
	switch {
	case f.HasRange:
		return f.Low, f.High
	case f.Known():
		return f.Value, f.Value
	}
	return 0, math.Inf(1)
}

// ExtentKey returns what the figure's source states as a whole.
func (f Figure) ExtentKey() string {
	if f.Extent != "" {
		return f.Publisher + " | " + f.Table + " | " + f.Extent
	}
	return f.Publisher + " | " + f.Table + " | " + f.Period.String()
}

// An Identity tells figures apart: two figures of one identity state the same
// thing.
type Identity struct {
	Publisher, Table string
	Measure          Measure
	Period           Period
	Split            Split
	Breakdown        Dims
}

// Identity returns the figure's identity.
func (f Figure) Identity() Identity {
	return Identity{f.Publisher, f.Table, f.Measure, f.Period, f.Split, f.Breakdown}
}

// A Status says how a number is to be taken.
type Status int

// The statuses, the gravest last.
const (
	Normal        Status = iota
	Estimated            // the publisher says that it is an estimate
	Provisional          // the publisher will still change it
	NotApplicable        // the question makes no sense for this cell
	Withheld             // the publisher knows and does not say: "<10", "?"
	NotAvailable         // the publisher does not know, or says nothing
)

var statusNames = [...]string{"normal", "estimated", "provisional", "not applicable", "withheld", "not available"}

// String returns the status as tables print it.
func (s Status) String() string { return statusNames[s] }

// ParseStatus finds a status by what String writes.
func ParseStatus(s string) (Status, bool) {
	for i, name := range statusNames {
		if name == s {
			return Status(i), true
		}
	}
	return Normal, false
}

// An Origin is where a figure stands: the cell, and the text in it as it
// stood. Rows and columns count from 1.
type Origin struct {
	Source string // the SHA-256 of the source's bytes, in hexadecimal
	File   string // the file's name, and the path within it: "a.zip/b.csv"
	Sheet  string // the sheet, table or list within the file; "" for a csv
	Row    int
	Column int
	Text   string
	More   []Cell // further cells that state the same figure, or its other end
}

// A Cell is a place in the sheet of an Origin, or, where File and Sheet say
// so, in another sheet of the same source.
type Cell struct {
	Row, Column int
	Text        string
	File, Sheet string // "" in the origin's own sheet
}

// Address writes a place as spreadsheets do: B12.
func (c Cell) Address() string { return ColumnName(c.Column) + strconv.Itoa(c.Row) }

// Cell returns the origin's first cell.
func (o Origin) Cell() Cell { return Cell{Row: o.Row, Column: o.Column, Text: o.Text} }

// String writes the origin as answers print it and as trace takes it: the
// first eight digits of the source, the sheet, the cell.
func (o Origin) String() string {
	id := o.Source
	if len(id) > 8 {
		id = id[:8]
	}
	return fmt.Sprintf("%s:%s!%s", id, o.Sheet, o.Cell().Address())
}

// ColumnName returns the letters of a column that counts from 1: A, Z, AA.
func ColumnName(n int) string {
	if n < 1 {
		return "?"
	}
	var name []byte
	for ; n > 0; n = (n - 1) / 26 {
		name = append([]byte{byte('A' + (n-1)%26)}, name...)
	}
	return string(name)
}
