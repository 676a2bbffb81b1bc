package window

import (
	"slices"

	"vitrine/reports"
)

// declared tells whether a table that the library holds can answer a question,
// by what the table declares of its figures.
func (p *page) declared(q reports.Question) bool {
	return slices.ContainsFunc(p.about(q), q.AnsweredBy)
}

// undeclared says why no table can answer a question; "" where one can.
func (p *page) undeclared(q reports.Question) string {
	if p.declared(q) {
		return ""
	}
	all := q
	all.Where, all.Country, all.Code = reports.Question{}.Where, nil, nil
	if p.declared(all) {
		return p.say("refused.filtered")
	}
	if q.Group() == 0 {
		return p.say("refused.nototal")
	}
	if beside := p.beside(q); beside != 0 {
		var names []string
		for _, d := range beside.List() {
			names = append(names, p.words.Small(p.words.Dim(d)))
		}
		return p.say("refused.onlywith", "list", join(names))
	}
	return p.say("refused.notsplit")
}

// beside returns what else the figures are split by that are split by what a
// question asks, as few dimensions as there are; zero where there are none.
func (p *page) beside(q reports.Question) reports.Dims {
	var least reports.Dims
	for _, b := range p.about(q) {
		more := b.Breakdown.Without(q.Group())
		if b.Breakdown.Contains(q.Group()) && more != 0 && (least == 0 || more.Len() < least.Len()) {
			least = more
		}
	}
	return least
}
