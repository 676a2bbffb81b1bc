package window

import (
	"context"
	"io"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
)

// A mappingView shows a table that no format knows: above, what is said of it
// as a whole; at the left its first rows, at the right the figures that would
// be read of them.
type mappingView struct {
	mapper    *mapper
	object    *fyne.Container
	publisher *searchEntry
	table     *searchEntry
	period    *searchEntry
	whole     *fyne.Container // what is said of the table as a whole
	state     *fyne.Container // what is still asked
	accept    *button
	grid      *grid
	sheet     *fyne.Container // of the grid
	stand     publisher.Stand // of the table that the grid shows
	figures   *keyList
	count     *fitted
	detail    *fyne.Container
	places    map[cellAt]int // the first figure of each cell
}

func newMappingView(m *mapper) *mappingView {
	v := &mappingView{mapper: m, detail: container.NewStack(), state: container.New(layout.NewCustomPaddedVBoxLayout(0))}
	v.object = container.NewStack(note(m.page.say("wait.file")))
	return v
}

func (v *mappingView) put(o fyne.CanvasObject) {
	v.object.Objects = []fyne.CanvasObject{o}
	v.object.Refresh()
}

// fail says why there is nothing to map.
func (v *mappingView) fail(err error) {
	v.put(v.mapper.page.failure(v.mapper.page.say("mapping.failed", "name", base(v.mapper.path), "why", v.mapper.page.why(err))))
}

// show shows the mapping as it stands; the first time it builds what stays.
func (v *mappingView) show() {
	if v.grid == nil {
		v.build()
	}
	if v.stand != v.mapper.stand() {
		v.regrid()
	}
	v.grid.troubles = v.troubles()
	v.grid.Refresh()
	v.list()
	v.tellWhole()
	v.tell()
	if v.grid.at != nowhere {
		v.tellCell(v.grid.at.row, v.grid.at.column+1)
	}
}

// build makes what stays while the mapping changes.
func (v *mappingView) build() {
	m, p := v.mapper, v.mapper.page
	v.makeEntries()
	v.makeGrid()
	v.sheet = container.NewStack(v.grid)
	v.makeFigures()
	v.accept = wire(p, newButton(p.say("mapping.accept"), boxedButton, m.accept), p.say("hint.mapping.accept"))
	save := wire(p, newButton(p.say("mapping.save"), boxedButton, p.saveMapping), p.say("hint.mapping.save"))
	v.whole = container.New(layout.NewRowWrapLayoutWithCustomPadding(6, 2))
	v.count = newFitted("", theme.ColorNamePlaceHolder, noteSize)
	names := container.NewGridWithColumns(2, v.publisher, v.table)
	head := container.NewVBox(container.New(spread{wide: 0, gap: 8}, names, v.accept, save), v.whole, v.state)
	foot := container.New(atLeast(120), container.New(margins{4, 0, 0, 6}, v.detail))
	left := framed(nil, container.NewVBox(widget.NewSeparator(), foot), nil, nil, v.sheet)
	right := framed(container.New(margins{8, 6, 4, 6}, v.count), nil, nil, nil, v.figures)
	body := container.New(beside{mappedFigures}, left, widget.NewSeparator(), right)
	v.put(framed(container.New(margins{0, 8, 4, 6}, head), nil, nil, nil, body))
	v.detail.Objects = []fyne.CanvasObject{note(p.say("mapping.select"))}
	if p.window != nil {
		p.window.Canvas().Focus(v.first())
	}
}

// mappedFigures is how wide the figures are that would be read.
const mappedFigures = 380

// first is where the keyboard begins: at what is asked first.
func (v *mappingView) first() fyne.Focusable {
	switch m := v.mapper.now(); {
	case m.Publisher == publisher.Ask:
		return v.publisher
	case m.Table == publisher.Ask:
		return v.table
	}
	return v.grid
}

