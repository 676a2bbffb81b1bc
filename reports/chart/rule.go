package chart

import (
	"slices"

	"vitrine/reports"
)

// A rule is the vertical line of a break or an event, with its label above the
// plot. Of an event that lasts, a bar below the label leads to its end.
type rule struct {
	at, until reports.Day // until is 0 where it does not last
	text      string
	event     bool
	weight    int // of events: those of less weight give way
	x, end    float64
	row       int
	where     float64 // the label's left edge
	width     float64 // of the label
}

const (
	ruleRow      = noteSize * 1.4
	ruleRows     = 3
	highRuleRows = 4 // of a high picture
	highPicture  = 480
)

// ruleWidths are how wide labels may be, the first with which all have room.
var ruleWidths = [...]float64{900, 420, 300, 220, 150}

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

// rowsOfRules counts the rows above the plot that the labels of breaks and
// events may need.
func (d *drawing) rowsOfRules() int {
	d.rules = d.breaksOf()
	d.events = d.eventsOf()
	rows := ruleRows
	if d.o.Height >= highPicture {
		rows = highRuleRows
	}
	return min(len(d.rules)+len(d.events), rows)
}

// layRules places the labels of breaks and events in rows above the plot, and
// returns how many rows they take. Where they have no room, labels are cut
// shorter, then the events of the least weight are not drawn.
func (d *drawing) layRules(rows int) int {
	d.rowsOfRules()
	list := slices.Concat(d.rules, d.events)
	slices.SortStableFunc(list, func(a, b rule) int { return int(a.at) - int(b.at) })
	for {
		placed, ok := []rule(nil), false
		for _, width := range ruleWidths {
			if placed, ok = d.placeRules(list, rows, width); ok {
				break
			}
		}
		weakest := weakestEvent(list)
		if ok || weakest < 0 {
			d.lengthenRules(list, placed, rows)
			return d.keepRules(placed)
		}
		list = slices.Delete(list, weakest, weakest+1)
		d.unsaid++
	}
}

// lengthenRules gives the labels that were cut the room that is left, those of
// the most weight first.
func (d *drawing) lengthenRules(list, placed []rule, rows int) {
	order := make([]int, len(placed))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return placed[b].weight - placed[a].weight })
	for _, i := range slices.Concat(order, order) { // what moved may have left room to one before it
		whole := list[len(list)-1-i] // placed from right to left
		if d.lengthenRule(whole, i, i, placed, rows) {
			continue
		}
		for j := range placed {
			if i != j && d.lengthenRule(whole, i, j, placed, rows) {
				break
			}
		}
	}
}

// lengthenRule makes the label of placed[i] as long as there is room for,
// where placed[j] may move; false where it stays as it is. In a higher row it
// may leave the one that moves a place below it.
func (d *drawing) lengthenRule(whole rule, i, j int, placed []rule, rows int) bool {
	var others []rule
	for k, r := range placed {
		if k != i && k != j {
			others = append(others, r)
		}
	}
	for _, width := range ruleWidths {
		for lowest := range rows {
			longer, moved := whole, placed[j]
			if !d.placeRule(&longer, others, lowest, rows, width) {
				break
			}
			if longer.width <= placed[i].width {
				return false
			}
			if i == j || d.placeRule(&moved, append(slices.Clone(others), longer), 0, rows, moved.width+1) {
				placed[j], placed[i] = moved, longer
				return true
			}
		}
	}
	return false
}

// weakestEvent finds the event of the least weight, of several the last; -1
// where there is none.
func weakestEvent(list []rule) int {
	weakest := -1
	for i, r := range list {
		if r.event && (weakest < 0 || r.weight <= list[weakest].weight) {
			weakest = i
		}
	}
	return weakest
}

// keepRules writes the labels, and returns the rows that they take.
func (d *drawing) keepRules(placed []rule) (rows int) {
	d.rules, d.events = nil, nil
	for _, r := range slices.Backward(placed) {
		if r.event {
			d.events = append(d.events, r)
		} else {
			d.rules = append(d.rules, r)
		}
		if r.text != "" {
			rows = max(rows, r.row+1)
			d.write(r.text, noteSize, d.theme.quiet, r.where, d.ruleTop(r)+noteSize, left)
		}
	}
	return rows
}

