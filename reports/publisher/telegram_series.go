package publisher

import (
	"math"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// millisecondsADay is how far the charts' days are apart.
const millisecondsADay = 24 * 60 * 60 * 1000

// safetySubjects tells what a chart is about by the words in its name. Both
// names of a chart stay English in the translated pages.
var safetySubjects = []struct{ word, category string }{
	{"csam", telegramChildAbuse},
	{"child", telegramChildAbuse},
	{"terror", telegramTerrorism},
	{"total", ""},
}

// A safetySeries is one line of the charts.
type safetySeries struct {
	days map[reports.Day]float64
	span reports.Period
}

// chart reads the series of one chart: arrays of days and of values, each with
// its label first, in any order.
func (p *safetyPage) chart(c sheet.Call) {
	var days []reports.Day
	columns := c.Value.Get("columns")
	for i, column := range columns.Items() {
		if label := first(column).String(); label == "x" || c.Value.Get("types").Get(label).String() == "x" {
			days = p.days(c, i+1, column)
		}
	}
	for i, column := range columns.Items() {
		label := first(column).String()
		if label == "x" || c.Value.Get("types").Get(label).String() == "x" {
			continue
		}
		category, known := safetySubject(c.Value.Get("names").Get(label).String(), c.Name)
		if !known {
			p.Problem(p.origin(c, i+1, 0, first(column)), "a series that Vitrine does not know: it was not read")
			continue
		}
		p.boxes[c.Name] = category
		p.line(c, i+1, column, days, category)
	}
}

// safetySubject finds the category of a series by its name, or its chart's;
// "" is the total.
func safetySubject(names ...string) (category string, known bool) {
	for _, name := range names {
		for _, s := range safetySubjects {
			if strings.Contains(strings.ToLower(name), s.word) {
				return s.category, true
			}
		}
	}
	return "", false
}

func first(column *sheet.Value) *sheet.Value {
	for _, v := range column.Items() {
		return v
	}
	return nil
}

// days reads the days of a chart; 0 stands for one that makes no sense.
func (p *safetyPage) days(c sheet.Call, column int, values *sheet.Value) []reports.Day {
	var days []reports.Day
	for i, v := range values.Items() {
		if i == 0 {
			continue
		}
		day := 0.0
		if ms, ok := v.Number(); ok && ms == math.Trunc(ms) && math.Mod(ms, millisecondsADay) == 0 {
			day = ms / millisecondsADay
		}
		if day < float64(earliest) || day >= float64(latest) {
			p.Problem(p.origin(c, column, i, v), "%q is not the midnight of a day", v.String())
			day = 0
		}
		days = append(days, reports.Day(day))
	}
	return days
}

// line reads one series. Its last day is provisional, and so are zeros right
// before it: the numbers of these days are not there yet.
func (p *safetyPage) line(c sheet.Call, column int, values *sheet.Value, days []reports.Day, category string) {
	if n := values.Len() - 1; n != len(days) {
		p.Problem(p.origin(c, column, 0, first(values)), "the chart has %d values for %d days", n, len(days))
	}
	var figures []reports.Figure
	for i, v := range values.Items() {
		if i == 0 || i > len(days) || days[i-1] == 0 || v.Kind() == sheet.NullValue {
			continue
		}
		n, ok := v.Number()
		if !ok || n < 0 || n != math.Trunc(n) {
			p.Problem(p.origin(c, column, i, v), "%q is not a number of groups and channels", v.String())
			continue
		}
		f := p.figure(safetyDaily, category)
		f.Period, f.Value, f.Origin = reports.Period{Start: days[i-1], End: days[i-1] + 1}, n, p.origin(c, column, i, v)
		figures = append(figures, f)
	}
	slices.SortStableFunc(figures, func(a, b reports.Figure) int { return a.Period.Compare(b.Period) })
	last := newest(figures)
	for i := len(figures) - 1; i >= 0; i-- {
		if figures[i].Period.Start != last && figures[i].Value != 0 {
			break
		}
		figures[i].Status = reports.Provisional
	}
	p.keep(category, figures)
	for _, f := range figures {
		p.Add(f)
	}
}

// keep remembers a series, to find what the counters count.
func (p *safetyPage) keep(category string, figures []reports.Figure) {
	if len(figures) == 0 {
		return
	}
	s := safetySeries{days: map[reports.Day]float64{}, span: figures[0].Period}
	for _, f := range figures {
		s.days[f.Period.Start] = f.Value
		s.span.Start, s.span.End = min(s.span.Start, f.Period.Start), max(s.span.End, f.Period.End)
	}
	p.series[category] = s
	p.Published(s.span.Last())
}

// figure returns a figure of a category, "" for the total.
func (p *safetyPage) figure(table, category string) reports.Figure {
	f := reports.Figure{Table: table, Measure: reports.GroupsAndChannelsBlocked, Split: reports.Split{Category: category}}
	if category != "" {
		f.Breakdown = reports.ByCategory
	}
	return f
}

// origin is the place of a value in a chart: the arrays are the columns, their
// labels the first row.
func (p *safetyPage) origin(c sheet.Call, column, i int, v *sheet.Value) reports.Origin {
	return reports.Origin{File: p.file.Path, Sheet: c.Name, Row: i + 1, Column: column, Text: v.String()}
}
