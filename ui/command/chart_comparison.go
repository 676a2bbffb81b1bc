package command

import (
	"cmp"
	"io"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// compared draws a comparison into a file.
func (c *chartCommand) compared(j *job, kind chart.ComparisonKind) error {
	write, err := byEnding(c.Output, chart.ComparisonSVG, chart.ComparisonPNG, chart.ComparisonPDF)
	if err != nil {
		return err
	}
	return j.asking(c.Files, c.vintage, c.views, func(lib *library.Library, q reports.Question) error {
		words := assets.For(cmp.Or(c.Language, j.Language))
		compared, err := c.ask(j, lib, q, words)
		if err != nil {
			return err
		}
		j.tellComparison(compared, words)
		o := c.look()
		o.Log, o.Words = c.Log, words
		if o.Sources, err = lib.Answering(j.ctx, reports.Answer{Series: compared.Series()}); err != nil {
			return err
		}
		return export.WriteFile(c.Output, func(w io.Writer) error { return write(w, compared, kind, o) })
	})
}
