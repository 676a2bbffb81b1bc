package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// firstStart opens a window as a user who never had one sees it.
func firstStart(t *testing.T, app fyne.App, language string) *page {
	t.Helper()
	p := newPage(app, Options{Language: language, Welcome: true}, inline)
	p.window.Resize(fyne.NewSize(1280, 800))
	p.use(telegram())
	return p
}

func TestTheFirstStartWelcomesInPlace(t *testing.T) {
	for lang, title := range map[string]string{"en": "WELCOME", "fr": "BIENVENUE"} {
		app := test.NewTempApp(t)
		p := firstStart(t, app, lang)
		if p.drawer.title.Text != title || !p.picture.Visible() || p.window.Canvas().Overlays().Top() != nil {
			t.Fatalf("%s: the drawer is called %q", lang, p.drawer.title.Text)
		}
		p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
		if p.drawer.object.Visible() {
			t.Errorf("%s: the welcome stays after another question", lang)
		}
		if again := firstStart(t, app, lang); again.drawer.object.Visible() {
			t.Errorf("%s: the second start welcomes too", lang)
		}
		p.press(t, "welcome")
		if p.drawer.title.Text != title {
			t.Errorf("%s: Help does not show the welcome", lang)
		}
	}
}

// Who began with a file knows the window, and comes back to what was asked.
func TestNoWelcomeForWhoHasAsked(t *testing.T) {
	app := test.NewTempApp(t)
	p := newPage(app, Options{Language: "en", Welcome: true, Paths: []string{"report.csv"}}, inline)
	p.use(telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	if again := firstStart(t, app, "en"); again.drawer.object.Visible() {
		t.Error("the second start welcomes")
	}
}

func TestTheWelcomeDoesWhatItSays(t *testing.T) {
	p := firstStart(t, test.NewTempApp(t), "en")
	tap := func(name string) {
		p.press(t, "welcome")
		for _, b := range buttons(p.drawer.body) {
			if b.Text == p.say("welcome."+name) {
				key(b, fyne.KeyReturn)
			}
		}
	}
	tap("trace")
	if !p.history.now().pin.set() || p.drawer.title.Text != "SOURCE" {
		t.Errorf("the number's source is not shown: %q", p.drawer.title.Text)
	}
	tap("keys")
	if p.drawer.title.Text != "KEYS" {
		t.Errorf("the keys are not shown: %q", p.drawer.title.Text)
	}
	tap("meaning")
	if got := texts(p.drawer.body); !strings.HasPrefix(got[0], "Groups and channels") {
		t.Errorf("the measure is not explained: %q", got)
	}
	tap("ask")
	if p.window.Canvas().Overlays().Top() == nil {
		t.Error("no menu opened")
	}
}
