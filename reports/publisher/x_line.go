package publisher

import (
	"math"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// xTable reads the rows of a table: period and country are columns, country ""
// where the table is not split by it.
func xTable(table, period, country string, columns ...xColumn) func(*Line) {
	return func(l *Line) {
		f := reports.Figure{Table: table, Period: l.Half(period)}
		if country != "" {
			f.Area, f.Note = l.xArea(country)
		}
		for _, c := range columns {
			f.Measure, f.Trigger, f.Ground = c.measure, c.trigger, c.ground
			f.Breakdown = f.Split.Stated()
			l.addX(c, f)
		}
	}
}

// xArea returns the area that a column names, "" for the total of all, and the
// mark behind its name. A row called Worldwide is no total: it has what was
// directed at no country.
func (l *Line) xArea(column string) (area, note string) {
	text := l.Text(column)
	name := strings.TrimRight(text, "* ")
	note = text[len(name):]
	if code, ok := assets.Areas().LookupCode(l.Text("ISO CODE")); ok {
		return code, note
	}
	if code, ok := assets.Areas().Lookup(name); ok {
		return code, note
	}
	switch strings.ToLower(name) {
	case "":
		return reports.NotStated, note
	case "total":
		return "", note
	}
	return name, note
}

// addX adds what one column states.
func (l *Line) addX(c xColumn, f reports.Figure) {
	text := l.Text(c.name)
	switch {
	case c.of != "" && l.isNone(c.of) && !isNumber(text):
		l.AddUnknown(c.name, reports.NotApplicable, f)
	case c.of != "":
		l.AddFraction(c.name, 2, f)
	case text == "-": // none received
		l.AddStated(c.name, reports.Stated{Mark: text}, f)
	case c.whole != "" && l.unsplit(c):
		l.AddUnknown(c.name, reports.NotAvailable, f)
	default:
		l.AddFigure(c.name, f)
	}
}

// isNone tells whether a column says that there was nothing.
func (l *Line) isNone(column string) bool { return l.Text(column) == "0" || l.Text(column) == "-" }

func isNumber(text string) bool {
	n, ok := spellText(text)
	return ok && !math.IsNaN(n.Value)
}

// unsplit tells whether a total was not split: until the middle of 2019 both
// its parts are 0, whatever it is.
func (l *Line) unsplit(part xColumn) bool {
	return l.Text(part.name) == "0" && l.Text(part.sister) == "0" && !l.isNone(part.whole)
}
