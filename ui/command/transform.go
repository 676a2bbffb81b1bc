package command

import (
	"fmt"

	"vitrine/assets"
	"vitrine/reports"
)

// transforms are the flags by which numbers are worked out of an answer's.
type transforms struct {
	PerMillion    bool   `help:"Countries' numbers per million people."`
	PerRecipients bool   `help:"Numbers per million recipients of the service, as its DSA report states them for the same period and country."`
	Index         string `help:"Each series in percent of its number for this period." placeholder:"PERIOD"`
	WeekMean      bool   `help:"Beside daily series, the mean of seven days."`
}

// answer answers a question, and works out of the numbers what the flags ask
// for; it tells what that is.
func (t transforms) answer(j *job, l reports.Ledger, q reports.Question) (reports.Answer, reports.Transform, error) {
	a, err := reports.Ask(j.ctx, q, l, names())
	if err != nil {
		return a, reports.Transform{}, err
	}
	worked, err := t.transform()
	if err != nil {
		return a, worked, err
	}
	a, err = worked.Work(j.ctx, a, assets.Populations(), l)
	if err != nil && t.PerRecipients {
		err = fmt.Errorf("--per-recipients: %w", err)
	}
	return a, worked, err
}

// asksForWork tells whether anything is to be worked out.
func (t transforms) asksForWork() bool {
	return t.PerMillion || t.PerRecipients || t.Index != "" || t.WeekMean
}

// several tells whether more than one is asked for.
func (t transforms) several() bool {
	asked := 0
	for _, flag := range []bool{t.PerMillion, t.PerRecipients, t.Index != "", t.WeekMean} {
		if flag {
			asked++
		}
	}
	return asked > 1
}

func (t transforms) transform() (reports.Transform, error) {
	switch {
	case t.several():
		return reports.Transform{}, fmt.Errorf("--per-million, --per-recipients, --index and --week-mean: choose one")
	case t.PerRecipients:
		return reports.Transform{Kind: reports.PerRecipients}, nil
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
