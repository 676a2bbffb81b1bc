package chart

import (
	"slices"

	"vitrine/reports"
)

// A rule is the vertical line of a break, with its label above the plot.
type rule struct {
	at    reports.Day
	text  string
	x     float64
	row   int
	where float64 // the label's left edge
}

const (
	ruleRow   = noteSize * 1.4
	ruleRows  = 3
	ruleWidth = 260 // of a label, at most
)

// breaksOf lists the breaks of the traces that fall within the days drawn,
// each once, in the order of time.
func (d *drawing) breaksOf() []rule {
	first, last := d.days()
	var rules []rule
	for _, t := range d.traces {
		if t.series < 0 {
			continue
		}
		for _, b := range d.a.Series[t.series].Breaks {
			r := rule{at: b.At, text: d.why(b)}
			if float64(b.At) > first && float64(b.At) < last && !slices.Contains(rules, r) {
				rules = append(rules, r)
			}
		}
	}
	slices.SortStableFunc(rules, func(a, b rule) int { return int(a.at) - int(b.at) })
	return rules[:min(len(rules), maxRules)]
}

// why returns the reason of a break in the chart's language.
func (d *drawing) why(b reports.Break) string {
	if key := "break." + b.Why; d.o.Words.Has(key) {
		return d.o.Words.Say(key)
	}
	return b.Why
}

const maxRules = 24

// rowsOfRules reserves the room above the plot that the labels of breaks need.
func (d *drawing) rowsOfRules() float64 {
	d.rules = d.breaksOf()
	return float64(min(len(d.rules), ruleRows)) * ruleRow
}

// layRules places the labels of breaks right of their rules, or left of them
// at the picture's edge, each in the lowest row that has room.
func (d *drawing) layRules() {
	var ends [ruleRows]float64
	for i := range d.rules {
		r := &d.rules[i]
		r.x = d.time.x(float64(r.at))
		r.text = d.font.fit(r.text, noteSize, min(ruleWidth, d.o.Width-2*marginX))
		width := d.font.width(r.text, noteSize)
		r.where = max(marginX, min(r.x+5, d.o.Width-marginX-width))
		for r.row < ruleRows-1 && ends[r.row] > r.where {
			r.row++
		}
		if ends[r.row] > r.where {
			r.text = ""
			continue
		}
		ends[r.row] = r.where + width + labelGap
		d.write(r.text, noteSize, d.theme.quiet, r.where, d.ruleTop(*r)+noteSize, left)
	}
}

// ruleTop returns where the label of a rule begins.
func (d *drawing) ruleTop(r rule) float64 {
	return d.plot.Y - 12 - float64(r.row+1)*ruleRow
}

func (d *drawing) paintRules(p *pen) {
	for _, r := range d.rules {
		p.hair(stroke{color: d.theme.axis, width: 1, dash: dots}, point{r.x, d.ruleTop(r) + 2}, point{r.x, d.plot.Bottom()})
	}
}
