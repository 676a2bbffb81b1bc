package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
)

// idle says of controls why nothing is noticed when they are pressed.
var idle = map[string]string{
	`the button "Also those set aside"`: "none were set aside",
}

// pressables lists the controls that are seen, in the order of the keyboard.
func (p *page) pressables() []interface {
	fyne.Focusable
	base() *control
} {
	var list []interface {
		fyne.Focusable
		base() *control
	}
	for _, f := range focusable(p.window.Content()) {
		if c, is := f.(interface {
			fyne.Focusable
			base() *control
		}); is {
			list = append(list, c)
		}
	}
	return list
}

// kindOf names a control, and all links alike.
func kindOf(f fyne.Focusable) string {
	if b, is := f.(*button); is && strings.HasPrefix(b.Hint, "http") {
		return "a link"
	}
	return called(f)
}

// TestEveryControlDoesSomething presses each control of each station once, by
// the keyboard: something that a user sees, has or is told is then another.
// One that is grey says why.
func TestEveryControlDoesSomething(t *testing.T) {
	pressed := map[string]bool{}
	for _, at := range stations() {
		if at.menu {
			continue
		}
		t.Run(at.name, func(t *testing.T) {
			p := at.open(t)
			was := p.history
			for i := 0; i < len(p.pressables()); i++ {
				c := p.pressables()[i]
				b, name := c.base(), kindOf(c)
				if chosen, is := c.(*button); pressed[name] || is && chosen.Chosen {
					continue
				}
				pressed[name] = true
				if b.Refused {
					if b.Hint == "" {
						t.Errorf("%s is grey and does not say why", name)
					}
					continue
				}
				browsed := p.browsed()
				p.ticks = func(chan struct{}, func()) {} // nothing plays on
				p.window.Canvas().Focus(c)
				before := p.noticed()
				key(c, fyne.KeyReturn)
				if changed := !slices.Equal(before, p.noticed()) || len(*browsed) > 0; changed == (idle[name] != "") {
					t.Errorf("pressing %s is noticed: %t; %s", name, changed, idle[name])
				}
				if at.side == checksSide { // it takes a while to open
					p.leadBack(was)
				} else {
					p = at.open(t)
				}
			}
		})
	}
}

// leadBack goes back to a history, and closes what stands above the window.
func (p *page) leadBack(to history) {
	if p.chooser != nil {
		p.chooser.close()
	}
	if p.dialog != nil {
		p.dialog.Hide()
	}
	p.history = history{states: slices.Clone(to.states), at: to.at}
	p.update()
}
