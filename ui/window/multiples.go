package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"vitrine/reports"
)

// multiples say how small multiples stand: on one value axis or each on its
// own, and what has a panel for each value.
type multiples struct {
	page   *page
	object *fyne.Container
	axis   *button
	by     *button
}

func newMultiples(p *page) *multiples {
	m := &multiples{page: p}
	m.axis = wire(p, newButton("", linkButton, p.toggleOwnAxis), p.say("hint.ownaxis"))
	m.by = wire(p, newButton("", linkButton, p.openPanels), p.say("hint.panels"))
	m.object = container.New(margins{0, 0, 0, -4}, container.NewHBox(m.axis, m.by))
	m.object.Hide()
	return m
}

// show says how it is now, where small multiples are shown.
func (m *multiples) show() {
	p := m.page
	if p.noPanels() != "" {
		m.object.Hide()
		return
	}
	m.axis.Text = p.say("axis.shared")
	if p.history.now().ownAxis {
		m.axis.Text = p.say("axis.own")
	}
	m.by.Text = p.say("panels.by", "list", p.panelName(p.panelDims())) + " ▾"
	if p.noPanelDims() == "" {
		m.by.Show()
	} else {
		m.by.Hide()
	}
	m.axis.Refresh()
	m.by.Refresh()
	m.object.Show()
}

// toggleOwnAxis gives small multiples one value axis together, or each its own.
func (p *page) toggleOwnAxis() { p.change(func(s *state) { s.ownAxis = !s.ownAxis }) }

// panelDims returns the dimensions that have a panel for each value: those
// chosen, as long as the question asks by them; zero: as chart.Options has it.
func (p *page) panelDims() reports.Dims {
	group := p.splitDims()
	if chosen := p.history.now().panels & group; chosen != 0 && group.Len() > 1 {
		return chosen
	}
	return 0
}

// splitDims returns what the question asks by.
func (p *page) splitDims() reports.Dims {
	q := p.result.question
	dims := reports.DimsOf(q.By...)
	if q.ByCountry {
		dims |= reports.ByArea
	}
	if q.ByCode {
		dims |= reports.ByCategory
	}
	return dims
}

// panelName names dimensions that have panels; zero as the chart chooses it.
func (p *page) panelName(dims reports.Dims) string {
	group := p.splitDims()
	if dims == 0 {
		dims = group
		if by := p.result.question.By; len(by) > 0 {
			dims = reports.DimsOf(by[0])
		}
	}
	return p.words.Dims(dims)
}

// openPanels opens the menu of what may have a panel for each value: one of
// what the question asks by, its values being compared within the panels, or
// each part alone.
func (p *page) openPanels() {
	group := p.splitDims()
	shown := p.panelName(p.panelDims())
	var list []choice
	for _, dims := range append(single(group), group) {
		list = append(list, choice{Label: capital(p.words.Dims(dims)), Checked: p.words.Dims(dims) == shown,
			Choose: func() { p.change(func(s *state) { s.panels = dims }) }})
	}
	p.choose(p.multiples.by, "panels", list)
}

// single lists the dimensions of a set, each as a set of its own.
func single(dims reports.Dims) []reports.Dims {
	var list []reports.Dims
	for _, d := range dims.List() {
		list = append(list, reports.DimsOf(d))
	}
	return list
}

// noPanels says why there are no small multiples.
func (p *page) noPanels() string {
	return p.unless(p.has() && !p.history.now().compare.on && p.shownView().kind().panels, "refused.panels")
}

// noPanelDims says why there is nothing to choose about panels.
func (p *page) noPanelDims() string {
	if why := p.noPanels(); why != "" {
		return why
	}
	return p.unless(p.splitDims().Len() > 1, "refused.paneldims")
}
