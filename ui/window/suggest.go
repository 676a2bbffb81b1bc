package window

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// maxSuggestions is how many charts are offered at the first sight of a source.
const maxSuggestions = 3

// suggestions returns charts of some blocks that are worth seeing, by what
// their table declares: its first question, its first complete split as shares
// of the whole, its countries on a map, another measure by category where its
// own is not, what it counts besides, and whole years of days.
func suggestions(blocks []reports.Block) []state {
	first := reports.FirstQuestion(blocks)
	list := []state{{question: first}}
	add := func(ok bool, s state) {
		same := func(o state) bool { return reflect.DeepEqual(o.question, s.question) && o.view == s.view }
		if ok && len(list) < maxSuggestions && !slices.ContainsFunc(list, same) {
			list = append(list, s)
		}
	}
	own := tableOf(first, blocks)
	whole := first
	d, complete := completeSplit(first, own)
	whole.By = []reports.Dim{d}
	add(complete, state{question: whole, view: shares})
	country := first
	country.By, country.ByCountry = nil, true
	add(slices.ContainsFunc(own, country.AnsweredBy), state{question: country, view: world, worked: reports.PerMillion})
	if policies, ok := categoriesElsewhere(first, blocks); ok {
		add(true, state{question: policies, view: facets})
	}
	other, ok := otherMeasure(first, blocks)
	add(ok, state{question: other})
	years := first
	years.By, years.Every = nil, reports.EveryYear
	add(first.Every == reports.EveryMonth && splitBy(own, 0), state{question: years, view: bars})
	return list
}

// tableOf lists the blocks of a question's measure in the table that answers
// it first.
func tableOf(q reports.Question, blocks []reports.Block) []reports.Block {
	var list []reports.Block
	for _, b := range blocks {
		if named(q.Publisher, b.Publisher) && named(q.Measure, string(b.Measure)) && named(q.Table, b.Table) && (len(list) == 0 || list[0].Table == b.Table) {
			list = append(list, b)
		}
	}
	return list
}

// completeSplit returns the first dimension other than the area whose parts
// add up to the total: as published, or summed over what else the blocks are
// split by.
func completeSplit(q reports.Question, blocks []reports.Block) (reports.Dim, bool) {
	for _, b := range blocks {
		for _, d := range (b.Complete &^ b.Overlapping).Without(reports.ByArea).List() {
			q.By = []reports.Dim{d}
			if b.Info().OverParts && q.AnsweredBy(b) {
				return d, true
			}
		}
	}
	return 0, false
}

func splitBy(blocks []reports.Block, by reports.Dims) bool {
	return slices.ContainsFunc(blocks, func(b reports.Block) bool { return b.Breakdown == by })
}

// categoriesElsewhere returns the first question by category about something
// else than the first question, where that has none.
func categoriesElsewhere(first reports.Question, blocks []reports.Block) (reports.Question, bool) {
	if slices.Contains(first.By, reports.Category) {
		return first, false
	}
	for _, b := range blocks {
		if b.Breakdown == reports.ByCategory && !named(first.Measure, string(b.Measure)) {
			q := reports.FirstQuestion(slices.DeleteFunc(slices.Clone(blocks), func(o reports.Block) bool { return o.Measure != b.Measure }))
			return q, slices.Contains(q.By, reports.Category)
		}
	}
	return first, false
}

// otherMeasure returns the first question about what else the blocks count.
func otherMeasure(q reports.Question, blocks []reports.Block) (reports.Question, bool) {
	rest := slices.DeleteFunc(slices.Clone(blocks), func(b reports.Block) bool { return named(q.Measure, string(b.Measure)) })
	if len(rest) == 0 {
		return q, false
	}
	return reports.FirstQuestion(rest), true
}

// A suggestionRow offers what is worth seeing, below the headline, until the
// user goes another way.
type suggestionRow struct {
	page   *page
	object *fyne.Container
	row    *fyne.Container
	title  string
	shown  []state
	links  []*button
}

func newSuggestionRow(p *page) *suggestionRow {
	r := &suggestionRow{page: p}
	r.row = container.New(&flow{across: 8})
	r.object = container.New(margins{0, 0, 0, -4}, r.row)
	r.object.Hide()
	return r
}

func (r *suggestionRow) show() {
	p := r.page
	if len(p.came) == 0 && (len(p.suggested) < 2 || !p.has() || p.crowded()) {
		r.object.Hide()
		return
	}
	if title := p.suggestionTitle(); !reflect.DeepEqual(r.shown, p.suggested) || title != r.title {
		r.shown, r.title = p.suggested, title
		r.fill()
	}
	now := p.history.now()
	for i, l := range r.links {
		l.set(p.suggested[i].view == now.view && reflect.DeepEqual(p.suggested[i].question, now.question), false, p.describe(p.suggested[i]))
	}
	r.object.Show()
}

// roomyWidth is from where on a window has room for a panel at the side and
// for a row of suggestions in one line.
const roomyWidth = 1600

// crowded tells whether the panel at the side takes so much of the window that
// the picture needs the rest.
func (p *page) crowded() bool {
	return p.small || p.history.now().side.kind != noSide && p.window.Canvas().Size().Width < roomyWidth
}

func (r *suggestionRow) fill() {
	p := r.page
	r.links = nil
	r.row.Objects = []fyne.CanvasObject{container.New(margins{7, 0, 0, 4}, line(r.title, theme.ColorNamePlaceHolder, noteSize, false))}
	for _, s := range r.shown {
		link := wire(p, newButton(p.offer(s), linkButton, func() { p.suggest(s) }), "")
		r.links = append(r.links, link)
		r.row.Add(link)
	}
	r.row.Add(wire(p, newButton("×", plainButton, func() { p.suggested, p.came = nil, nil; p.paint() }), p.say("hint.suggest.close")))
	r.row.Refresh()
}

// offer names a chart: what it is about, and how it is shown where that is not
// as lines.
func (p *page) offer(s state) string {
	if s.view == lines {
		return p.brief(s)
	}
	return p.brief(s) + ", " + p.words.Small(p.say("view."+s.view.String()))
}

// suggestionTitle says what the row offers: charts of what is shown, or what
// came in while the user asked something else.
func (p *page) suggestionTitle() string {
	if len(p.came) > 0 {
		return p.say("suggest.came", "publisher", p.words.Publisher(p.came[0].Publisher))
	}
	return p.say("suggest.title")
}

// suggest makes a step to a suggestion; the others stay offered.
func (p *page) suggest(s state) {
	if len(p.came) > 0 && reflect.DeepEqual(s, p.suggested[0]) {
		p.moveToBlocks(p.came)
		return
	}
	rest := p.suggested
	p.arrival, p.came = false, nil
	p.goToState(s)
	p.suggested = rest
	p.paint()
}

// openSuggestions opens a menu of what is worth seeing of the publishers that
// are shown.
func (p *page) openSuggestions() {
	var list []choice
	for _, name := range p.publishers() {
		own := slices.DeleteFunc(slices.Clone(p.held.blocks), func(b reports.Block) bool { return b.Publisher != name })
		for _, s := range suggestions(own) {
			list = append(list, choice{Label: p.offer(s), Note: name, Choose: func() { p.goToState(s) }})
		}
	}
	p.choose(nil, "suggest", list)
}
