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
)

type chartCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	views
	vintage
	Output   string  `short:"o" required:"" help:"Where to write: chart.svg, chart.png or chart.pdf." placeholder:"FILE"`
	Kind     string  `help:"line, area or bar." default:"line" enum:"line,area,bar"`
	Width    float64 `help:"Width in points." default:"1000"`
	Height   float64 `help:"Height in points." default:"600"`
	Scale    float64 `help:"Pixels to a point, of PNG." default:"2"`
	Dark     bool    `help:"On a dark ground."`
	Log      bool    `help:"Logarithmic axis."`
	Percent  bool    `help:"Shares of the whole; with --kind area or bar."`
	Language string  `help:"Language of the texts: en or fr." placeholder:"LANG"`
}

// Run draws an answer into a file.
func (c *chartCommand) Run(j *job) error {
	write, err := c.writer()
	if err != nil {
		return err
	}
	q, err := c.question()
	if err != nil {
		return err
	}
	lib, err := j.open(c.Files, c.vintage)
	if err != nil {
		return err
	}
	defer lib.Close()
	a, err := reports.Ask(j.ctx, q, lib, names())
	if err != nil {
		return err
	}
	j.tellNotes(a)
	sources, err := lib.Answering(j.ctx, a)
	if err != nil {
		return err
	}
	kind, err := chart.ParseKind(c.Kind)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error {
		return write(w, a, chart.Options{
			Kind: kind, Width: c.Width, Height: c.Height, Scale: c.Scale, Dark: c.Dark, Log: c.Log, Percent: c.Percent,
			Titles: true, Words: assets.For(cmp.Or(c.Language, j.Language)), Sources: sources,
		})
	})
}

// writer chooses the kind of picture by the output's name.
func (c *chartCommand) writer() (func(io.Writer, reports.Answer, chart.Options) error, error) {
	switch strings.ToLower(filepath.Ext(c.Output)) {
	case ".svg":
		return chart.SVG, nil
	case ".png":
		return chart.PNG, nil
	case ".pdf":
		return chart.PDF, nil
	}
	return nil, fmt.Errorf("-o %s: a chart is written as .svg, .png or .pdf", c.Output)
}
