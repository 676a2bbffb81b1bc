package window

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

// A meaningList lists what Vitrine explains, below a field that searches it.
type meaningList struct {
	page   *page
	entry  *searchEntry
	list   *keyList
	count  *fitted
	all    []choice
	shown  []choice
	object fyne.CanvasObject
}

// meaningOf is how the state of the drawer names a meaning.
func meaningOf(m reports.Meaning) string { return m.Kind + "|" + m.Name }

// openMeaning shows what a word means; the list of all where there is none.
func (p *page) openMeaning(kind, name string) {
	s := side{kind: meaningSide}
	if m, ok := assets.Meanings().Get(kind, name); ok {
		s.source = meaningOf(m)
	}
	p.openFrom(s)
}

// openMeanings shows the list of all that is explained, to search it.
func (p *page) openMeanings() { p.openFrom(side{kind: meaningSide}) }

// meaningSide shows the list, or one meaning.
func (p *page) meaningSide(of string) fyne.CanvasObject {
	kind, name, _ := strings.Cut(of, "|")
	if m, ok := assets.Meanings().Get(kind, name); ok {
		return p.meaningPage(m)
	}
	l := newMeaningList(p)
	p.drawer.first = l.entry
	return l.object
}

func newMeaningList(p *page) *meaningList {
	l := &meaningList{page: p, all: p.meaningChoices(), count: newFitted("", theme.ColorNamePlaceHolder, noteSize)}
	l.entry = newSearchEntry(p.say("meaning.search"), l.key)
	l.entry.OnChanged = func(string) {
		l.filter()
		l.list.ScrollToTop()
	}
	l.entry.OnSubmitted = func(string) { l.choose(0) }
	l.list = newKeyList(p)
	l.list.Length = func() int { return len(l.shown) }
	l.list.CreateItem = newMeaningRow
	l.list.UpdateItem = func(i int, o fyne.CanvasObject) { fillMeaningRow(o, l.shown[i]) }
	l.list.OnSelected = l.choose
	head := container.NewVBox(l.entry, container.New(margins{2, 6, 4, 6}, l.count))
	l.object = framed(head, nil, nil, nil, l.list)
	l.filter()
	return l
}

// meaningChoices lists all that is explained.
func (p *page) meaningChoices() []choice {
	var list []choice
	for _, m := range assets.Meanings().All() {
		list = append(list, choice{
			Label: p.words.Term(m), Note: p.words.MeaningKind(m.Kind) + " · " + p.words.Meaning(m),
			Choose: func() { p.openMeaning(m.Kind, m.Name) },
		})
	}
	return list
}

// explainedChoices lists them for the search of everything, found by name.
func (p *page) explainedChoices() []choice {
	list := p.meaningChoices()
	for i, m := range assets.Meanings().All() {
		list[i].Note = p.say("meaning.note", "kind", p.words.MeaningKind(m.Kind))
	}
	return list
}

func (l *meaningList) filter() {
	l.shown = found(l.all, l.entry.Text)
	l.count.set(l.page.say("meaning.count", "shown", len(l.shown), "all", len(l.all)))
	l.list.UnselectAll()
	l.list.Refresh()
}

func (l *meaningList) choose(i int) {
	if i < len(l.shown) {
		l.shown[i].Choose()
	}
}

// key moves from the field to the list, and closes.
func (l *meaningList) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		l.page.window.Canvas().Focus(l.list)
	case fyne.KeyEscape, fyne.KeyF1, fyne.KeyF4, fyne.KeyF6:
		l.page.typed(e)
	default:
		return false
	}
	return true
}

func newMeaningRow() fyne.CanvasObject {
	name, text := newFitted("", theme.ColorNameForeground, theme.TextSize()), newFitted("", theme.ColorNamePlaceHolder, noteSize)
	return container.New(margins{3, 14, 3, 6}, container.New(stackedLines{}, name, text))
}

func fillMeaningRow(o fyne.CanvasObject, c choice) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	lines[0].(*fitted).set(c.Label)
	lines[1].(*fitted).set(c.Note)
}

