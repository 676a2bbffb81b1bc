package window

import (
	"context"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/audit"
)

// A checksView lists what the checks found, at the left, and shows one finding
// with its figures at the right.
type checksView struct {
	page   *page
	object *fyne.Container
	now    checked
	shown  []audit.Finding
	all    bool // those too that were set aside
	list   *keyList
	count  *fitted
	detail *fyne.Container
	at     int // the finding that is shown; -1: none
}

// checkShown checks the publisher that the question is about.
func (p *page) checkShown() { p.check(p.shownPublisher()) }

// checkAll checks all that the library holds.
func (p *page) checkAll() { p.check("") }

func (p *page) check(publisher string) {
	p.turn(func(s *state) { s.side = side{kind: checksSide, source: publisher} })
}

func (p *page) shownPublisher() string {
	if list := p.publishers(); len(list) > 0 {
		return list[0]
	}
	return ""
}

func (p *page) noChecks() string {
	if _, able := p.ledger.(auditable); !able {
		return p.say("refused.checks")
	}
	return p.noFigures()
}

// checksSide shows the findings about a publisher, or about all.
func (p *page) checksSide(publisher string) fyne.CanvasObject {
	v := &checksView{page: p, object: container.NewStack(), detail: container.NewStack(), at: -1}
	l, able := p.ledger.(auditable)
	switch {
	case !able:
		v.put(note(p.say("refused.checks")))
	case p.checked.of(publisher, p.held.sources):
		v.show(p.checked)
	default:
		v.run(l, publisher)
	}
	return v.object
}

// run checks in the background and says which check is under way.
func (v *checksView) run(l auditable, publisher string) {
	p, sources := v.page, v.page.held.sources
	text := newFitted(p.say("wait.checks"), theme.ColorNamePlaceHolder, noteSize)
	cancel := wire(p, newButton(p.say("wait.cancel"), linkButton, func() { p.checking.interrupt() }), "")
	v.put(container.NewVBox(container.New(atLeast(28), text), container.NewHBox(cancel)))
	tell := newest(p.checking, func(name string) { text.set(p.say("wait.check", "name", p.words.Check(name))) })
	latest(p.checking, func(ctx context.Context) checked {
		found, err := check(ctx, l, publisher, tell)
		return checked{publisher: publisher, sources: sources, found: found, err: err, done: true}
	}, v.show)
}

func (v *checksView) put(o fyne.CanvasObject) {
	v.object.Objects = []fyne.CanvasObject{o}
	v.object.Refresh()
}

func (v *checksView) show(now checked) {
	p := v.page
	v.now, v.all, p.checked = now, now.aside, now
	if now.err != nil {
		again := wire(p, newButton(p.say("checks.again"), boxedButton, func() { v.again() }), "")
		v.put(container.NewVBox(p.failure(p.say("failed.checks", "why", p.why(now.err))), container.NewHBox(again)))
		return
	}
	v.list = newKeyList(p)
	v.list.Length = func() int { return len(v.shown) }
	v.list.CreateItem = newFindingRow
	v.list.UpdateItem = func(i int, o fyne.CanvasObject) { fillFindingRow(p, o, v.shown[i]) }
	v.list.OnSelected = v.open
	v.detail.Objects = []fyne.CanvasObject{note(p.say("checks.select"))}
	head := v.head()
	v.filter()
	v.put(framed(head, nil, nil, nil, container.New(beside{400}, v.list, widget.NewSeparator(), v.detail)))
	if at := slices.IndexFunc(v.shown, func(f audit.Finding) bool { return f.ID == now.opened }); at >= 0 {
		v.list.Select(at)
	}
	p.drawer.begin()
}

func (v *checksView) again() {
	if l, able := v.page.ledger.(auditable); able {
		v.run(l, v.now.publisher)
	}
}

// head says what was checked, and offers the rest.
func (v *checksView) head() fyne.CanvasObject {
	p := v.page
	v.count = newFitted("", theme.ColorNameForeground, theme.TextSize())
	other := wire(p, newButton(p.say("checks.all"), linkButton, p.checkAll), "")
	if name := p.shownPublisher(); v.now.publisher == "" && name != "" {
		other = wire(p, newButton(p.say("checks.only", "publisher", name), linkButton, p.checkShown), "")
	}
	aside := wire(p, newButton(p.say("checks.aside"), tabButton, nil), p.say("hint.aside"))
	aside.set(v.all, false, p.say("hint.aside"))
	aside.OnTapped = func() {
		v.all = !v.all
		p.checked.aside = v.all
		aside.set(v.all, false, p.say("hint.aside"))
		v.filter()
	}
	book := wire(p, newButton(p.say("action.spreadsheet"), boxedButton, p.saveFindings), p.say("hint.savefindings"))
	return container.New(margins{0, 8, 4, 6}, container.New(spread{wide: 0, gap: 8}, v.count, other, aside, book))
}

// filter lists the findings that count, or all of them.
func (v *checksView) filter() {
	v.shown = nil
	for _, f := range v.now.found {
		if v.all || f.Aside == nil {
			v.shown = append(v.shown, f)
		}
	}
	name := v.now.publisher
	if name == "" {
		name = v.page.say("checks.library")
	}
	text := name + " · " + v.page.words.Plural("window.checks.count", len(v.shown))
	if len(v.shown) == 0 {
		text = name + " · " + v.page.say("checks.none")
	}
	v.count.set(text)
	v.list.UnselectAll()
	v.list.Refresh()
}

func newFindingRow() fyne.CanvasObject {
	head, text := newFitted("", theme.ColorNamePlaceHolder, 11), newFitted("", theme.ColorNameForeground, noteSize)
	return container.New(margins{3, 14, 3, 6}, container.New(stackedLines{}, head, text))
}

var severityMarks = map[audit.Severity]string{audit.Error: "■ ", audit.Warning: "▲ ", audit.Question: "○ "}

func severityColor(s audit.Severity) fyne.ThemeColorName {
	switch s {
	case audit.Error:
		return theme.ColorNameError
	case audit.Warning:
		return theme.ColorNameWarning
	}
	return theme.ColorNamePlaceHolder
}

// findingHead says how grave a finding is, of which check and about what.
func findingHead(p *page, f audit.Finding) string {
	text := severityMarks[f.Severity] + capital(p.words.Severity(f.Severity.String())) + " · " + p.words.Check(f.Check) + " · " + p.words.Publisher(f.Publisher)
	if f.Table != "" {
		text += " · " + p.words.Table(f.Publisher, f.Table)
	}
	if f.Aside != nil {
		text += " · " + p.say("checks.isaside")
	}
	return text
}

func fillFindingRow(p *page, o fyne.CanvasObject, f audit.Finding) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	head, text := lines[0].(*fitted), lines[1].(*fitted)
	head.Color = severityColor(f.Severity)
	head.Text = findingHead(p, f)
	head.Refresh()
	text.set(f.Text.Say(p.words))
}

// A rest is a case of a finding with the figures that each of its sides rests
// on.
type rest struct {
	about audit.Case
	sides [][]reports.Figure
}

type rests struct {
	list []rest
	err  error
}
