package window

import (
	"slices"

	"fyne.io/fyne/v2"
)

// A spared button is one that a narrow bar leaves out: its action is then in
// the menu of what is left out.
type spared struct {
	button *button
	name   string // of the action
}

// newRest makes the button of that menu. It stands only while something is
// left out.
func newRest(p *page, list func() []spared) *button {
	b := wire(p, newButton("…", plainButton, nil), p.say("hint.rest"))
	b.OnTapped = func() { p.openRest(b, list()) }
	return b
}

// openRest opens the menu of what a bar has no room for.
func (p *page) openRest(anchor fyne.CanvasObject, all []spared) {
	var list []choice
	for _, a := range p.actions() {
		if slices.ContainsFunc(all, func(s spared) bool { return s.name == a.name && !s.button.Visible() }) {
			list = append(list, p.actionChoice(a))
		}
	}
	p.choose(anchor, "rest", list)
}

// actionChoice offers an action, with its key.
func (p *page) actionChoice(a action) choice {
	c := choice{Label: p.say("action." + a.name), Note: a.keyText(p), Choose: func() { p.run(a) }}
	if a.refused != nil {
		c.Refused = a.refused()
	}
	c.Checked = a.chosen != nil && a.chosen()
	return c
}

// buttonsOf lists what a layout may leave out.
func buttonsOf(list []spared) []fyne.CanvasObject {
	var objects []fyne.CanvasObject
	for _, s := range list {
		objects = append(objects, s.button)
	}
	return objects
}
