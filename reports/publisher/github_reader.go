package publisher

import (
	"vitrine/assets"
	"vitrine/reports"
)

// readGitHub reads every file by its table, with what the description of the
// package says of it.
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
	if t.sorts() && !t.knows(kind) {
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
	for _, d := range c.split.Stated().List() {
		f.Split = f.Split.With(d, c.split.Get(d))
	}
	f.Breakdown = r.table.breakdown(c) & f.Split.Stated()
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
	switch {
	case d.dim == reports.Area:
		return githubArea(l, d.column)
	case d.alone != "" && l.header.find(d.column) == 0:
		return d.alone
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
