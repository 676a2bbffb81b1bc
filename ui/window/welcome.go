package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// greet shows the welcome at the first start, not where files are opened with
// it. It goes away once something is done, and does not come back by itself.
func (p *page) greet() {
	if p.options.Welcome && !p.app.Preferences().Bool(prefWelcomed) && len(p.options.Paths) == 0 {
		p.showWelcome()
	}
}

func (p *page) showWelcome() { p.open(side{kind: welcomeSide}) }

// leaveWelcome takes the welcome away from a state that something was done to.
func (p *page) leaveWelcome(s *state) {
	if s.side.kind == welcomeSide {
		s.side = side{}
	}
}

// welcomeSide says in five sentences what can be done here; each does it.
func (p *page) welcomeSide() fyne.CanvasObject {
	p.app.Preferences().SetBool(prefWelcomed, true)
	list := []fyne.CanvasObject{
		newParagraph(p.say("welcome.title"), theme.ColorNameForeground, theme.SizeNameSubHeadingText),
		prose(p.say("welcome.text")),
	}
	for _, w := range []struct {
		name string
		do   func()
	}{
		{"ask", func() { p.openWord("by") }}, {"trace", p.pinNewest}, {"open", p.openFiles}, {"get", p.chooseReport}, {"meaning", p.explain}, {"keys", func() { p.open(side{kind: keysSide}) }},
	} {
		do := wire(p, newButton(p.say("welcome."+w.name), boxedButton, w.do), "")
		list = append(list, widget.NewSeparator(), note(p.say("welcome."+w.name+".text")), pressed(do))
	}
	return p.scrolled(list...)
}

// pinNewest selects the newest number of the first line, to show where it
// comes from.
func (p *page) pinNewest() {
	for _, s := range p.rows() {
		if n := len(s.Numbers); n > 0 {
			p.pin(pin{series: s, period: s.Numbers[n-1].Period})
			return
		}
	}
	p.status.say(p.say("refused.noanswer"))
}
