package window

import (
	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
)

// workings are what can be worked out of numbers, in the order of the menu.
var workings = []reports.TransformKind{reports.PerMillion, reports.PerRecipients, reports.Indexed, reports.WeekMean}

// work returns the result with something worked out of its numbers; where
// nothing comes of it, the numbers stay as they were published.
func (r result) work(kind reports.TransformKind) result {
	if r.err != nil || r.answer == nil || kind == r.worked {
		return r
	}
	plain := r.published()
	if kind == "" {
		r.answer, r.plain, r.worked = plain, nil, ""
		r.rows = plain.Series
		if r.total != nil {
			r.rows = append([]reports.Series{*r.total}, plain.Series...)
		}
		return r
	}
	a := worked(*plain, kind, r.recipients)
	if len(a.Series) == 0 {
		return r.work("")
	}
	r.answer, r.plain, r.worked, r.rows = &a, plain, kind, a.Series
	return r
}

// led tells whether the first row is the total of the others. What is worked
// out of the parts has none.
func (r result) led() bool { return r.total != nil && r.worked == "" }

// published returns the answer as it was published.
func (r result) published() *reports.Answer {
	if r.plain != nil {
		return r.plain
	}
	return r.answer
}

// worked works something out of an answer's numbers.
func worked(a reports.Answer, kind reports.TransformKind, known reports.RecipientCounts) reports.Answer {
	if kind == reports.PerRecipients {
		a, _ = reports.PerMillionRecipients(a, known)
		return a
	}
	return transformOf(a, kind).Of(a, assets.Populations())
}

// transformOf returns what is worked out of an answer's numbers. An index
// begins with the first period.
func transformOf(a reports.Answer, kind reports.TransformKind) reports.Transform {
	switch {
	case kind != reports.Indexed:
		return reports.Transform{Kind: kind}
	case len(a.Periods) > 0:
		return reports.Transform{Kind: kind, At: a.Periods[0]}
	}
	return reports.Transform{}
}

// unworkable says why nothing can be worked out of an answer; "" where it can.
func (p *page) unworkable(kind reports.TransformKind) string {
	a, known := *p.result.published(), p.result.recipients
	switch {
	case kind == reports.PerRecipients:
		if _, reason := reports.PerMillionRecipients(a, known); reason != "" {
			return p.say(recipientReasons[reason])
		}
	case kind == reports.WeekMean && (len(a.Periods) == 0 || a.Periods[0].Days() != 1):
		return capital(p.words.Reason(chart.ReasonNoDays))
	case kind == reports.PerMillion && len(worked(a, kind, nil).Series) == 0:
		return capital(p.words.Reason(chart.ReasonNoCountries))
	case kind == reports.Indexed && len(a.Periods) < 2:
		return capital(p.words.Reason(chart.ReasonOnePeriod))
	case len(worked(a, kind, nil).Series) == 0:
		return p.say("refused.worked")
	}
	return ""
}

// recipientReasons have the texts that say why nothing is divided by
// recipients.
var recipientReasons = map[string]string{
	reports.NoRecipients: "refused.recipients.none", reports.NotPerRecipient: "refused.recipients.measure", reports.OtherRecipients: "refused.recipients.other",
}

// workedName says what is worked out, in a few words.
func (p *page) workedName(kind reports.TransformKind) string {
	switch kind {
	case reports.PerMillion:
		return p.say("worked.permillion")
	case reports.PerRecipients:
		return p.say("worked.perrecipients")
	case reports.Indexed:
		return p.say("worked.index")
	case reports.WeekMean:
		return p.say("worked.mean")
	}
	return p.say("worked.none")
}

// openWorked opens the menu of what can be worked out of the numbers.
func (p *page) openWorked() {
	anchor := p.bar.worked
	if !anchor.Visible() {
		anchor = p.bar.rest
	}
	p.choose(anchor, "worked", p.workedChoices())
}

func (p *page) workedChoices() []choice {
	choose := func(kind reports.TransformKind) func() {
		return func() { p.change(func(s *state) { s.worked = kind }) }
	}
	list := []choice{{Label: p.workedName(""), Checked: p.result.worked == "", Choose: choose("")}}
	for _, kind := range workings {
		list = append(list, choice{Label: p.workedName(kind), Refused: p.unworkable(kind), Checked: p.result.worked == kind, Choose: choose(kind)})
	}
	return list
}
