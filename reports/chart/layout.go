package chart

import (
	"math"
	"strings"

	"vitrine/reports"
)

// The room around the plot, in units.
const (
	unitRoom   = 30 // above: the unit and half of the highest tick's label
	timeRoom   = 24 // below: the labels of the time axis
	tickGap    = 8  // between a tick's label and the plot
	labelGapX  = 10 // between the plot and the marks of its labels
	labelText  = 14 // from a label's mark to its text
	leastPlot  = 40 // units that a plot is never lower or narrower than
	labelShare = 0.26
)

// layPlot finds the plot's edges from what stands around it, then its scales.
func (d *drawing) layPlot(top, bottom float64) {
	top += d.layLegend(top)
	first, last := d.days()
	d.time = calendar{first: first, last: last}
	rows, floor := d.rowsOfRules(), bottom
	bottom -= d.roomOfEvents()
	d.layAxes(top, bottom, rows)
	if bottom < floor {
		d.writeEvents(floor)
	}
	d.layLabels()
	d.write(d.unit(), noteSize, d.theme.quiet, marginX, top+noteSize+2, left)
}

// layAxes finds the plot's edges and scales, with so many rows of rules' labels
// above it as are needed, at most those given.
func (d *drawing) layAxes(top, bottom float64, rows int) {
	written := len(d.texts)
	for {
		d.texts, d.labels = d.texts[:written], nil
		d.plot.Y = top + unitRoom + float64(rows)*ruleRow
		d.plot.Height = max(leastPlot, bottom-timeRoom-d.plot.Y)
		d.layValues()
		d.layLabelColumn()
		d.layTime()
		used := d.layRules(rows)
		if used >= rows {
			return
		}
		rows = used
	}
}

// layValues chooses the value axis and finds the plot's left edge.
func (d *drawing) layValues() {
	n := max(2, min(int(d.plot.Height/64), 7))
	low, high := d.extent()
	switch {
	case d.o.Log:
		d.scale = logScale(low, high)
	case d.o.Percent:
		d.scale = scale{high: 100, step: 25}
	default:
		d.scale = fullScale(low, high, n)
	}
	d.scale.top, d.scale.bottom = d.plot.Y, d.plot.Bottom()
	d.valueTicks = d.scale.ticks(n)
	widest := 0.0
	for _, t := range d.valueTicks {
		if !t.minor {
			widest = max(widest, d.font.width(d.o.Words.Number(t.value), noteSize))
		}
	}
	d.plot.X = marginX + widest + tickGap
	for _, t := range d.valueTicks {
		if !t.minor {
			d.write(d.o.Words.Number(t.value), noteSize, d.theme.quiet, d.plot.X-tickGap, d.scale.y(t.value)+4, right)
		}
	}
}

// layTime chooses the ticks of the time axis.
func (d *drawing) layTime() {
	d.time.left, d.time.right = d.plot.X, d.plot.Right()
	width := func(s string) float64 { return d.font.width(s, noteSize) }
	d.timeTicks = d.time.ticks(d.lengths(), d.o.Words.PeriodShort, width)
	for _, t := range d.timeTicks {
		if t.label != "" {
			d.write(t.label, noteSize, d.theme.quiet, t.middle(), d.plot.Bottom()+noteSize+7, center)
		}
	}
}

// unit returns what stands above the value axis.
func (d *drawing) unit() string {
	if d.o.Percent {
		return d.o.Words.Say("chart.share")
	}
	var units []string
	seen := map[string]bool{}
	for _, s := range d.a.Series {
		if u := d.o.Words.UnitOf(s); !seen[u] && u != "" {
			seen[u] = true
			units = append(units, u)
		}
	}
	text := strings.Join(units, " · ")
	if d.o.Log {
		text = strings.TrimPrefix(text+", ", ", ") + d.o.Words.Say("chart.log")
	}
	return d.font.fit(text, noteSize, d.o.Width-2*marginX)
}

// days returns the first and the last day that the drawn traces speak of.
func (d *drawing) days() (first, last float64) {
	first, last = math.Inf(1), math.Inf(-1)
	for _, t := range d.traces {
		for _, v := range t.values {
			first, last = min(first, v.start), max(last, v.end)
		}
	}
	for _, c := range d.columns {
		first, last = min(first, c.start), max(last, c.end)
	}
	return first, last
}

// lengths returns the lengths of the shortest and the longest period.
func (d *drawing) lengths() lengths {
	l := lengths{math.Inf(1), 0}
	for _, t := range d.traces {
		for _, v := range t.values {
			l = lengths{min(l.shortest, v.end-v.start), max(l.longest, v.end-v.start)}
		}
	}
	return l
}

// extent returns the lowest and the highest number that is drawn, zero among
// them where the axis begins there.
func (d *drawing) extent() (low, high float64) {
	low, high = math.Inf(1), math.Inf(-1)
	take := func(v float64) {
		if !math.IsInf(v, 0) && d.numberHasPlace(v) {
			low, high = min(low, v), max(high, v)
		}
	}
	for _, c := range d.columns {
		for _, b := range c.bands {
			take(b.from)
			take(b.to)
		}
	}
	for _, t := range d.traces {
		for _, v := range t.values {
			if d.o.Kind == Line {
				take(v.v)
			}
			if v.ranged && !d.stacked {
				take(v.low)
				take(v.high)
			}
		}
	}
	if !d.o.Log && !(d.o.Kind == Line && d.mayStartAbove(low, high)) {
		low, high = min(low, 0), max(high, 0)
	}
	return low, high
}

func (d *drawing) numberHasPlace(v float64) bool { return finite(v) == v && (!d.o.Log || v > 0) }

// mayStartAbove tells whether a value axis of lines may begin above zero: for
// measures of which more is not simply more (medians, rates), where zero would
// press the lines flat.
func (d *drawing) mayStartAbove(low, high float64) bool {
	for _, s := range d.a.Series {
		if reports.MeasureOf(s.Measure).HigherIsMore {
			return false
		}
	}
	return low > 0.6*high
}