// placeRules finds places for all labels from right to left, since those
// further left reach over the rules at their right; false where one has none.
func (d *drawing) placeRules(list []rule, rows int, width float64) (placed []rule, all bool) {
	all = true
	for _, r := range slices.Backward(list) {
		if !d.placeRule(&r, placed, 0, rows, width) {
			r.text, all = "", false
		}
		placed = append(placed, r)
	}
	return placed, all
}

// placeRule finds the place of a rule's label: right or left of the rule, in
// the lowest row from one on where it meets no other label and no rule.
func (d *drawing) placeRule(r *rule, placed []rule, lowest, rows int, width float64) bool {
	r.x = max(d.plot.X, d.time.x(float64(r.at)))
	if r.until > 0 {
		r.end = min(d.plot.Right(), d.time.x(float64(r.until)))
	}
	sides := d.sidesOf(*r, width)
	for row := lowest; row < rows; row++ {
		for _, side := range sides {
			if side.row = row; !slices.ContainsFunc(placed, side.meets) {
				*r = side
				return true
			}
		}
	}
	r.row = 0
	return false
}

// sidesOf returns a rule with its label at its right, and at its left, where
// the picture has room for most of it.
func (d *drawing) sidesOf(r rule, width float64) []rule {
	var sides []rule
	whole := d.font.width(r.text, noteSize)
	for i, room := range []float64{d.o.Width - marginX - (r.x + 5), r.x - 5 - marginX} {
		if room < min(whole, mostOfLabel*width) {
			continue
		}
		side := r
		side.text = d.font.fit(r.text, noteSize, min(width, room))
		side.width = d.font.width(side.text, noteSize)
		side.where = []float64{r.x + 5, r.x - 5 - side.width}[i]
		sides = append(sides, side)
	}
	return sides
}

// mostOfLabel is the share of a label's width that the edge of the picture must
// leave.
const mostOfLabel = 0.7

// meets tells whether two rules' labels or bars, or one's label and the
// other's line, would stand on each other.
func (r rule) meets(o rule) bool {
	if o.text == "" {
		return false // its line ends at the plot
	}
	under := r.row >= o.row && o.covers(o.where, o.where+o.width, r.x, r.x) ||
		o.row >= r.row && r.covers(r.where, r.where+r.width, o.x, o.x)
	from, to := o.extent()
	left, right := r.extent()
	return under || r.row == o.row && r.covers(left, right, from-labelGap, to+labelGap)
}

// extent returns what a rule takes of its row.
func (r rule) extent() (from, to float64) {
	return min(r.where, r.x), max(r.where+r.width, r.x, r.end)
}

// covers tells whether a stretch of the time axis reaches into another.
func (r rule) covers(left, right, from, to float64) bool { return left-3 < to && from < right+3 }

// ruleTop returns where the label of a rule begins.
func (d *drawing) ruleTop(r rule) float64 {
	return d.plot.Y - 12 - float64(r.row+1)*ruleRow
}

// paintRules draws the rules of breaks dotted, those of events solid, and the
// bars of events that last, with a tick where they end.
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
		if d.time.x(float64(r.at)) >= d.plot.X {
			p.hair(s, point{r.x, d.ruleTop(r) + 2}, point{r.x, d.plot.Bottom()})
		}
		if r.end > r.x+1 {
			d.paintBar(p, s, r)
		}
	}
}

// paintBar draws how long an event lasts.
func (d *drawing) paintBar(p *pen, s stroke, r rule) {
	y := d.ruleTop(r) + ruleRow - 0.5
	p.hair(s, point{r.x, y}, point{r.end, y})
	if d.time.x(float64(r.until)) <= d.plot.Right() {
		p.hair(s, point{r.end, y - 5}, point{r.end, y})
	}
}
