package window

import (
	"bytes"
	"fmt"
	"image/color"
	"regexp"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// twoTables is a shelf of requests by country as two tables tell them: other
// countries lead in the second.
func twoTables() *shelf {
	s := &shelf{}
	s.sources = []reports.Source{{ID: "abcdef0123", Name: "requests.csv", Publisher: "Google", Format: "Google, removal requests", Figures: 12, Current: 12}}
	for order, table := range []string{"removal requests", "removal requests, detailed"} {
		s.Declared = append(s.Declared, reports.Block{Publisher: "Google", Table: table, Measure: "removal requests received", Breakdown: reports.ByArea, Complete: reports.ByArea, Order: order})
		for half := range 3 {
			p := reports.EveryHalf.Around(reports.DayOf(2022, 1, 1) + reports.Day(half*184))
			for i, area := range []string{"BD", "RU", "KR", "TW", "IN", "TR", "FR", "VN", "BR", "ID", "PK", "US"} {
				s.Held = append(s.Held, reports.Figure{
					Publisher: "Google", Table: table, Measure: "removal requests received", Period: p,
					Split: reports.Split{Area: area}, Breakdown: reports.ByArea, Value: float64(10*half + 1000 + 100*(i*(5+order*2)%12)),
					Origin: reports.Origin{Source: "abcdef0123", File: "requests.csv", Row: 2 + half, Column: 1 + i, Text: "1"},
				})
			}
		}
	}
	return s
}

var namesInInk = regexp.MustCompile(`fill:(#[0-9A-F]{6})">([^<]+)<`)

// grey is the colour of names beyond the eight coloured ones.
const grey = "#74767B"

// inksOf returns the colours of the names in the picture that is saved.
func inksOf(t *testing.T, p *page) map[string]string {
	t.Helper()
	var doc bytes.Buffer
	if err := chart.SVG(&doc, p.pictureSaved(), p.chartOptions()); err != nil {
		t.Fatal(err)
	}
	inks := map[string]string{}
	for _, m := range namesInInk.FindAllStringSubmatch(doc.String(), -1) {
		inks[m[2]] = m[1]
	}
	return inks
}

// What a reader knows by its colour has it in every picture that follows, in
// the legend and in what is saved.
func TestAValueKeepsItsColour(t *testing.T) {
	app := test.NewTempApp(t)
	started := func() *page {
		p := newPage(app, Options{Language: "en", Version: "1.2.3"}, inline)
		p.window.Resize(fyne.NewSize(1280, 800))
		p.use(twoTables())
		return p
	}
	p := started()
	p.ask(func(q *reports.Question) { q.By = []reports.Dim{reports.Area} })
	p.press(t, "lines")
	seen := map[string]string{}
	same := func(what string) {
		t.Helper()
		swatches := map[string]color.Color{}
		for _, w := range p.legend.links {
			swatches[w.Text] = w.Color
		}
		found := 0
		for _, area := range []string{"Bangladesh", "Russia", "South Korea", "Taiwan", "India", "Türkiye", "France", "Vietnam", "Brazil", "Indonesia", "Pakistan", "United States"} {
			ink := inksOf(t, p)[area]
			if ink == "" || ink == grey {
				continue
			}
			found++
			if c, ok := swatches[area]; p.legend.object.Visible() && ok {
				r, g, b, _ := c.RGBA()
				if got := fmt.Sprintf("#%02X%02X%02X", r>>8, g>>8, b>>8); got != ink {
					t.Errorf("%s: %s is %s in the legend, %s in the picture", what, area, got, ink)
				}
			}
			if seen[area] == "" {
				seen[area] = ink
			}
			if seen[area] != ink {
				t.Errorf("%s: %s is %s and was %s", what, area, ink, seen[area])
			}
		}
		if found < 2 {
			t.Errorf("%s: no names in the picture", what)
		}
	}
	same("at first")
	p.press(t, "rank")
	same("ranking")
	p.press(t, "lines")
	first := p.result.answer.Series[0]
	p.switchSeries(first, false)
	same("one is hidden")
	p.history.undo()
	p.update()
	p.ask(func(q *reports.Question) { q.Table = []string{"removal requests, detailed"} })
	same("another table")
	p.ask(func(q *reports.Question) { q.Where[reports.Area] = []string{"TR", "BR", "ID", "US"} })
	same("some are asked for")
	p.undo()
	p.undo()
	same("undone")
	p = started()
	p.ask(func(q *reports.Question) {
		q.By, q.Table = []reports.Dim{reports.Area}, []string{"removal requests, detailed"}
	})
	p.press(t, "lines")
	same("at the next start")
}
