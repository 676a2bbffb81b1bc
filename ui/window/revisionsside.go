package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

func (p *page) noRevisions() string {
	if _, able := p.ledger.(revisable); !able {
		return p.say("refused.revisions")
	}
	return p.noAnswer()
}

// showRevisions lists what later vintages changed of the figures that the
// question is about.
func (p *page) showRevisions() { p.open(side{kind: revisionsSide}) }

func (p *page) revisionsSide() fyne.CanvasObject {
	body := container.NewStack(note(p.say("wait.revisions")))
	l, able := p.ledger.(revisable)
	if !able {
		return note(p.say("refused.revisions"))
	}
	q := p.history.now().question
	latest(p.checking, func(ctx context.Context) revised { return revisions(ctx, l, q) }, func(r revised) {
		body.Objects = []fyne.CanvasObject{p.revisionsView(r)}
		body.Refresh()
		p.drawer.begin()
	})
	return body
}

// revisionsView counts revisions above their list.
func (p *page) revisionsView(r revised) fyne.CanvasObject {
	if r.err != nil {
		return p.failure(p.say("failed.revisions", "why", p.why(r.err)))
	}
	head := container.New(stackedLines{})
	say := func(text string) {
		counted := note(text)
		counted.Inset = 2
		head.Add(counted)
	}
	for _, l := range r.summary.Vintages() {
		say(p.words.Revised(l))
	}
	if len(head.Objects) == 0 {
		return note(p.words.Say("revisions.none") + " " + p.say("revisions.load"))
	}
	for _, text := range p.revisionCounts(r.summary) {
		say(text)
	}
	if r.more > 0 {
		say(p.words.Plural("window.revisions.more", r.more, "n", p.words.Number(float64(r.more))))
	}
	top := p.newReader(container.New(margins{0, 14, 4, 6}, head))
	most := revisionsPart * p.window.Canvas().Size().Height
	top.scroll.SetMinSize(fyne.NewSize(0, fyne.Min(most, head.MinSize().Height+4)))
	return p.revisionRows(container.NewVBox(p.revisionsHead(len(r.list)+r.more), top, widget.NewSeparator()), r.list)
}

// revisionsPart is how much of the window's height what counts the revisions
// takes at most.
const revisionsPart = 0.28

// revisionsHead says whose revisions are listed, and writes them as a workbook.
func (p *page) revisionsHead(n int) fyne.CanvasObject {
	text := p.words.Publisher(p.shownPublisher()) + " · " + p.words.Plural("window.revisions.count", n, "n", p.words.Number(float64(n)))
	book := wire(p, newButton(p.say("action.spreadsheet"), boxedButton, p.saveRevisions), p.say("hint.saverevisions"))
	return container.New(margins{0, 8, 4, 6}, container.New(spread{wide: 0, gap: 8}, newFitted(text, theme.ColorNameForeground, theme.TextSize()), book))
}

// revisionRows lists revisions below a head, and shows the selected one with
// both of its cells at the right.
func (p *page) revisionRows(head fyne.CanvasObject, revisions []reports.Revision) fyne.CanvasObject {
	detail := container.NewStack(note(p.say("revisions.select")))
	list := newKeyList(p)
	list.Length = func() int { return len(revisions) }
	list.CreateItem = newFindingRow
	list.UpdateItem = func(i int, o fyne.CanvasObject) { fillRevisionRow(p, o, revisions[i]) }
	list.OnSelected = func(i int) {
		detail.Objects = []fyne.CanvasObject{p.revision(revisions[i])}
		detail.Refresh()
	}
	return framed(head, nil, nil, nil, container.New(beside{360}, list, widget.NewSeparator(), detail))
}

// revisionCounts lists the measures and the categories of which numbers differ,
// and what the publishers say themselves of their corrections.
func (p *page) revisionCounts(s reports.RevisionSummary) []string {
	var list []string
	count := func(name string, l reports.RevisionLine) {
		if l.Differing > 0 {
			list = append(list, p.say("revisions.of", "name", capital(name), "day", p.words.Day(l.After.Day),
				"differing", p.words.Number(float64(l.Differing)), "compared", p.words.Number(float64(l.Compared))))
		}
	}
	for _, l := range s.Measures() {
		count(p.words.Measure(l.Measure), l)
	}
	for _, l := range s.Categories() {
		count(p.words.Value(reports.Category, l.Category), l)
	}
	for _, e := range s.Events(assets.Events()) {
		list = append(list, p.words.Say("revisions.beside", "publisher", p.words.Publisher(e.Publisher), "event", p.words.Event(e)))
	}
	return list
}

// aboutFigure names a figure within a list: its period and what it is of.
func (p *page) aboutFigure(f reports.Figure) string {
	list := []string{p.words.Measure(f.Measure), p.words.PeriodShort(f.Period)}
	for _, d := range f.Split.Stated().List() {
		list = append(list, p.words.Value(d, f.Split.Get(d)))
	}
	return capital(strings.Join(list, " · "))
}

func (p *page) stated(s reports.Statement) string {
	if !s.Stated {
		return p.say("revisions.nothing")
	}
	return figureText(p, s.Figure)
}

func fillRevisionRow(p *page, o fyne.CanvasObject, r reports.Revision) {
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	head, text := lines[0].(*fitted), lines[1].(*fitted)
	head.Text, head.Color = p.aboutFigure(r.Figure()), theme.ColorNamePlaceHolder
	head.Refresh()
	change := p.stated(r.Before) + " › " + p.stated(r.After)
	if by := p.signed(r.Difference(), r.Percent()); by != "" {
		change += "  " + by
	}
	text.set(p.dayed(change+" · "+p.words.RevisionKind(r.Change), r.After.Vintage))
}

// revision shows what two vintages state of a figure, each with its cell.
func (p *page) revision(r reports.Revision) fyne.CanvasObject {
	f := r.Figure()
	list := []fyne.CanvasObject{
		note(p.words.Publisher(f.Publisher) + " · " + p.words.Table(f.Publisher, f.Table)),
		prose(p.aboutFigure(f)),
		prose(capital(p.words.RevisionKind(r.Change)) + " " + p.signed(r.Difference(), r.Percent())),
	}
	return p.scrolled(append(list, p.statement(r.Before), p.statement(r.After))...)
}

// dayed writes a text and the day of a vintage, where that is known.
func (p *page) dayed(text string, v reports.Vintage) string {
	if v.Day == 0 {
		return text
	}
	return text + " · " + p.words.Day(v.Day)
}

// statement shows what a vintage states, and leads to its cell.
func (p *page) statement(s reports.Statement) fyne.CanvasObject {
	box := container.NewVBox(note(p.dayed(p.sourceName(s.Vintage.Source), s.Vintage)), prose(p.stated(s)))
	if s.Stated {
		box.Add(p.cellLink(s.Origin, p.words.Say("quote", "text", s.Origin.Text)))
	}
	return box
}
