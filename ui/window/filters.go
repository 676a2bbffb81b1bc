package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// A filterBar stands below the headline: a button for each dimension that
// narrows the question, and what else is to be known before one reads on.
type filterBar struct {
	page   *page
	object *fyne.Container
	chips  map[reports.Dim]*button
	reason *canvas.Text // why the parts must not be stacked
	why    *fyne.Container
	shown  string // the texts of what stands now

	more, partial, derived, whole, with, asOf *button
}

func newFilterBar(p *page) *filterBar {
	f := &filterBar{page: p, chips: map[reports.Dim]*button{}, reason: line("", theme.ColorNamePlaceHolder, noteSize, false)}
	f.object = container.New(&flow{across: 8})
	f.more = wire(p, newButton(p.say("filter.more"), linkButton, p.openFilters), p.say("hint.filters"))
	f.partial = wire(p, newButton("", linkButton, p.togglePartial), p.say("hint.partial"))
	f.derived = wire(p, newButton("", linkButton, p.toggleDerived), p.say("hint.derived"))
	f.with = wire(p, newButton(p.say("compare.with"), linkButton, func() { p.openCompare(f.with) }), p.say("hint.with"))
	f.asOf = wire(p, newButton(p.say("asof.off"), linkButton, func() { p.choose(f.asOf, "asof", p.asOfChoices()) }), p.say("hint.asof"))
	f.whole = wire(p, newButton(p.say("show.total"), linkButton, p.showTotal), p.say("hint.total"))
	f.why = container.New(spread{wide: -1, gap: 8}, container.New(margins{0, 4, 0, 4}, f.reason), f.whole)
	for _, d := range reports.AllDims() {
		f.chips[d] = wire(p, newButton("", linkButton, func() { p.openFilterOf(d) }), p.say("hint.categories"))
	}
	return f
}

// show writes what narrows the question. In a small window what does not narrow
// it now is in the menu of filters.
func (f *filterBar) show(q reports.Question) {
	p := f.page
	var list []fyne.CanvasObject
	shown, rest := p.filterDims(q)
	for _, d := range shown {
		f.chips[d].Text = p.filterText(q, d)
		if !p.small || len(q.Where[d]) > 0 {
			list = append(list, f.chips[d])
		}
	}
	if len(rest) > 0 || p.small {
		list = append(list, f.more)
	}
	f.partial.Text = p.either(q.Partial, "partial.on", "partial.off")
	if !p.small || q.Partial {
		list = append(list, f.partial)
	}
	if p.derivable(q) {
		f.derived.Text = p.either(q.Derived, "derived.on", "derived.off")
		list = append(list, f.derived)
	}
	list = append(list, f.compareButtons(q)...)
	f.reason.Text = p.unstackable()
	if f.reason.Text != "" {
		f.whole.Hidden = p.result.total == nil
		list = append(list, container.New(atLeast(28), f.why))
	}
	f.put(list)
}

// put shows the objects where they, or what they say, changed.
func (f *filterBar) put(list []fyne.CanvasObject) {
	var texts []string
	for _, o := range list {
		if b, ok := o.(*button); ok {
			b.Refresh()
			texts = append(texts, b.Text)
		}
	}
	total := ""
	if f.page.result.total != nil {
		total = f.whole.Text
	}
	if now := strings.Join(append(texts, f.reason.Text, total), "|"); now != f.shown {
		f.shown = now
		f.object.Objects = list
		f.object.Refresh()
		f.why.Refresh()
	}
}

// either returns one of two texts.
func (p *page) either(on bool, yes, no string) string {
	if on {
		return p.say(yes)
	}
	return p.say(no)
}

// unstackable says why the parts must not be stacked, where there are several.
func (p *page) unstackable() string {
	a := p.result.answer
	if a.Unstackable == "" || len(a.Series) < 2 || len(p.history.now().question.Group().List()) == 0 {
		return ""
	}
	return capital(p.words.Reason(a.Unstackable))
}

// filterDims lists the dimensions by which the question's tables can be
// narrowed: those that have a button of their own, and the rest. Areas have
// their word in the headline.
func (p *page) filterDims(q reports.Question) (shown, rest []reports.Dim) {
	for _, d := range p.dims(q).List() {
		switch {
		case d == reports.Area:
		case d == p.filterDim() || d == reports.Category || d == reports.Service || len(q.Where[d]) > 0:
			shown = append(shown, d)
		default:
			rest = append(rest, d)
		}
	}
	return shown, rest
}

// openFilters opens a menu of all dimensions that the question can be narrowed
// by; the others are grey.
func (p *page) openFilters() {
	var anchor fyne.CanvasObject
	if f := p.headline.filters; len(f.object.Objects) > 0 {
		anchor = f.object
	}
	p.chooseOf(anchor, "filters", p.filtersChoices)
}

func (p *page) filtersChoices() []choice {
	q := p.history.now().question
	has := p.dims(q)
	var list []choice
	for _, d := range reports.AllDims() {
		c := choice{Label: capital(p.words.Dim(d)), Note: p.filterNote(q, d), Checked: len(q.Where[d]) > 0, Choose: func() { p.openFilterOf(d) }}
		if !has.Has(d) {
			c.Refused = p.say("refused.notstated")
		} else if len(q.Where[d]) == 0 {
			c.Refused = p.unfiltered(q, d)
		}
		list = append(list, c)
	}
	return list
}

func (p *page) filterNote(q reports.Question, d reports.Dim) string {
	if len(q.Where[d]) == 0 {
		return ""
	}
	return strings.TrimSuffix(p.filterText(q, d), " ▾")
}

// openFilter opens the menu of the categories, or of what else the parts are.
func (p *page) openFilter() { p.openFilterOf(p.filterDim()) }

func (p *page) openFilterOf(d reports.Dim) {
	var anchor fyne.CanvasObject
	f := p.headline.filters
	for _, b := range []*button{f.more, f.chips[d]} {
		if slices.Contains(f.object.Objects, fyne.CanvasObject(b)) {
			anchor = b
		}
	}
	p.openValues(anchor, "category", d)
}

// filterDim returns the dimension whose filter comes first: the one that the
// answer is split by, else the category.
func (p *page) filterDim() reports.Dim {
	for _, d := range p.history.now().question.By {
		if d != reports.Area {
			return d
		}
	}
	return reports.Category
}

func (p *page) filterText(q reports.Question, d reports.Dim) string {
	var names []string
	for _, v := range q.Where[d] {
		names = append(names, p.words.Value(d, v))
	}
	switch {
	case len(names) == 0:
		return p.say("all."+d.String()) + " ▾"
	case len(names) > 2:
		return p.say("some", "dim", p.words.Dim(d), "n", len(names)) + " ▾"
	}
	return strings.Join(names, ", ") + " ▾"
}

// derivable tells whether a publisher of the question states a share from
// which the measure can be worked out.
func (p *page) derivable(q reports.Question) bool {
	for _, b := range p.held.blocks {
		if m := b.Info().Derives; m != "" && named(q.Publisher, b.Publisher) && len(q.Measure) > 0 && named(q.Measure, string(m)) {
			return true
		}
	}
	return false
}

// toggleDerived shows numbers that are worked out from published shares, or
// published ones only.
func (p *page) toggleDerived() {
	p.ask(func(q *reports.Question) { q.Derived = !q.Derived })
}
