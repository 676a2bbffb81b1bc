package assets

import (
	"fmt"
	"strconv"

	"vitrine/reports"
)

// The forms of a month's name.
const (
	monthFull = iota
	monthFrom // after "from": "d’avril"
	monthShort
)

func (w *Words) month(form int, d reports.Day) string {
	_, m, _ := d.Date()
	return w.months[form][m-1]
}

// dayOfMonth writes the day's number: "1er" in French, "1" in English.
func (w *Words) dayOfMonth(d reports.Day) string {
	_, _, day := d.Date()
	if day == 1 {
		return w.Say("day.first")
	}
	return strconv.Itoa(day)
}

func yearOf(d reports.Day) string {
	y, _, _ := d.Date()
	return strconv.Itoa(y)
}

// Day writes a day: 14 August 2024.
func (w *Words) Day(d reports.Day) string {
	return w.Say("period.day", "day", w.dayOfMonth(d), "month", w.month(monthFull, d), "year", yearOf(d))
}

// grainOf returns the grain of which a period is one, and its number in the
// year; AsPublished for a period that is none.
func grainOf(p reports.Period) (g reports.Grain, n int) {
	_, m, _ := p.Start.Date()
	for _, g := range []reports.Grain{
		reports.EveryYear, reports.EveryHalf, reports.EveryQuarter, reports.EveryMonth, reports.EveryDay, reports.EveryWeek,
	} {
		if g.Around(p.Start) != p {
			continue
		}
		switch g {
		case reports.EveryHalf:
			return g, (int(m)-1)/6 + 1
		case reports.EveryQuarter:
			return g, (int(m)-1)/3 + 1
		case reports.EveryWeek:
			_, n := p.Start.Time().ISOWeek()
			return g, n
		}
		return g, int(m)
	}
	return reports.AsPublished, 0
}

// weekYear returns the year that a week belongs to.
func weekYear(p reports.Period) string {
	y, _ := p.Start.Time().ISOWeek()
	return strconv.Itoa(y)
}

// Period writes a period: "May 2026", "Q3 2024", "2024", "14 August 2024",
// "1 January to 30 September 2024".
func (w *Words) Period(p reports.Period) string {
	if p.Days() <= 0 {
		return w.Say("period.none")
	}
	year := yearOf(p.Start)
	switch g, n := grainOf(p); g {
	case reports.EveryYear:
		return w.Say("period.year", "year", year)
	case reports.EveryHalf:
		return w.Say("period.half", "n", n, "year", year)
	case reports.EveryQuarter:
		return w.Say("period.quarter", "n", n, "year", year)
	case reports.EveryMonth:
		return w.Say("period.month", "month", w.month(monthFull, p.Start), "year", year)
	case reports.EveryWeek:
		return w.Say("period.week", "n", n, "year", weekYear(p))
	case reports.EveryDay:
		return w.Day(p.Start)
	}
	return w.Say("period.days", "from", w.dayBefore(p.Start, p.Last()), "to", w.Day(p.Last()))
}

// dayBefore writes the first day of a span; its year only if the span's last
// day has another.
func (w *Words) dayBefore(first, last reports.Day) string {
	if yearOf(first) != yearOf(last) {
		return w.Day(first)
	}
	return w.Say("period.dayofyear", "day", w.dayOfMonth(first), "month", w.month(monthFull, first))
}

// PeriodShort writes a period for an axis or a table's header: "May 26",
// "2024", "Q3 2024", "14 Aug 24".
func (w *Words) PeriodShort(p reports.Period) string {
	if p.Days() <= 0 {
		return w.Say("period.none")
	}
	year := yearOf(p.Start)
	switch g, n := grainOf(p); g {
	case reports.EveryYear:
		return year
	case reports.EveryHalf:
		return w.Say("short.half", "n", n, "year", year)
	case reports.EveryQuarter:
		return w.Say("short.quarter", "n", n, "year", year)
	case reports.EveryMonth:
		return w.Say("short.month", "month", w.month(monthShort, p.Start), "yy", shortYear(p.Start))
	case reports.EveryWeek:
		return w.Say("short.week", "n", n, "year", weekYear(p))
	case reports.EveryDay:
		return w.dayShort(p.Start)
	}
	return w.Say("short.days", "from", w.dayShort(p.Start), "to", w.dayShort(p.Last()))
}

func (w *Words) dayShort(d reports.Day) string {
	return w.Say("short.day", "day", w.dayOfMonth(d), "month", w.month(monthShort, d), "yy", shortYear(d))
}

func shortYear(d reports.Day) string {
	y, _, _ := d.Date()
	return fmt.Sprintf("%02d", y%100)
}

// Span writes a span of days in the coarsest words that say it exactly, as
// titles do: "2017 to 2025", "January 2017 to May 2026", "25 December 2016 to
// 17 June 2026".
func (w *Words) Span(p reports.Period) string {
	if g, _ := grainOf(p); p.Days() <= 0 || g != reports.AsPublished {
		return w.Period(p)
	}
	first, last := p.Start, p.Last()
	switch {
	case starts(reports.EveryYear, first) && ends(reports.EveryYear, last):
		return w.Say("span.years", "from", yearOf(first), "to", yearOf(last))
	case starts(reports.EveryMonth, first) && ends(reports.EveryMonth, last):
		from := w.month(monthFrom, first)
		if yearOf(first) != yearOf(last) {
			from = w.Say("period.month", "month", from, "year", yearOf(first))
		}
		to := w.Say("period.month", "month", w.month(monthFull, last), "year", yearOf(last))
		return w.Say("span.months", "from", from, "to", to)
	}
	return w.Say("period.days", "from", w.dayBefore(first, last), "to", w.Day(last))
}

func starts(g reports.Grain, d reports.Day) bool { return g.Around(d).Start == d }

func ends(g reports.Grain, d reports.Day) bool { return g.Around(d).Last() == d }

// MonthShort writes the name of a day's month: "Aug".
func (w *Words) MonthShort(d reports.Day) string { return w.month(monthShort, d) }
