package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// Two bookmarks, their list open: the question by year, then the first one.
func bookmarked(t *testing.T) *page {
	p := opened(t, telegram())
	p.press(t, "bookmark")
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	p.press(t, "bookmark")
	p.press(t, "bookmarks")
	return p
}

func TestBookmarkIsNamed(t *testing.T) {
	p := bookmarked(t)
	sentence := p.chooser.all[1].Label
	key(p.chooser.entry, fyne.KeyDown)
	key(p.chooser.entry, fyne.KeyF2)
	test.Type(p.chooser.entry, "Months")
	p.chooser.entry.OnSubmitted("Months")
	if c := p.chooser.shown[1]; c.Label != "Months" || c.Note != sentence || p.chooser.at != 1 {
		t.Fatalf("it is listed as %q, %q", c.Label, c.Note)
	}
	key(p.chooser.entry, fyne.KeyF2)
	if p.chooser.entry.Text != "Months" {
		t.Errorf("renaming begins with %q", p.chooser.entry.Text)
	}
	test.Type(p.chooser.entry, "By month")
	p.chooser.entry.OnSubmitted("")
	if got := labels(p.chooser.all); got[1] != "By month" {
		t.Errorf("renamed, the list is %v", got)
	}
	key(p.chooser.entry, fyne.KeyF2)
	p.chooser.entry.SetText("")
	p.chooser.entry.OnSubmitted("")
	if got := labels(p.chooser.all); got[1] != sentence {
		t.Errorf("without a name the list is %v", got)
	}
}

func TestBookmarkIsRemovedAndComesBack(t *testing.T) {
	p := bookmarked(t)
	before := labels(p.chooser.all)
	key(p.chooser.entry, fyne.KeyF2)
	p.chooser.entry.SetText("Years")
	p.chooser.entry.OnSubmitted("")
	key(p.chooser.entry, fyne.KeyDelete)
	if got := labels(p.chooser.all); !slices.Equal(got, before[1:]) || p.bar.star.Text != "☆" {
		t.Fatalf("after Delete the list is %v, the star %s", got, p.bar.star.Text)
	}
	p.chooser.entry.TypedShortcut(&fyne.ShortcutUndo{})
	if got := labels(p.chooser.all); !slices.Equal(got, []string{"Years", before[1]}) || p.bar.star.Text != "★" {
		t.Errorf("after Ctrl+Z the list is %v, the star %s", got, p.bar.star.Text)
	}
	test.Type(p.chooser.entry, "xy")
	key(p.chooser.entry, fyne.KeyDelete)
	if len(p.bookmarks()) != 2 {
		t.Error("Delete in the text that is typed removed a bookmark")
	}
}

// Bookmarks speak the window's language, and keep their names in it.
func TestBookmarksInFrench(t *testing.T) {
	p := bookmarked(t)
	key(p.chooser.entry, fyne.KeyF2)
	p.chooser.entry.SetText("Par an")
	p.chooser.entry.OnSubmitted("")
	key(p.chooser.entry, fyne.KeyEscape)
	p.speak("fr")
	p.press(t, "bookmarks")
	if c := p.chooser.all[0]; c.Label != "Par an" || c.Note == "" || p.say("bookmark.remove") != "Retirer (Suppr)" {
		t.Errorf("the list has %q, %q", c.Label, c.Note)
	}
}
