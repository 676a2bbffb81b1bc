package chart

import (
	"image/color"
	"math"
	"slices"

	xfont "golang.org/x/image/font"
	"gonum.org/v1/plot/vg"

	"vitrine/assets"
	"vitrine/reports"
)

// A drawing is a chart that is laid out and not yet painted: where everything
// stands, in units.
type drawing struct {
	a          reports.Answer
	o          Options
	font, bold *typeface
	theme      theme
	tints      *Tints // what Options.Tints remember, and the answer's own

	traces  []trace
	columns []column // of areas and bars
	stacked bool
	hidden  int  // series beyond those that are drawn
	gaps    bool // a log axis leaves numbers out

	plot       Rect
	time       calendar
	scale      scale
	timeTicks  []timeTick
	valueTicks []axisTick
	labels     []label
	rules      []rule // of breaks
	events     []rule
	unsaid     int // events that are not drawn
	texts      []writing
	marks      []legendMark
	openKey    *point // of the note on open marks
	said       *said  // nil: what the answer says of itself
	points     []Point

	plain  bool           // all lines have one mark: none stands beside another
	own    func(*pen)     // paints a kind that has a layout of its own
	placed bool           // numbers are found by where they stand, up and down as well as sideways
	rows   bool           // they stand in rows
	panels []Rect         // of facets and maps
	shapes [][]ring       // of Points that are the countries of a map
	edges  []assets.Place // of maps of the world beside each other
}

// The sizes of text and the margins around the picture.
const (
	titleSize  = 20
	textSize   = 13
	noteSize   = 12
	marginX    = 20
	marginY    = 12
	lineFactor = 1.35 // from baseline to baseline, in sizes
)

// compose lays out an answer.
func compose(a reports.Answer, o Options) (*drawing, error) {
	if err := refusal(a, o); err != nil {
		return nil, err
	}
	d, err := newDrawing(a, o)
	if err != nil {
		return nil, err
	}
	o = d.o
	d.o.Log = o.Log && (o.Kind == Line || o.Kind == Facets)
	d.o.Percent = o.Percent && d.bands()
	d.stacked = d.bands() && a.Unstackable == "" && !hasNegativeArea(a, o) && !d.inRows()
	d.makeTraces()
	top, bottom := d.layTitles(marginY), d.layFooter(d.o.Height-marginY)
	if !d.hasNumbers() {
		d.layEmpty(top, bottom)
		return d, nil
	}
	if lay := d.layout(); lay != nil {
		d.own = lay(d, top, bottom)
		return d, nil
	}
	d.layPlot(top, bottom)
	d.placePoints()
	return d, nil
}

// newDrawing makes an empty drawing with its fonts and colours.
func newDrawing(a reports.Answer, o Options) (*drawing, error) {
	o, err := o.withDefaults()
	if err != nil {
		return nil, err
	}
	font, err := loadTypeface(o.Font, xfont.WeightNormal)
	if err != nil {
		return nil, err
	}
	bold, err := loadTypeface(o.bold, xfont.WeightBold)
	if err != nil {
		return nil, err
	}
	return &drawing{a: a, o: o, font: font, bold: bold, theme: themeOf(o.tone()), tints: o.Tints.With(a)}, nil
}

func hasNegativeArea(a reports.Answer, o Options) bool { return o.Kind == Area && hasNegative(a) }

// layout is that of the kind, of bars in rows their own.
func (d *drawing) layout() layout {
	if d.inRows() {
		return (*drawing).layBarRows
	}
	return d.o.Kind.layout()
}

func (d *drawing) maps() bool { return d.o.Kind.maps() }

// bands tells whether numbers are drawn as bands from one to another.
func (d *drawing) bands() bool { return d.o.Kind == Area || d.o.Kind == Bar }

// makeTraces chooses what is drawn: the first series in colour, the rest grey,
// of a stack as one band.
func (d *drawing) makeTraces() {
	d.traces = tracesOf(d.a, d.tints, d.o.Words)
	switch n := len(d.traces); {
	case d.stacked && n > maxColoured:
		d.traces = append(d.traces[:maxColoured:maxColoured], bundled(d.traces[maxColoured:], d.others(n-maxColoured)))
	case n > maxDrawn && d.layout() == nil:
		d.traces, d.hidden = d.traces[:maxDrawn], n-maxDrawn
	}
	if d.bands() && d.layout() == nil {
		d.columns = stack(columnsOf(d.traces), d.traces, d.stacked, d.o.Percent)
	}
	if d.o.Log {
		d.dropUnplaceable()
	}
}

// maxDrawn bounds the series of lines and clusters, grey ones included.
const maxDrawn = 100

// dropUnplaceable makes gaps of the numbers that a log axis has no place for.
func (d *drawing) dropUnplaceable() {
	for _, t := range d.traces {
		for i, v := range t.values {
			if v.known() && v.v <= 0 {
				t.values[i].v = math.NaN()
				d.gaps = true
			}
			if v.ranged && v.low <= 0 {
				t.values[i].ranged = false
			}
		}
	}
}

func (d *drawing) hasNumbers() bool {
	return slices.ContainsFunc(d.traces, func(t trace) bool {
		return slices.ContainsFunc(t.values, func(v value) bool { return v.known() || v.ranged })
	})
}

// write adds a line of text.
func (d *drawing) write(text string, size float64, c color.RGBA, x, y float64, a align) {
	d.texts = append(d.texts, writing{text, d.font, size, c, point{x, y}, a})
}

// paint draws what is laid out.
func (d *drawing) paint(p *pen) {
	p.rect(d.theme.ground, Rect{0, 0, d.o.Width, d.o.Height})
	switch {
	case d.own != nil:
		d.own(p)
	case d.plot.Width > 0:
		d.paintGrid(p)
		switch d.o.Kind {
		case Line:
			d.paintLines(p)
		case Area:
			d.paintAreas(p)
		case Bar:
			d.paintBars(p)
		}
		d.paintAxis(p)
		d.paintLabels(p)
	}
	for _, t := range d.texts {
		p.write(t)
	}
	if d.openKey != nil {
		d.paintOpenKey(p, *d.openKey)
	}
}

// paintOpenKey shows how a number that is not the last word is drawn.
func (d *drawing) paintOpenKey(p *pen, at point) {
	switch {
	case d.said != nil:
		p.line(stroke{color: d.theme.quiet, width: 2, dash: []vg.Length{3, 2}}, point{at.x - 4, at.y}, point{at.x + 4, at.y})
		return
	case d.o.Kind == Line, d.o.Kind == Facets, d.o.Kind == Rank, d.maps() && d.asDots():
		p.mark(circle, at, markSize, d.theme.quiet, d.theme.ground, true)
		return
	}
	box := Rect{at.x - 4, at.y - 4, 9, 9}
	p.rect(d.bandColor(d.theme.quiet, true), box)
	p.outline(stroke{color: d.theme.quiet, width: 1, dash: dots}, box.corners())
}

// ink returns a trace's colour.
func (d *drawing) ink(t trace) color.RGBA {
	c := slotColor(t.slot, d.o.tone())
	if t.pale {
		return d.theme.pale(c)
	}
	return c
}

func (d *drawing) shape(t trace) mark {
	if d.plain {
		return circle
	}
	return slotMark(t.slot)
}
