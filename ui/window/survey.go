package window

import (
	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
)

// A survey is what comes of a look at every number of an answer, of which
// there may be a million: bar, menu and footer ask for it again and again.
type survey struct {
	answer   *reports.Answer
	refusals map[chart.Kind]string // why it is not drawn as a kind of chart
	bases    assets.Bases
}

// surveyed returns the result with a survey of its answer.
func (r result) surveyed() result {
	if r.answer == nil || r.survey.answer == r.answer {
		return r
	}
	r.survey = survey{r.answer, map[chart.Kind]string{}, assets.BasesOf(*r.answer)}
	for _, v := range views {
		if !v.table && !v.edits {
			r.survey.refusals[v.chart] = v.chart.Refused(*r.answer)
		}
	}
	return r
}

// surveyed returns the survey of what is shown. It is mostly there: it was
// made in the background.
func (p *page) surveyed() survey {
	p.result = p.result.surveyed()
	return p.result.survey
}
