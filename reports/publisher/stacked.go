package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A stackedTable is one of several tables that stand below each other in one
// sheet, each with a title above its header.
type stackedTable struct {
	columns []string // that its header must have, in any order and case
	ignored []string // that state no figure
	read    func(*Line)
}

// eachStacked reads the rows of the export's stacked tables.
func (e *Export) eachStacked(tables []stackedTable) {
	for _, file := range e.Files {
		for _, t := range file.Tables {
			s := stack{export: e, file: file, table: t, tables: tables}
			for row, err := range t.Rows() {
				if err == nil {
					err = e.ctx.Err()
				}
				if err != nil {
					e.fail(err)
					return
				}
				s.row(row)
			}
			s.end()
		}
	}
}

// A stack reads the tables of one sheet.
type stack struct {
	export *Export
	file   *sheet.File
	table  *sheet.Table
	tables []stackedTable

	now    *stackedTable // nil between two tables
	header *header
	lines  int
	told   bool // that the rows are of no table that is known
}

func (s *stack) row(row sheet.Row) {
	if row.Blank() {
		return
	}
	if s.now == nil {
		if s.now = headerOf(row, s.tables); s.now != nil {
			s.header = newHeader(row)
			return
		}
	}
	switch {
	case isTitle(row):
		s.end()
	case s.now != nil:
		s.lines++
		s.now.read(&Line{export: s.export, file: s.file, table: s.table, header: s.header, row: row})
	case !s.told:
		s.told = true
		s.export.Problem(reports.Origin{File: s.file.Path, Sheet: s.table.Name, Row: row.Number, Column: 1, Text: row.Text(1)},
			"no format reads the table that begins here")
	}
}

// end notes the columns of the table that no line read.
func (s *stack) end() {
	if s.now != nil && s.lines > 0 {
		for _, name := range s.now.ignored {
			s.header.find(name)
		}
		s.export.unread(s.file, s.table, s.header)
	}
	s.now, s.lines, s.told = nil, 0, false
}

// headerOf returns the table whose header a row is.
func headerOf(row sheet.Row, tables []stackedTable) *stackedTable {
	h := newHeader(row)
	for i := range tables {
		if h.hasAll(tables[i].columns) {
			return &tables[i]
		}
	}
	return nil
}

// isTitle tells whether only the first cell of a row has a text.
func isTitle(row sheet.Row) bool {
	for i, c := range row.Cells {
		if (strings.TrimSpace(c.Text) != "") != (i == 0) {
			return false
		}
	}
	return len(row.Cells) > 0
}

// hasStacked tells whether one of the tables begins near the top of a file.
func hasStacked(file *sheet.File, tables []stackedTable) bool {
	return hasHeader(file, func(row sheet.Row) bool { return headerOf(row, tables) != nil })
}
