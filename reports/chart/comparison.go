package chart

import (
	"fmt"
	"image/color"
	"io"
	"math"
	"strings"

	"vitrine/reports"
)

// A ComparisonKind is a way to draw a comparison.
type ComparisonKind int

// The kinds. Slope joins both numbers of each item by a line from one side to
// the other, Dumbbell sets them on one axis in a row for each item, and
// Diverging draws the difference alone, from zero to the left or to the right.
// Maps are two maps of one scale beside each other, of Europe where all
// countries lie in it, else of the world.
const (
	Slope ComparisonKind = iota
	Dumbbell
	Diverging
	Maps
)

var comparisonKindNames = [...]string{"slope", "dumbbell", "diverging", "maps"}

// ComparisonKinds lists the kinds in order.
func ComparisonKinds() []ComparisonKind { return []ComparisonKind{Slope, Dumbbell, Diverging, Maps} }

// String returns the kind's name on the command line.
func (k ComparisonKind) String() string { return comparisonKindNames[k] }

// ParseComparisonKind finds a kind by its name on the command line.
func ParseComparisonKind(name string) (ComparisonKind, bool) {
	for i, n := range comparisonKindNames {
		if strings.EqualFold(n, strings.TrimSpace(name)) {
			return ComparisonKind(i), true
		}
	}
	return 0, false
}

// Refused returns the reason why the kind is not offered for a comparison, or
// "" where it is: maps are of countries.
func (k ComparisonKind) Refused(c reports.Comparison) string {
	if k != Maps {
		return ""
	}
	return refusedMap(answerOf(c))
}

// DrawComparison draws a comparison to pixels. A point of the picture is of
// Comparison.Items[Series], its Number the side: 0 or 1; that of a diverging
// bar is 1. Of the options, Kind, Percent and Panels are not used.
func DrawComparison(c reports.Comparison, k ComparisonKind, o Options) (*Picture, error) {
	return pictured(composeComparison(c, k, o))
}

// ComparisonPNG writes a comparison as a PNG picture.
func ComparisonPNG(w io.Writer, c reports.Comparison, k ComparisonKind, o Options) error {
	return written(w, (*drawing).writePNG)(composeComparison(c, k, o))
}

// ComparisonSVG writes a comparison as an SVG document.
func ComparisonSVG(w io.Writer, c reports.Comparison, k ComparisonKind, o Options) error {
	return written(w, (*drawing).writeSVG)(composeComparison(c, k, o))
}

// ComparisonPDF writes a comparison as a PDF document of one page.
func ComparisonPDF(w io.Writer, c reports.Comparison, k ComparisonKind, o Options) error {
	return written(w, (*drawing).writePDF)(composeComparison(c, k, o))
}

// A sided is a comparison as it is drawn.
type sided struct {
	*drawing
	c     reports.Comparison
	items []int // of Comparison.Items, that are drawn
	zeros int   // of the largest changes, those that a logarithmic axis has no place for
}

func composeComparison(c reports.Comparison, k ComparisonKind, o Options) (*drawing, error) {
	o.Kind, o.Percent = Line, false
	if reason := k.Refused(c); reason != "" {
		return nil, &RefusedError{k.String(), reason, Slope.String()}
	}
	d, err := newDrawing(reports.Answer{Series: c.Series()}, o)
	if err != nil {
		return nil, err
	}
	o, d.placed = d.o, true
	d.said = &said{
		title: o.Words.ComparisonTitle(c), subtitle: o.Words.ComparisonSubtitle(c), footer: o.Words.ComparisonFooter(c, o.Sources),
		summary: func() string { return o.Words.ComparisonSummary(c) },
	}
	s := &sided{drawing: d, c: c}
	top := d.layTitles(marginY)
	s.choose(k, int((o.Height-top-120)/23))
	bottom := d.layFooter(o.Height - marginY)
	if len(s.items) == 0 {
		d.layEmpty(top, bottom)
		return d, nil
	}
	if k == Slope {
		s.spread(top, bottom)
	}
	bottom = s.layLeft(bottom)
	switch k {
	case Slope:
		d.own = s.laySlope(top, bottom)
	case Dumbbell:
		d.own = s.layDumbbell(top, bottom)
	case Maps:
		d.own = s.layMaps(top, bottom)
	default:
		d.own = s.layDiverging(top, bottom)
	}
	return d, nil
}

// said is what stands above and below a picture, and tells it in words, in
// place of what is said of an answer.
type said struct {
	title, subtitle, footer string
	summary                 func() string
}

// mostCompared is how many items a picture shows that can still be read.
const mostCompared = 20

