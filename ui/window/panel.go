package window

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/statements"
)

// A panel at the left shows what the library holds: publishers, and below
// each its sources. What came of the last load stands below them.
type panel struct {
	page     *page
	object   fyne.CanvasObject
	search   *button
	open     *button
	get      *button
	scroll   *container.Scroll
	rows     *fyne.Container
	receipts *fyne.Container
	progress *loadProgress
	closed   map[string]bool // publishers, and reports of them, whose sources are hidden
	shown    []reports.Source
	built    bool
	sources  map[string]*button // by ID
}

func newPanel(p *page) *panel {
	l := &panel{page: p, rows: container.New(stackedLines{}), receipts: container.NewVBox(), closed: map[string]bool{}}
	l.progress = newLoadProgress(p)
	l.search = wire(p, newButton(p.say("panel.search"), boxedButton, p.search), p.say("hint.search"))
	head := container.NewVBox(l.search, container.New(margins{10, 6, 2, 6}, heading(p.say("panel.title"))))
	l.scroll = container.NewVScroll(container.New(margins{top: ringRoom, left: ringRoom}, container.New(stackedLines{}, l.rows, l.receipts)))
	l.open = wire(p, newButton(p.say("action.open"), boxedButton, p.openFiles), p.say("hint.open"))
	l.get = wire(p, newButton(p.say("panel.get"), boxedButton, p.chooseReport), p.say("hint.get"))
	foot := container.NewVBox(l.progress.object, container.NewGridWithColumns(2, l.open, l.get))
	inner := framed(head, foot, nil, nil, container.New(margins{top: -ringRoom, left: -ringRoom}, l.scroll))
	l.object = surface(rightEdge, container.New(margins{8, 9, 8, 8}, inner))
	return l
}

// show lists the sources anew where they changed.
func (l *panel) show() {
	for b, hint := range map[*button]string{l.open: "hint.open", l.get: "hint.get"} {
		if why := l.page.noLibrary(); why != "" {
			b.set(false, true, why)
		} else {
			b.set(false, false, l.page.say(hint))
		}
	}
	if l.built && same(l.shown, l.page.held.sources) {
		return
	}
	l.built, l.shown = true, l.page.held.sources
	l.list()
}

// reveal scrolls to what came of the last load, below the sources.
func (l *panel) reveal() {
	content, width := l.scroll.Content, l.scroll.Size().Width
	for range 2 { // what wraps knows its height once it has its width
		content.Resize(fyne.NewSize(width, content.MinSize().Height))
	}
	l.scroll.ScrollToOffset(fyne.NewPos(0, fyne.Max(0, fyne.Min(l.receipts.Position().Y+ringRoom, content.MinSize().Height-l.scroll.Size().Height))))
}

func same(a, b []reports.Source) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

func (l *panel) list() {
	l.rows.Objects, l.sources = nil, map[string]*button{}
	if len(l.shown) == 0 && l.page.ledger != nil {
		l.rows.Add(note(l.page.say("panel.empty")))
	}
	for _, name := range publishersOf(l.shown) {
		l.rows.Add(l.publisherRow(name))
		if l.closed[name] {
			continue
		}
		for _, r := range l.page.editions(name, l.shown) {
			l.listEdition(r)
		}
	}
	l.rows.Refresh()
}

func publishersOf(sources []reports.Source) []string {
	var names []string
	seen := map[string]bool{}
	for _, s := range sources {
		if !seen[s.Publisher] {
			seen[s.Publisher] = true
			names = append(names, s.Publisher)
		}
	}
	return names
}

func (l *panel) publisherRow(name string) fyne.CanvasObject {
	mark, said := "▾ ", l.page.words.Publisher(name)
	if l.closed[name] {
		mark = "▸ "
	}
	b := wire(l.page, newButton(mark+said, plainButton, func() {
		l.closed[name] = !l.closed[name]
		l.list()
	}), l.page.say("hint.publisherrow", "publisher", said))
	b.Left = true
	return b
}

// sourceTitle is the export that a source was recognised as; of starter
// figures, which all are of one kind, their name.
func (p *page) sourceTitle(s reports.Source) string {
	if s.Format == statements.FormatName { // a day like any other: its name tells it apart
		return strings.TrimPrefix(strings.TrimSuffix(strings.TrimSuffix(s.Name, ".zip"), ".csv"), "sor-")
	}
	if s.Starter {
		return p.say("panel.starter", "title", strings.TrimSuffix(s.Name, ".csv"))
	}
	if key := "window.format." + s.Format; p.words.Has(key) {
		return p.words.Say(key)
	}
	if all := strings.Split(s.Format, "; "); len(all) > 1 {
		s.Format = all[0]
		return p.say("panel.several", "title", p.sourceTitle(s), "n", len(all)-1)
	}
	if name, mapped := strings.CutPrefix(s.Format, "mapping: "); mapped {
		return capital(strings.TrimPrefix(name, s.Publisher+", "))
	}
	return capital(p.words.Table(s.Publisher, strings.TrimPrefix(s.Format, s.Publisher+", ")))
}

func monthOf(s reports.Source) reports.Period { return reports.EveryMonth.Around(s.Published) }

// shortName is a file's name as the panel has room for it: names that begin
// alike still differ at their end.
func shortName(name string) string {
	runes := []rune(strings.TrimSuffix(name, filepath.Ext(name)))
	if len(runes) <= 20 {
		return string(runes)
	}
	return string(runes[:8]) + "…" + string(runes[len(runes)-11:])
}

func (p *page) sourceHint(s reports.Source) string {
	text := s.Name + " · " + p.words.Plural("window.figures", s.Figures)
	if s.Notes > 0 {
		text += " · " + p.words.Plural("window.sourcenotes", s.Notes)
	}
	if s.Published != 0 {
		text += " · " + p.words.Day(s.Published)
	}
	if s.Current < s.Figures {
		text += " · " + p.say("panel.replaced", "n", p.words.Number(float64(s.Figures-s.Current)))
	}
	return text
}

// A loadProgress shows a load that takes longer.
type loadProgress struct {
	object *fyne.Container
	text   *fitted
	bar    *widget.ProgressBar
}

func newLoadProgress(p *page) *loadProgress {
	l := &loadProgress{text: newFitted("", theme.ColorNameForeground, noteSize), bar: widget.NewProgressBar()}
	l.bar.TextFormatter = func() string { return "" }
	cancel := wire(p, newButton(p.say("wait.cancel"), linkButton, p.cancelLoad), p.say("hint.cancelload"))
	list := wire(p, newButton(p.say("incoming.list"), linkButton, p.showLoad), p.say("hint.incoming"))
	l.object = container.NewVBox(l.text, container.NewGridWrap(fyne.NewSize(libraryLeast-18, 8), l.bar), container.NewHBox(cancel, list))
	l.object.Hide()
	return l
}
