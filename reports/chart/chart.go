// Package chart draws answers, each kind in a file of its own: onto the screen's
// pixels with the places of their numbers, and as PNG, SVG and PDF.
//
// A chart never says more than its answer. A missing period is a gap, periods
// stand at their true width, numbers that will still change are drawn open,
// and nothing is stacked that does not add up.
package chart

import (
	"fmt"
	"image"
	"image/png"
	"io"

	"vitrine/assets"
	"vitrine/reports"
)

// Options say how a chart is drawn. The zero Options draw lines of 1000 by
// 600 units on a light ground, in English, without titles.
type Options struct {
	Kind          Kind
	Width, Height float64 // device-independent units; zero: 1000 and 600
	Scale         float64 // pixels to a unit, of Draw and PNG; zero: 1
	Dark          bool
	Contrast      bool // stronger colours: text at 7:1, lines at 4.5:1
	Log           bool // lines on a logarithmic axis; areas and bars start at zero and ignore it
	Percent       bool // areas and bars as shares of their whole, where they may be stacked
	// Panels are the dimensions whose values have a panel each, of facets. The
	// zero Panels are the first dimension that the question asks by where it
	// asks by several, else all: a panel for each series.
	Panels  reports.Dims
	OwnAxis bool // each panel of facets has a value axis of its own, instead of all sharing one
	Titles  bool // title, subtitle and footer, as exports have them
	// Events are drawn as rules on the time axis of lines, areas, bars and heat
	// maps: the dated facts that concern what is drawn.
	Events bool
	// Periods are the one or two periods that maps show. Without one it is
	// MapPeriod's.
	Periods []reports.Period
	Words   *assets.Words
	// Tints are the colours that values had in other pictures; without them they
	// hang on what is drawn alone.
	Tints   *Tints
	Font    []byte           // TrueType or OpenType; nil: the one that comes with Vitrine
	Sources []reports.Source // named by the footer
	// Reuse is the image of an earlier picture that is no longer shown. It is
	// drawn over if it has the size that is needed.
	Reuse *image.RGBA

	bold []byte // the titles' font
}

// The largest picture, in pixels; more would take a gigabyte.
const maxPixels = 1 << 27

func (o Options) withDefaults() (Options, error) {
	if o.Width == 0 {
		o.Width = 1000
	}
	if o.Height == 0 {
		o.Height = 600
	}
	if o.Scale == 0 {
		o.Scale = 1
	}
	if o.Words == nil {
		o.Words = assets.For("en")
	}
	if o.Font == nil {
		o.Font, o.bold = assets.Font(), assets.BoldFont()
	} else {
		o.bold = o.Font
	}
	if !(o.Width >= 1 && o.Height >= 1 && o.Scale > 0) || !(o.Width*o.Height*o.Scale*o.Scale <= maxPixels) {
		return o, fmt.Errorf("a chart of %g × %g units at scale %g cannot be drawn: choose a size between 1 and %d pixels", o.Width, o.Height, o.Scale, maxPixels)
	}
	return o, nil
}

// Draw draws an answer to pixels. A kind that is refused for the answer is an
// error that says why; an answer without numbers is a picture that says so.
func Draw(a reports.Answer, o Options) (*Picture, error) { return pictured(compose(a, o)) }

// PNG writes an answer as a PNG picture of Options.Scale pixels to a unit.
func PNG(w io.Writer, a reports.Answer, o Options) error {
	return written(w, (*drawing).writePNG)(compose(a, o))
}

// SVG writes an answer as an SVG document. Its text stays text, in the font
// that the picture is measured with where the reader has it.
func SVG(w io.Writer, a reports.Answer, o Options) error {
	return written(w, (*drawing).writeSVG)(compose(a, o))
}

// PDF writes an answer as a PDF document of one page, a unit to a point. Its
// text can be searched and copied, and its fonts are embedded.
func PDF(w io.Writer, a reports.Answer, o Options) error {
	return written(w, (*drawing).writePDF)(compose(a, o))
}

// pictured draws what was composed, if it could be.
func pictured(d *drawing, err error) (*Picture, error) {
	if err != nil {
		return nil, err
	}
	r := newRaster(d.o.Width, d.o.Height, d.o.Scale, d.o.Reuse)
	d.paint(&pen{r, d.o.Height, d.o.Scale})
	return newPicture(r.img, d), nil
}

// written writes what was composed, if it could be.
func written(w io.Writer, write func(*drawing, io.Writer) error) func(*drawing, error) error {
	return func(d *drawing, err error) error {
		if err != nil {
			return err
		}
		return write(d, w)
	}
}

func (d *drawing) writePNG(w io.Writer) error {
	p, err := pictured(d, nil)
	if err != nil {
		return err
	}
	return png.Encode(w, p.Image)
}