// choose takes the items with the largest changes, as many as have room. An
// item is drawn whose numbers are known, or its difference's bounds.
func (s *sided) choose(k ComparisonKind, room int) {
	most := max(3, min(room, mostCompared))
	if k == Maps {
		most = len(s.c.Items)
	}
	for i, item := range s.c.Items {
		known := item.Values[0].Known() && item.Values[1].Known() || k == Maps
		ranged := k == Diverging && !math.IsInf(item.Difference.Low, 0) && !math.IsInf(item.Difference.High, 0)
		if len(s.items) < most && (known || ranged) {
			s.items = append(s.items, i)
		}
	}
}

// layLeft says how many items are not drawn, and returns where the rest of the
// picture ends.
func (s *sided) layLeft(bottom float64) float64 {
	rest := len(s.c.Items) - len(s.items)
	var said []string
	if s.o.Log {
		said = append(said, s.o.Words.Say("comparison.log"))
	}
	if rest > s.zeros {
		said = append(said, s.o.Words.Say("comparison.left", "n", fmt.Sprint(len(s.items)), "rest", fmt.Sprint(rest)))
	}
	if s.zeros > 0 {
		said = append(said, s.o.Words.Plural("comparison.zeros", s.zeros))
	}
	if len(said) == 0 {
		return bottom
	}
	text := strings.Join(said, " ")
	s.write(s.font.fit(text, noteSize, s.o.Width-2*marginX), noteSize, s.theme.quiet, marginX, bottom-2, left)
	return bottom - noteSize*lineFactor
}

// ink is the colour of an item: of more, of less, of neither.
func (s *sided) ink(item reports.Item) color.RGBA {
	switch d := item.Difference; {
	case d.Low > 0 || d.Value > 0:
		return slotColor(1, s.o.tone())
	case d.High < 0 || d.Value < 0:
		return slotColor(2, s.o.tone())
	}
	return s.theme.rest
}

// line is the stroke of an item: dashed where one of its numbers is open.
func (s *sided) line(item reports.Item) stroke {
	l := stroke{color: s.ink(item), width: 2}
	if s.open(item) {
		l.dash = dashes
	}
	return l
}

// open tells whether a number of an item is not the last word.
func (s *sided) open(item reports.Item) bool {
	for side, n := range item.Numbers {
		if item.Stated[side] == reports.Told && isOpen(n) {
			return true
		}
	}
	return false
}

// changeText writes an item's difference, and in percent where there is one.
func (s *sided) changeText(item reports.Item) string {
	w := s.o.Words
	text := w.ItemDifference(item)
	if item.Percent.Known() {
		text += " (" + w.DifferencePercent(item.Percent) + ")"
	} else if change := w.Change(s.c, item); change != "" {
		text += " (" + change + ")"
	}
	if len(item.Events) > 0 {
		text += " *"
	}
	return text
}

// layNames finds the left edge of the rows from their names, and writes these.
func (s *sided) layNames(top, bottom float64) (row float64) {
	s.rows = true
	row = (bottom - top) / float64(len(s.items))
	widest := 0.0
	names := make([]string, len(s.items))
	for i, at := range s.items {
		names[i] = s.font.fit(s.o.Words.ItemName(s.c, s.c.Items[at]), textSize, s.o.Width*0.3)
		widest = max(widest, s.font.width(names[i], textSize))
	}
	s.plot = Rect{marginX + widest + tickGap + 4, top, 0, bottom - top}
	for i, name := range names {
		s.write(name, textSize, s.theme.text, s.plot.X-tickGap-4, top+(float64(i)+0.5)*row+textSize*0.36, right)
	}
	return row
}

// layAcross makes a scale of numbers from left to right, and its ticks below.
func (s *sided) layAcross(low, high float64) (x func(float64) float64, ticks []float64) {
	across := acrossScale(low, high, s.plot.Width)
	x = func(v float64) float64 {
		return s.plot.X + s.plot.Width*max(0, min((v-across.low)/(across.high-across.low), 1))
	}
	for _, t := range across.ticks(7) {
		ticks = append(ticks, t.value)
		s.write(s.o.Words.Number(t.value), noteSize, s.theme.quiet, x(t.value), s.plot.Bottom()+noteSize+6, center)
	}
	s.write(s.font.fit(s.o.Words.Unit(s.c.Measure), noteSize, s.plot.Width), noteSize, s.theme.quiet, s.plot.Right(), s.plot.Bottom()+2*noteSize+10, right)
	return x, ticks
}

// acrossScale is the scale of an axis of a width, with zero in it.
func acrossScale(low, high, width float64) scale {
	return linearScale(min(low, 0), max(high, 0), max(2, min(int(width/110), 7)))
}

// acrossRoom is what the ticks below the rows need.
const acrossRoom = 2*noteSize + 16

func (s *sided) grid(p *pen, x func(float64) float64, ticks []float64) {
	for _, t := range ticks {
		c := s.theme.grid
		if t == 0 {
			c = s.theme.axis
		}
		p.hair(stroke{color: c, width: 1}, point{x(t), s.plot.Y}, point{x(t), s.plot.Bottom()})
	}
}
