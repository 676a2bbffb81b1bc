package chart

import (
	"slices"

	"vitrine/reports"
)

// A rule is the vertical line of a break or an event, with its label above the
// plot.
type rule struct {
	at    reports.Day
	text  string
	x     float64
	row   int
	where float64 // the label's left edge
	width float64 // of the label
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

// rowsOfRules reserves the room above the plot that the labels of breaks and
// events need.
func (d *drawing) rowsOfRules() float64 {
	d.rules, d.events = d.breaksOf(), d.eventsOf()
	return float64(min(len(d.rules)+len(d.events), ruleRows)) * ruleRow
}

// layRules places the labels of breaks, then those of events. An event whose
// label has no room is not drawn.
func (d *drawing) layRules() {
	var placed []rule
	for _, r := range slices.Backward(d.rules) {
		if !d.placeRule(&r, placed) {
			r.text = ""
		}
		placed = append(placed, r)
	}
	d.rules = placed
	var shown []rule
	for _, r := range slices.Backward(d.events) {
		if d.placeRule(&r, placed) {
			placed, shown = append(placed, r), append(shown, r)
		} else {
			d.unsaid++
		}
	}
	d.events = shown
	for _, r := range placed {
		if r.text != "" {
			d.write(r.text, noteSize, d.theme.quiet, r.where, d.ruleTop(r)+noteSize, left)
		}
	}
}

// placeRule finds the place of a rule's label: right of the rule, or left of
// it near the picture's edge, in the lowest row where it meets no other label
// and no rule.
func (d *drawing) placeRule(r *rule, placed []rule) bool {
	r.x = d.time.x(float64(r.at))
	r.text = d.font.fit(r.text, noteSize, min(ruleWidth, d.o.Width-2*marginX))
	r.width = d.font.width(r.text, noteSize)
	r.where = r.x + 5
	if r.where+r.width > d.o.Width-marginX {
		r.where = max(marginX, min(r.x-5, d.o.Width-marginX)-r.width)
	}
	for r.row = 0; r.row < ruleRows; r.row++ {
		if !slices.ContainsFunc(placed, r.meets) {
			return true
		}
	}
	r.row = 0
	return false
}

// meets tells whether two rules' labels, or one's label and the other's line,
// would stand on each other.
func (r rule) meets(o rule) bool {
	if o.text == "" {
		return false // its line ends at the plot
	}
	under := r.row >= o.row && o.covers(r.x, r.x) || o.row >= r.row && r.covers(o.x, o.x)
	return under || r.row == o.row && r.covers(o.where-labelGap, o.where+o.width+labelGap)
}

// covers tells whether the label reaches into a stretch of the time axis.
func (r rule) covers(from, to float64) bool { return r.where-3 < to && from < r.where+r.width+3 }

// ruleTop returns where the label of a rule begins.
func (d *drawing) ruleTop(r rule) float64 {
	return d.plot.Y - 12 - float64(r.row+1)*ruleRow
}

// paintRules draws the rules of breaks dotted, those of events solid.
func (d *drawing) paintRules(p *pen) {
	s := stroke{color: d.theme.axis, width: 1, dash: dots}
	for _, r := range d.rules {
		top := d.plot.Y
		if r.text != "" {
			top = d.ruleTop(r) + 2
		}
		p.hair(s, point{r.x, top}, point{r.x, d.plot.Bottom()})
	}
	s.dash = nil
	for _, r := range d.events {
		p.hair(s, point{r.x, d.ruleTop(r) + 2}, point{r.x, d.plot.Bottom()})
	}
}
