package window

import (
	"flag"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/library"
)

var pictures = flag.String("pictures", "", "draw the pictures of README and guide into this folder")

// TestPictures draws the window on the starter figures, without a display:
// make pictures.
func TestPictures(t *testing.T) {
	if *pictures == "" {
		t.Skip("draws pictures only when asked to: make pictures")
	}
	for _, c := range []struct {
		name     string
		look     appearance
		language string
		do       func(*page)
	}{
		{"window-light", lightAppearance, "en", func(*page) {}},
		{"window-dark", darkAppearance, "en", func(p *page) { p.ask(func(q *reports.Question) { q.Every = reports.EveryYear }) }},
		{"window-fr", lightAppearance, "fr", func(*page) {}},
		{"window-source", lightAppearance, "en", func(p *page) {
			p.picture.FocusGained()
			key(p.picture, fyne.KeyEnd, fyne.KeyReturn)
		}},
		{"window-source-fr", lightAppearance, "fr", func(p *page) {
			p.picture.FocusGained()
			key(p.picture, fyne.KeyEnd, fyne.KeyReturn)
		}},
	} {
		p := furnished(t, c.look, c.language)
		c.do(p)
		relay(p, glasses[0])
		save(t, p, filepath.Join(*pictures, c.name+".png"))
	}
	drawChart(t, filepath.Join(*pictures, "chart.svg"))
}

// furnished opens a window on the starter figures.
func furnished(t *testing.T, look appearance, language string) *page {
	t.Helper()
	p := looking(t, galleryLook{appearance: look}, language, glasses[0])
	p.use(starters(t))
	return p
}

func starters(t *testing.T) *library.Library {
	t.Helper()
	l, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	if err := l.AddStarter(t.Context()); err != nil {
		t.Fatal(err)
	}
	return l
}

func save(t *testing.T, p *page, path string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if err := png.Encode(f, p.window.Canvas().Capture()); err != nil {
		t.Fatal(err)
	}
}

// drawChart draws the first view as exports do.
func drawChart(t *testing.T, path string) {
	t.Helper()
	l := starters(t)
	p := furnished(t, lightAppearance, "en")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	a := *p.result.answer
	sources, err := l.Answering(t.Context(), a)
	if err != nil {
		t.Fatal(err)
	}
	if err := chart.SVG(f, a, chart.Options{Titles: true, Words: p.words, Sources: sources}); err != nil {
		t.Fatal(err)
	}
}
