package window

import (
	"reflect"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

// A drawer at the right shows where a number comes from, and whatever else is
// read beside the picture: findings, an excerpt of a source, notes, keys.
type drawer struct {
	page   *page
	object *fyne.Container
	head   *fyne.Container
	title  *canvas.Text
	body   *fyne.Container
	back   *button
	close  *button
	shown  shownSide
	before fyne.Focusable // what had the focus when the drawer opened
	first  fyne.Focusable // what has the focus once the drawer is filled; nil: what had it before
}

// shownSide is what the drawer was built from.
type shownSide struct {
	side side
	pin  pin
}

func newDrawer(p *page) *drawer {
	d := &drawer{page: p, title: heading(""), body: container.NewStack()}
	d.back = wire(p, newButton("←", plainButton, p.goBack), p.say("hint.back"))
	d.close = wire(p, newButton("✕", plainButton, p.closeSide), p.say("hint.close"))
	d.head = container.New(spread{wide: 1}, d.back, container.New(margins{0, 0, 0, 4}, d.title), d.close)
	inner := framed(container.New(margins{8, 6, 0, 8}, d.head), nil, nil, nil, container.New(margins{0, 8, 8, 8}, d.body))
	d.object = surface(leftEdge, inner)
	d.object.Hide()
	return d
}

// open shows something in the drawer.
func (p *page) open(s side) { p.turn(func(now *state) { now.side = s }) }

// closeSide closes the drawer; what was pinned no longer is.
func (p *page) closeSide() {
	p.turn(func(s *state) {
		if s.side.kind == numberSide || s.side.kind == excerptSide || s.side.kind == vintagesSide {
			s.pin = pin{}
		}
		s.side = side{}
	})
}

// pin selects a number, and shows where it comes from.
func (p *page) pin(n pin) {
	n.series.Numbers, n.series.Breaks = nil, nil
	p.turn(func(s *state) { s.pin, s.side = n, side{kind: numberSide} })
}

// show builds what the state asks for, unless it stands already.
func (d *drawer) show() {
	p := d.page
	s := p.history.now()
	now := shownSide{s.side, s.pin}
	if s.side.kind != sheetSide {
		p.book = p.book.close()
	}
	if s.side.kind == noSide {
		d.shown = shownSide{}
		p.giveRoom(noSide)
		if d.object.Visible() {
			d.giveBack()
			d.object.Hide()
			d.body.Objects = nil
			p.relayout()
		}
		return
	}
	if reflect.DeepEqual(now, d.shown) && d.object.Visible() {
		return
	}
	d.shown = now
	if !d.object.Visible() {
		d.before = p.window.Canvas().Focused()
	}
	p.giveRoom(s.side.kind)
	d.fill(s)
	if !d.object.Visible() {
		d.object.Show()
		p.relayout()
	}
	if d.first != nil {
		p.window.Canvas().Focus(d.first)
		d.first = nil
	}
	d.begin()
}

// begin gives the focus to the list of a side that has the room of the
// picture, unless something that is seen has it: what the side hides would get
// the keys else.
func (d *drawer) begin() {
	p, cv := d.page, d.page.window.Canvas()
	if !p.history.now().side.kind.wide() || cv.Overlays().Top() != nil || slices.Contains(focusable(p.window.Content()), cv.Focused()) {
		return
	}
	cv.Unfocus()
	for _, f := range focusable(d.body) {
		if list, ok := f.(*keyList); ok {
			cv.Focus(list)
			return
		}
	}
}

// giveBack gives the focus, where it is in the drawer, to what had it before
// the drawer opened.
func (d *drawer) giveBack() {
	cv := d.page.window.Canvas()
	if !slices.Contains(focusable(d.object), cv.Focused()) {
		return
	}
	if d.before != nil && slices.Contains(focusable(d.page.window.Content()), d.before) {
		cv.Focus(d.before)
		return
	}
	cv.Unfocus()
}

func (d *drawer) fill(s state) {
	p := d.page
	d.back.Hide()
	if s.side.from != nil || s.side.kind == excerptSide && s.pin.set() {
		d.back.Show()
	}
	switch s.side.kind {
	case numberSide:
		d.put("side.number", p.numberSide(s))
	case findingsSide:
		d.put("side.findings", p.findingsSide(s.side.source))
	case excerptSide:
		d.put("side.excerpt", p.excerptSide(s.side.origin))
	case sheetSide:
		d.put("side.sheet", p.sheetSide(s.side.origin))
	case revisionsSide:
		d.put("side.revisions", p.revisionsSide())
	case rereadSide:
		d.put("side.reread", p.rereadSide())
	case vintagesSide:
		d.put("side.editions", p.vintagesSide(s))
	case checksSide:
		d.put("side.checks", p.checksSide(s.side.source))
	case mappingSide:
		d.put("side.mapping", p.mappingSide(s.side.source))
	case incomingSide:
		d.put("side.incoming", p.incomingSide())
	case notesSide:
		if s.side.source != "" {
			d.put("side.notes", p.notesOfSide(s.side.source))
			return
		}
		d.put("side.notes", p.notesSide())
	case preferencesSide:
		d.put("side.preferences", p.preferencesSide())
	case welcomeSide:
		d.put("side.welcome", p.welcomeSide())
	case meaningSide:
		d.put("side.meaning", p.meaningSide(s.side.source))
	case keysSide:
		d.put("side.keys", p.keysSide())
	case aboutSide:
		d.put("side.about", p.aboutSide())
	}
}

func (d *drawer) put(title string, content fyne.CanvasObject) {
	d.title.Text = d.page.say(title)
	d.head.Refresh()
	d.body.Objects = []fyne.CanvasObject{content}
	d.body.Refresh()
}

// scrolled makes paragraphs that scroll.
func (p *page) scrolled(list ...fyne.CanvasObject) fyne.CanvasObject {
	return p.newReader(container.New(margins{0, 10, 0, 0}, container.NewVBox(list...)))
}

// pressed stands a button in line with the paragraphs of a side, and apart
// from what follows.
func pressed(b *button) fyne.CanvasObject {
	return container.New(margins{2, 6, 6, 6}, container.NewHBox(b))
}
