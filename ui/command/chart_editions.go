package command

import (
	"cmp"
	"errors"
	"io"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/chart"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// editions draws what the vintages of a report state into a file.
func (c *chartCommand) editions(j *job, kind chart.EditionKind) error {
	write, err := byEnding(c.Output, chart.EditionsSVG, chart.EditionsPNG, chart.EditionsPDF)
	if err != nil {
		return err
	}
	at, err := c.onePeriod()
	if err != nil {
		return err
	}
	return j.asking(c.Files, c.vintage, c.views, func(lib *library.Library, q reports.Question) error {
		a, err := reports.Ask(j.ctx, q, lib, names())
		if err != nil {
			return err
		}
		found, err := audit.EditionsOfAnswer(j.ctx, lib, a, names(), at)
		if err != nil {
			return err
		}
		words := assets.For(cmp.Or(c.Language, j.Language))
		if len(found.Histories) == 0 {
			return errors.New(words.Say("editions.one"))
		}
		sources, err := lib.Sources(j.ctx)
		if err != nil {
			return err
		}
		o := c.look()
		o.Words, o.Tints = words, tintsFor(j.ctx, q, lib)
		told := found.Sources()
		o.Sources = slices.DeleteFunc(sources, func(s reports.Source) bool { return !slices.Contains(told, s.ID) })
		return export.WriteFile(c.Output, func(w io.Writer) error { return write(w, found, kind, o) })
	})
}

// onePeriod returns the one period that --at names; the zero period where it
// names none.
func (c *chartCommand) onePeriod() (reports.Period, error) {
	switch len(c.At) {
	case 0:
		return reports.Period{}, nil
	case 1:
		o, err := (&chartCommand{Kind: "line", At: c.At}).options()
		if err != nil {
			return reports.Period{}, err
		}
		return o.Periods[0], nil
	}
	return reports.Period{}, errors.New("--at: a chart over vintages is of one period")
}
