package window

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/assets"
	"vitrine/reports"
)

func TestEveryMeaningIsFoundAndOpensItsSource(t *testing.T) {
	for _, lang := range languages {
		p := newPage(test.NewTempApp(t), Options{Language: lang}, inline)
		var opened []string
		p.openURL = func(u *url.URL) error { opened = append(opened, u.String()); return nil }
		p.press(t, "meanings")
		l := newMeaningList(p)
		if len(l.shown) < 300 {
			t.Fatalf("%s: %d are explained", lang, len(l.shown))
		}
		for _, m := range assets.Meanings().All() {
			p.openMeaning(m.Kind, m.Name)
			if got := texts(p.drawer.body); !slices.Contains(got, p.words.Meaning(m)) {
				t.Fatalf("%s: %s %s is explained by %q", lang, m.Kind, m.Name, got)
			}
			var want []string
			for _, r := range m.Sources {
				want = append(want, r.Address)
			}
			opened = nil
			for _, b := range buttons(p.drawer.body) {
				if b.Hint != "" && slices.Contains(want, b.Hint) {
					test.Tap(b)
				}
			}
			if !slices.Equal(opened, want) {
				t.Errorf("%s: the sources of %s open %q", lang, m.Name, opened)
			}
		}
	}
}

func TestTheGlossaryIsSearchedFromTheKeyboard(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "meanings")
	entry, ok := p.window.Canvas().Focused().(*searchEntry)
	if !ok {
		t.Fatal("the field to search has not the focus")
	}
	test.Type(entry, "hate speech")
	entry.OnSubmitted(entry.Text)
	if got := texts(p.drawer.body); got[0] != "Hate speech" {
		t.Errorf("Enter showed %q", got)
	}
	key(p.drawer.back, fyne.KeyReturn)
	if _, ok := p.window.Canvas().Focused().(*searchEntry); !ok {
		t.Error("Back did not lead to the search")
	}
	entry, _ = p.window.Canvas().Focused().(*searchEntry)
	test.Type(entry, "hate speech")
	entry.OnSubmitted(entry.Text)
	p.typed(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if _, ok := p.window.Canvas().Focused().(*searchEntry); !ok {
		t.Error("Esc did not lead back to the search")
	}
	p.window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.drawer.object.Visible() {
		t.Error("Esc did not close the glossary")
	}
}

func TestF4ExplainsWhatHasTheFocus(t *testing.T) {
	p := opened(t, telegram())
	f4 := func() []string {
		p.typed(&fyne.KeyEvent{Name: fyne.KeyF4})
		return texts(p.drawer.body)
	}
	p.window.Canvas().Focus(p.headline.words["measure"])
	if got := f4(); got[0] != "Groups and channels blocked" || got[2] != "Groups and channels that Telegram blocked." {
		t.Errorf("the measure is explained by %q", got)
	}
	p.window.Canvas().Focus(p.headline.words["by"])
	if got := f4(); got[0] != "Category" {
		t.Errorf("the dimension is explained by %q", got)
	}
	p.window.Canvas().Unfocus()
	p.ask(func(q *reports.Question) { q.ByCode, q.By = true, nil })
	s := p.rows()[len(p.rows())-1]
	p.pin(pin{series: s, period: s.Numbers[0].Period})
	if got := f4(); s.Code == "" || !strings.HasPrefix(got[3], "Code: ") {
		t.Errorf("the code %q is explained by %q", s.Code, got)
	}
}

func TestF4ExplainsTheCheckOfAFinding(t *testing.T) {
	p := audited(t, "fr")
	findingList(t, p).Select(0)
	want := p.words.Check(p.checked.found[0].Check)
	p.typed(&fyne.KeyEvent{Name: fyne.KeyF4})
	if got := texts(p.drawer.body); got[0] != want || !strings.HasPrefix(got[1], "Vérification") {
		t.Errorf("the finding is explained by %q, want %s", got, want)
	}
	key(p.drawer.back, fyne.KeyReturn)
	if len(texts(p.drawer.body)) == 0 || p.middle.Visible() {
		t.Error("Back did not lead to the findings")
	}
}

func TestSearchFindsMeanings(t *testing.T) {
	p := opened(t, telegram())
	p.pick(t, "search", "what it means phishing")
	if got := texts(p.drawer.body); got[0] != "Phishing" {
		t.Errorf("the search showed %q", got)
	}
}
