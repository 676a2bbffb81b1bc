package publisher

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// safetyYear finds the year in "Groups and channels blocked in 2025", in any
// language.
var safetyYear = regexp.MustCompile(`\b20\d\d\b`)

// counters reads the number beside each chart: what was blocked since the 1st
// of January. A counter belongs to the chart before it.
func (p *safetyPage) counters() {
	chart, n := "", 0
	value := reports.Origin{}
	p.file.Page.All(func(e *sheet.Element) bool {
		switch {
		case isSafetyChart(e):
			chart = e.Attr["id"]
		case e.Class("tl_dashboard_counter_value"):
			n++
			value = reports.Origin{File: p.file.Path, Sheet: "counters", Row: n, Column: 1, Text: oneLine(e)}
		case e.Class("tl_dashboard_counter_desc") && value.Row > 0:
			p.counter(value, chart, oneLine(e))
			value = reports.Origin{}
		}
		return false
	})
}

// oneLine returns an element's text with single blanks.
func oneLine(e *sheet.Element) string { return strings.Join(strings.Fields(e.InnerText()), " ") }

func (p *safetyPage) counter(origin reports.Origin, chart, description string) {
	category, known := p.boxes[chart]
	n, number := reports.SpellNumber(origin.Text)
	year, _ := strconv.Atoi(safetyYear.FindString(description))
	series, drawn := p.series[category]
	switch {
	case !known || !drawn:
		p.Problem(origin, "a counter of no chart that Vitrine knows: %q", description)
	case !number || !(n.Value >= 0):
		p.Problem(origin, "%q is not a number", origin.Text)
	case year == 0:
		p.Problem(origin, "it does not say the year that it counts: %q", description)
	default:
		f := p.figure(safetyCounters, category)
		f.Value, f.Origin, f.Note = n.Value, origin, description
		p.Add(p.dated(f, year, series))
	}
}

// dated finds the period of a counter by what the chart adds up to: the
// counter of all goes to the last day, the others to the day before. Where
// neither is its sum, or the chart begins later than the year, the rule holds.
func (p *safetyPage) dated(f reports.Figure, year int, s safetySeries) reports.Figure {
	whole := reports.EveryYear.Around(reports.DayOf(year, 1, 1))
	to := func(end reports.Day) reports.Period {
		return reports.Period{Start: whole.Start, End: max(whole.Start+1, min(end, whole.End))}
	}
	with, without := to(s.span.End), to(s.span.Last())
	likely, other := without, with
	if f.Category == "" {
		likely, other = with, without
	}
	f.Period = likely
	if s.span.Contains(likely) {
		switch f.Value {
		case s.sum(likely):
		case s.sum(other):
			f.Period = other
		default:
			p.Problem(f.Origin, "%s is not what the chart adds up to (%s to %s, %s to %s)", f.Origin.Text,
				plain(s.sum(without)), without.Last(), plain(s.sum(with)), with.Last())
		}
	}
	if f.Period.Last() == s.span.Last() {
		f.Status = reports.Provisional
	}
	return f
}

func (s safetySeries) sum(p reports.Period) float64 {
	sum := 0.0
	for d := p.Start; d < p.End; d++ {
		sum += s.days[d]
	}
	return sum
}

func plain(v float64) string { return fmt.Sprintf("%.0f", v) }
