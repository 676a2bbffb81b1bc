package window

import (
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The rows of a menu with search.
const (
	chooserRows = 12
	rowHeight   = 30
)

// A chooser is a menu with search: typing filters, the arrows and the wheel
// move, Enter and a click choose, Esc closes.
type chooser struct {
	pop    *widget.PopUp
	entry  *searchEntry
	box    *fyne.Container // of the rows
	rows   []*chooserRow
	count  *canvas.Text
	whole  *paragraph // the choice at which the menu stands, where its row cuts it
	width  float32
	say    func(shown, all int) string
	more   string                     // said of choices of which several can be made
	typed  func(text string) []choice // what to offer where nothing is found; nil: nothing
	lines  int                        // of a row
	most   int                        // rows for which there is room
	where  func()                     // places the menu
	renew  func()                     // lists the choices anew; nil: they stay
	refuse func(why string)           // says why a choice is not offered; nil: nothing
	keys   func(*fyne.KeyEvent) bool  // what other keys do: it tells whether one did; nil: nothing
	role   string                     // what it is about, as the words of the headline are called

	always bool // typed is offered beside what is found, too

	all, shown []choice
	at, top    int
	looking    string // said while more choices are looked for; "": these are all
	entered    bool   // Enter was pressed before there was anything to choose
}

// A texted is what a chooser says besides its choices.
type texted struct {
	prompt  string
	several string
	lines   int // that a row may have
	count   func(shown, all int) string
}

// openChooser shows the choices at a place, or where the window has room for
// them. Extra objects stand below the list.
func openChooser(c fyne.Canvas, at func(width float32) fyne.Position, t texted, list []choice, extra ...fyne.CanvasObject) *chooser {
	ch := &chooser{most: chooserRows, all: offered(list), say: t.count, more: t.several, count: line("", theme.ColorNamePlaceHolder, noteSize, false), whole: newWhole(), width: wide(c, list)}
	for i := range ch.all { // once, not at each letter
		ch.all[i].folded = ch.all[i].searched()
	}
	ch.lines = rowLines(list, ch.width, t.lines)
	ch.entry = newSearchEntry(t.prompt, ch.key)
	ch.entry.OnChanged = func(string) { ch.filter() }
	ch.entry.OnSubmitted = func(string) { ch.choose(ch.at) }
	ch.entry.OnToggle = func() { ch.tapped(ch.at, true) }
	ch.box = container.New(layout.NewCustomPaddedVBoxLayout(0))
	ch.makeRows()
	foot := container.NewVBox(ch.whole)
	for _, o := range extra {
		foot.Add(o)
	}
	foot.Add(container.New(margins{2, 6, 2, 8}, ch.count))
	content := container.New(margins{4, 4, 4, 4}, framed(ch.entry, foot, nil, nil, ch.box))
	ch.pop = widget.NewPopUp(content, c)
	ch.filter()
	corner := at(ch.width)
	ch.where = func() { ch.place(c, corner) }
	ch.where()
	c.Focus(ch.entry)
	return ch
}

// makeRows makes as many rows as the choices need.
func (c *chooser) makeRows() {
	for i := len(c.rows); i < min(chooserRows, len(c.all)); i++ {
		row := newChooserRow(c.lines)
		row.OnTapped = func(toggle bool) { c.tapped(c.top+i, toggle) }
		row.OnHover = func() { c.move(c.top + i) }
		row.OnScroll = c.scroll
		c.rows = append(c.rows, row)
		c.box.Add(row)
	}
}

// offer shows the choices that were looked for, by what was typed meanwhile.
func (c *chooser) offer(list []choice) {
	c.all, c.looking = offered(list), ""
	c.makeRows()
	if !c.pop.Visible() {
		return
	}
	c.width = fyne.Max(c.width, wide(c.pop.Canvas, list))
	chosen := c.label()
	c.filter()
	c.move(max(c.at, slices.IndexFunc(c.shown, func(o choice) bool { return o.Label == chosen })))
	c.where()
	if c.entered {
		c.choose(c.at)
	}
}

// leastRows is how few rows a menu has before it stands elsewhere.
const leastRows = 4

// place keeps the menu within the window: a pop-up does not clamp itself. Where
// there is too little room it has fewer rows.
func (c *chooser) place(cv fyne.Canvas, at fyne.Position) {
	c.most = chooserRows
	c.paint()
	size := c.pop.MinSize()
	size.Width = c.width
	size.Height += float32(min(len(c.rows), c.most)-c.seen()) * heightOf(c.lines)
	if c.width >= chooserMost { // some rows are cut: one line more says them whole
		size.Height += float32(c.whole.Most-1) * noteSize * 1.4
	}
	if over := at.Y + size.Height + 4 - cv.Size().Height; over > 0 {
		less := int(math.Ceil(float64(over / heightOf(c.lines))))
		c.most = max(leastRows, min(len(c.rows), c.most)-less)
		size.Height -= float32(less) * heightOf(c.lines)
		c.move(c.at)
	}
	c.pop.ShowAtPosition(within(cv.Size(), at, size))
}

// seen counts the rows that are not empty.
func (c *chooser) seen() int { return max(0, min(len(c.shown)-c.top, len(c.rows), c.most)) }

// within moves a rectangle as little as it takes to stand in the window.
func within(window fyne.Size, at fyne.Position, size fyne.Size) fyne.Position {
	return fyne.NewPos(
		fyne.Max(4, fyne.Min(at.X, window.Width-size.Width-4)),
		fyne.Max(4, fyne.Min(at.Y, window.Height-size.Height-4)),
	)
}

func (c *chooser) close() { c.pop.Hide() }

func (c *chooser) filter() {
	c.shown = found(c.all, c.entry.Text)
	if c.typed != nil && (len(c.shown) == 0 || c.always) {
		c.shown = append(slices.Clone(c.shown), c.typed(c.entry.Text)...)
	}
	c.at, c.top = 0, 0
	if c.entry.Text == "" {
		for i, choice := range c.shown {
			if choice.Checked {
				c.move(i)
				break
			}
		}
	}
	c.paint()
}

// label is that of the choice at which the menu stands.
func (c *chooser) label() string {
	if c.at < len(c.shown) {
		return c.shown[c.at].Label
	}
	return ""
}

// key handles what the entry does not: it tells whether it did.
func (c *chooser) key(e *fyne.KeyEvent) bool {
	switch e.Name {
	case fyne.KeyDown:
		c.move(c.at + 1)
	case fyne.KeyUp:
		c.move(c.at - 1)
	case fyne.KeyPageDown:
		c.move(c.at + c.most)
	case fyne.KeyPageUp:
		c.move(c.at - c.most)
	case fyne.KeyEscape:
		c.close()
	default:
		return c.keys != nil && c.keys(e)
	}
	return true
}

func (c *chooser) move(to int) {
	c.at = max(0, min(to, len(c.shown)-1))
	c.top = max(c.at-c.most+1, min(c.top, c.at))
	c.paint()
}

func (c *chooser) scroll(rows int) {
	c.top = max(0, min(c.top+rows, len(c.shown)-c.most))
	c.at = max(c.top, min(c.at, c.top+c.most-1))
	c.paint()
}

func (c *chooser) paint() {
	for i, row := range c.rows {
		if i < c.seen() {
			row.set(&c.shown[c.top+i], c.top+i == c.at)
			row.Show()
		} else {
			row.set(nil, false)
			row.Hide()
		}
	}
	c.tellWhole()
	c.pop.Resize(fyne.NewSize(c.width, c.pop.MinSize().Height))
	text := c.say(len(c.shown), len(c.all))
	if c.looking != "" {
		text = c.looking
	}
	if c.at < len(c.shown) && c.shown[c.at].Toggle != nil && c.shown[c.at].Refused == "" {
		text += c.more
	}
	if text != c.count.Text {
		c.count.Text = text
		c.count.Refresh()
	}
}

func (c *chooser) tapped(i int, toggle bool) {
	if i >= len(c.shown) {
		return
	}
	if chosen := c.shown[i]; toggle && chosen.Toggle != nil && chosen.Refused == "" {
		c.toggle(i)
		return
	}
	c.choose(i)
}

func (c *chooser) choose(i int) {
	c.entered = c.looking != "" && len(c.shown) == 0
	if i >= len(c.shown) {
		return
	}
	if why := c.shown[i].Refused; why != "" {
		if c.refuse != nil {
			c.refuse(c.shown[i].Label + " · " + why)
		}
		return
	}
	c.close()
	c.shown[i].Choose()
}

// toggle adds or takes away a choice, and stays open for the next: what is
// typed then takes the place of what was typed for this one.
func (c *chooser) toggle(i int) {
	c.shown[i].Checked = !c.shown[i].Checked
	for j := range c.all {
		if c.all[j].Label == c.shown[i].Label {
			c.all[j].Checked = c.shown[i].Checked
		}
	}
	c.shown[i].Toggle()
	c.paint()
	c.entry.TypedShortcut(&fyne.ShortcutSelectAll{})
}

// A searchEntry is an entry that hands keys to the menu that it filters.
type searchEntry struct {
	widget.Entry
	OnToggle func() // Ctrl+Enter; nil: nothing
	OnUndo   func() // Ctrl+Z where nothing is typed; nil: nothing
	onKey    func(*fyne.KeyEvent) bool
}

func newSearchEntry(prompt string, onKey func(*fyne.KeyEvent) bool) *searchEntry {
	e := &searchEntry{onKey: onKey}
	e.PlaceHolder = prompt
	e.ExtendBaseWidget(e)
	return e
}

// TypedKey moves in the menu; the rest edits the text.
func (e *searchEntry) TypedKey(k *fyne.KeyEvent) {
	if !e.onKey(k) {
		e.Entry.TypedKey(k)
	}
}

// TypedShortcut takes Ctrl+Enter, and Ctrl+Z where nothing is typed; the rest
// edits the text.
func (e *searchEntry) TypedShortcut(s fyne.Shortcut) {
	if _, undo := s.(*fyne.ShortcutUndo); undo && e.Text == "" && e.OnUndo != nil {
		e.OnUndo()
		return
	}
	if k, ok := s.(*desktop.CustomShortcut); ok && (k.KeyName == fyne.KeyReturn || k.KeyName == fyne.KeyEnter) && e.OnToggle != nil {
		e.OnToggle()
		return
	}
	e.Entry.TypedShortcut(s)
}

var _ desktop.Hoverable = (*chooserRow)(nil)
