package window

import (
	"image/color"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// keepTints remembers the colours of what is shown, also for the next start:
// those of all series first, then those of what takes the place of hidden ones.
func (p *page) keepTints() {
	before := p.tints
	p.tints = p.tints.With(*p.result.answer).With(*p.seen())
	if p.tints != before {
		p.app.Preferences().SetStringList(prefTints, p.tints.List())
	}
}

// colors returns the colours that some series of the answer have beside each
// other.
func (p *page) colors(list []reports.Series, t chart.Tone) []color.Color {
	return chart.Colors(reports.Answer{Question: p.result.answer.Question, Series: list}, p.tints, t)
}
