package window

import (
	"encoding/json"
	"slices"

	"vitrine/reports"
)

// written is a state as it is written down, in words that stay the same from one
// version of Vitrine to the next.
type written struct {
	Publisher, Table, Service, Measure, By, Country, Code []string            `json:",omitempty"`
	ByCountry, ByCode, Partial, Derived, Log, OwnAxis     bool                `json:",omitempty"`
	Where                                                 map[string][]string `json:",omitempty"`
	Since, Until, Every, View, AsOf, Worked               string              `json:",omitempty"`
	Panels                                                []string            `json:",omitempty"`
	Compared                                              *writtenPair        `json:",omitempty"`
}

// keep writes a state down.
func (s state) keep() string {
	q := s.question
	k := written{
		Publisher: q.Publisher, Table: q.Table, Service: q.Service, Measure: q.Measure, Country: q.Country, Code: q.Code,
		ByCountry: q.ByCountry, ByCode: q.ByCode, Partial: q.Partial, Derived: q.Derived, Log: s.log,
		OwnAxis: s.ownAxis, Worked: string(s.worked),
		Where: map[string][]string{}, Every: q.Every.String(), View: s.view.String(),
	}
	for _, d := range q.By {
		k.By = append(k.By, d.String())
	}
	for _, d := range s.panels.List() {
		k.Panels = append(k.Panels, d.String())
	}
	for _, d := range reports.AllDims() {
		if len(q.Where[d]) > 0 {
			k.Where[d.String()] = q.Where[d]
		}
	}
	if q.Since != 0 {
		k.Since = q.Since.String()
	}
	if q.Until != 0 {
		k.Until = q.Until.String()
	}
	if q.AsOf != 0 {
		k.AsOf = q.AsOf.String()
	}
	k.Compared = s.compare.keep()
	text, err := json.Marshal(k)
	if err != nil {
		return ""
	}
	return string(text)
}

// recall reads a state that was written down; ok is false where it is none.
func recall(text string) (s state, ok bool) {
	var k written
	if json.Unmarshal([]byte(text), &k) != nil {
		return state{}, false
	}
	q := &s.question
	*q = reports.Question{
		Publisher: k.Publisher, Table: k.Table, Service: k.Service, Measure: k.Measure, Country: k.Country, Code: k.Code,
		ByCountry: k.ByCountry, ByCode: k.ByCode, Partial: k.Partial, Derived: k.Derived,
	}
	for _, name := range k.By {
		if d, known := reports.ParseDim(name); known {
			q.By = append(q.By, d)
		}
	}
	for _, name := range k.Panels {
		if d, known := reports.ParseDim(name); known {
			s.panels |= reports.DimsOf(d)
		}
	}
	for name, values := range k.Where {
		if d, known := reports.ParseDim(name); known {
			q.Where[d] = values
		}
	}
	q.Since, q.Until = recallDay(k.Since), recallDay(k.Until)
	var err error
	q.Every, err = reports.ParseGrain(k.Every)
	s.view, s.log, q.AsOf = viewOf(k.View), k.Log, recallDay(k.AsOf)
	s.ownAxis = k.OwnAxis
	if kind := reports.TransformKind(k.Worked); slices.Contains(workings, kind) {
		s.worked = kind
	}
	s.compare = k.Compared.recall()
	return s, err == nil
}

func recallDay(text string) reports.Day {
	if d, err := reports.ParseDay(text); err == nil {
		return d
	}
	return 0
}

// goToState makes a step to a state.
func (p *page) goToState(to state) { p.change(func(s *state) { *s = to }) }

// keepLast writes down what is asked, as soon as it is: the program may be
// killed. What a load under way will take the place of is left out.
func (p *page) keepLast() {
	if p.history.canUndo() || !p.taking.working && len(p.waiting) == 0 {
		p.app.Preferences().SetString(prefLast, p.history.now().keep())
	}
}

// lastState returns the state that the window showed last, if the library
// can answer it.
func (p *page) lastState() (state, bool) {
	s, ok := recall(p.app.Preferences().String(prefLast))
	return s, ok && len(s.question.Publisher)+len(s.question.Measure) > 0 && len(p.about(s.question)) > 0
}
