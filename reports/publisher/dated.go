package publisher

import (
	"math"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// serialZero is the day before the first that a workbook counts, less the
// leap day of 1900 that there was none of.
var serialZero = reports.DayOf(1899, 12, 30)

// dayOf returns the day that a cell states: as a date of a workbook, as the
// number of one that lost its format, or as a text.
func dayOf(c sheet.Cell) (reports.Day, bool) {
	if c.Kind == sheet.Date || c.Kind == sheet.Number {
		day := serialZero + reports.Day(math.Floor(min(max(c.Number, 0), 1e6)))
		return day, day >= earliest && day < latest
	}
	return reports.SpellDay(c.Text, reports.OrderUnknown)
}

// endOf returns the period of a grain whose last day a column states.
func (l *Line) endOf(column string, g reports.Grain) reports.Period {
	day, ok := dayOf(l.Cell(column))
	p := g.Around(day)
	if !ok || p.Last() != day {
		l.Fail(column, "%q is not the last day of a %s", l.Text(column), g)
	}
	return p
}

// firstHeader reads the first row of a table that is not empty as its header;
// nil if there is none.
func firstHeader(t *sheet.Table) *header {
	for row, err := range t.Rows() {
		if err != nil {
			return nil
		}
		if !row.Blank() {
			return newHeader(row)
		}
	}
	return nil
}

// linesBelow passes the rows of a table below a header to read. A column that
// was not read is a problem.
func (e *Export) linesBelow(file *sheet.File, t *sheet.Table, h *header, read func(*Line)) {
	if e.lines(file, t, h, read) > 0 {
		e.unread(file, t, h)
	}
}
