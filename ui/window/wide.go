package window

import "slices"

// wide tells whether a side needs the room of the picture, too.
func (k sideKind) wide() bool {
	return k == sheetSide || k == checksSide || k == revisionsSide || k == rereadSide || k == mappingSide
}

// giveRoom hides headline and picture while a side needs their room.
func (p *page) giveRoom(to sideKind) {
	if to.wide() == !p.middle.Visible() {
		return
	}
	if to.wide() {
		p.middle.Hide()
	} else {
		p.middle.Show()
	}
	p.relayout()
}

// openFrom shows something in the drawer that leads back to what it shows
// now.
func (p *page) openFrom(s side) {
	if now := p.history.now().side; now.kind != noSide {
		s.from = &now
	}
	p.open(s)
}

// goBack shows what the drawer showed before, or else the pinned number. The
// focus stays in the drawer.
func (p *page) goBack() {
	to := side{kind: numberSide}
	if from := p.history.now().side.from; from != nil {
		to = *from
	}
	p.open(to)
	if cv := p.window.Canvas(); !slices.Contains(focusable(p.window.Content()), cv.Focused()) {
		cv.Focus(p.drawer.close)
	}
}
