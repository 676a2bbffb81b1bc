package window

import (
	"fyne.io/fyne/v2"

	"vitrine/reports/chart"
)

// FocusGained shows the ring.
func (p *picture) FocusGained() {
	p.focused = true
	p.BaseWidget.Refresh()
}

// FocusLost hides the ring.
func (p *picture) FocusLost() {
	p.focused = false
	p.BaseWidget.Refresh()
}

// TypedRune zooms the time axis about the cursor with + and -, and shows all
// of it with 0.
func (p *picture) TypedRune(r rune) {
	if p.chart == nil || len(p.chart.Points) == 0 || !p.drawn.brushes {
		return
	}
	at, _ := p.start()
	_, n := p.number(at)
	switch {
	case r == '+' || r == '=':
		p.OnWheel(n.Period.Start, 1, 0)
	case r == '-':
		p.OnWheel(n.Period.Start, -1, 0)
	case r == '0':
		p.OnZoomAll()
	}
}

// TypedKey steps from number to number: left and right along time, up and
// down between series, Home and End to the ends; Enter pins.
func (p *picture) TypedKey(e *fyne.KeyEvent) {
	if d, arrow := arrows[e.Name]; arrow && !p.plotted() {
		p.step(d)
		return
	}
	switch e.Name {
	case fyne.KeyLeft:
		p.along(-1)
	case fyne.KeyRight:
		p.along(1)
	case fyne.KeyUp:
		p.across(-1)
	case fyne.KeyDown:
		p.across(1)
	case fyne.KeyHome:
		p.end(false)
	case fyne.KeyEnd:
		p.end(true)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace:
		p.pin()
	default:
		p.OnKey(e)
	}
}

// arrows are the directions of the arrow keys.
var arrows = map[fyne.KeyName]chart.Way{fyne.KeyLeft: chart.Left, fyne.KeyRight: chart.Right, fyne.KeyUp: chart.Up, fyne.KeyDown: chart.Down}

// plotted tells whether the chart has one plot with lines, areas or bars along
// time.
func (p *picture) plotted() bool {
	if p.drawn.editions != nil || p.drawn.compared != nil && p.drawn.sided == chart.Maps {
		return false
	}
	return p.drawn.kind == chart.Line || p.drawn.kind == chart.Area || p.drawn.kind == chart.Bar
}

// step moves to the neighbour that the chart knows in a direction.
func (p *picture) step(d chart.Way) {
	if p.chart == nil || len(p.chart.Points) == 0 {
		return
	}
	at, begun := p.start()
	if !begun {
		p.goTo(at)
		return
	}
	if next, ok := p.chart.Step(at, d); ok {
		p.goTo(next)
	}
}

// start returns where the keyboard begins: at the cursor, at the pinned
// number, or at the last number of the chart.
func (p *picture) start() (at chart.Point, begun bool) {
	if p.pointed {
		return p.at, true
	}
	if at, ok := p.point(p.selected); ok {
		return at, true
	}
	return p.chart.Points[len(p.chart.Points)-1], false
}

// along moves to the next or the previous number of the series.
func (p *picture) along(step int) {
	if p.chart == nil || len(p.chart.Points) == 0 {
		return
	}
	at, begun := p.start()
	if !begun {
		p.goTo(at)
		return
	}
	best, found := at, false
	for _, c := range p.chart.Points {
		ahead := (c.Number - at.Number) * step
		if c.Series == at.Series && ahead > 0 && (!found || ahead < (best.Number-at.Number)*step) {
			best, found = c, true
		}
	}
	p.goTo(best)
}

// across moves to the series above or below at the same period.
func (p *picture) across(step int) {
	if p.chart == nil || len(p.chart.Points) == 0 {
		return
	}
	at, begun := p.start()
	if !begun {
		p.goTo(at)
		return
	}
	_, from := p.number(at)
	best, found := at, false
	for _, c := range p.chart.Points {
		if _, n := p.number(c); n.Period != from.Period || c.Series == at.Series || p.drawn.compared != nil && c.Number != at.Number {
			continue
		}
		ahead := (c.Y - at.Y) * float64(step)
		if ahead >= 0 && (!found || ahead < (best.Y-at.Y)*float64(step)) {
			best, found = c, true
		}
	}
	p.goTo(best)
}

// end moves to the first or the last number of the series.
func (p *picture) end(last bool) {
	if p.chart == nil || len(p.chart.Points) == 0 {
		return
	}
	at, _ := p.start()
	for _, c := range p.chart.Points {
		if c.Series == at.Series && (c.Number > at.Number) == last && c.Number != at.Number {
			at = c
		}
	}
	p.goTo(at)
}
