package window

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A centre shows the answer: a picture above its table, the table alone, or
// what to do where there is nothing to show.
type centre struct {
	page    *page
	object  *fyne.Container
	room    *fyne.Container // picture and footer, the bar, the table
	bar     *splitter
	upper   *fyne.Container
	alone   *fyne.Container // the table and the footer
	footer  *paragraph
	notes   *button
	message *fyne.Container
	shown   string  // what stands in object now
	share   float32 // of the height, the picture's, as the user chose it
}

// footerLines is how many lines the source below a picture may take.
const footerLines = 2

func newCentre(p *page) *centre {
	c := &centre{page: p, footer: note(""), message: container.NewStack()}
	c.footer.Inset, c.footer.Most = 0, footerLines
	c.notes = wire(p, newButton("", linkButton, func() { p.open(side{kind: notesSide}) }), p.say("hint.notes"))
	below := container.New(atLeast(28), container.New(spread{wide: 0, gap: 8}, c.footer, c.notes))
	c.upper = container.New(stackedLines{gap: theme.Padding(), fill: p.picture}, p.legend.object, p.multiples.object, p.picture, container.New(stackedLines{}, p.dates.object, below))
	c.share = float32(p.app.Preferences().FloatWithFallback(prefSplit, 0.72))
	c.alone = container.New(stackedLines{gap: theme.Padding(), fill: p.table}, p.table, below)
	c.bar = newSplitter(c.drag)
	c.bar.OnKey, c.bar.OnHint, c.bar.Hint = p.typed, p.hint, p.say("hint.splitter")
	c.object = container.NewStack()
	c.room = container.New(c, c.upper, c.bar, p.table)
	return c
}

// show puts in place what the state asks for.
func (c *centre) show() {
	p := c.page
	if text, do, label := c.trouble(); text != "" {
		c.say(text, label, do)
		return
	}
	s := p.history.now()
	if s.compare.on {
		c.compare(s)
		return
	}
	p.table.show(p.rows(), p.result.answer.Periods, p.result.led(), p.words)
	p.table.sel(s.pin)
	v := p.shownView()
	if v.kind().table {
		c.put("table", c.alone)
		c.foot()
		return
	}
	c.put("picture", c.room)
	c.Layout(c.room.Objects, c.room.Size())
	if v.kind().edits {
		c.editions(v)
		return
	}
	p.keepTints()
	p.legend.show()
	p.multiples.show()
	p.dates.show()
	p.picture.show(drawn{
		answer: p.seen(), kind: v.kind().chart, percent: v.kind().percent, log: s.log && v.kind().log,
		brushes: v.kind().timed && len(p.result.answer.Periods) > 1, panels: v.kind().panels, events: !s.noEvents, period: p.mapPeriod(),
		ownAxis: s.ownAxis, by: p.panelDims(),
		tone: p.tone(), tints: p.tints, words: p.words,
	})
	p.picture.sel(s.pin)
	c.foot()
}

// MinSize is that of the picture: the table gives way.
func (c *centre) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return stackedLines{}.MinSize(objects[:1])
}

// leastPicture is how much higher than it must be a picture is at least before
// there is a table below it.
const leastPicture = 60

// Layout gives the table its share, but no more than its rows need: the rest
// is the picture's. Where that is too little the picture stands alone: the
// table is a view of its own.
func (c *centre) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	table := fyne.Min((1-c.share)*size.Height, c.page.table.need())
	table = fyne.Max(table, objects[2].MinSize().Height)
	bar := objects[1].MinSize().Height
	least := objects[0].MinSize().Height
	room := size.Height-table-bar >= least+leastPicture
	for _, o := range objects[1:] {
		seen(o, room)
	}
	if !room {
		table, bar = 0, 0
	}
	picture := size.Height - table - bar
	objects[0].Resize(fyne.NewSize(size.Width, picture))
	objects[1].Move(fyne.NewPos(0, picture))
	objects[1].Resize(fyne.NewSize(size.Width, bar))
	objects[2].Move(fyne.NewPos(0, picture+bar))
	objects[2].Resize(fyne.NewSize(size.Width, table))
}

