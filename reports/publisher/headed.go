package publisher

import "vitrine/reports/sheet"

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
