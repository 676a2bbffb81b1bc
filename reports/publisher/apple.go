package publisher

import (
	"slices"

	"vitrine/reports"
)

const (
	appleURL     = "https://www.apple.com/legal/transparency/"
	appleZip     = "https://www.apple.com/legal/zip/transparency/Apple_Transparency_Report.zip"
	appleCountry = "Country/Region"
	appleStart   = "TR Start Date"
	appleEnd     = "TR End Date"
	applePercent = "Percentage of Requests where Data Provided"
)

// An appleColumn is a column of numbers, and what it counts.
type appleColumn struct {
	name    string
	measure reports.Measure
	action  string // of what it counts; then the column is a part
}

// apple makes the format of one of the files that Apple publishes: a row per
// half-year and country, a column per measure. " -" is a number that it does
// not state.
func apple(file, table string, s reports.Split, columns ...appleColumn) Format {
	f := Format{
		Publisher: "Apple",
		Table:     table,
		Title:     file + ".csv, from the zip that Apple offers",
		URL:       appleURL,
		Fetch:     appleZip,
		Columns:   []string{"TR Period", appleCountry},
		Optional:  []string{appleStart, appleEnd},
		Rename:    renameApplePeriod,
		Read:      func(l *Line) { readApple(l, s, columns) },
	}
	for i, c := range columns {
		if i < 2 { // the newer ones may be missing, or get others beside them
			f.Columns = append(f.Columns, c.name)
		} else {
			f.Optional = append(f.Optional, c.name)
		}
		f.Blocks = append(f.Blocks, appleBlock(table, c))
	}
	return f
}

// appleBlock declares what a column is split by. Apple counts each request,
// and each account in it, for the country that it came from; a country without
// a row sent none. Shares do not add.
func appleBlock(table string, c appleColumn) reports.Block {
	b := reports.Block{Table: table, Measure: c.measure, Breakdown: reports.ByArea, Absent: reports.AbsentNone}
	if reports.MeasureOf(c.measure).OverParts {
		b.Complete = reports.ByArea
	}
	if c.action != "" {
		b.Breakdown |= reports.ByAction
		b.Overlapping = reports.ByAction
	}
	return b
}

// renameApplePeriod gives the period one name: the file of preservation
// requests calls it a date.
func renameApplePeriod(header []string) []string {
	names := slices.Clone(header)
	for i, name := range names {
		if foldHeader(name) == "tr date" {
			names[i] = "TR Period"
		}
	}
	return names
}

func readApple(l *Line, s reports.Split, columns []appleColumn) {
	period := applePeriod(l)
	s.Area = l.Area(appleCountry)
	for _, c := range columns {
		f := reports.Figure{Measure: c.measure, Period: period, Split: s, Breakdown: reports.ByArea & s.Stated()}
		if c.action != "" {
			f.Split.Action = c.action
			f.Breakdown |= reports.ByAction
		}
		if c.name == applePercent { // rounded to whole percents, or finer
			l.AddFraction(c.name, 2, f)
		} else {
			l.AddFigure(c.name, f)
		}
	}
}

// applePeriod reads the period, which a row states twice: by its name, and by
// its first and last day. If they differ, nobody knows which is meant.
func applePeriod(l *Line) reports.Period {
	period := l.Half("TR Period")
	for _, c := range []struct {
		column string
		day    reports.Day
	}{{appleStart, period.Start}, {appleEnd, period.Last()}} {
		if text := l.Text(c.column); text != "" && !isDay(text, c.day) {
			l.Fail(c.column, "%q is not the day on which %s begins or ends", text, period)
		}
	}
	return period
}

// isDay tells whether a text is a day, in either order: Apple writes 7/1/18
// for 1 July, and a spreadsheet program may save it as 1/7/18.
func isDay(text string, day reports.Day) bool {
	for _, order := range []reports.DayOrder{reports.MonthFirst, reports.DayFirst} {
		if d, ok := reports.SpellDay(text, order); ok && d == day {
			return true
		}
	}
	return false
}
