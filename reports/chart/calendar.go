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
	end      bool    // and ends within it
	label    string
}

// lengths are those of the shortest and the longest period, in days.
type lengths struct{ shortest, longest float64 }

// A wide axis stays calm: at most so many ticks, and years rather than parts
// of them where those would be more.
const (
	maxTicks     = 16
	maxYearTicks = 24
)

// ticks returns the finest ticks whose labels stand clear of each other, but
// none finer than the shortest period of the data.
func (c calendar) ticks(l lengths, label func(reports.Period) string, width func(string) float64) []timeTick {
	for _, s := range spans {
		if s.suits(l) && (c.last-c.first)/s.days <= s.most() {
			if ticks := c.ticksEvery(s, l, label, width); clear(ticks, width) {
				return ticks
			}
		}
	}
	return nil
}

func (s span) most() float64 {
	if s.grain == reports.EveryYear {
		return maxYearTicks
	}
	return maxTicks
}

// suits tells whether ticks of the span make sense for periods of such
// lengths: months are named for days and months, quarters for quarters.
func (s span) suits(l lengths) bool {
	switch s.grain {
	case reports.EveryDay, reports.EveryWeek:
		return l.shortest < 28
	case reports.EveryMonth:
		return l.shortest < 80
	case reports.EveryQuarter:
		return l.shortest >= 80 && l.shortest < 170
	case reports.EveryHalf:
		return l.shortest >= 80 && l.shortest < 350 && l.longest >= 170
	}
	return true
}

// ticksEvery returns the ticks of one span. The label of a week is its Monday:
// it stands below that day among days, and below the week among weeks.
func (c calendar) ticksEvery(s span, l lengths, label func(reports.Period) string, width func(string) float64) []timeTick {
	var ticks []timeTick
	p := s.grain.Around(reports.Day(c.first))
	for ; float64(p.Start) < c.last && p.Start < p.End; p = s.grain.Around(p.End) {
		if !s.starts(p) {
			continue
		}
		named, p := p, p
		if s.grain == reports.EveryWeek {
			named.End = named.Start + 1
		}
		if l.shortest < 7 {
			p = named
		}
		if float64(p.End) <= c.first {
			continue
		}
		t := timeTick{from: c.x(max(float64(p.Start), c.first)), to: c.x(min(float64(p.End), c.last)), start: float64(p.Start) >= c.first, end: float64(p.End) <= c.last}
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

// labelGap is the least distance of two labels.
const labelGap = 10

// clear tells whether there are ticks and their labels do not crowd each
// other. A label at either end gives way to its neighbour if its period is cut
// short there.
func clear(ticks []timeTick, width func(string) float64) bool {
	var labelled []*timeTick
	for i := range ticks {
		if ticks[i].label != "" {
			labelled = append(labelled, &ticks[i])
		}
	}
	for i := 1; i < len(labelled); i++ {
		a, b := labelled[i-1], labelled[i]
		wa, wb := width(a.label), width(b.label)
		switch near := b.middle()-a.middle()-(wa+wb)/2 < max(labelGap, 0.4*max(wa, wb)); {
		case near && i == 1 && !a.start && len(labelled) > 2:
			a.label = ""
		case near && i == len(labelled)-1 && !b.end && len(labelled) > 2:
			b.label = ""
		case near:
			return false
		}
	}
	return len(labelled) > 0
}
