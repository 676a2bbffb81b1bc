package chart

import (
	"fmt"

	"vitrine/assets"
	"vitrine/reports"
)

// The reasons why a kind is refused, beside those of reports.Answer's
// Unstackable. They are keys of the translations.
const (
	ReasonManyPeriods = "more than 60 periods"
	ReasonManyBars    = "too many bars side by side"
	ReasonNegative    = "negative numbers cannot be stacked"
	ReasonManyCells   = "more than 400 periods"
	ReasonNoDays      = "no daily figures"
	ReasonManySeries  = "more than one series"
	ReasonNoCountries = "no figures by country"
	ReasonOnePeriod   = "only one period"
	ReasonNested      = "some periods lie within others"
	ReasonMeasures    = "different measures"
	ReasonManyLands   = "several figures for one country"
)

const (
	maxBarPeriods = 60
	maxBars       = 180 // side by side; more could not be told apart
)

// Refused returns the reason why the kind is not offered for an answer, or ""
// where it is. Lines are never refused.
func (k Kind) Refused(a reports.Answer) string {
	switch {
	case k == Area && a.Unstackable != "":
		return a.Unstackable
	case k == Area && hasNegative(a):
		return ReasonNegative
	case k == Bar && len(a.Periods) > maxBarPeriods:
		return ReasonManyPeriods
	case k == Bar && a.Unstackable != "" && min(len(a.Series), maxColoured+1)*len(a.Periods) > maxBars:
		return ReasonManyBars
	case k == Heat && len(a.Periods) > mostCells:
		return ReasonManyCells
	case k == Days:
		return refusedDays(a)
	case k == Rank:
		return refusedRank(a)
	case k == Map || k == Europe:
		return refusedMap(a)
	}
	return ""
}

// refusedMap tells why an answer has no map.
func refusedMap(a reports.Answer) string {
	seen := map[string]bool{}
	for _, s := range a.Series {
		switch area := s.Key.Area; {
		case !assets.Areas().IsCountry(area):
		case seen[area]:
			return ReasonManyLands
		default:
			seen[area] = true
		}
	}
	if len(seen) == 0 && len(a.Series) > 0 {
		return ReasonNoCountries
	}
	return ""
}

// refusedRank tells why an answer has no ranking.
func refusedRank(a reports.Answer) string {
	for i, p := range a.Periods {
		if i > 0 && p.Start < a.Periods[i-1].End {
			return ReasonNested
		}
	}
	for _, s := range a.Series {
		if s.Measure != a.Series[0].Measure {
			return ReasonMeasures
		}
	}
	switch {
	case len(a.Series) == 1:
		return reports.ReasonOneSeries
	case len(a.Periods) == 1:
		return ReasonOnePeriod
	}
	return ""
}

// refusedDays tells why an answer has no calendar.
func refusedDays(a reports.Answer) string {
	for _, p := range a.Periods {
		if p.Days() != 1 {
			return ReasonNoDays
		}
	}
	if len(a.Series) > 1 {
		return ReasonManySeries
	}
	return ""
}

// A RefusedError says that a kind of chart is not offered for an answer.
type RefusedError struct {
	Kind    string
	Reason  string // as Kind.Refused returns it
	Instead string // a kind that is offered
}

// Error writes the refusal as the user reads it.
func (e *RefusedError) Error() string {
	return fmt.Sprintf("this answer cannot be drawn as %s: %s; draw it as %s", e.Kind, e.Reason, e.Instead)
}

// refusal tells why a chart is not drawn with these options: shares of a whole
// need a whole.
func refusal(a reports.Answer, o Options) error {
	reason := o.Kind.Refused(a)
	if reason == "" && o.Percent && o.Kind == Bar {
		reason = Area.Refused(a)
	}
	if reason == "" {
		return nil
	}
	return &RefusedError{o.Kind.String(), reason, Line.String()}
}

func hasNegative(a reports.Answer) bool {
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if n.Value < 0 {
				return true
			}
		}
	}
	return false
}