func (v *mappingView) makeEntries() {
	m, p := v.mapper, v.mapper.page
	key := func(e *fyne.KeyEvent) bool {
		if e.Name == fyne.KeyEscape {
			p.typed(e)
		}
		return e.Name == fyne.KeyEscape
	}
	v.publisher, v.table, v.period = newSearchEntry(p.say("mapping.publisher"), key), newSearchEntry(p.say("mapping.table"), key), newSearchEntry(p.say("period.prompt"), key)
	v.publisher.SetText(nameOf(m.now().Publisher))
	v.table.SetText(nameOf(m.now().Table))
	v.period.SetText(m.period)
	v.publisher.OnChanged = func(text string) { m.name(func(to *publisher.Mapping) { to.Publisher = asked0(text) }) }
	v.table.OnChanged = func(text string) { m.name(func(to *publisher.Mapping) { to.Table = asked0(text) }) }
	v.period.OnChanged = func(text string) {
		m.period = text
		m.reread()
	}
	next := func(f fyne.Focusable) func(string) {
		return func(string) { p.window.Canvas().Focus(f) }
	}
	v.publisher.OnSubmitted = next(v.table)
	v.table.OnSubmitted = func(string) { p.window.Canvas().Focus(v.grid) }
}

// asked0 is a name as a mapping has it: an empty one is still asked.
func asked0(text string) string {
	if text = strings.TrimSpace(text); text == "" {
		return publisher.Ask
	}
	return text
}

// makeGrid makes the table's first rows; each column's head is a menu.
func (v *mappingView) makeGrid() {
	m := v.mapper
	leaf := sheet.Leaf{File: m.laid.File, Name: m.laid.Sheet}
	v.grid = newGrid(viewing{leaves: []sheet.Leaf{leaf}, rows: m.laid.Rows}, m.page.words)
	v.grid.OnKey, v.grid.OnAt = m.page.typed, v.tellCell
	v.grid.role(v.roleOf, func(column int) { m.chooseRole(column - 1) })
	v.grid.header, v.grid.chooseRow = m.headerRows(), m.chooseHeaderAt
	v.stand = m.stand()
}

// regrid shows the table anew, since it stands elsewhere.
func (v *mappingView) regrid() {
	old, cv := v.grid, v.mapper.page.window.Canvas()
	same := old.leaf.File == v.mapper.laid.File && old.leaf.Name == v.mapper.laid.Sheet
	v.makeGrid()
	if same {
		v.grid.start = old.at
	}
	v.sheet.Objects = []fyne.CanvasObject{v.grid}
	v.sheet.Refresh()
	if cv.Focused() == fyne.Focusable(old) {
		cv.Focus(v.grid)
	}
}

// rename writes what the table is called now.
func (v *mappingView) rename() {
	for e, text := range map[*searchEntry]string{v.publisher: v.mapper.now().Publisher, v.table: v.mapper.now().Table} {
		if text = nameOf(text); strings.TrimSpace(e.Text) != text {
			e.SetText(text)
		}
	}
}

// nameOf is a name as it is typed: nothing where it is still asked.
func nameOf(text string) string {
	if text == publisher.Ask {
		return ""
	}
	return text
}

// makeFigures makes the list of figures; selecting one shows its cell.
func (v *mappingView) makeFigures() {
	m, p := v.mapper, v.mapper.page
	v.figures = newKeyList(p)
	v.figures.Length = func() int { return len(m.read.Figures) }
	v.figures.CreateItem = func() fyne.CanvasObject { return newPartRow() }
	v.figures.UpdateItem = func(i int, o fyne.CanvasObject) { fillMappedRow(p, o.(*fyne.Container), m.read.Figures[i]) }
	v.figures.OnSelected = func(i int) {
		o := m.read.Figures[i].Origin
		for n, r := range m.laid.Rows {
			if r.Number == o.Row {
				v.grid.goTo(spot{n, o.Column - 1})
			}
		}
	}
}

// list lists the figures anew.
func (v *mappingView) list() {
	m, p := v.mapper, v.mapper.page
	v.places = map[cellAt]int{}
	for i, f := range m.read.Figures {
		at := cellAt{f.Origin.Row, f.Origin.Column}
		if _, known := v.places[at]; !known {
			v.places[at] = i
		}
	}
	text := p.words.Plural("window.mapping.figures", len(m.read.Figures), "rows", previewRows)
	if n := len(m.read.Problems); n > 0 {
		text += " · " + p.words.Plural("window.problems", n)
	}
	v.count.set(text)
	v.figures.UnselectAll()
	v.figures.Refresh()
}

