package window

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports/chart"
)

// prefer presses a choice among the preferences, by its place.
func prefer(t *testing.T, p *page, text string, nth int) *button {
	t.Helper()
	for _, b := range buttons(p.drawer.body) {
		if b.Text == text {
			if nth--; nth < 0 {
				p.window.Canvas().Focus(b)
				key(b, fyne.KeyReturn)
				return b
			}
		}
	}
	t.Fatalf("there is no %q among %q", text, texts(p.drawer.body))
	return nil
}

func TestHighContrastShowsAtOnceInWindowAndPicture(t *testing.T) {
	p := opened(t, telegram())
	p.press(t, "preferences")
	prefer(t, p, "High", 0)
	if p.picture.drawn.tone != (chart.Tone{Contrast: true}) || theme.Color(theme.ColorNameForeground) != strongLight.text {
		t.Errorf("the picture has %+v", p.picture.drawn.tone)
	}
	prefer(t, p, "Dark", 0)
	if p.picture.drawn.tone != (chart.Tone{Dark: true, Contrast: true}) || theme.Color(theme.ColorNameBackground) != strongDark.background {
		t.Errorf("the picture has %+v", p.picture.drawn.tone)
	}
	if b, ok := p.window.Canvas().Focused().(*button); !ok || b.Text != "Dark" || !b.Chosen {
		t.Error("the focus is lost")
	}
	again := newPage(p.app, Options{Language: "en"}, inline)
	if !again.contrast() || again.appearance() != darkAppearance || theme.Color(theme.ColorNameBackground) != strongDark.background {
		t.Error("the next start has forgotten the colours")
	}
}

// Fyne reads its fonts anew when the settings change, and keeps the old ones.
func TestColoursChangeWithoutReadingFontsAnew(t *testing.T) {
	p := opened(t, telegram())
	read := 0
	p.app.Settings().AddListener(func(fyne.Settings) { read++ })
	p.setAppearance(lightAppearance)
	light, at := theme.Icon(theme.IconNameConfirm), theme.Color(theme.ColorNameForeground)
	p.setAppearance(darkAppearance)
	dark := theme.Icon(theme.IconNameConfirm)
	if !isDark(p.app) || theme.Color(theme.ColorNameForeground) == at {
		t.Error("the window is not dark")
	}
	if light.Name() == dark.Name() || len(dark.Content()) == 0 {
		t.Errorf("a mark is kept as %q in both sets of colours", light.Name())
	}
	p.setLanguage("fr")
	if read > 0 {
		t.Errorf("the fonts were read %d times", read)
	}
}

func TestLanguageOfTheDesktopCanBeChosenAgain(t *testing.T) {
	p := newPage(test.NewTempApp(t), Options{}, inline)
	p.desktop = "fr_FR"
	p.setLanguage("en")
	p.press(t, "preferences")
	prefer(t, p, p.say("preferences.system"), 0)
	if p.words.Lang != "fr" || p.drawer.title.Text != "PRÉFÉRENCES" {
		t.Errorf("the desktop speaks French, the window %s", p.words.Lang)
	}
	p.desktop = "en_GB"
	if again := p.language(); again != "en" {
		t.Errorf("on an English desktop the next start speaks %s", again)
	}
}

// TestTextsGrowAtOnce asks what the driver is told; the window is not to grow
// with its texts.
func TestTextsGrowAtOnce(t *testing.T) {
	t.Setenv(scaleEnv, "1.5")
	p := opened(t, telegram())
	width := p.window.Canvas().Size().Width
	p.press(t, "larger")
	p.press(t, "larger")
	if os.Getenv(scaleEnv) != "2.1" || p.textSize() != 140 {
		t.Errorf("the driver is told %s, want 1.5 times 1.4", os.Getenv(scaleEnv))
	}
	if got := p.window.Canvas().Size().Width; got != width || !p.pixels.IsZero() {
		t.Errorf("the window is %.0f wide, before %.0f", got, width)
	}
	p.press(t, "larger")
	p.press(t, "larger")
	if p.textSize() != 160 || !strings.Contains(p.status.text.Text, "as large") {
		t.Errorf("at %d %% it says %q", p.textSize(), p.status.text.Text)
	}
	t.Setenv(scaleEnv, "1")
	again := newPage(p.app, Options{Language: "fr"}, inline)
	if os.Getenv(scaleEnv) != "1.6" {
		t.Errorf("the next start tells the driver %s", os.Getenv(scaleEnv))
	}
	again.press(t, "preferences")
	if !slices.Contains(texts(again.drawer.body), "160\u202f%") {
		t.Errorf("the preferences offer %q", texts(again.drawer.body))
	}
	again.press(t, "usual")
	if os.Getenv(scaleEnv) != "1" {
		t.Errorf("at the usual size the driver is told %s", os.Getenv(scaleEnv))
	}
}

// The window keeps its place on the screen though the driver makes its texts
// larger only after a while.
func TestTheWindowKeepsItsPlaceWhenTextsGrowLate(t *testing.T) {
	p := opened(t, telegram())
	var later []func()
	p.drawing.after = func(_ time.Duration, f func()) { later = append(later, f) }
	width := p.window.Canvas().Size().Width
	p.press(t, "larger")
	later[len(later)-1]() // the driver has done nothing yet
	p.window.Canvas().(test.WindowlessCanvas).SetScale(1.2)
	later[len(later)-1]()
	if got := p.window.Canvas().Size().Width; got < width/1.2-1 || got > width/1.2+1 || !p.pixels.IsZero() {
		t.Errorf("the window is %.0f wide, before %.0f", got, width)
	}
}
