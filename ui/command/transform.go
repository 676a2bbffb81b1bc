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

// apply works the numbers out, means first.
func (t transforms) apply(a reports.Answer) (reports.Answer, error) {
	if t.PerMillion && t.Index != "" || t.WeekMean && (t.PerMillion || t.Index != "") {
		return a, fmt.Errorf("--per-million, --index and --week-mean: choose one")
	}
	if t.WeekMean {
		a = reports.WithWeekMeans(a)
	}
	if t.PerMillion {
		a = reports.PerMillionPeople(a, assets.Populations())
	}
	if t.Index != "" {
		at, err := reports.ParsePeriod(t.Index)
		if err != nil {
			return a, fmt.Errorf("--index: %w", err)
		}
		a = reports.Index(a, at)
	}
	return a, nil
}
