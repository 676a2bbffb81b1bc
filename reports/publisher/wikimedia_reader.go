package publisher

import (
	"maps"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A wikimediaReader reads a sheet of the workbook.
type wikimediaReader struct {
	*Export
	file   *sheet.File
	table  *sheet.Table
	period reports.Period
	now    []wikimediaTable
	told   bool // that the sheet's name is no period
}

func (r *wikimediaReader) read() {
	if !r.dated() {
		return
	}
	for row, err := range r.table.Rows() {
		if err == nil {
			err = r.ctx.Err()
		}
		if err != nil {
			r.fail(err)
			return
		}
		if tables := wikimediaTables(row); len(tables) > 0 {
			r.begin(row, tables)
			continue
		}
		if len(r.now) > 0 && !wikimediaTitle(row) {
			r.row(row)
		}
	}
	if len(r.now) == 0 {
		r.Problem(reports.Origin{File: r.file.Path, Sheet: r.table.Name}, "no format reads this table")
	}
}

// dated finds the period in the sheet's name. That of a sheet that was saved
// by itself may stand in the file's name.
func (r *wikimediaReader) dated() (ok bool) {
	if r.period, ok = reports.SpellPeriod(r.table.Name); !ok && len(r.file.Tables) == 1 {
		r.period, ok = r.FilePeriod(r.file)
		return ok
	}
	return true
}

// wikimediaTitle tells whether a row has titles of tables, or nothing.
func wikimediaTitle(row sheet.Row) bool {
	for _, c := range row.Cells {
		switch foldHeader(c.Text) {
		case "", "content requests", "user data requests":
		default:
			return false
		}
	}
	return true
}

// begin goes on with the tables whose header a row is.
func (r *wikimediaReader) begin(row sheet.Row, tables []wikimediaTable) {
	r.now = tables
	if r.period == (reports.Period{}) && !r.told {
		r.told = true
		r.Problem(r.origin(row, 1), "the sheet's name, %q, is no period: none of its tables was read", r.table.Name)
	}
	for _, t := range tables {
		if t.header == "country" && !t.area {
			r.Problem(r.origin(row, t.label), "the column lists projects as the one beside it does: it was read as such")
		}
		for _, column := range slices.Sorted(maps.Keys(t.unread)) {
			r.Problem(r.origin(row, column), "%s does not know the column %q: it was not read", r.format, strings.TrimSpace(t.unread[column]))
		}
	}
}

func (r *wikimediaReader) origin(row sheet.Row, column int) reports.Origin {
	return reports.Origin{File: r.file.Path, Sheet: r.table.Name, Row: row.Number, Column: column, Text: row.Text(column)}
}

// row reads a row of the tables that stand side by side.
func (r *wikimediaReader) row(row sheet.Row) {
	if r.period == (reports.Period{}) {
		return
	}
	for _, t := range r.now {
		label := strings.TrimSpace(row.Text(t.label))
		split, by, note := t.about(label)
		for _, column := range slices.Sorted(maps.Keys(t.columns)) {
			cell := row.Cell(column)
			if strings.TrimSpace(cell.Text) == "" {
				continue
			}
			if label == "" {
				r.Problem(r.origin(row, column), "the row does not say what %s is about", strings.TrimSpace(cell.Text))
				continue
			}
			r.add(row, column, t.columns[column], split, by, note)
		}
	}
}

// add adds the figure that a cell states.
func (r *wikimediaReader) add(row sheet.Row, column int, c wikimediaColumn, s reports.Split, by reports.Dims, note string) {
	n, ok := spell(row.Cell(column))
	if !ok {
		r.Problem(r.origin(row, column), "%q is not a number", strings.TrimSpace(row.Text(column)))
		return
	}
	s.Category, s.Subcategory, s.Ground = c.category, c.subcategory, c.ground
	r.Add(reports.Figure{
		Table: c.table, Measure: c.measure, Period: r.period, Split: s,
		Breakdown: by | s.Stated()&(reports.ByCategory|reports.BySubcategory|reports.ByGround),
		Value:     n.Value, Low: n.Low, High: n.High, HasRange: n.HasRange, Status: n.Status,
		Note: note, Origin: r.origin(row, column),
	})
}

// about says what a row is about: a project, a country, or all of them.
func (t wikimediaTable) about(label string) (s reports.Split, by reports.Dims, note string) {
	switch {
	case label == "" || totals[strings.ToLower(label)]:
		return s, 0, ""
	case t.area:
		if s.Area = wikimediaArea(label); label == "Span" {
			note = "spelled Span"
		}
		return s, reports.ByArea, note
	}
	if s.Service = wikimediaProject(label); !strings.EqualFold(s.Service, label) {
		note = "named " + label
	}
	return s, reports.ByService, note
}
