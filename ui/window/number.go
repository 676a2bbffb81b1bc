package window

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/export"
)

// plain writes a number as other programs read it.
func plain(v float64) string { return export.Plain(v) }

// numberSide shows the pinned number: how it came about, and the figures that
// it was made of.
func (p *page) numberSide(s state) fyne.CanvasObject {
	series, n, ok := s.pin.in(p.rows())
	if !ok {
		return prose(p.say("side.none"))
	}
	large := line(p.words.Amount(n), theme.ColorNameForeground, numberSize, true)
	large.TextSize = fitting(large.Text, drawerWidth-40, numberSize)
	about := container.NewVBox(
		note(capital(p.words.Series(series))+" · "+p.words.Period(n.Period)+" · "+p.words.Unit(series.Measure)),
		container.New(margins{0, 6, 0, 6}, large),
		prose(p.basis(n)),
	)
	if n.Note != "" {
		about.Add(note(n.Note))
	}
	list := p.newPartsList()
	latest(p.looking, func(ctx context.Context) parts { return p.parts(ctx, series, n) }, func(found parts) { list.show(p, found) })
	vintages := wire(p, newButton(p.say("side.vintages"), linkButton, nil), p.say("refused.vintages"))
	vintages.Refused = true
	foot := container.New(spread{wide: 1, gap: 8}, vintages, newFitted(p.say("refused.vintages"), theme.ColorNamePlaceHolder, noteSize))
	return container.NewBorder(about, foot, nil, nil, list.object)
}

// fitting returns the largest size of text, up to size, at which it is as
// wide as width.
func fitting(text string, width, size float32) float32 {
	wide := fyne.MeasureText(text, size, fyne.TextStyle{Bold: true}).Width
	if wide <= width {
		return size
	}
	return float32(int(size * width / wide))
}

// basis says how a number came about and how it is to be taken.
func (p *page) basis(n reports.Number) string {
	text := capital(p.words.Basis(n))
	if quiet(n) {
		text += " · " + p.words.Status(n)
	}
	return text
}

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
}

func (p *page) newPartsList() *partsList {
	l := &partsList{object: container.NewStack(note(p.say("wait.parts")))}
	l.list = newKeyList(p.typed)
	l.list.Length = func() int { return len(l.all) }
	l.list.CreateItem = func() fyne.CanvasObject { return newPartRow() }
	l.list.UpdateItem = func(i int, o fyne.CanvasObject) { fillPartRow(p, o.(*fyne.Container), l.all[i], l.file) }
	l.list.OnSelected = func(i int) {
		l.list.UnselectAll()
		p.open(side{kind: excerptSide, origin: l.all[i].Origin})
	}
	return l
}

func (l *partsList) show(p *page, found parts) {
	l.all = found.figures
	switch {
	case found.err != nil:
		l.object.Objects = []fyne.CanvasObject{failure(found.err.Error())}
	case len(l.all) == 0:
		l.object.Objects = []fyne.CanvasObject{note(p.say("side.noparts"))}
	case len(l.all) == 1:
		l.object.Objects = []fyne.CanvasObject{p.place(l.all[0])}
	default:
		l.file = commonFile(l.all)
		head := container.New(stackedLines{}, container.New(margins{8, 6, 4, 6}, heading(p.words.Plural("window.side.parts", len(l.all)))))
		if l.file != "" {
			head.Add(container.New(margins{0, 6, 2, 6}, newFitted(l.file, theme.ColorNamePlaceHolder, noteSize)))
		}
		l.object.Objects = []fyne.CanvasObject{container.NewBorder(head, nil, nil, nil, l.list)}
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

// place shows the cell of a single figure.
func (p *page) place(f reports.Figure) fyne.CanvasObject {
	o := f.Origin
	show := wire(p, newButton(p.say("side.showfile"), boxedButton, func() { p.open(side{kind: excerptSide, origin: o}) }), p.say("hint.showfile"))
	rows := container.NewVBox()
	for _, part := range []string{o.File, o.Sheet, p.cellText(o)} {
		if part != "" {
			rows.Add(note(part))
		}
	}
	rows.Add(prose(p.say("side.text", "text", o.Text)))
	if f.Note != "" {
		rows.Add(note(f.Note))
	}
	rows.Add(container.New(margins{6, 6, 0, 6}, container.NewHBox(show)))
	return container.NewVScroll(rows)
}

func (p *page) cellText(o reports.Origin) string {
	if o.Row == 0 {
		return ""
	}
	return p.say("side.cell", "row", o.Row, "column", reports.ColumnName(o.Column))
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

// stackedLines is a layout of lines without space between.
type stackedLines struct{}

// MinSize adds up the heights.
func (stackedLines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		least := o.MinSize()
		size = fyne.NewSize(fyne.Max(size.Width, least.Width), size.Height+least.Height)
	}
	return size
}

// Layout puts one below the other.
func (stackedLines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		height := o.MinSize().Height
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height
	}
}

// fillPartRow shows a figure; its file is left out where it is said above.
func fillPartRow(p *page, row *fyne.Container, f reports.Figure, said string) {
	lines := row.Objects[0].(*fyne.Container)
	first := lines.Objects[0].(*fyne.Container)
	what, value := first.Objects[0].(*fitted), first.Objects[1].(*canvas.Text)
	text := p.words.PeriodShort(f.Period)
	for _, d := range f.Split.Stated().Without(p.result.question.Group()).List() {
		text += " · " + p.words.Value(d, f.Split.Get(d))
	}
	value.Text, value.Color = figureText(p, f), theme.Color(theme.ColorNameForeground)
	what.set(text)
	first.Refresh()
	value.Refresh()
	lines.Objects[1].(*fitted).set(joinPlaces(strings.TrimPrefix(base(f.Origin.File), said), p.cellText(f.Origin), p.words.Say("quote", "text", f.Origin.Text)))
}

func figureText(p *page, f reports.Figure) string {
	return p.words.Amount(reports.Number{Value: f.Value, Low: f.Low, High: f.High, HasRange: f.HasRange, Status: f.Status})
}

// A keyList is a list that hands on keys that it does not use.
type keyList struct {
	widget.List
	onKey func(*fyne.KeyEvent)
}

func newKeyList(onKey func(*fyne.KeyEvent)) *keyList {
	l := &keyList{onKey: onKey}
	l.ExtendBaseWidget(l)
	return l
}

// TypedKey moves in the list; Enter selects as Space does.
func (l *keyList) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeySpace, fyne.KeyLeft, fyne.KeyRight:
		l.List.TypedKey(e)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	default:
		l.onKey(e)
	}
}
