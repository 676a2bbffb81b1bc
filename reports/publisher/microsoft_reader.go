package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A microsoftReader reads the sheets of a workbook of requests.
type microsoftReader struct {
	*Export
	file   *sheet.File
	said   string            // the first sheet's period, in its words
	period reports.Period    // that period
	tables map[string]string // the tables that were read, with their sheets
}

// A microsoftSheet is a sheet while it is read.
type microsoftSheet struct {
	table  microsoftTable
	period reports.Period
	note   string // to all its figures
	header *header
	width  int // columns of the table
}

// read reads a sheet.
func (r *microsoftReader) read(t *sheet.Table) {
	rows, ok := r.rows(t)
	if !ok || len(rows) == 0 {
		return
	}
	var titles []string
	for i, row := range rows {
		if names := microsoftHeader(row); names != nil {
			s := microsoftSheet{table: microsoftTableOf(t.Name, titles)}
			if r.dated(t, rows[:i], &s) && r.alone(t, row, s) {
				s.header, s.width = microsoftColumns(row, names, rows[i+1:])
				r.lines(t, rows[i+1:], s)
			}
			return
		}
		for _, c := range row.Cells {
			titles = append(titles, c.Text)
		}
	}
	r.Problem(reports.Origin{File: r.file.Path, Sheet: t.Name}, "no format reads this table")
}

// dated finds the period of a sheet in the titles above its header, else in
// the name of the file. A sheet that says another period than the first one
// is read as it says, and is a problem.
func (r *microsoftReader) dated(t *sheet.Table, titles []sheet.Row, s *microsoftSheet) bool {
	for _, row := range titles {
		for i, c := range row.Cells {
			p, words := periodIn(c.Text)
			if p == (reports.Period{}) {
				continue
			}
			s.period = p
			if r.said == "" {
				r.period, r.said = p, words
			}
			if p != r.period {
				s.note = "the sheet says " + words + ", the workbook " + r.said
				r.Problem(r.origin(t, row, i+1), "%s: read as the sheet says", s.note)
			}
			return true
		}
	}
	var ok bool
	s.period, ok = r.FilePeriod(r.file, reports.EveryHalf)
	return ok
}

// alone tells whether a sheet is the first with its table. What a second one
// counts, nobody says.
func (r *microsoftReader) alone(t *sheet.Table, row sheet.Row, s microsoftSheet) bool {
	key := s.table.name + s.period.String()
	if other, twice := r.tables[key]; twice {
		r.Problem(r.origin(t, row, 1), "the sheet %q has %s of this period too: this one was not read", other, s.table.name)
		return false
	}
	r.tables[key] = t.Name
	return true
}

func (r *microsoftReader) origin(t *sheet.Table, row sheet.Row, column int) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: t.Name, Row: row.Number, Column: column, Text: row.Text(column)}
}

// microsoftColumns makes a header of names for the columns, and returns how
// many columns the table has. The names of countries stand in the column
// before the numbers that has most texts.
func microsoftColumns(row sheet.Row, names []string, below []sheet.Row) (*header, int) {
	made := sheet.Row{Number: row.Number, Cells: make([]sheet.Cell, len(names)+1)}
	width := 0
	put := func(column int, name string) {
		made.Cells[column-1].Text, width = name, max(width, column)
	}
	for i, name := range names {
		switch {
		case name == microsoftReceived:
			put(labelColumn(i, below), microsoftCountry)
			put(i+1, name)
		case name == microsoftAccounts:
			put(i+1, name)
		case name != "" && percentFirst(i+1, below):
			put(i+1, name+" %")
			put(i+2, name+" #")
		case name != "":
			put(i+1, name+" #")
			put(i+2, name+" %")
		}
	}
	return newHeader(made), width
}

// labelColumn returns which of the first columns has most texts.
func labelColumn(columns int, rows []sheet.Row) int {
	best, most := 1, 0
	for column := 1; column <= columns; column++ {
		texts := 0
		for _, row := range rows {
			if row.Cell(column).Kind == sheet.Text && strings.TrimSpace(row.Text(column)) != "" {
				texts++
			}
		}
		if texts > most {
			best, most = column, texts
		}
	}
	return best
}

// percentFirst tells whether the first of an outcome's two columns has the
// percentages, not the second.
func percentFirst(column int, rows []sheet.Row) bool {
	for _, row := range rows {
		first, second := strings.TrimSpace(row.Text(column)), strings.TrimSpace(row.Text(column+1))
		if strings.HasSuffix(first, "%") != strings.HasSuffix(second, "%") {
			return strings.HasSuffix(first, "%")
		}
	}
	return true
}

// lines reads the rows of a table.
func (r *microsoftReader) lines(t *sheet.Table, rows []sheet.Row, s microsoftSheet) {
	above := map[int]string{} // the last text in a column beyond the table
	read := false
	for _, row := range rows {
		r.beyond(t, row, s.width, above)
		l := &Line{export: r.Export, file: r.file, table: t, header: s.header, row: row}
		if l.Text(microsoftCountry) != "" && l.Text(microsoftReceived) != "" && l.Text(microsoftReceived) != "#" {
			l.microsoft(s)
			read = true
		}
	}
	if !read {
		r.Problem(reports.Origin{File: r.file.Path, Sheet: t.Name, Row: s.header.row}, "no country stands below this header")
	}
}

// beyond notes numbers that stand beside the table.
func (r *microsoftReader) beyond(t *sheet.Table, row sheet.Row, width int, above map[int]string) {
	for i := width; i < len(row.Cells); i++ {
		text := unbroken(row.Cells[i].Text)
		switch n, ok := spell(row.Cells[i]); {
		case text == "":
		case !ok || math.IsNaN(n.Value):
			above[i] = text
		default:
			r.Problem(r.origin(t, row, i+1), "%s stands beyond the table, under %q: it was not read", text, above[i])
		}
	}
}

// microsoft reads a row: a country's requests, or all.
func (l *Line) microsoft(s microsoftSheet) {
	f := reports.Figure{Table: s.table.name, Period: s.period, Note: s.note}
	f.Area = l.Area(microsoftCountry)
	f.Breakdown = f.Split.Stated() & reports.ByArea
	f.Measure = s.table.requests
	l.microsoftCount(microsoftReceived, f)
	f.Measure = accountsNamed
	l.microsoftCount(microsoftAccounts, f)
	f.Breakdown |= reports.ByAction
	for _, o := range microsoftOutcomes {
		f.Action = o.outcome
		f.Measure = s.table.outcomes
		l.microsoftCount(o.outcome+" #", f)
		f.Measure = s.table.share
		l.AddShare(o.outcome+" %", shownStep(l.Text(o.outcome+" %")), f)
	}
}

// microsoftCount adds a count. The workbook shows 0 as "-"; an empty cell of a
// country that has others is a number that Microsoft left out.
func (l *Line) microsoftCount(column string, f reports.Figure) {
	switch text := l.Text(column); {
	case text == "":
		l.AddUnknown(column, reports.NotAvailable, f)
	case text == "-":
		l.AddStated(column, reports.Stated{}, f)
	default:
		l.AddFigure(column, f)
	}
}

// shownStep returns what a percentage is rounded to that a cell shows: 0.1 for
// "2.3%".
func shownStep(text string) float64 {
	step := 1.0
	for range min(len(decimalsOf(text)), 9) {
		step /= 10
	}
	return step
}