// troubles says what made no sense, by cell.
func (v *mappingView) troubles() map[cellAt]string {
	all := map[cellAt]string{}
	for _, problem := range v.mapper.read.Problems {
		if o := problem.Origin; o.Row > 0 {
			all[cellAt{o.Row, o.Column}] = capital(v.mapper.page.words.Problem(problem.What))
		}
	}
	return all
}

// tell says what is still asked, and whether the table can be loaded.
func (v *mappingView) tell() {
	m, p := v.mapper, v.mapper.page
	if v.accept == nil {
		return
	}
	why := m.ready()
	v.accept.set(false, why != "", p.say("hint.mapping.accept"))
	said := note(p.say("mapping.ready"))
	if why != "" {
		said = newParagraph(capital(why), theme.ColorNameError, theme.SizeNameCaptionText)
	}
	v.state.Objects = []fyne.CanvasObject{said}
	for _, text := range p.openRemarks(m.now()) {
		v.state.Add(note(text))
	}
	v.state.Refresh()
}

// tellWhole makes the buttons for what is said of the whole table.
func (v *mappingView) tellWhole() {
	m, p := v.mapper, v.mapper.page
	focused := -1
	for i, o := range v.whole.Objects {
		if f, ok := o.(fyne.Focusable); ok && p.window.Canvas().Focused() == f {
			focused = i
		}
	}
	v.whole.Objects = nil
	for i, one := range m.wholes() {
		b := wire(p, newButton(one.label+" ▾", linkButton, nil), one.hint)
		b.OnTapped = func() { one.open(b) }
		if v.whole.Add(b); i == focused {
			p.window.Canvas().Focus(b)
		}
	}
	if m.now().Period == "file" {
		v.whole.Add(container.NewGridWrap(fyne.NewSize(110, v.period.MinSize().Height), v.period))
	}
	v.whole.Refresh()
}

// tellCell shows a cell in full, what its column is, and what becomes of it.
func (v *mappingView) tellCell(row, column int) {
	m, p := v.mapper, v.mapper.page
	if row >= len(m.laid.Rows) {
		return
	}
	r := m.laid.Rows[row]
	where := p.cellText(reports.Origin{Row: r.Number, Column: column})
	if column <= len(m.laid.Columns) {
		name, role, _ := v.roleOf(column)
		where += " · " + short(name, 100) + " · " + role
	}
	list := []fyne.CanvasObject{note(where)}
	for _, text := range m.columnRemarks(column) {
		list = append(list, note(text))
	}
	if what := v.grid.trouble(r.Number, column); what != "" {
		list = append(list, p.failure(what))
	}
	if text := r.Text(column); text != "" {
		list = append(list, prose(p.words.Say("quote", "text", short(text, 500))))
	}
	if i, is := v.places[cellAt{r.Number, column}]; is {
		v.figures.ScrollTo(i)
		list = append(list, note(p.mappedText(m.read.Figures[i])+" · "+figureText(p, m.read.Figures[i])))
	}
	v.detail.Objects = []fyne.CanvasObject{p.scrolled(list...)}
	v.detail.Refresh()
}

// mappedText says what a figure is about.
func (p *page) mappedText(f reports.Figure) string {
	text := p.words.PeriodShort(f.Period)
	for _, d := range f.Split.Stated().List() {
		text += " · " + p.words.Value(d, f.Split.Get(d))
	}
	return text + " · " + p.words.Measure(f.Measure)
}

// fillMappedRow shows a figure that would be read.
func fillMappedRow(p *page, row *fyne.Container, f reports.Figure) {
	lines := row.Objects[0].(*fyne.Container)
	first := lines.Objects[0].(*fyne.Container)
	what, value := first.Objects[0].(*fitted), first.Objects[1].(*canvas.Text)
	value.Text, value.Color = figureText(p, f), theme.Color(theme.ColorNameForeground)
	what.set(p.mappedText(f))
	first.Refresh()
	value.Refresh()
	lines.Objects[1].(*fitted).set(joinPlaces(p.cellText(f.Origin), p.words.Say("quote", "text", f.Origin.Text)))
}

// saveMapping writes the mapping as the file that vitrine mapping writes.
func (p *page) saveMapping() {
	text := p.mapper.now().TOML()
	name := strings.TrimSuffix(base(p.mapper.path), ".csv") + ".toml"
	p.saveAs(name, func(_ context.Context, w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
