package window

import (
	"testing"

	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// late makes a worker whose work is done when the returned function is called.
func late() (*worker, func()) {
	var waiting []func()
	w := &worker{start: func(f func()) { waiting = append(waiting, f) }, do: func(f func()) { f() }}
	return w, func() {
		for _, f := range waiting {
			f()
		}
		waiting = nil
	}
}

// What is typed while a menu's choices are still looked for is not lost.
func TestTypingAheadOfAMenu(t *testing.T) {
	for _, enterFirst := range []bool{true, false} {
		p := opened(t, telegram())
		work, finish := late()
		p.choosing = work
		p.press(t, "every")
		test.Type(p.chooser.entry, "year")
		if enterFirst {
			p.chooser.entry.OnSubmitted("year")
		}
		finish()
		if !enterFirst {
			p.chooser.entry.OnSubmitted("year")
		}
		if got := p.history.now().question.Every; got != reports.EveryYear {
			t.Errorf("typing “year” and Enter asks each %v", got)
		}
		if p.chooser.pop.Visible() {
			t.Error("the menu is still open")
		}
	}
}

// A menu that was closed while its choices were looked for stays closed.
func TestClosingAMenuThatLooks(t *testing.T) {
	p := opened(t, telegram())
	work, finish := late()
	p.choosing = work
	p.press(t, "every")
	p.chooser.entry.OnSubmitted("")
	key(p.chooser.entry, "Escape")
	before := p.history.now().question.Every
	finish()
	if p.chooser.pop.Visible() || p.history.now().question.Every != before {
		t.Error("the menu opened again, or chose something")
	}
}
