package chart

import "image/color"

// The sizes of a legend of classes, in units.
const (
	swatchHeight = 12
	legendHeight = swatchHeight + noteSize + 10
	legendGap    = 14
)

// A swatch is a box of a legend of classes; one without a colour is hatched.
type swatch struct {
	box   Rect
	class int // in classes.colors; -1: zero; -2: no data
}

// layClasses places a legend of classes from a place to the right: zero, the
// classes with their bounds beneath, and "no data". It returns the boxes and
// the legend's right edge.
func (d *drawing) layClasses(c classes, x, y float64) ([]swatch, float64) {
	var list []swatch
	alone := func(class int, text string) {
		width := max(24, d.font.width(text, noteSize))
		list = append(list, swatch{box: Rect{x + (width-24)/2, y, 24, swatchHeight}, class: class})
		d.write(text, noteSize, d.theme.quiet, x+width/2, y+swatchHeight+noteSize+2, center)
		x += width + legendGap
	}
	if c.hasZero {
		alone(-1, d.o.Words.Number(0))
	}
	if c.high != c.low || len(c.bounds) > 0 {
		x = d.layRamp(c, x, y, &list) + legendGap
	} else if c.high != 0 {
		alone(0, d.o.Words.Number(c.high))
	}
	if c.hasEmpty {
		alone(-2, d.o.Words.Say("chart.nodata"))
	}
	return list, x - legendGap
}

// layRamp places the boxes of the classes side by side, and writes the bounds
// beneath where they meet.
func (d *drawing) layRamp(c classes, x, y float64, list *[]swatch) float64 {
	width := 30.0
	for _, b := range c.bounds {
		width = max(width, d.font.width(d.o.Words.Number(b), noteSize)+8)
	}
	for i := range c.colors {
		*list = append(*list, swatch{box: Rect{x, y, width, swatchHeight}, class: i})
		if i > 0 {
			d.write(d.o.Words.Number(c.bounds[i-1]), noteSize, d.theme.quiet, x, y+swatchHeight+noteSize+2, center)
		}
		x += width
	}
	return x
}

func (d *drawing) paintClasses(p *pen, c classes, list []swatch) {
	for _, s := range list {
		switch s.class {
		case -2:
			d.paintEmpty(p, s.box)
		case -1:
			d.paintCell(p, c.zero, s.box)
		default:
			d.paintCell(p, c.colors[s.class], s.box)
		}
	}
}

// paintCell fills a cell with a thin edge of the ground around it.
func (d *drawing) paintCell(p *pen, fill color.RGBA, r Rect) {
	gap := 0.0
	switch {
	case r.Width >= 6 && r.Height >= 6:
		gap = 0.5
	case r.Width >= 3 && r.Height >= 3:
		gap = 0.25
	}
	p.rect(fill, Rect{r.X + gap, r.Y + gap, r.Width - 2*gap, r.Height - 2*gap})
}

// paintEmpty hatches a place of which nothing is known.
func (d *drawing) paintEmpty(p *pen, r Rect) {
	p.hatch(stroke{color: d.theme.hatch, width: 0.8}, r.corners())
}
