package command

import (
	"fmt"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type seriesCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	views
	transforms
	vintage
	recording
	Format string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

// Run prints figures over time.
func (c *seriesCommand) Run(j *job) error {
	return j.asking(c.Files, c.vintage, c.views, func(lib *library.Library, q reports.Question) error {
		a, worked, err := c.answer(j, lib, q)
		if err != nil {
			return err
		}
		if j.formatOf(c.Format) != "table" || len(a.Series) == 0 {
			j.tellNotes(a)
		}
		if err := j.writeAnswer(c.Format, a); err != nil {
			return err
		}
		return c.recording.write(j, lib, publishersOf(a.Series), recordAnswer(reports.Asking{Command: "series", Question: q, Worked: worked}, a))
	})
}

type tableCommand struct {
	Files   []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	Rows    string   `help:"The dimension whose values are the rows, or country, code or period." required:"" placeholder:"DIM"`
	Columns string   `help:"The dimension whose values are the columns, or country, code or period." default:"period" placeholder:"DIM"`
	filters
	vintage
	recording
	transforms
	Every   string `help:"The length of periods: as-published, day, week, month, quarter, half, year or span." default:"as-published" placeholder:"GRAIN"`
	Partial bool   `help:"Show incomplete periods, marked with the days that they have."`
	Derived bool   `help:"Where only a share was published, derive numbers from its published base."`
	Format  string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

// Run prints one dimension against another.
func (c *tableCommand) Run(j *job) error {
	var by []string
	var axes [2]export.Axis
	for i, name := range []string{c.Rows, c.Columns} {
		axis, err := axisOf(name)
		if err != nil {
			return err
		}
		if axes[i] = axis; !axis.Time {
			by = append(by, name)
		}
	}
	return j.asking(c.Files, c.vintage, views{filters: c.filters, By: by, Every: c.Every, Partial: c.Partial, Derived: c.Derived}, func(lib *library.Library, q reports.Question) error {
		a, worked, err := c.answer(j, lib, q)
		if err != nil {
			return err
		}
		j.tellNotes(a)
		cross, err := export.NewCross(a, axes[0], axes[1])
		if err != nil {
			return err
		}
		asked := reports.Asking{Command: "table", Question: q, Worked: worked, Shown: []string{"--rows=" + c.Rows, "--columns=" + c.Columns}}
		if err := c.recording.write(j, lib, publishersOf(a.Series), recordAnswer(asked, a)); err != nil {
			return err
		}
		switch j.formatOf(c.Format) {
		case "json":
			return export.WriteCrossJSON(j.Out, cross)
		case "table":
			return export.WriteCrossText(j.Out, cross, assets.For(j.Language))
		}
		return export.WriteCrossCSV(j.Out, cross, export.Options{})
	})
}

// axisOf finds what stands along a side of a table.
func axisOf(name string) (export.Axis, error) {
	switch strings.ToLower(name) {
	case "period":
		return export.Axis{Time: true}, nil
	case "country":
		return export.Axis{Dim: reports.Area}, nil
	case "code":
		return export.Axis{Dim: reports.Category}, nil
	}
	d, ok := reports.ParseDim(name)
	if !ok {
		return export.Axis{}, fmt.Errorf("%q is none of %s, country, code, period", name, reports.DimsOf(reports.AllDims()...))
	}
	return export.Axis{Dim: d}, nil
}
