package command

import (
	"fmt"

	"vitrine/assets"
	"vitrine/reports"
)

// transforms are the flags by which numbers are worked out of an answer's.
type transforms struct {
	PerMillion bool   `help:"Countries' numbers per million people."`
	Index      string `help:"Each series in percent of its number for this period." placeholder:"PERIOD"`
	WeekMean   bool   `help:"Beside daily series, the mean of seven days."`
}

// apply works the numbers out.
func (t transforms) apply(a reports.Answer) (reports.Answer, error) {
	worked, err := t.transform()
	if err != nil {
		return a, err
	}
	return worked.Of(a, assets.Populations()), nil
}

func (t transforms) transform() (reports.Transform, error) {
	switch {
	case t.PerMillion && t.Index != "" || t.WeekMean && (t.PerMillion || t.Index != ""):
		return reports.Transform{}, fmt.Errorf("--per-million, --index and --week-mean: choose one")
	case t.WeekMean:
		return reports.Transform{Kind: reports.WeekMean}, nil
	case t.PerMillion:
		return reports.Transform{Kind: reports.PerMillion}, nil
	case t.Index != "":
		at, err := reports.ParsePeriod(t.Index)
		if err != nil {
			return reports.Transform{}, fmt.Errorf("--index: %w", err)
		}
		return reports.Transform{Kind: reports.Indexed, At: at}, nil
	}
	return reports.Transform{}, nil
}
