package command

import (
	"cmp"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type chartCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	views
	transforms
	vintage
	pairing
	Output   string   `short:"o" required:"" help:"Where to write: chart.svg, chart.png or chart.pdf." placeholder:"FILE"`
	Kind     string   `help:"line, area, bar, facets (small multiples), heat (a row for each series, a cell for each period), days (a calendar), map (of the world), europe or rank (places over time); slope, dumbbell, diverging or maps of the comparison that --from, --to and --against ask for; vintages (a figure over the editions that state it) or grid (a row for each period, a cell for each edition)." default:"line" placeholder:"KIND"`
	Panels   []string `help:"With --kind facets: the dimensions that have a panel for each value. Without it the first that --by names." placeholder:"DIM"`
	OwnAxis  bool     `help:"With --kind facets: a value axis for each panel."`
	At       []string `help:"With --kind map or europe: the period shown, or two separated by a comma, side by side. Without it the newest with most countries. With --kind vintages: the period of the figures." placeholder:"PERIOD"`
	Width    float64  `help:"Width in points." default:"1000"`
	Height   float64  `help:"Height in points." default:"600"`
	Scale    float64  `help:"Pixels to a point, of PNG." default:"2"`
	Dark     bool     `help:"On a dark ground."`
	Contrast bool     `help:"In stronger colours: texts at 7:1, lines at 4.5:1."`
	Log      bool     `help:"Logarithmic axis."`
	NoEvents bool     `help:"Without the rules of dated events, such as laws and bans."`
	Percent  bool     `help:"Shares of the whole; with --kind area or bar."`
	Language string   `help:"Language of the texts: ${languages}." placeholder:"LANG"`
}

// Run draws an answer into a file.
func (c *chartCommand) Run(j *job) error {
	write, err := byEnding(c.Output, chart.SVG, chart.PNG, chart.PDF)
	if err != nil {
		return err
	}
	if kind, ok := chart.ParseComparisonKind(c.Kind); ok {
		return c.compared(j, kind)
	}
	if kind, ok := chart.ParseEditionKind(c.Kind); ok {
		return c.editions(j, kind)
	}
	options, err := c.options()
	if err != nil {
		return err
	}
	return j.asking(c.Files, c.vintage, c.views, func(lib *library.Library, q reports.Question) error {
		a, _, err := c.transforms.answer(j, lib, q)
		if err != nil {
			return err
		}
		j.tellNotes(a)
		sources, err := lib.Answering(j.ctx, chart.Shown(a, options))
		if err != nil {
			return err
		}
		options.Words, options.Sources = assets.For(cmp.Or(c.Language, j.Language)), sources
		options.Tints = tintsFor(j.ctx, q, lib)
		return export.WriteFile(c.Output, func(w io.Writer) error { return write(w, a, options) })
	})
}

// look is what the flags say of the looks of any picture.
func (c *chartCommand) look() chart.Options {
	return chart.Options{Width: c.Width, Height: c.Height, Scale: c.Scale, Dark: c.Dark, Contrast: c.Contrast, Titles: true}
}

// options are what the flags say about drawing.
func (c *chartCommand) options() (chart.Options, error) {
	o := c.look()
	o.Log, o.Percent, o.OwnAxis, o.Events = c.Log, c.Percent, c.OwnAxis, !c.NoEvents
	var err error
	if o.Kind, err = chart.ParseKind(c.Kind); err != nil {
		return o, fmt.Errorf("--kind: %w", err)
	}
	for _, name := range c.Panels {
		d, ok := reports.ParseDim(name)
		if !ok {
			return o, fmt.Errorf("--panels: %q is none of %s", name, reports.DimsOf(reports.AllDims()...))
		}
		o.Panels |= reports.DimsOf(d)
	}
	for _, name := range c.At {
		p, err := reports.ParsePeriod(name)
		if err != nil {
			return o, fmt.Errorf("--at: %w", err)
		}
		o.Periods = append(o.Periods, p)
	}
	return o, nil
}

// byEnding chooses what writes a picture by the ending of the output's name.
func byEnding[W any](output string, svg, png, pdf W) (W, error) {
	switch strings.ToLower(filepath.Ext(output)) {
	case ".svg":
		return svg, nil
	case ".png":
		return png, nil
	case ".pdf":
		return pdf, nil
	}
	return svg, fmt.Errorf("-o %s: a chart is written as .svg, .png or .pdf", output)
}
