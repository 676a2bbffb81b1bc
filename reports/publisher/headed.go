package publisher

import (
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// hasHeader tells whether one of the first rows of a table of a file is a
// header.
func hasHeader(file *sheet.File, is func(sheet.Row) bool) bool {
	for _, t := range file.Tables {
		n := 0
		for row, err := range t.Rows() {
			if n++; err != nil || n > headerRows {
				break
			}
			if is(row) {
				return true
			}
		}
	}
	return false
}

// mostRows is how many rows a sheet may have that is looked at as a whole.
const mostRows = 10_000

// rows returns the rows of a sheet that are not blank. It is false if the
// sheet cannot be read.
func (e *Export) rows(t *sheet.Table) ([]sheet.Row, bool) {
	var rows []sheet.Row
	for row, err := range t.Rows() {
		if err == nil {
			err = e.ctx.Err()
		}
		if err != nil {
			e.fail(err)
			return nil, false
		}
		if len(rows) == mostRows {
			e.Problem(reports.Origin{File: e.Name, Sheet: t.Name, Row: row.Number}, "the rest of the sheet was not read: it has more rows than this report ever had")
			break
		}
		if !row.Blank() {
			rows = append(rows, row)
		}
	}
	return rows, true
}
