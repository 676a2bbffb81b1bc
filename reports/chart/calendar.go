package chart

import (
	"vitrine/reports"
)

// A calendar places days between the left and the right of a plot.
type calendar struct {
	first, last float64 // days since 1970, half-open
	left, right float64 // in units
}

// x returns the place of a day's start; half days are noons.
func (c calendar) x(day float64) float64 {
	return c.left + (c.right-c.left)*(day-c.first)/(c.last-c.first)
}

// A span is a length of time that ticks can stand at: n grains.
type span struct {
	grain reports.Grain
	n     int
	days  float64 // about
}

// The spans that ticks are chosen from, the shortest first.
var spans = []span{
	{reports.EveryDay, 1, 1}, {reports.EveryWeek, 1, 7}, {reports.EveryWeek, 2, 14},
	{reports.EveryMonth, 1, 30}, {reports.EveryMonth, 3, 91}, {reports.EveryMonth, 6, 182},
	{reports.EveryQuarter, 1, 91}, {reports.EveryHalf, 1, 182},
	{reports.EveryYear, 1, 365}, {reports.EveryYear, 2, 730}, {reports.EveryYear, 5, 1826},
	{reports.EveryYear, 10, 3652}, {reports.EveryYear, 50, 18262}, {reports.EveryYear, 100, 36524},
	{reports.EveryYear, 500, 182621}, {reports.EveryYear, 1000, 365242}, {reports.EveryYear, 5000, 1826211},
}

// A timeTick is the start of a period on the time axis, with its label below
// the middle of what is seen of it.
type timeTick struct {
	from, to float64 // of the period, in units, within the plot
	start    bool    // the period starts within the plot
	label    string
}

// maxTimeTicks bounds the work on axes that are wide and labels that are short.
const maxTimeTicks = 60

// ticks returns the finest ticks whose labels stand clear of each other, but
// none finer than the shortest period of the data.
func (c calendar) ticks(shortest float64, label func(reports.Period) string, width func(string) float64) []timeTick {
	for _, s := range spans {
		if s.suits(shortest) && (c.last-c.first)/s.days <= maxTimeTicks {
			if ticks := c.ticksEvery(s, label, width); clear(ticks, width) {
				return ticks
			}
		}
	}
	return nil
}

// suits tells whether ticks of the span make sense for periods that last so
// many days: months are named for days and months, quarters for quarters.
func (s span) suits(shortest float64) bool {
	switch s.grain {
	case reports.EveryDay, reports.EveryWeek:
		return shortest < 28
	case reports.EveryMonth:
		return shortest < 80
	case reports.EveryQuarter:
		return shortest >= 80 && shortest < 170
	case reports.EveryHalf:
		return shortest >= 80 && shortest < 350
	}
	return true
}

func (c calendar) ticksEvery(s span, label func(reports.Period) string, width func(string) float64) []timeTick {
	var ticks []timeTick
	p := s.grain.Around(reports.Day(c.first))
	for ; float64(p.Start) < c.last && p.Start < p.End; p = s.grain.Around(p.End) {
		if !s.starts(p) {
			continue
		}
		named := p
		if s.grain == reports.EveryWeek {
			named.End = named.Start + 1
		}
		t := timeTick{from: c.x(max(float64(p.Start), c.first)), to: c.x(min(float64(p.End), c.last)), start: float64(p.Start) >= c.first}
		seen := min(float64(p.End), c.last) - max(float64(p.Start), c.first)
		if text := label(named); seen >= 0.4*float64(p.Days()) || t.to-t.from >= width(text)+4 {
			t.label = text
		}
		ticks = append(ticks, t)
	}
	return ticks
}

// starts tells whether a period of the span's grain is one that gets a tick.
func (s span) starts(p reports.Period) bool {
	y, m, _ := p.Start.Date()
	switch s.grain {
	case reports.EveryYear:
		return y%s.n == 0
	case reports.EveryMonth:
		return (int(m)-1)%s.n == 0
	case reports.EveryWeek:
		return s.n == 1 || (int(p.Start)+3)/7%s.n == 0
	}
	return true
}

// middle returns where the tick's label is centred.
func (t timeTick) middle() float64 { return (t.from + t.to) / 2 }

const labelGap = 10

// clear tells whether there are ticks and their labels do not touch.
func clear(ticks []timeTick, width func(string) float64) bool {
	end, labels := -1e9, 0
	for _, t := range ticks {
		if t.label == "" {
			continue
		}
		half := width(t.label) / 2
		if t.middle()-half < end+labelGap {
			return false
		}
		end = t.middle() + half
		labels++
	}
	return labels > 0
}