// drag moves the bar between picture and table.
func (c *centre) drag(by float32) {
	height := c.room.Size().Height
	if height == 0 {
		return
	}
	now := c.bar.Position().Y / height
	c.share = fyne.Max(0.3, fyne.Min(now+by/height, 0.9))
	c.Layout(c.room.Objects, c.room.Size())
}

// foot writes the line below the picture, or the table that stands alone.
func (c *centre) foot() {
	p := c.page
	if compared := p.comparison(); compared != nil {
		notes := p.words.ComparisonNotes(*compared)
		c.source(p.words.ComparisonFooter(*compared, p.compared.sources), notes, len(notes))
		return
	}
	if p.editionsShown() != nil {
		c.source(p.words.EditionsFooter(p.retold.sources), nil, len(p.result.answer.Notes))
		return
	}
	a := *p.result.answer
	c.source(p.words.FooterOf(p.surveyed().bases, a.Notes, p.sourcesOf()), p.words.Notes(a.Notes), len(a.Notes))
}

// source says below them where the numbers come from, with those notes
// at the end of the text for which there is room, and offers to read all n of
// them. The picture gives way to the lines that this takes.
func (c *centre) source(text string, notes []string, n int) {
	parts := []string{text}
	if first, found := strings.CutSuffix(text, " "+strings.Join(notes, " ")); found && len(notes) > 0 {
		parts = append([]string{first}, notes...)
	}
	offered := c.notes.Visible()
	c.noted(n)
	taller := c.footer.set(parts...)
	switch {
	case !taller && offered == c.notes.Visible():
	case c.shown == "table": // the other one has not the room of what both have
		c.alone.Refresh()
	default:
		c.upper.Refresh()
	}
}

// noted offers to read n notes, where there are any.
func (c *centre) noted(n int) {
	if n > 0 {
		c.notes.Text = c.page.words.Plural("window.notes", n)
		c.notes.Show()
	} else {
		c.notes.Hide()
	}
	c.notes.Refresh()
}

// trouble returns why there is no answer to show, and what to do about it.
func (c *centre) trouble() (text string, do func(), label string) {
	p := c.page
	switch {
	case p.failed != nil:
		return p.say("failed.open", "why", p.why(p.failed)), p.openLibrary, p.say("get.again")
	case p.ledger == nil:
		return p.say("wait.library"), nil, ""
	case p.held.err != nil:
		return p.say("failed.read", "why", p.why(p.held.err)), nil, ""
	case len(p.held.blocks) == 0 && p.holding.working:
		return p.say("wait.library"), nil, ""
	case len(p.held.blocks) == 0:
		return p.say("empty.library"), p.openFiles, p.say("action.open")
	case p.result.err != nil:
		return p.say("failed.ask", "why", p.why(p.result.err)), p.undo, p.say("action.undo")
	case p.result.answer.Series == nil && p.asking.working:
		return p.say("wait.answer"), nil, ""
	case len(p.result.answer.Series) == 0:
		return p.nothing(), p.undo, p.say("action.undo")
	}
	return "", nil, ""
}

// nothing says why a question has no answer.
func (p *page) nothing() string {
	text := p.say("empty.answer")
	for _, n := range p.result.answer.Notes {
		text += "\n" + p.words.Note(n)
	}
	return text
}

// say shows a text, and a button for what to do about it.
func (c *centre) say(text, label string, do func()) {
	var words fyne.CanvasObject = prose(text)
	if p := c.page; p.failed != nil || p.held.err != nil || p.result.err != nil {
		words = p.failure(text)
	}
	box := container.NewVBox(words)
	if do != nil {
		box.Add(pressed(wire(c.page, newButton(label, boxedButton, do), "")))
	}
	c.message.Objects = []fyne.CanvasObject{container.New(margins{24, 40, 24, -theme.InnerPadding()}, box)}
	c.message.Refresh()
	c.put("message", c.message)
}

// put shows one of the three. Table and footer have two places: with the picture
// and by themselves.
func (c *centre) put(name string, o fyne.CanvasObject) {
	if c.shown != name {
		c.shown = name
		seen(c.page.table, true)
		c.object.Objects = []fyne.CanvasObject{o}
		c.object.Refresh()
		switch name { // what both have stands elsewhere in the other
		case "table":
			c.alone.Refresh()
		case "picture":
			c.upper.Refresh()
		}
	}
}
