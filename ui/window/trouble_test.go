package window

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"vitrine/assets"
	"vitrine/reports/library"
)

// copied presses a button of a text in an object, and returns what the
// clipboard holds then.
func copied(t *testing.T, p *page, o fyne.CanvasObject, text string) string {
	t.Helper()
	p.app.Clipboard().SetContent("")
	for _, b := range buttons(o) {
		if b.Text == text {
			key(b, fyne.KeyReturn)
			return p.app.Clipboard().Content()
		}
	}
	t.Fatalf("there is no %q among %q", text, texts(o))
	return ""
}

func TestAFailureInTheStatusLineCanBeCopied(t *testing.T) {
	p := opened(t, telegram())
	if p.status.copy.Visible() {
		t.Error("there is something to copy before anything went wrong")
	}
	p.wrong("the disk is full: make room")
	if got := copied(t, p, p.status.object, "Copy"); got != "the disk is full: make room" {
		t.Errorf("the clipboard has %q", got)
	}
	if p.status.copy.Visible() {
		t.Error("the button stays when something else is said")
	}
	p.app.Clipboard().SetContent("")
	p.press(t, "copytrouble")
	if got := p.app.Clipboard().Content(); got != "the disk is full: make room" {
		t.Errorf("the key copies %q", got)
	}
}

func TestAFileThatWasRefusedSaysWhyAndIsCopied(t *testing.T) {
	p := opened(t, telegram())
	p.take([]string{"/tmp/broken.xlsx"})
	said := selectable(p.panel.receipts)
	if len(said) != 1 || !strings.Contains(said[0], "sheet 2 is cut off") {
		t.Fatalf("what can be selected is %q", said)
	}
	if got := copied(t, p, p.panel.receipts, "Copy"); got != said[0] {
		t.Errorf("the clipboard has %q, want %q", got, said[0])
	}
}

func TestTheProblemsOfASourceAreCopiedTogether(t *testing.T) {
	p := audited(t, "en")
	findingList(t, p).Select(0)
	got := copied(t, p, p.drawer.body, "Copy")
	if f := p.checked.found[0]; !strings.Contains(got, f.Text.Say(p.words)) || strings.Count(got, "\n") < 1+len(f.Cases) {
		t.Errorf("the finding is copied as %q", got)
	}
}

func TestALibraryThatCannotBeOpenedSaysWhyAndIsCopied(t *testing.T) {
	p := opened(t, nil)
	p.fail(errors.New("another Vitrine has it open"))
	if got := copied(t, p, p.centre.object, "Copy"); !strings.Contains(got, "another Vitrine has it open") {
		t.Errorf("the clipboard has %q", got)
	}
}

// TestALibraryThatCouldNotBeOpenedIsTriedAgain: what else had it open may have
// let it go. Files that came meanwhile are loaded then.
func TestALibraryThatCouldNotBeOpenedIsTriedAgain(t *testing.T) {
	p := opened(t, nil)
	err := library.ErrLocked
	p.options.Open = func() (*library.Library, error) {
		if err != nil {
			return nil, err
		}
		return library.Open(library.Memory)
	}
	p.openLibrary()
	if got := p.panel.rowTexts(); len(got) != 0 {
		t.Errorf("beside it the library says %q", got)
	}
	p.take([]string{"/x/nothing-there.csv"})
	if !strings.Contains(p.trouble, "is open in another Vitrine") || p.loaded != nil {
		t.Errorf("a file that comes meanwhile is told %q", p.trouble)
	}
	list := buttons(p.centre.object)
	err = nil
	test.Tap(list[len(list)-1])
	t.Cleanup(func() { p.opened.Close() })
	if p.failed != nil || p.ledger == nil || len(p.held.blocks) == 0 {
		t.Fatalf("it is not open: %v, %d blocks", p.failed, len(p.held.blocks))
	}
	if len(p.loaded) != 1 || len(p.panel.rowTexts()) == 0 {
		t.Errorf("loaded are %v, the library lists %q", p.loaded, p.panel.rowTexts())
	}
}

