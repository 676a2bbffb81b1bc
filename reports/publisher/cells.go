package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// totals are the words with which a cell says that its row is not about one
// value of the column.
var totals = map[string]bool{
	"all": true, "total": true, "totals": true, "total:": true, "sum": true, "sum:": true,
	"global": true, "worldwide": true, "world": true,
}

// Part returns a column's value of a dimension: "" where the cell says that
// the row is about all of them, reports.NotStated where it is empty.
func (l *Line) Part(column string) string {
	text := l.Text(column)
	switch {
	case text == "":
		return reports.NotStated
	case totals[strings.ToLower(text)]:
		return ""
	}
	return text
}

// Area returns the code of the area that a column names, the publisher's own
// words if it is none, "" for all areas and reports.NotStated for an empty
// cell.
func (l *Line) Area(column string) string {
	text := l.Part(column)
	if code, ok := assets.Areas().Lookup(strings.TrimRight(text, "*† ")); ok {
		return code
	}
	return text
}

// Period returns the period that a column states, in any spelling.
func (l *Line) Period(column string) reports.Period {
	text := l.Text(column)
	p, known := l.header.spelled[text]
	if known {
		return p
	}
	p, ok := reports.SpellPeriod(text)
	if !ok {
		l.Fail(column, "%q is not a period", text)
		return p
	}
	l.header.spelled[text] = p
	return p
}

// Half returns the half-year that a column states, by its name or by a day in
// it: exports give the first day, or the last.
func (l *Line) Half(column string) reports.Period { return l.grain(column, reports.EveryHalf) }

// Quarter returns the quarter that a column states, by its name or by a day.
func (l *Line) Quarter(column string) reports.Period { return l.grain(column, reports.EveryQuarter) }

// Year returns the year that a column states.
func (l *Line) Year(column string) reports.Period { return l.grain(column, reports.EveryYear) }

// Day returns the day that a column states.
func (l *Line) Day(column string) reports.Day { return l.grain(column, reports.EveryDay).Start }

func (l *Line) grain(column string, g reports.Grain) reports.Period {
	p := l.Period(column)
	around := g.Around(p.Start)
	if p != around && p.Days() != 1 && !l.failed {
		l.Fail(column, "%q is not a %s", l.Text(column), map[reports.Grain]string{
			reports.EveryDay: "day", reports.EveryQuarter: "quarter", reports.EveryHalf: "half-year", reports.EveryYear: "year",
		}[g])
	}
	return around
}
