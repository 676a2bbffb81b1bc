package publisher

import (
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// findHeader finds the header among the first rows of a table: the row above
// the first one with a number, with the one above it where that has texts
// over several columns. Lines with one text are its title.
func (p *proposal) findHeader(rows []sheet.Row) bool {
	first := -1
	for i, row := range rows {
		if i > headerRows {
			return false
		}
		if isBody(row) {
			first = i
			break
		}
	}
	last := first - 1
	if last < 0 || countTexts(rows[last]) < 2 {
		return false
	}
	from := last
	if last > 0 && isUpper(rows[last-1], rows[last]) {
		from = last - 1
	}
	p.setHeader(rows, from, last)
	return true
}

// isBody tells whether a row has a number that is none of a header's: a
// header may hold years and dates.
func isBody(row sheet.Row) bool {
	if countTexts(row) < 2 {
		return false
	}
	for _, c := range row.Cells {
		if statesNumber(c) && !isDated(c) {
			return true
		}
	}
	return false
}

// isUpper tells whether a row is the upper one of two that are a header: it
// has texts over several columns, or over one that is not the first.
func isUpper(row, below sheet.Row) bool {
	n := countTexts(row)
	switch {
	case n == 0 || n > countTexts(below)+1 && n > 2*countTexts(below):
		return false
	case n == 1:
		return strings.TrimSpace(row.Text(1)) == "" && len(row.Cells) <= len(below.Cells)
	}
	for _, c := range row.Cells {
		if len(c.Text) > 100 {
			return false
		}
	}
	return true
}

// countTexts counts the cells of a row that have a text.
func countTexts(row sheet.Row) int {
	n := 0
	for _, c := range row.Cells {
		if strings.TrimSpace(c.Text) != "" && c.Kind != sheet.Spanned {
			n++
		}
	}
	return n
}

func leadingText(row sheet.Row) string {
	for _, c := range row.Cells {
		if text := strings.TrimSpace(c.Text); text != "" {
			return text
		}
	}
	return ""
}

// statesNumber tells whether a cell states a number in any style, or says that it
// states none.
func statesNumber(c sheet.Cell) bool {
	text := strings.TrimSpace(c.Text)
	if c.Kind == sheet.Number {
		return true
	}
	if text == "" || c.Kind == sheet.Date || len(text) > 40 {
		return false
	}
	for _, s := range []reports.Spelling{reports.EnglishNumbers, reports.GermanNumbers} {
		if n, ok := s.Read(text); ok && (n.HasRange || n.Value == n.Value || strings.ContainsAny(text, "-–—?/.[") || len(text) > 3) {
			return true
		}
	}
	return false
}

// isDated tells whether a cell is a period: a date, a year, "2024-Q1".
func isDated(c sheet.Cell) bool {
	if c.Kind == sheet.Date {
		return true
	}
	text := strings.TrimSpace(c.Text)
	for _, order := range []reports.DayOrder{reports.OrderUnknown, reports.DayFirst, reports.MonthFirst} {
		if _, ok := readPeriod(text, order); ok {
			return true
		}
	}
	return false
}
