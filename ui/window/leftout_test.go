package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// What a narrow bar has no room for is in a menu beside it, which the keyboard
// reaches; where there is room for all there is no such menu.
func TestWhatABarLeavesOutIsInAMenu(t *testing.T) {
	for _, lang := range languages {
		p := opened(t, telegram())
		p.setLanguage(lang)
		if p.window.Resize(fyne.NewSize(1900, 800)); p.bar.rest.Visible() {
			t.Errorf("%s: there is room for all, and a menu of what is left out", lang)
		}
		p.window.Resize(fyne.NewSize(1180, 800))
		p.press(t, "notes")
		if p.bar.log.Visible() {
			t.Fatalf("%s: the bar is not narrow", lang)
		}
		if !slices.Contains(focusable(p.bar.object), fyne.Focusable(p.bar.rest)) {
			t.Fatalf("%s: what is left out vanished without a sign", lang)
		}
		key(p.bar.rest, fyne.KeyReturn)
		offered := labels(p.chooser.all)
		for _, o := range p.bar.unlisted() {
			if name := p.say("action." + o.name); o.button.Visible() == slices.Contains(offered, name) {
				t.Errorf("%s: %q stands in the bar: %t; the menu has %v", lang, name, o.button.Visible(), offered)
			}
		}
		p.chooser.choose(slices.Index(labels(p.chooser.shown), p.say("action.log")))
		if !p.history.now().log {
			t.Errorf("%s: the menu does not change the axis", lang)
		}
	}
}

// The menu of what is worked out of the numbers opens below the menu that
// stands for it.
func TestALeftOutMenuOpensInPlace(t *testing.T) {
	p := opened(t, telegram())
	p.window.Resize(fyne.NewSize(960, 800))
	p.press(t, "notes")
	if p.bar.worked.Visible() {
		t.Fatal("there is room for it: a narrower window is needed")
	}
	p.press(t, "worked")
	bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.bar.rest).Y + p.bar.rest.Size().Height
	if at := p.chooser.pop.Position(); at.Y < bottom {
		t.Errorf("it opens at %v, above %v", at, bottom)
	}
}

// The bar of a comparison has the same menu.
func TestWhatTheBarOfAComparisonLeavesOut(t *testing.T) {
	p := opened(t, countries())
	compareHalves("slope")(p)
	p.window.Resize(fyne.NewSize(900, 800))
	if p.sided.perDay.Visible() || !p.sided.rest.Visible() {
		t.Fatal("the bar is not narrow, or says nothing of what is left out")
	}
	test.Tap(p.sided.rest)
	p.chooser.choose(slices.Index(labels(p.chooser.shown), p.say("action.perday")))
	if !p.history.now().compare.pair.PerDay {
		t.Error("the menu does not compare per day")
	}
}
