package window

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

// goBack shows what the drawer showed before, or else the pinned number.
func (p *page) goBack() {
	if from := p.history.now().side.from; from != nil {
		p.open(*from)
		return
	}
	p.open(side{kind: numberSide})
}
