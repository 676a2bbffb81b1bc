package assets

import "vitrine/reports"

// The roles of what only the headline of a comparison has.
const (
	RoleSecond = "second" // the period that is compared
	RoleWith   = "with"   // what it is compared with
)

// ComparedHeadline returns a question that is compared as a sentence: "Removal
// requests received at Google by area, H1 2023 compared with H2 2022,
// worldwide". The pair's periods are those that were chosen; one that is not
// known yet has a phrase without it.
func (w *Words) ComparedHeadline(q reports.Question, a reports.Answer, p reports.Pair) []Phrase {
	texts := map[string]string{
		RoleMeasure:   w.measures(q, a),
		RolePublisher: w.publishers(q, a),
		RoleBy:        w.by(q, a),
		RoleArea:      w.area(q, a),
		RoleSecond:    w.comparedPeriod(p.To),
		RoleWith:      w.comparedPeriod(p.From),
	}
	key := "comparing.headline"
	if s := p.Against; s != (reports.Subject{}) {
		key, texts[RoleWith] = "comparing.headline.against", w.Subject(s)
	}
	return w.sentence(key, texts, q, a)
}

// Subject names a publisher, or one of its services.
func (w *Words) Subject(s reports.Subject) string {
	if s.Service == "" {
		return w.Publisher(s.Publisher)
	}
	return w.Say("headline.service", "service", w.Value(reports.Service, s.Service), "publisher", w.Publisher(s.Publisher))
}

func (w *Words) comparedPeriod(p reports.Period) string {
	if p == (reports.Period{}) {
		return w.Say("comparing.anyperiod")
	}
	return w.Period(p)
}
