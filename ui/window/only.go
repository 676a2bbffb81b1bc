package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// only returns the question about one part alone: a series of its answer.
func only(q reports.Question, s reports.Series) reports.Question {
	q.Publisher, q.Measure = []string{s.Publisher}, []string{string(s.Measure)}
	for _, d := range q.By {
		if v := s.Key.Get(d); v != "" {
			q.Where[d] = []string{v}
		}
	}
	if q.ByCountry {
		q.Country = []string{s.Key.Area}
	}
	if q.ByCode {
		q.Code = []string{s.Code}
	}
	q.By, q.ByCountry, q.ByCode = nil, false, false
	return q
}

// showOnly asks about the part of the selected number alone. Views of places
// and of ranks show no single part: lines do.
func (p *page) showOnly() {
	s := p.history.now().pin.series
	p.change(func(now *state) {
		now.question, now.off, now.panels = only(now.question, s), nil, 0
		if k := now.view.kind(); k.dated || k.chart.Refused(reports.Answer{Series: []reports.Series{s}, Unstackable: reports.ReasonOneSeries}) != "" {
			now.view = lines
		}
	})
}

// drills lists by what else the selected part can be split.
func (p *page) drills() []reports.Dim {
	pin := p.history.now().pin
	if !pin.set() {
		return nil
	}
	q := p.history.now().question
	fixed := only(q, pin.series).Group()
	var list []reports.Dim
	for _, b := range p.about(q) {
		if b.Breakdown&fixed != fixed {
			continue
		}
		for _, d := range b.Breakdown.List() {
			if !fixed.Has(d) && !slices.Contains(list, d) {
				list = append(list, d)
			}
		}
	}
	slices.Sort(list)
	return list
}

// drill splits the part of the selected number by something else.
func (p *page) drill(d reports.Dim) {
	s := p.history.now().pin.series
	p.change(func(now *state) {
		now.question, now.off, now.panels = only(now.question, s), nil, 0
		now.question.By = []reports.Dim{d}
	})
}

// openDrill opens the menu of what the selected part can be split by.
func (p *page) openDrill() {
	var list []choice
	for _, d := range p.drills() {
		list = append(list, choice{Label: capital(p.words.Dim(d)), Choose: func() { p.drill(d) }})
	}
	p.choose(nil, "drill", list)
}

// noOnly says why the selected part cannot be asked about alone.
func (p *page) noOnly() string {
	s := p.history.now()
	_, _, held := s.pin.in(p.result.answer.Series)
	return p.unless(!s.compare.on && held && len(p.result.answer.Series) > 1 && p.splitDims() != 0, "refused.only")
}

// noDrill says why the selected part cannot be split.
func (p *page) noDrill() string {
	s := p.history.now()
	_, _, held := s.pin.in(p.result.answer.Series)
	return p.unless(!s.compare.on && held && len(p.drills()) > 0, "refused.drill")
}

// narrowing offers, beside the selected number, its part alone, and the part
// split further.
func (p *page) narrowing(s reports.Series) fyne.CanvasObject {
	row := container.New(layout.NewRowWrapLayoutWithCustomPadding(8, 0))
	if p.noOnly() == "" {
		text := fit(p.say("only", "name", p.words.SeriesOf(*p.result.answer, s)), drawerWidth-40, theme.TextSize(), fyne.TextStyle{}) // the whole name stands above
		row.Add(wire(p, newButton(text, linkButton, p.showOnly), p.say("hint.only")))
	}
	if p.noDrill() == "" {
		row.Add(wire(p, newButton(p.say("drill"), linkButton, p.openDrill), p.say("hint.drill")))
	}
	return row
}
