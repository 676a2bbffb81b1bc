package publisher

import (
	"fmt"

	"vitrine/reports"
)

// githubPeriodOf reads the period of a row: its year, and what the file has
// beside it.
func githubPeriodOf(l *Line, t *githubTable) reports.Period {
	if t.period != nil {
		return t.period(l)
	}
	switch {
	case l.header.find("calendar_year_half") > 0:
		return l.Half("calendar_year_half")
	case l.header.find("month_range") > 0:
		return l.spell("month_range", "%[2]s %[1]s", reports.EveryHalf)
	case l.header.find("half") > 0:
		return l.spell("half", "%s-H%s", reports.EveryHalf)
	case l.header.find("month") > 0:
		return githubMonth(l)
	}
	return l.Year("year")
}

// githubMonth reads a month by its number.
func githubMonth(l *Line) reports.Period { return l.spell("month", "%s-%02s", reports.EveryMonth) }

// spell reads a period of the grain that is written in the column "year" and
// another.
func (l *Line) spell(column, form string, g reports.Grain) reports.Period {
	text := fmt.Sprintf(form, l.Text("year"), l.Text(column))
	p, ok := reports.SpellPeriod(text)
	if !ok || g.Around(p.Start) != p {
		l.Fail(column, "%q in the year %q is not a period", l.Text(column), l.Text("year"))
	}
	return p
}

// githubSixMonths reads the month in which recipients are reported. The
// number is the average of the six months before it.
func githubSixMonths(l *Line) reports.Period {
	p := githubMonth(l)
	if l.Failed() {
		return p
	}
	y, m, _ := p.Start.Date()
	return reports.Period{Start: reports.DayOf(y, m-6, 1), End: p.Start}
}

// longestMonth is the number of days of a month, at most.
const longestMonth = 31

// markUnfinished marks the figures of a year that is not over. The yearly
// files have it, with what there is so far, and do not say so; in the zip the
// months tell.
func (e *Export) markUnfinished() {
	var until reports.Day
	for _, f := range e.reading.Figures {
		if f.Period.Days() <= longestMonth {
			until = max(until, f.Period.End)
		}
	}
	for i := range e.reading.Figures {
		f := &e.reading.Figures[i]
		if f.Period.Start < until && until < f.Period.End {
			f.Status = max(f.Status, reports.Provisional)
			f.Note = fmt.Sprintf("up to %s, the last day of the tables by month", until-1)
		}
	}
}