// meaningPage explains one word, and leads to its sources.
func (p *page) meaningPage(m reports.Meaning) fyne.CanvasObject {
	list := []fyne.CanvasObject{
		newParagraph(p.words.Term(m), theme.ColorNameForeground, theme.SizeNameSubHeadingText),
		note(capital(p.words.MeaningKind(m.Kind))),
		prose(p.words.Meaning(m)),
	}
	for _, text := range p.meaningFacts(m) {
		list = append(list, note(text))
	}
	for _, r := range p.meaningsNear(m) {
		list = append(list, p.meaningLink(r))
	}
	list = append(list, container.New(margins{8, 6, 0, 6}, heading(p.say("meaning.sources"))))
	for _, r := range m.Sources {
		list = append(list, p.reference(r))
	}
	every := wire(p, newButton(p.say("meaning.all"), boxedButton, func() { p.open(side{kind: meaningSide}) }), "")
	list = append(list, widget.NewSeparator(), container.New(margins{6, 0, 0, 0}, pressed(every)))
	return p.scrolled(list...)
}

// reference is a link to a document: its name, and where it opens.
func (p *page) reference(r reports.Reference) fyne.CanvasObject {
	b := wire(p, newButton(r.Name, linkButton, func() { p.browse(r.Address) }), r.Address)
	b.Left = true
	_, place, _ := strings.Cut(r.Address, "://")
	b.Lines = 2
	text := note(place)
	text.Inset = 0
	return container.New(stackedLines{}, b, container.New(margins{0, 6, 4, 8}, text))
}

func (p *page) meaningLink(m reports.Meaning) fyne.CanvasObject {
	b := wire(p, newButton(p.words.Term(m)+" ▸", linkButton, func() { p.openMeaning(m.Kind, m.Name) }), p.words.Meaning(m))
	b.Left = true
	return b
}

// meaningFacts says what is to be known beside the definition.
func (p *page) meaningFacts(m reports.Meaning) []string {
	switch m.Kind {
	case reports.MeasureMeaning:
		return p.measureFacts(reports.MeasureOf(reports.Measure(m.Name)))
	case reports.CodeMeaning:
		return p.codeFacts(m.Name)
	}
	return nil
}

func (p *page) measureFacts(m reports.MeasureInfo) []string {
	list := []string{p.say("meaning.unit", "unit", p.words.Unit(m.Name), "family", p.words.Family(m.Family))}
	switch {
	case m.OverTime && m.OverParts:
		list = append(list, p.say("meaning.adds"))
	case m.OverTime:
		list = append(list, p.say("meaning.addstime"))
	default:
		list = append(list, p.say("meaning.addsnot"))
	}
	return list
}

// codeFacts lists which categories of publishers belong to a code.
func (p *page) codeFacts(code string) []string {
	var publishers []string
	names := map[string][]string{}
	for _, m := range assets.Crosswalk().All() {
		if m.Code != code {
			continue
		}
		if names[m.Publisher] == nil {
			publishers = append(publishers, m.Publisher)
		}
		if name := p.words.Value(reports.Category, m.Category); !slices.Contains(names[m.Publisher], name) {
			names[m.Publisher] = append(names[m.Publisher], name)
		}
	}
	list := []string{p.say("meaning.code", "code", code)}
	for _, publisher := range publishers {
		list = append(list, p.say("meaning.categories", "publisher", p.words.Publisher(publisher), "names", join(names[publisher])))
	}
	return list
}

// meaningsNear lists what a word belongs to and what belongs to it: of a
// share its base, of a code its category or its keywords.
func (p *page) meaningsNear(m reports.Meaning) []reports.Meaning {
	var list []reports.Meaning
	add := func(kind, name string) {
		if near, ok := assets.Meanings().Get(kind, name); ok {
			list = append(list, near)
		}
	}
	switch m.Kind {
	case reports.MeasureMeaning:
		info := reports.MeasureOf(reports.Measure(m.Name))
		add(m.Kind, string(info.Base))
		if info.Derives != info.Base {
			add(m.Kind, string(info.Derives))
		}
	case reports.CodeMeaning:
		code, _ := assets.Codes().Get(m.Name)
		add(m.Kind, code.Parent)
		add(m.Kind, code.Successor)
		for _, child := range assets.Codes().Children(m.Name) {
			add(m.Kind, child)
		}
	}
	return list
}
