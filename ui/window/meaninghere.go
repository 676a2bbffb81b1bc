package window

import (
	"vitrine/reports"
)

// explain shows what the word means that has the focus; else the check of the
// finding that is shown, the harmonised category of the selected number, or
// the measure that the question asks for.
func (p *page) explain() {
	kind, name := p.meant()
	p.openMeaning(kind, name)
}

func (p *page) meant() (kind, name string) {
	if w, ok := p.window.Canvas().Focused().(*word); ok {
		if kind, name = p.meantBy(w.Role); kind != "" {
			return kind, name
		}
	}
	if p.history.now().side.kind == checksSide && p.checked.at != "" {
		return reports.CheckMeaning, p.checked.at
	}
	if s, _, ok := p.history.now().pin.in(p.rows()); ok && s.Code != "" {
		return reports.CodeMeaning, s.Code
	}
	return reports.MeasureMeaning, string(p.shownMeasure())
}

// meantBy says what stands behind a word of the headline; "": nothing that has
// a meaning of its own.
func (p *page) meantBy(role string) (kind, name string) {
	q := p.history.now().question
	switch {
	case role == "area" || role == "by" && q.ByCountry:
		return reports.DimensionMeaning, reports.Area.String()
	case role == "by" && q.ByCode:
		return reports.DimensionMeaning, reports.Category.String()
	case role == "by" && len(q.By) > 0:
		return reports.DimensionMeaning, q.By[0].String()
	}
	return "", ""
}

// shownMeasure is the measure that the answer states.
func (p *page) shownMeasure() reports.Measure {
	if a := p.result.answer; len(a.Series) > 0 {
		return a.Series[0].Measure
	}
	if list := p.history.now().question.Measure; len(list) > 0 {
		return reports.Measure(list[0])
	}
	return ""
}
