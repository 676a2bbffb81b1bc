package window

import (
	"os"
	"runtime"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"vitrine/assets"
	"vitrine/reports/chart"
)

// The names of what is kept from one start to the next.
const (
	prefLanguage   = "language"
	prefAppearance = "appearance"
	prefContrast   = "contrast"
	prefZoom       = "zoom"
	prefWidth      = "window.width"
	prefHeight     = "window.height"
	prefSplit      = "window.split"
	prefLibrary    = "width.library"
	prefDrawer     = "width.drawer"
	prefRecent     = "recent"
	prefWelcomed   = "welcomed"
	prefBookmarks  = "bookmarks"
	prefNamed      = "bookmarks.named"
	prefLast       = "last"
	prefTints      = "tints"
)

// languages are those of the interface.
var languages = assets.Languages()

// language returns the language to speak: the one asked for at the start,
// else the one chosen before, else the desktop's.
func (p *page) language() string {
	for _, l := range []string{p.options.Language, p.app.Preferences().String(prefLanguage), p.desktop} {
		if l != "" {
			return assets.For(l).Lang
		}
	}
	return languages[0]
}

// speak makes the window and Fyne's own texts speak a language.
func (p *page) speak(language string) {
	p.words = assets.For(language)
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		return
	}
	locale := p.words.Say("format.locale") + ".UTF-8"
	if strings.HasPrefix(os.Getenv("LANG"), p.words.Lang) && os.Getenv("LANGUAGE") == "" {
		return
	}
	os.Setenv("LANGUAGE", p.words.Lang)
	os.Setenv("LANG", locale)
	// Fyne reads the desktop's language when texts are added, so some are.
	if err := lang.AddTranslations(fyne.NewStaticResource(p.words.Lang+".json", []byte(`{"vitrine.language":"`+p.words.Lang+`"}`))); err != nil {
		fyne.LogError("the language cannot be changed", err)
	}
}

// setLanguage changes the language now and for the next start; "" is the
// desktop's.
func (p *page) setLanguage(l string) {
	p.app.Preferences().SetString(prefLanguage, l)
	p.options.Language = ""
	p.speak(p.language())
	p.build()
}

func (p *page) appearance() appearance {
	return appearance(p.app.Preferences().StringWithFallback(prefAppearance, string(systemAppearance)))
}

// setAppearance changes between light, dark and the desktop's colours.
func (p *page) setAppearance(a appearance) {
	p.app.Preferences().SetString(prefAppearance, string(a))
	p.dress()
	p.build()
}

func (p *page) contrast() bool { return p.app.Preferences().Bool(prefContrast) }

// setContrast changes between the usual colours and those of high contrast.
func (p *page) setContrast(high bool) {
	p.app.Preferences().SetBool(prefContrast, high)
	p.dress()
	p.build()
}

func (p *page) toggleContrast() { p.setContrast(!p.contrast()) }

// dress gives the window the colours that the user chose.
func (p *page) dress() {
	p.look.appearance, p.look.contrast = p.appearance(), p.contrast()
	for _, o := range p.window.Canvas().Overlays().List() {
		o.Refresh()
	}
}

// tone is the colours of charts.
func (p *page) tone() chart.Tone { return chart.Tone{Dark: isDark(p.app), Contrast: p.contrast()} }

// isDark tells whether the window is dark now.
func isDark(app fyne.App) bool {
	r, g, b, _ := app.Settings().Theme().Color(theme.ColorNameBackground, app.Settings().ThemeVariant()).RGBA()
	return r+g+b < 3*0x8000
}

// size returns the size that the window had last.
func (p *page) size() fyne.Size {
	prefs := p.app.Preferences()
	return fyne.NewSize(
		float32(prefs.FloatWithFallback(prefWidth, 1280)),
		float32(prefs.FloatWithFallback(prefHeight, 800)),
	)
}

func (p *page) keepSize() {
	prefs, size := p.app.Preferences(), p.window.Canvas().Size()
	prefs.SetFloat(prefWidth, float64(size.Width))
	prefs.SetFloat(prefHeight, float64(size.Height))
	prefs.SetFloat(prefSplit, float64(p.centre.share))
}
