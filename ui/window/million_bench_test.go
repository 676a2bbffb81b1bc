package window

import (
	"fmt"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/software"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

// A million figures of one table: 60 months, 50 countries, and so many
// categories that they are a million.
func million() reports.Reading {
	const months, categories = 60, 20
	areas, countries := names().Areas, []string{}
	for _, a := range areas.All() {
		if areas.IsCountry(a.Code) && len(countries) < 50 {
			countries = append(countries, a.Code)
		}
	}
	r := reports.Reading{Blocks: []reports.Block{{Publisher: "Example", Table: "removals", Measure: "content blocked",
		Breakdown: reports.ByArea | reports.ByCategory | reports.ByTrigger, Complete: reports.ByArea | reports.ByCategory | reports.ByTrigger, Order: 1}}}
	for i := range 1_000_000 {
		part := i / months
		year, month := 2020+i%months/12, time.Month(1+i%12)
		area, category := countries[part%len(countries)], part/len(countries)%categories
		r.Figures = append(r.Figures, reports.Figure{
			Publisher: "Example", Table: "removals", Measure: "content blocked", Breakdown: r.Blocks[0].Breakdown,
			Period: reports.EveryMonth.Around(reports.DayOf(year, month, 1)), Value: float64(i % 5000),
			Split:  reports.Split{Area: area, Category: fmt.Sprint("category ", category), Trigger: fmt.Sprint("trigger ", part/len(countries)/categories)},
			Origin: reports.Origin{File: "million.csv", Row: i + 2, Column: 5, Text: fmt.Sprint(i % 5000)},
		})
	}
	return r
}

// millionLibrary writes a library of 1,000,000 figures, and returns its path.
func millionLibrary(b *testing.B) string {
	b.Helper()
	path := filepath.Join(b.TempDir(), "million.duckdb")
	l, err := library.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	source := reports.Source{ID: fmt.Sprintf("%064d", 1), Name: "million.csv", Publisher: "Example", Format: "Example"}
	if r, err := l.Load(b.Context(), source, nil, million()); err != nil || r.New != 1_000_000 {
		b.Fatal(r, err)
	}
	return path
}

func usable(b *testing.B, path string) (*page, *library.Library) {
	b.Helper()
	l, err := library.Open(path)
	if err != nil {
		b.Fatal(err)
	}
	p := newPage(test.NewTempApp(b), Options{Language: "en", Version: "0.1.0"}, inline)
	p.window.Resize(fyne.NewSize(1280, 800))
	p.use(l)
	if !p.has() {
		b.Fatal("the window shows no answer")
	}
	return p, l
}

// BenchmarkMillion measures what a user waits for in a library of 1,000,000
// figures: the start of a window with its first picture, and the new picture
// after a change of the question.
func BenchmarkMillion(b *testing.B) {
	path := millionLibrary(b)
	b.Run("Start", func(b *testing.B) {
		for b.Loop() {
			_, l := usable(b, path)
			l.Close()
		}
	})
	p, l := usable(b, path)
	defer l.Close()
	for name, by := range map[string][]reports.Dim{"QuestionByCategory": {reports.Category}, "QuestionByArea": {reports.Area}, "QuestionTotal": nil} {
		b.Run(name, func(b *testing.B) {
			year := 2020
			for b.Loop() {
				year = 2020 + (year-2019)%4
				p.ask(func(q *reports.Question) { q.By, q.Since, q.Until = by, reports.DayOf(year, 1, 1), reports.Day(0) })
			}
		})
	}
}

// BenchmarkHour does what is done in an hour of work, a step a second, and
// tells the memory in use after its first quarter and at its end. Fyne keeps
// what it draws widgets with until a frame is drawn a minute after it drew them
// last: without a graphics driver no frame is drawn unless it is asked for, and
// FYNE_CACHE=1s makes the minute, of this shorter hour, a second. It does not
// switch colours, which builds the window anew: make hour does.
func BenchmarkHour(b *testing.B) {
	p, l := usable(b, millionLibrary(b))
	defer l.Close()
	for b.Loop() {
		for i := range 3600 {
			p.step(i)
			if i%60 == 59 {
				p.frame()
			}
			if i == 900 {
				b.ReportMetric(inUse(), "MB-after-a-quarter")
			}
		}
		b.ReportMetric(inUse(), "MB-at-the-end")
	}
}

// frame draws the window, and has Fyne forget what is seen no longer.
func (p *page) frame() {
	p.window.Canvas().Capture()
	software.NewCanvas().Capture()
}

// step is one step of somebody who looks around.
func (p *page) step(i int) {
	switch i % 12 {
	case 0:
		p.ask(func(q *reports.Question) { q.By = []reports.Dim{reports.Category} })
	case 1:
		p.ask(func(q *reports.Question) { q.By = []reports.Dim{reports.Area} })
	case 2, 3, 4:
		p.setView(view(i / 12 % len(views)))
	case 5:
		p.do("undo")
	case 6:
		p.picture.FocusGained()
		key(p.picture, fyne.KeyEnd, fyne.KeyLeft, fyne.KeyReturn)
	case 7:
		p.do("showfile")
	case 8:
		p.do("measure")
		key(p.chooser.entry, fyne.KeyEscape)
	case 9:
		p.do("events")
	case 10:
		p.do("redo")
	default:
		p.picture.MouseMoved(at(float32(60+i%700), 200))
	}
}

// inUse is the memory that is reachable, in MB.
func inUse() float64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}
