package window

import (
	"context"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// parts are the figures that a number was made of.
type parts struct {
	figures []reports.Figure
	err     error
}

func (p *page) parts(ctx context.Context, s reports.Series, n reports.Number) parts {
	q := p.result.question
	if p.result.total != nil && s.Is(*p.result.total) {
		q = p.result.whole
	}
	if sided, ok := p.partsOf(s, n); ok {
		q = sided
	}
	figures, err := reports.Parts(ctx, q, p.ledger, names(), s, n)
	return parts{figures, err}
}

// A partsList lists figures, each with its place; pressing one shows it in
// its file.
type partsList struct {
	object *fyne.Container
	list   *keyList
	all    []reports.Figure
	file   string // that all of them stand in; "" where they stand in several
	mixed  bool   // they are of several measures: a share and its base
}

func (p *page) newPartsList() *partsList {
	l := &partsList{object: container.NewStack(note(p.say("wait.parts")))}
	l.list = newKeyList(p)
	l.list.Length = func() int { return len(l.all) }
	l.list.CreateItem = func() fyne.CanvasObject { return newPartRow() }
	l.list.UpdateItem = func(i int, o fyne.CanvasObject) { l.fill(p, o.(*fyne.Container), l.all[i]) }
	l.list.OnSelected = func(i int) {
		l.list.UnselectAll()
		p.openFrom(side{kind: excerptSide, origin: l.all[i].Origin})
	}
	return l
}

func (l *partsList) show(p *page, found parts) {
	l.all = found.figures
	switch {
	case found.err != nil:
		l.object.Objects = []fyne.CanvasObject{p.failure(p.why(found.err))}
	case len(l.all) == 0:
		l.object.Objects = []fyne.CanvasObject{note(p.say("side.noparts"))}
	case len(l.all) == 1:
		l.object.Objects = []fyne.CanvasObject{p.place(l.all[0])}
	default:
		l.file = commonFile(l.all)
		l.mixed = slices.ContainsFunc(l.all, func(f reports.Figure) bool { return f.Measure != l.all[0].Measure })
		head := container.New(stackedLines{}, container.New(margins{8, 6, 4, 6}, heading(p.words.Plural("window.side.parts", len(l.all)))))
		if l.file != "" {
			head.Add(container.New(margins{0, 6, 2, 6}, newFitted(l.file, theme.ColorNamePlaceHolder, noteSize)))
		}
		l.object.Objects = []fyne.CanvasObject{framed(head, nil, nil, nil, l.list)}
	}
	l.object.Refresh()
}

// commonFile returns the name of the file that all figures stand in.
func commonFile(list []reports.Figure) string {
	name := base(list[0].Origin.File)
	for _, f := range list {
		if base(f.Origin.File) != name {
			return ""
		}
	}
	return name
}

// newPartRow makes the two lines of a figure: its period, part and number,
// and where it stands.
func newPartRow() *fyne.Container {
	what, value, where := &canvas.Text{}, &canvas.Text{}, newFitted("", theme.ColorNamePlaceHolder, 11)
	what.TextSize, value.TextSize = noteSize, noteSize
	value.TextStyle.Bold = true
	first := container.New(spread{wide: 0, gap: 8}, newFitted("", theme.ColorNameForeground, noteSize), value)
	return container.New(margins{2, 14, 2, 6}, container.New(stackedLines{}, first, where))
}

// fill shows a figure; its file is left out where it is said above.
func (l *partsList) fill(p *page, row *fyne.Container, f reports.Figure) {
	lines := row.Objects[0].(*fyne.Container)
	first := lines.Objects[0].(*fyne.Container)
	what, value := first.Objects[0].(*fitted), first.Objects[1].(*canvas.Text)
	text := p.words.PeriodShort(f.Period)
	if l.mixed {
		text = capital(p.words.Measure(f.Measure)) + " · " + text
	}
	for _, d := range f.Split.Stated().Without(p.result.question.Group()).List() {
		text += " · " + p.words.Value(d, f.Split.Get(d))
	}
	value.Text, value.Color = figureText(p, f), theme.Color(theme.ColorNameForeground)
	what.set(text)
	first.Refresh()
	value.Refresh()
	lines.Objects[1].(*fitted).set(joinPlaces(strings.TrimPrefix(base(f.Origin.File), l.file), p.cellText(f.Origin), p.words.Say("quote", "text", f.Origin.Text)))
}

func figureText(p *page, f reports.Figure) string {
	if reports.MeasureOf(f.Measure).Unit == "%" && f.Known() {
		return p.words.Percent(f.Value)
	}
	return p.words.Amount(reports.Number{Value: f.Value, Low: f.Low, High: f.High, HasRange: f.HasRange, Status: f.Status})
}
