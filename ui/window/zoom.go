package window

import (
	"slices"

	"vitrine/reports"
)

// zoomTo narrows the question to a span of days; the zero span is all of the
// time. While wheeling, it changes the step that the wheel began.
func (p *page) zoomTo(span reports.Period, wheeling bool) {
	s := p.history.now()
	if s.question.Since == span.Start && s.question.Until == span.End {
		return
	}
	s.question.Since, s.question.Until = span.Start, span.End
	p.arrival = false
	if wheeling && p.wheeled != 0 && p.wheeled == p.history.at {
		p.history.set(s)
	} else {
		p.history.push(s)
		p.wheeled = 0
		if wheeling {
			p.wheeled = p.history.at
		}
	}
	p.update()
}

// wheel makes the span of the picture smaller or larger about a day, or, by
// pan, moves it.
func (p *page) wheel(about reports.Day, in, pan float64) {
	if len(p.result.answer.Periods) == 0 || p.asking.working {
		return
	}
	p.zoomTo(wheeled(p.result.answer.Periods, p.span(), about, in, pan), true)
}

// zoomAll shows all of the time.
func (p *page) zoomAll() { p.zoomTo(reports.Period{}, false) }

// zoomIn and zoomOut change the span about the pinned number, or its end.
func (p *page) zoomIn()  { p.wheel(p.zoomCentre(), 1, 0) }
func (p *page) zoomOut() { p.wheel(p.zoomCentre(), -1, 0) }

func (p *page) zoomCentre() reports.Day {
	if s := p.history.now(); s.pin.set() {
		return s.pin.period.Start
	}
	periods := p.result.answer.Periods
	if len(periods) == 0 {
		return 0
	}
	return periods[len(periods)-1].End
}

// The share of the span by which one notch of the wheel changes it, and the
// fewest periods that are left.
const (
	wheelShare   = 4
	fewestZoomed = 3
)

// wheeled returns the span after a notch of the wheel: whole periods, within
// what is held. All that is held is the zero span, which later figures widen.
func wheeled(periods []reports.Period, held reports.Period, about reports.Day, in, pan float64) reports.Period {
	first, last := periods[0], hullEnd(periods)
	span := reports.Period{Start: first.Start, End: last}
	step := max(span.Days()/wheelShare, first.Days())
	switch {
	case pan != 0:
		move := reports.Day(float64(step) * pan)
		span.Start, span.End = span.Start+move, span.End+move
	case in > 0:
		left := int(float64(step) * float64(about-span.Start) / float64(max(1, span.Days())))
		span.Start, span.End = span.Start+reports.Day(left), span.End-reports.Day(step-left)
	default:
		side := reports.Day(max(step/2, first.Days(), periods[len(periods)-1].Days()) + 1)
		span.Start, span.End = span.Start-side, span.End+side
	}
	span.Start, span.End = max(span.Start, held.Start), min(span.End, held.End)
	if in > 0 {
		if kept := middleIn(periods, span); len(kept) >= fewestZoomed {
			return reports.Period{Start: kept[0].Start, End: hullEnd(kept)}
		}
		return reports.Period{Start: first.Start, End: last}
	}
	if span == held || span.Start >= span.End {
		return reports.Period{}
	}
	return span
}

// middleIn lists the periods whose middle lies in the span.
func middleIn(periods []reports.Period, span reports.Period) []reports.Period {
	return slices.DeleteFunc(slices.Clone(periods), func(p reports.Period) bool {
		middle := p.Start + reports.Day(p.Days()/2)
		return middle < span.Start || middle >= span.End
	})
}

func hullEnd(periods []reports.Period) reports.Day {
	end := periods[0].End
	for _, p := range periods {
		end = max(end, p.End)
	}
	return end
}
