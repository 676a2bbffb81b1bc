package publisher

import (
	"path"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// gitHub reads the files of GitHub's repository of transparency data, one by
// one or all in the zip of the repository. A kind of figures may have a file
// by years and one by half-years: they disagree, and are two tables.
var gitHub = Format{
	Name:      "GitHub, transparency data",
	Publisher: "GitHub",
	Title:     "the CSV files of the repository github/transparency, or the zip of it",
	URL:       "https://github.com/github/transparency",
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
	dims    []githubDim
	counts  []githubCount
	period  func(*Line) reports.Period // nil: the usual columns
}

// A githubDim is a column by which a file splits.
type githubDim struct {
	column string
	dim    reports.Dim
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

// isGitHub tells whether a file is one of the repository's, or the
// description of all of them.
func isGitHub(file *sheet.File) bool {
	if githubResources(file) > 0 {
		return true
	}
	t, _ := findGitHub(file)
	return t != nil
}

// findGitHub finds the table of a file: of those whose columns its header has,
// the one with the most.
func findGitHub(file *sheet.File) (*githubTable, *header) {
	if file.Page != nil || len(file.Tables) != 1 {
		return nil, nil
	}
	for row, err := range file.Tables[0].Rows() {
		if err != nil || row.Number > headerRows {
			break
		}
		h := newHeader(row)
		var best *githubTable
		for i := range githubTables {
			t := &githubTables[i]
			if (best == nil || len(t.columns) > len(best.columns)) && h.hasAll(t.columns) && h.saysWhen() && t.fits(file, h) {
				best = t
			}
		}
		if best != nil {
			return best, h
		}
	}
	return nil, nil
}

// saysWhen tells whether a header has columns of a period.
func (h *header) saysWhen() bool { return h.hasAny([]string{"year", "calendar_year_half"}) }

// fits tells whether the rows of a file are of the table: columns such as
// "type" and "count" say too little. Claims of circumvention have nothing but
// a year and a count, and are known by the file's name.
func (t *githubTable) fits(file *sheet.File, h *header) bool {
	if !t.named() {
		return len(t.columns) > 1 || t.columns[0] != "count" || strings.Contains(path.Base(file.Path), t.file) && len(h.texts) <= 3
	}
	for row, err := range file.Tables[0].Rows() {
		if err != nil || row.Number > h.row+headerRows {
			return false
		}
		if row.Number > h.row && t.knows(row.Text(h.column["type"])) {
			return true
		}
	}
	return false
}

// named tells whether the rows of the table are of kinds.
func (t *githubTable) named() bool {
	return slices.ContainsFunc(t.counts, func(c githubCount) bool { return c.kind != "" })
}

// knows tells whether a count of the table is of a kind.
func (t *githubTable) knows(kind string) bool {
	return slices.ContainsFunc(t.counts, func(c githubCount) bool { return c.kind == foldHeader(kind) })
}

func readGitHub(e *Export) {
	described := describeGitHub(e)
	figures := false
	for _, file := range e.Files {
		if t, h := findGitHub(file); t != nil {
			figures = true
			r := githubReader{table: t, suffix: t.suffix(h), field: described[file.Path]}
			if e.lines(file, file.Tables[0], h, r.read) > 0 {
				e.unread(file, file.Tables[0], h)
			}
		}
	}
	if !figures {
		e.Fail(e.Files[0], "it describes GitHub's files and states no figures; open the CSV files beside it, or the zip of the repository")
	}
	e.markUnfinished()
}

func (t *githubTable) suffix(h *header) string {
	if t.halves && h.column["half"] != 0 {
		return byHalfYear
	}
	return ""
}

// A githubReader reads the rows of one file.
type githubReader struct {
	table  *githubTable
	suffix string                 // of the tables' names
	field  map[string]githubField // by column: what datapackage.json says of it
}

func (r *githubReader) read(l *Line) {
	t := r.table
	f := reports.Figure{Period: githubPeriodOf(l, t)}
	for _, d := range t.dims {
		f.Split = f.Split.With(d.dim, githubPart(l, d))
	}
	kind := foldHeader(l.Text("type"))
	if t.named() && !t.knows(kind) {
		l.Fail("type", "%q is no kind that Vitrine knows of in GitHub's %s: it was not read", l.Text("type"), t.table)
	}
	for _, c := range t.counts {
		if c.kind == "" || c.kind == kind {
			r.add(l, c, f)
		}
	}
}

// add adds the figure of a count; what is the same for all of the row is in f.
func (r *githubReader) add(l *Line, c githubCount, f reports.Figure) {
	f.Table, f.Measure = r.table.tableOf(c)+r.suffix, c.measure
	f.Breakdown = r.table.breakdown(c)
	for _, d := range c.split.Stated().List() {
		f.Split = f.Split.With(d, c.split.Get(d))
	}
	field := r.field[foldHeader(c.column)]
	f.Note = c.note
	if f.Note == "" {
		f.Note = field.title
	}
	if field.missing[l.Cell(c.column).Text] {
		return
	}
	l.AddFigure(c.column, f)
}

// githubPart reads a column by which a file splits.
func githubPart(l *Line, d githubDim) string {
	if d.dim == reports.Area {
		return githubArea(l, d.column)
	}
	return l.Part(d.column)
}

// githubArea reads a government by its code where it has one, else by its
// name: the files leave codes out, and spell names otherwise than codes.
func githubArea(l *Line, column string) string {
	named := l.Area(column)
	text := l.Text(column + "_iso2_code")
	if text == "" {
		return named
	}
	code, ok := assets.Areas().LookupCode(text)
	if !ok {
		l.Fail(column+"_iso2_code", "%q is not the code of a country", text)
	}
	if known := assets.Areas().IsCountry(named); known && ok && named != code {
		l.Fail(column+"_iso2_code", "the code %s is not that of %s", text, l.Text(column))
	}
	return code
}
