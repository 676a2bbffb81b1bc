package publisher

import (
	"slices"

	"vitrine/reports"
)

// gitHub reads the files of GitHub's repository of transparency data, one by
// one or all in the zip of the repository. A kind of figures may have a file
// by years and one by half-years: they disagree, and are two tables.
var gitHub = Format{
	Name:      "GitHub, transparency data",
	Publisher: "GitHub",
	Title:     "the CSV files of the repository github/transparency, or the zip of it",
	URL:       "https://github.com/github/transparency",
	Fetch:     "https://github.com/github/transparency/archive/HEAD.zip",
	Saved:     "github-transparency.zip",
	Blocks:    githubBlocks(),
	Recognise: isGitHub,
	Explicit:  readGitHub,
}

// byHalfYear ends the name of a table whose file is by half-years; in the
// file's own name it is githubHalves.
const (
	byHalfYear   = ", by half-year"
	githubHalves = "_by_calendar_year_half"
)

// A githubTable is what the files of one kind say.
type githubTable struct {
	file    string   // their name, and that of their resource in datapackage.json
	table   string   // the name of Vitrine's table
	halves  bool     // there is a file by half-years too
	columns []string // that a header must have; those of the period are checked besides
	byName  bool     // the columns say too little: the file's name does
	kinds   []string // of which a row must be, where "type" is a part
	dims    []githubDim
	counts  []githubCount
	period  func(*Line) reports.Period // nil: the usual columns
}

// A githubDim is a column by which a file splits.
type githubDim struct {
	column string
	dim    reports.Dim
	alone  string // the part that a file without the column is about
}

// A githubCount is a column of numbers, or those rows of it that are of one
// kind.
type githubCount struct {
	column, kind string // kind: what the column "type" says
	measure      reports.Measure
	table        string // if it is another than the file's
	split        reports.Split
	by           reports.Dims // beside those of the file
	overlapping  bool
	partial      bool // the parts do not add to the total
	unknown      bool // a part without a row is unknown, else there was none
	note         string
}

// breakdown returns the dimensions by which a count of the table is split.
func (t *githubTable) breakdown(c githubCount) reports.Dims {
	by := c.by
	for _, d := range t.dims {
		by |= reports.DimsOf(d.dim)
	}
	return by
}

// githubBlocks declares all tables: of each kind the yearly one first.
func githubBlocks() []reports.Block {
	var blocks []reports.Block
	for i := range githubTables {
		t := &githubTables[i]
		blocks = append(blocks, t.blocks("")...)
		if t.halves {
			blocks = append(blocks, t.blocks(byHalfYear)...)
		}
	}
	return blocks
}

func (t *githubTable) blocks(suffix string) []reports.Block {
	var blocks []reports.Block
	for _, c := range t.counts {
		b := reports.Block{Table: t.tableOf(c) + suffix, Measure: c.measure, Breakdown: t.breakdown(c), Absent: reports.AbsentNone}
		switch {
		case c.overlapping:
			b.Overlapping = b.Breakdown
		case !c.partial:
			b.Complete = b.Breakdown
		}
		if b.Breakdown == 0 || c.unknown {
			b.Absent = reports.AbsentUnknown
		}
		if !slices.Contains(blocks, b) {
			blocks = append(blocks, b)
		}
	}
	return blocks
}

func (t *githubTable) tableOf(c githubCount) string {
	if c.table != "" {
		return c.table
	}
	return t.table
}
