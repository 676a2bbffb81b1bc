package export

import (
	"fmt"
	"io"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// A RevisionBook is what the workbook of a list of revisions is made of.
type RevisionBook struct {
	Question  reports.Question // whose filters chose the figures
	Summary   reports.RevisionSummary
	Revisions []reports.Revision
	Events    reports.Events   // the publishers' own notes, and other facts that stand beside
	Sources   []reports.Source // those that state none of the figures are left out
	Words     *assets.Words
	Profile   Profile
	Record    reports.AuditRecord // how the workbook came about; zero: it has no sheet of it
}

// RevisionWorkbook writes what later vintages changed: counts by pair of
// vintages, by measure and by category, and each revision with the cells of
// both vintages. Differences and percents are live formulas. The same book
// gives the same bytes.
func RevisionWorkbook(w io.Writer, r RevisionBook) error {
	b := Book{
		Answer: reports.Answer{Question: r.Question}, Sources: r.compared(), Words: r.Words, Profile: r.Profile,
		Title: r.Words.Say("revisions.title"), Question: r.Words.Say("revisions.question"),
		sums: &sums{},
	}
	names := newNames()
	var rest []page
	for _, s := range []struct {
		by    string
		lines []reports.RevisionLine
	}{{"vintage", r.Summary.Vintages()}, {"measure", r.Summary.Measures()}, {"category", r.Summary.Categories()}} {
		if len(s.lines) > 0 || s.by == "vintage" {
			rest = append(rest, r.summaryPage(s.by, s.lines, names))
		}
	}
	rest = append(rest, r.listPage(names), b.sourcesPage(names))
	rest = append(rest, recordPages(r.Record, r.Words, rest, b.sums, names)...)
	notes := r.notesPage(names)
	cover := b.coverPage(rest)
	cover.lines[len(cover.lines)-1].text = r.Words.Say("revisions.about") // in place of the long data
	contents := b.contentsPage(append([]page{cover, notes}, rest...), names)
	return b.writePages(w, append([]page{cover, contents, notes}, rest...))
}

// compared lists the sources that are vintages of one another.
func (r RevisionBook) compared() []reports.Source {
	used := map[string]bool{}
	for _, l := range r.Summary.Vintages() {
		used[l.Before.Source], used[l.After.Source] = true, true
	}
	var list []reports.Source
	for _, s := range r.Sources {
		if used[s.ID] {
			list = append(list, s)
		}
	}
	return list
}

// notesPage says what was found between each two vintages, what the changes
// mean, and what is known of the reports besides.
func (r RevisionBook) notesPage(n names) page {
	w := r.Words
	rows := [][]any{}
	add := func(subject, text string) { rows = append(rows, []any{subject, text}) }
	for _, l := range r.Summary.Vintages() {
		add(w.Say("revisions.found"), w.Revised(l))
	}
	for _, k := range reports.RevisionKinds() {
		add(w.RevisionKind(k), w.Say("revisions.meaning."+string(k)))
	}
	for _, key := range []string{"compared", "rounding", "names", "order"} {
		add(w.Say("revisions.how"), w.Say("revisions.how."+key))
	}
	for _, e := range r.Events {
		add(w.Say("revisions.event"), w.Event(e)+" "+e.Source)
	}
	add(signNotApplicable, signName(w, signNotApplicable))
	add(signNotAvailable, signName(w, signNotAvailable))
	p := page{name: w.Say("export.sheet.notes"), title: w.Say("export.notes.title"), landscape: true}
	p.grid = &grid{
		name: n.takeTable("Notes"), count: len(rows), rows: listed(rows),
		columns: []column{
			{w.Say("export.column.subject"), wrapColumn, 30},
			{w.Say("export.column.note"), wrapColumn, 86},
		},
	}
	return p
}

// summaryPage counts by pair of vintages, and by measure or category.
func (r RevisionBook) summaryPage(by string, lines []reports.RevisionLine, n names) page {
	w := r.Words
	head := func(key string) string { return w.Say("revisions.column." + key) }
	p := page{name: n.take(w.Say("revisions.sheet." + by)), title: w.Say("revisions.title." + by), landscape: true,
		lines: []line{{text: w.Say("revisions.how.compared")}}}
	columns := []column{
		{w.Say("export.column.publisher"), textColumn, 14}, {head("table"), textColumn, 32},
		{head("vintagebefore"), dayColumn, 14}, {head("vintageafter"), dayColumn, 14},
	}
	switch by {
	case "measure":
		columns = append(columns, column{head("measure"), textColumn, 38})
	case "category":
		columns = append(columns, column{w.Dim(reports.Category), textColumn, 38})
	}
	words := len(columns)
	for _, key := range []string{"compared", "differing", "changed", "percent", "rounded", "takenback", "vanished", "added", "ranges", "rangeschanged", "renamed"} {
		columns = append(columns, column{head(key), numberColumn, 13})
	}
	p.grid = &grid{name: n.takeTable("Revisions by " + by), columns: columns, count: len(lines), freeze: r.Profile == Analyst, filter: r.Profile == Analyst}
	first := p.fold().headerRow() + 1
	var rows [][]any
	for i, l := range lines {
		row := []any{w.Publisher(l.Publisher), w.Table(l.Publisher, l.Table), l.Before.Day, l.After.Day}
		switch by {
		case "measure":
			row = append(row, w.Measure(l.Measure))
		case "category":
			row = append(row, w.Value(reports.Category, l.Category))
		}
		row = append(row, l.Compared, l.Differing, l.Changed, percentOf(l, words, first+i), l.Rounded, l.TakenBack, l.Vanished, l.Added, l.Ranges, l.Redrawn, l.Renamed)
		rows = append(rows, row)
	}
	p.grid.rows = listed(rows)
	return p
}

// percentOf is the formula of the changed in percent of the compared.
func percentOf(l reports.RevisionLine, words, row int) any {
	if l.Compared == 0 {
		return signNotApplicable
	}
	changed, compared := reports.ColumnName(words+3), reports.ColumnName(words+1)
	return formula{fmt.Sprintf("%s%d/%s%d*100", changed, row, compared, row), l.Percent()}
}

// listPage lists the revisions, as many as a sheet holds.
func (r RevisionBook) listPage(n names) page {
	w := r.Words
	p := page{name: n.take(w.Say("revisions.sheet.list")), title: w.Say("revisions.title"), landscape: true,
		lines: []line{{text: w.Say("revisions.about")}, {text: w.Say("revisions.how.rounding")}}}
	list := r.Revisions
	if room := sheetRows - 20; len(list) > room {
		p.lines = append(p.lines, line{text: w.Say("revisions.left", "n", w.Number(float64(room)), "all", w.Number(float64(len(list))))})
		list = list[:room]
	}
	s := revisionSheet{words: w, dims: dimsOf(list)}
	p.grid = &grid{name: n.takeTable("Revisions list"), columns: s.columns(), count: len(list), freeze: r.Profile == Analyst, filter: r.Profile == Analyst}
	first := p.fold().headerRow() + 1
	p.grid.rows = func(yield func([]any, error) bool) {
		for i, revision := range list {
			if !yield(s.row(revision, first+i), nil) {
				return
			}
		}
	}
	return p
}

// dimsOf lists the dimensions of which a revision has a value.
func dimsOf(list []reports.Revision) []reports.Dim {
	var used reports.Dims
	for _, r := range list {
		used |= r.Figure().Split.Stated()
	}
	return used.List()
}

// A revisionSheet is the layout of the list of revisions.
type revisionSheet struct {
	words *assets.Words
	dims  []reports.Dim
}

func (s revisionSheet) columns() []column {
	w := s.words
	head := func(key string) string { return w.Say("revisions.column." + key) }
	list := []column{
		{w.Say("export.column.publisher"), textColumn, 13}, {head("table"), textColumn, 26}, {head("measure"), textColumn, 30},
		{w.Say("export.column.period"), textColumn, 14}, {w.Say("export.column.first"), dayColumn, 13}, {w.Say("export.column.last"), dayColumn, 13},
	}
	for _, d := range s.dims {
		list = append(list, column{w.Dim(d), textColumn, 24})
	}
	return append(list,
		column{head("before"), numberColumn, 15}, column{head("after"), numberColumn, 15},
		column{head("difference"), numberColumn, 15}, column{head("percentchange"), numberColumn, 12}, column{head("change"), statusColumn, 18},
		column{head("vintagebefore"), dayColumn, 14}, column{head("vintageafter"), dayColumn, 14},
		column{head("placebefore"), statusColumn, 22}, column{head("textbefore"), textColumn, 16},
		column{head("placeafter"), textColumn, 22}, column{head("textafter"), textColumn, 16},
	)
}

func (s revisionSheet) row(r reports.Revision, row int) []any {
	w, f := s.words, r.Figure()
	cells := []any{w.Publisher(f.Publisher), w.Table(f.Publisher, f.Table), w.Measure(f.Measure), w.Period(f.Period), f.Period.Start, f.Period.Last()}
	for _, d := range s.dims {
		text := signNotApplicable
		if v := f.Split.Get(d); v != "" {
			text = w.Value(d, v)
		}
		if before := r.Before.Split.Get(d); r.Renamed && before != f.Split.Get(d) {
			text += w.Say("revisions.formerly", "name", w.Value(d, before))
		}
		cells = append(cells, text)
	}
	before, after := reports.ColumnName(len(cells)+1), reports.ColumnName(len(cells)+2)
	cells = append(cells, statementCell(r.Before), statementCell(r.After),
		live(fmt.Sprintf("%s%d-%s%d", after, row, before, row), tidy(r.Difference())),
		live(fmt.Sprintf("(%s%d-%s%d)/%s%d*100", after, row, before, row, before, row), tidy(r.Percent())),
		w.RevisionKind(r.Change), r.Before.Vintage.Day, r.After.Vintage.Day)
	for _, stated := range []reports.Statement{r.Before, r.After} {
		place, text := signNotApplicable, signNotApplicable
		if stated.Stated {
			place, text = stated.Origin.String(), orText(strings.TrimSpace(stated.Origin.Text), signNotAvailable)
		}
		cells = append(cells, place, text)
	}
	return cells
}

// statementCell is the number that a vintage states, the range, or shorthand.
func statementCell(s reports.Statement) any {
	switch {
	case !s.Stated:
		return signNotApplicable
	case s.Known():
		return s.Value
	case s.HasRange:
		return StatementText(s)
	}
	return signNotAvailable
}
