// Package publisher knows what the cells of the exports mean that publishers
// of transparency reports offer. It recognises an export by its content, never
// by its name alone, and turns its cells into figures.
package publisher

import (
	"cmp"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A Format is what is known of one kind of file that a publisher offers. It is
// data, and one function that reads the file.
//
// A format of a table with a header names its Columns and has Read; it claims
// the files that have a table with all these columns. Any other format has
// Explicit, and Recognise or Columns.
type Format struct {
	Name      string // unique; if "", the publisher and the table
	Publisher string
	Title     string // what the file is and how it is got, one line
	URL       string // where the publisher offers it
	Fetch     string // the stable address of the file itself, or of an archive with it; "": there is none
	Saved     string // how such a file is called once it is fetched; "": as its address says

	Table string // the name of its table; formats with several leave it out
	// The columns that the header must have, in any order and case; those that
	// it may have; and those that state no figure. Any other is a problem.
	Columns, Optional, Ignored []string
	// Lacks has the columns with which a header is another format's.
	Lacks []string
	// Rename says how Columns, Optional and Ignored call the columns of a
	// header that spells them otherwise, or in another language. It gives back
	// a name a column.
	Rename func(header []string) []string

	// What the format declares of its table. Every dimension of Breakdown that
	// the split of a figure leaves out makes the figure a total over it.
	Breakdown reports.Dims
	Split     Completeness
	Absent    reports.Absent
	Bound     float64 // with reports.AbsentSuppressed: absent parts are below it
	// Blocks declares in full what differs from the above, or, with Explicit,
	// everything. The first of a measure answers first.
	Blocks []reports.Block
	Breaks []reports.Break
	// Extent has the dimensions by which a source states its figures as a
	// whole: a newer source replaces, for each period, only what it states of
	// their values. None: all of a table and period.
	Extent reports.Dims
	// ExtentByMeasure tells measures apart too: a newer source of Extent
	// replaces only the measures that it states.
	ExtentByMeasure bool
	// ExtentByBlock tells the measures and the breakdowns of figures apart: a
	// newer source replaces only the blocks that it states.
	ExtentByBlock bool
	// ExtentOf writes what a source states as a whole together with a figure,
	// where the above cannot say it.
	ExtentOf func(reports.Figure) string
	// EachPublisher says that anybody may publish such a file: its blocks are
	// those of whatever publisher a figure names.
	EachPublisher bool

	// Before sees every row before Read sees the first: it marks what a row
	// means only beside others.
	Before    func(*Line)
	Read      func(*Line)            // reads one row
	Recognise func(*sheet.File) bool // tells whether the file is of this format
	Explicit  func(*Export)          // reads all files of the format together

	rank    int  // of two formats that know a file the lower one reads it
	spelled bool // it says itself how its numbers are spelt
}

// Completeness says how the parts of a table's breakdown relate to its total.
type Completeness int

// The kinds of splits.
const (
	Disjoint            Completeness = iota // a top-50 list: nothing is in two parts, and something may be in none
	CompleteAndDisjoint                     // the parts add to the total
	Overlapping                             // one thing may be in several parts
)

// String returns the format's name.
func (f *Format) String() string {
	if f.Name != "" {
		return f.Name
	}
	return f.Publisher + ", " + f.Table
}

// Declared returns what the format declares of a block. It is false for one
// that the format knows nothing of.
func (f *Format) Declared(publisher, table string, m reports.Measure, breakdown reports.Dims) (reports.Block, bool) {
	for i, b := range f.Blocks {
		if f.publishes(b, publisher) && b.Table == table && b.Measure == m && b.Breakdown == breakdown {
			b.Publisher, b.Order = publisher, i
			return b, true
		}
	}
	block := reports.Block{Publisher: publisher, Table: table, Measure: m, Breakdown: breakdown, Order: len(f.Blocks)}
	if f.Table == "" || publisher != f.Publisher || table != f.Table || !f.Breakdown.Contains(breakdown) {
		return block, false
	}
	block.Absent, block.Bound = f.Absent, f.Bound
	switch f.Split {
	case CompleteAndDisjoint:
		block.Complete = breakdown
	case Overlapping:
		block.Overlapping = breakdown
	}
	return block, true
}

// publishes tells whether a block that the format declares is a publisher's.
func (f *Format) publishes(b reports.Block, publisher string) bool {
	return f.EachPublisher || publisher == cmp.Or(b.Publisher, f.Publisher)
}

// tables lists the tables that the format fills, in order.
func (f *Format) tables() []string {
	var tables []string
	seen := map[string]bool{"": true}
	for _, b := range append([]reports.Block{{Table: f.Table}}, f.Blocks...) {
		if !seen[b.Table] {
			tables = append(tables, b.Table)
		}
		seen[b.Table] = true
	}
	return tables
}

// extentOf writes what a source states as a whole together with a figure.
func (f *Format) extentOf(figure reports.Figure) string {
	if f.ExtentOf != nil {
		return f.ExtentOf(figure)
	}
	if f.Extent == 0 && !f.ExtentByBlock {
		return ""
	}
	extent := []string{figure.Period.String()}
	if f.ExtentByMeasure || f.ExtentByBlock {
		extent = append(extent, string(figure.Measure))
	}
	if f.ExtentByBlock {
		extent = append(extent, figure.Breakdown.String())
	}
	for _, d := range f.Extent.List() {
		extent = append(extent, figure.Split.Get(d))
	}
	return strings.Join(extent, " | ")
}

// claims tells whether a file is of this format.
func (f *Format) claims(file *sheet.File) bool {
	if f.Recognise != nil {
		return f.Recognise(file)
	}
	for _, t := range file.Tables {
		if _, ok := f.findHeader(t); ok {
			return true
		}
	}
	return false
}
