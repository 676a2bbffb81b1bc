package window

import (
	"context"
	"slices"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/audit"
)

const (
	casesShown   = 12 // of a finding, the weightiest
	figuresShown = 20 // of a side of a case
)

// open shows a finding with its figures.
func (v *checksView) open(i int) {
	p, f := v.page, v.shown[i]
	v.at, p.checked.at, p.checked.opened = i, f.Check, f.ID
	cases := container.NewVBox(note(p.say("wait.parts")))
	list := []fyne.CanvasObject{
		newParagraph(findingHead(p, f), severityColor(f.Severity), theme.SizeNameCaptionText),
		prose(f.Text.Say(p.words)),
	}
	if settle := f.Settle.Say(p.words); settle != "" {
		list = append(list, note(settle))
	}
	list = append(list, container.NewHBox(p.copyButton(p.findingText(f))), v.asideForm(f), widget.NewSeparator(), cases)
	v.detail.Objects = []fyne.CanvasObject{p.scrolled(list...)}
	v.detail.Refresh()
	l, some := p.ledger, f.Cases[:min(len(f.Cases), casesShown)]
	latest(p.looking, func(ctx context.Context) rests {
		found, err := audit.RestsBySide(ctx, l, some)
		r := rests{err: err}
		for i := range found {
			r.list = append(r.list, rest{some[i], found[i]})
		}
		return r
	}, func(r rests) { v.showCases(cases, f, r) })
}

func (v *checksView) showCases(box *fyne.Container, f audit.Finding, r rests) {
	p := v.page
	box.Objects = nil
	if r.err != nil {
		box.Add(p.failure(p.why(r.err)))
	}
	for _, c := range r.list {
		box.Add(prose(p.caseText(f, c.about)))
		if c.about.Origin.Source != "" {
			box.Add(p.cellLink(c.about.Origin, c.about.Origin.Text))
		}
		for i, figures := range c.sides {
			v.showSide(box, c.about.Sides[i], figures)
		}
	}
	if more := len(f.Cases) - casesShown; more > 0 {
		box.Add(note(p.words.Plural("window.checks.more", more)))
	}
	box.Refresh()
}

// showSide lists the cells that a side of a case was added up from; how many
// are left out is said.
func (v *checksView) showSide(box *fyne.Container, s audit.Side, figures []reports.Figure) {
	p := v.page
	if len(figures) > 1 {
		box.Add(note(p.words.Amount(s.Number) + " · " + p.words.Basis(s.Number) + " · " + p.words.Table(s.Publisher, s.Table)))
	}
	for _, figure := range figures[:min(len(figures), figuresShown)] {
		box.Add(p.cellLink(figure.Origin, figureText(p, figure)))
	}
	if more := len(figures) - figuresShown; more > 0 {
		box.Add(note(p.words.Plural("window.checks.morecells", more)))
	}
}

// findingText writes a finding with its cases, to be copied.
func (p *page) findingText(f audit.Finding) string {
	lines := []string{findingHead(p, f), f.Text.Say(p.words), f.Settle.Say(p.words)}
	for _, c := range f.Cases {
		lines = append(lines, p.caseText(f, c))
	}
	return strings.Join(slices.DeleteFunc(lines, func(s string) bool { return s == "" }), "\n") + "\n"
}

// caseText says when and about what a case is, and its numbers.
func (p *page) caseText(f audit.Finding, c audit.Case) string {
	var list []string
	if c.Period != (reports.Period{}) {
		list = append(list, p.words.Period(c.Period))
	}
	for _, d := range c.Split.Stated().List() {
		list = append(list, p.words.Value(d, c.Split.Get(d)))
	}
	var numbers []string
	for _, s := range c.Sides {
		numbers = append(numbers, p.words.Amount(s.Number))
	}
	if len(numbers) > 0 {
		list = append(list, strings.Join(numbers, " | "))
	}
	return strings.Join(list, " · ")
}

// cellLink leads to a cell in its file. The cell stands before the file, since
// the end of what has no room is cut.
func (p *page) cellLink(o reports.Origin, text string) fyne.CanvasObject {
	var list []string
	for _, s := range []string{text, p.cellText(o), joinPlaces(base(o.File), o.Sheet)} {
		if s != "" {
			list = append(list, s)
		}
	}
	b := wire(p, newButton(strings.Join(list, " · "), linkButton, func() { p.showInFile(o) }), p.say("hint.showfile"))
	b.Left, b.Lines = true, 2
	return b
}

// asideForm sets a finding aside with a reason, or puts it back.
func (v *checksView) asideForm(f audit.Finding) fyne.CanvasObject {
	p := v.page
	if f.Aside != nil {
		back := wire(p, newButton(p.say("checks.putback"), boxedButton, func() { v.putBack(f) }), "")
		return container.NewVBox(note(p.say("checks.why", "why", f.Aside.Note, "day", p.words.Day(f.Aside.On))), container.NewHBox(back))
	}
	entry := newSearchEntry(p.say("checks.note"), func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			p.typed(e)
		}
		return e.Name == fyne.KeyEscape
	})
	set := wire(p, newButton(p.say("checks.setaside"), boxedButton, nil), p.say("hint.setaside"))
	set.Refused = true
	entry.OnChanged = func(text string) { set.set(false, strings.TrimSpace(text) == "", p.say("hint.setaside")) }
	do := func() {
		if strings.TrimSpace(entry.Text) != "" {
			v.setAside(f, strings.TrimSpace(entry.Text))
		}
	}
	set.OnTapped, entry.OnSubmitted = do, func(string) { do() }
	return container.New(margins{4, 0, 4, 0}, container.New(spread{wide: 0, gap: 8}, entry, set))
}

func (v *checksView) setAside(f audit.Finding, why string) {
	l, able := v.page.ledger.(auditable)
	if !able {
		return
	}
	a := reports.Aside{ID: f.ID, Note: why, Said: f.Text.Say(v.page.words), On: reports.DayOf(time.Now().Date())}
	latest(v.page.saving, func(ctx context.Context) error { return l.SetAside(ctx, a) }, func(err error) { v.decided(f.ID, &a, err) })
}

func (v *checksView) putBack(f audit.Finding) {
	if l, able := v.page.ledger.(auditable); able {
		latest(v.page.saving, func(ctx context.Context) error { return l.PutBack(ctx, f.ID) }, func(err error) { v.decided(f.ID, nil, err) })
	}
}

// decided shows what became of a finding.
func (v *checksView) decided(id string, a *reports.Aside, err error) {
	p := v.page
	if err != nil {
		p.wrong(p.say("failed.save", "why", p.why(err)))
		return
	}
	for i := range v.now.found {
		if v.now.found[i].ID == id {
			v.now.found[i].Aside = a
		}
	}
	p.checked = v.now
	v.filter()
	v.detail.Objects = []fyne.CanvasObject{note(p.say("checks.select"))}
	v.detail.Refresh()
	if a != nil {
		p.status.say(p.say("checks.done"))
	}
}
