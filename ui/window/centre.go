package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A centre shows the answer: a picture above its table, the table alone, or
// what to do where there is nothing to show.
type centre struct {
	page    *page
	object  *fyne.Container
	split   *container.Split
	room    *fyne.Container // gives the split its place
	upper   *fyne.Container // picture and footer
	footer  *fitted
	notes   *button
	message *fyne.Container
	shown   string  // what stands in object now
	share   float64 // of the height, the picture's, as the user chose it
	given   float64 // what the split was given
}

func newCentre(p *page) *centre {
	c := &centre{page: p, footer: newFitted("", theme.ColorNamePlaceHolder, noteSize), message: container.NewStack()}
	c.notes = wire(p, newButton("", linkButton, func() { p.open(side{kind: notesSide}) }), p.say("hint.notes"))
	below := container.New(atLeast(28), container.New(spread{wide: 0, gap: 8}, c.footer, c.notes))
	c.upper = container.NewBorder(nil, below, nil, nil, p.picture)
	c.split = container.NewVSplit(c.upper, container.NewStack())
	c.share = p.app.Preferences().FloatWithFallback(prefSplit, 0.72)
	c.given = c.share
	c.split.Offset = c.share
	c.object = container.NewStack()
	c.room = container.New(c, c.split)
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
	p.table.show(p.rows(), p.result.answer.Periods, p.result.total != nil, p.words)
	p.table.sel(s.pin)
	v := p.shownView()
	if v == numbers {
		c.put("table", p.table)
		return
	}
	c.put("picture", c.room)
	c.balance()
	p.picture.show(p.result.answer, kinds[v], s.log && v == lines, isDark(p.app), p.words)
	p.picture.sel(s.pin)
	c.foot()
}

// MinSize is that of picture and table.
func (c *centre) MinSize([]fyne.CanvasObject) fyne.Size { return c.split.MinSize() }

// Layout gives picture and table the space, and balances them.
func (c *centre) Layout(_ []fyne.CanvasObject, size fyne.Size) {
	c.split.Resize(size)
	c.balance()
}

// balance gives the table no more than its rows need: the rest is the
// picture's. Where the user moved the bar, that is the table's share.
func (c *centre) balance() {
	if c.split.Offset != c.given {
		c.share = c.split.Offset
	}
	offset := c.share
	if height := c.split.Size().Height; height > 0 {
		offset = max(offset, 1-float64(c.page.table.need()/height))
	}
	if offset != c.split.Offset {
		c.split.SetOffset(offset)
	}
	c.given = c.split.Offset
}

// foot writes the line below the picture.
func (c *centre) foot() {
	p := c.page
	c.footer.set(p.words.Footer(*p.result.answer, p.sourcesOf()))
	if n := len(p.result.answer.Notes); n > 0 {
		c.notes.Text = p.words.Plural("window.notes", n)
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
		return p.say("failed.open", "why", p.failed), nil, ""
	case p.ledger == nil:
		return p.say("wait.library"), nil, ""
	case p.held.err != nil:
		return p.say("failed.read", "why", p.held.err), nil, ""
	case len(p.held.blocks) == 0 && p.holding.working:
		return p.say("wait.library"), nil, ""
	case len(p.held.blocks) == 0:
		return p.say("empty.library"), p.openFiles, p.say("action.open")
	case p.result.err != nil:
		return p.say("failed.ask", "why", p.result.err), p.undo, p.say("action.undo")
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
	words := prose(text)
	box := container.NewVBox(words)
	if do != nil {
		box.Add(container.NewHBox(wire(c.page, newButton(label, boxedButton, do), "")))
	}
	c.message.Objects = []fyne.CanvasObject{container.New(margins{24, 40, 24, 0}, box)}
	c.message.Refresh()
	c.put("message", c.message)
}

// put shows one of the three; the table moves between its two places.
func (c *centre) put(name string, o fyne.CanvasObject) {
	if c.shown == name {
		return
	}
	c.shown = name
	if name == "picture" {
		c.split.Trailing.(*fyne.Container).Objects = []fyne.CanvasObject{c.page.table}
	} else {
		c.split.Trailing.(*fyne.Container).Objects = nil
	}
	c.object.Objects = []fyne.CanvasObject{o}
	c.object.Refresh()
}
