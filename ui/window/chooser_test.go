package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

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

// After Ctrl+Enter what is typed next looks for the next value.
func TestTypingTheNextOfSeveral(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "category")
	for _, name := range []string{"terr", "child"} {
		for _, r := range name {
			p.chooser.entry.TypedRune(r)
		}
		p.chooser.entry.OnToggle()
	}
	if got := p.history.now().question.Where[reports.Category]; len(got) != 2 {
		t.Errorf("two words and two Ctrl+Enter choose %v; the field holds %q", got, p.chooser.entry.Text)
	}
}

// A menu stays where it is, also where the word that it belongs to is written
// anew or what it belongs to is not shown.
func TestAMenuStaysWhereItIs(t *testing.T) {
	p := opened(t, telegram())
	work, finish := late()
	p.choosing = work
	p.press(t, "area")
	at := p.chooser.pop.Position()
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	finish()
	if got := p.chooser.pop.Position(); got != at {
		t.Errorf("the menu moves from %v to %v", at, got)
	}
	p = opened(t, countries())
	p.press(t, "category")
	if at := p.chooser.pop.Position(); at.X < p.headline.object.Size().Width/10 || at.Y < 40 {
		t.Errorf("the menu of a filter that is not shown opens at %v", at)
	}
}

// A key that does something else closes the menu that stands open.
func TestAnotherActionClosesAMenu(t *testing.T) {
	p := opened(t, telegram())
	for _, name := range []string{"partial", "bars", "copytable", "notes"} {
		p.press(t, "measure")
		p.press(t, name)
		if p.menuOpen() {
			t.Errorf("the menu stays open over %s", name)
		}
	}
}

// Ctrl+Z takes back a step wherever the focus is, but in a text field.
func TestUndoFromTheTable(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "partial")
	p.window.Canvas().Focus(p.table)
	p.pressKey(t, "undo")
	if p.history.now().question.Partial {
		t.Error("Ctrl+Z does nothing while the table has the focus")
	}
	p.press(t, "measure")
	test.Type(p.chooser.entry, "x")
	p.pressKey(t, "undo")
	p.pressKey(t, "redo")
	if p.chooser.entry.Text != "x" || p.history.now().question.Partial {
		t.Errorf("the field holds %q after Ctrl+Z and Ctrl+Shift+Z", p.chooser.entry.Text)
	}
}

// What a row has no room for is said whole below the rows, and a menu is as
// wide as its choices need.
func TestALongChoiceIsSaidWhole(t *testing.T) {
	p := opened(t, telegram())
	long := strings.Repeat("requests of a publisher ", 8)
	p.choose(nil, "bookmarks", []choice{{Label: long + "as lines"}, {Label: long + "as a table"}, {Label: "short"}})
	c := p.chooser
	if c.width != chooserMost {
		t.Errorf("the menu is %v wide", c.width)
	}
	c.move(1)
	if c.whole.Text != long+"as a table" || !c.whole.Visible() {
		t.Errorf("it says %q", c.whole.Text)
	}
	c.move(2)
	if c.whole.Visible() {
		t.Error("it says a short one twice")
	}
	p.choose(nil, "bookmarks", []choice{{Label: "short"}})
	if p.chooser.width != chooserWidth {
		t.Errorf("of short choices it is %v wide", p.chooser.width)
	}
}

// What a search found of the library it finds at once the next time, until the
// library is another.
func TestSearchKnowsWhatItFound(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "search")
	key(p.chooser.entry, "Escape")
	work, finish := late()
	p.choosing = work
	p.press(t, "search")
	test.Type(p.chooser.entry, "terrorism")
	if len(p.chooser.shown) == 0 || p.chooser.looking != "" {
		t.Error("the second search looks for the parts again")
	}
	p.hold(func(held) {})
	p.press(t, "search")
	if p.chooser.looking == "" {
		t.Error("after the library was read anew the search shows what it was")
	}
	finish()
}

// A menu of a word that a wide side hides stands in the middle of the window.
func TestAMenuOfAHiddenWordStandsInTheMiddle(t *testing.T) {
	p := audited(t, "en")
	p.press(t, "by")
	if at := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.chooser.entry).X; at < 300 {
		t.Errorf("it stands at %v", at)
	}
}

// rowTexts is what a row of a menu shows.
func rowTexts(r *chooserRow) string {
	var list []string
	for _, o := range test.WidgetRenderer(r).Objects() {
		if text, is := o.(*canvas.Text); is && text.Text != "" {
			list = append(list, text.Text)
		}
	}
	return strings.Join(list, "|")
}

// Two long sentences that differ at their end are told apart in the list.
func TestBookmarksAreToldApart(t *testing.T) {
	p := opened(t, telegram())
	long := "Removal requests received at Google by trigger, as published, January 2019 to December 2023, "
	p.choose(nil, "bookmarks", []choice{{Label: long + "in France", Note: "Table"}, {Label: long + "in Germany", Note: "Table"}, {Label: long + "in Germany", Note: "Lines"}})
	seen := map[string]bool{}
	for _, r := range p.chooser.rows {
		seen[rowTexts(r)] = true
		if at := r.Position().Y + r.Size().Height; at > p.chooser.box.Size().Height {
			t.Errorf("a row ends at %v of %v", at, p.chooser.box.Size().Height)
		}
	}
	if len(seen) != 3 {
		t.Errorf("three bookmarks read as %v", seen)
	}
}

// A note that has no room leaves a sign, and is said below the rows.
func TestANoteWithoutRoomLeavesASign(t *testing.T) {
	p := opened(t, telegram())
	label := strings.TrimSpace(strings.Repeat("an area ", 10))
	for fyne.MeasureText(label, theme.TextSize(), fyne.TextStyle{}).Width < chooserMost-tickWidth-rowMarginRight-chooserMargin-50 {
		label += "s"
	}
	p.choose(nil, "area", []choice{{Label: label, Note: "a note"}})
	if got := rowTexts(p.chooser.rows[0]); got != label+"|…" || p.chooser.whole.Text != label+" · a note" {
		t.Errorf("the row shows %q, below it stands %q", got, p.chooser.whole.Text)
	}
}

// A menu covers nothing of the headline, whatever opened it, and stands whole
// in the window.
func TestAMenuLeavesTheHeadline(t *testing.T) {
	for _, size := range []fyne.Size{{Width: 1280, Height: 800}, {Width: 900, Height: 500}} {
		for _, lang := range languages {
			p := opened(t, countries())
			p.setLanguage(lang)
			p.window.Resize(size)
			p.ask(func(q *reports.Question) { q.ByCountry = true })
			bottom := fyne.CurrentApp().Driver().AbsolutePositionForObject(p.headline.flow).Y + p.headline.flow.Size().Height
			for _, name := range []string{"measure", "publisher", "by", "every", "span", "area", "search", "history", "get", "worked", "with", "filters"} {
				p.press(t, name)
				at, end := p.chooser.pop.Position().Y, p.chooser.pop.Position().Y+p.chooser.pop.Size().Height
				if at < bottom || end > size.Height {
					t.Errorf("%v %s: the menu of %s stands from %v to %v, the headline ends at %v", size, lang, name, at, end, bottom)
				}
				p.chooser.close()
			}
		}
	}
}