// selectable lists the texts that can be selected.
func selectable(o fyne.CanvasObject) []string {
	var list []string
	switch o := o.(type) {
	case *fyne.Container:
		for _, child := range o.Objects {
			list = append(list, selectable(child)...)
		}
	case *container.Scroll:
		return selectable(o.Content)
	case *reader:
		return selectable(o.scroll.Content)
	case *failureText:
		if o.MouseIn(nil); o.Selectable {
			list = append(list, o.Text)
		}
	}
	return list
}

func TestAboutNamesEverybodyWithItsLicence(t *testing.T) {
	for _, lang := range languages {
		p := newPage(test.NewTempApp(t), Options{Language: lang, Version: "1.2.3"}, inline)
		var opened []string
		p.openURL = func(u *url.URL) error { opened = append(opened, u.String()); return nil }
		p.press(t, "about")
		got := texts(p.drawer.body)
		if got[0] != "Vitrine 1.2.3" || !strings.Contains(got[2], "BSD") {
			t.Errorf("%s: About begins with %q", lang, got[:3])
		}
		for _, c := range assets.Credits() {
			if !slices.Contains(got, p.words.CreditName(c)) || !slices.Contains(got, p.words.Licence(c)+" · "+c.For[lang]) {
				t.Errorf("%s: About lacks %s or its licence", lang, c.Name)
			}
		}
		for _, b := range buttons(p.drawer.body) {
			if b.Style == linkButton {
				test.Tap(b)
			}
		}
		if len(opened) != len(assets.Credits()) {
			t.Errorf("%s: %d addresses open, want %d", lang, len(opened), len(assets.Credits()))
		}
		if version := copied(t, p, p.drawer.body, p.say("about.copy")); !strings.HasPrefix(version, "Vitrine 1.2.3\n") {
			t.Errorf("%s: the clipboard has %q", lang, version)
		}
	}
}

// What happened is said though a word has the focus and its hint stood there.
func TestWhatHappenedIsSaidInPlaceOfAHint(t *testing.T) {
	p := opened(t, telegram())
	p.window.Canvas().Focus(p.headline.words["by"])
	p.status.say("Saved as telegram.xlsx")
	if got := p.status.text.Text; got != "Saved as telegram.xlsx" {
		t.Errorf("the line at the bottom says %q", got)
	}
	p.window.Canvas().Focus(p.headline.words["every"])
	if got := p.status.text.Text; got != p.headline.words["every"].Hint {
		t.Errorf("then it says %q", got)
	}
}

// While the library opens, and where it cannot be opened, nothing is offered
// that does nothing then.
func TestWithoutALibraryNothingElseIsOffered(t *testing.T) {
	p := opened(t, nil)
	if p.bar.object.Visible() || p.suggestions.object.Visible() || len(p.panel.rowTexts()) > 0 {
		t.Errorf("while it opens the window offers views, suggestions, or says %q", p.panel.rowTexts())
	}
	if p.panel.open.Refused {
		t.Error("files cannot be opened while the library opens: they would wait")
	}
	p.fail(library.ErrLocked)
	for _, name := range []string{"open", "folder", "get"} {
		p.press(t, name)
		if p.dialog != nil || p.menuOpen() || !strings.Contains(p.status.text.Text, "is open in another Vitrine") {
			t.Errorf("%s is offered, and says %q", name, p.status.text.Text)
		}
	}
	if p.bar.object.Visible() || !p.panel.open.Refused || !p.panel.get.Refused {
		t.Error("where it is not open the window offers views, or files to open")
	}
	p.failed = nil
	p.use(telegram())
	if !p.bar.object.Visible() || p.panel.open.Refused {
		t.Error("once it is open the window does not offer them")
	}
}
