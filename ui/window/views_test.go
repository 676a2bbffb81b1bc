package window

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

// countries is a shelf of requests by country and half-year, a complete split.
func countries() *shelf {
	s := &shelf{}
	s.sources = []reports.Source{{ID: "abcdef0123", Name: "requests.csv", Publisher: "Google", Format: "Google, removal requests", Figures: 12, Current: 12}}
	s.Declared = append(s.Declared, reports.Block{Publisher: "Google", Table: "removal requests", Measure: "removal requests received", Breakdown: reports.ByArea, Complete: reports.ByArea, Order: 1})
	for half := range 4 {
		p := reports.EveryHalf.Around(reports.DayOf(2022, 1, 1))
		for range half {
			p = reports.EveryHalf.Around(p.End)
		}
		for i, area := range []string{"DE", "FR", "PL"} {
			s.Held = append(s.Held, reports.Figure{
				Publisher: "Google", Table: "removal requests", Measure: "removal requests received", Period: p,
				Split: reports.Split{Area: area}, Breakdown: reports.ByArea, Value: float64(10*half + 100*i + 1),
				Origin: reports.Origin{Source: "abcdef0123", File: "requests.csv", Row: 2 + half, Column: 1 + i, Text: fmt.Sprint(10*half + 100*i + 1)},
			})
		}
	}
	return s
}

// oneDay is a shelf whose first answer is one line of days.
func oneDay() *shelf {
	s := telegram()
	s.Declared = s.Declared[:1]
	return s
}

// openedOn opens a window on an answer that a view shows, and shows it.
func openedOn(t *testing.T, v view) *page {
	t.Helper()
	if v.kind().edits {
		return revisedWindow(t, "en")
	}
	if v != days {
		p := opened(t, countries())
		p.change(func(s *state) {
			s.question = reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
		})
		return p
	}
	p := opened(t, oneDay())
	p.change(func(s *state) {
		s.question = reports.Question{Publisher: []string{"Telegram"}, Every: reports.EveryDay}
	})
	return p
}

func TestEveryView(t *testing.T) {
	for i, k := range views {
		v := view(i)
		t.Run(k.name, func(t *testing.T) {
			p := openedOn(t, v)
			if reason := p.refused(v); reason != "" {
				t.Fatalf("it is refused: %s", reason)
			}
			if v == lines {
				p.press(t, "bars")
			}
			before := p.shownView()
			p.press(t, k.name)
			if p.shownView() != v {
				t.Fatalf("it shows %s", p.shownView())
			}
			if !k.table {
				p.picture.drawn.is(t, k)
				hoverAndPin(t, p)
			}
			for _, language := range []string{"fr", "en"} {
				p.setLanguage(language)
			}
			p.setAppearance(darkAppearance)
			if !k.table && (p.picture.chart == nil || !p.picture.drawn.tone.Dark || p.picture.drawn.kind != k.chart) {
				t.Errorf("in the dark it draws %v", p.picture.drawn.kind)
			}
			for p.shownView() == v && p.history.canUndo() {
				p.undo()
			}
			if p.shownView() != before {
				t.Errorf("undone, it shows %s instead of %s", p.shownView(), before)
			}
		})
	}
}

// is tells whether a picture is what its view says.
func (d drawn) is(t *testing.T, k viewKind) {
	t.Helper()
	if d.kind != k.chart || d.percent != k.percent || d.brushes != k.timed {
		t.Errorf("it draws %+v", d)
	}
}

// hoverAndPin goes over all numbers of a picture by pointer and by keys.
func hoverAndPin(t *testing.T, p *page) {
	t.Helper()
	c := p.picture.chart
	if c == nil || len(c.Points) == 0 {
		t.Fatal("the picture has no numbers")
	}
	first := c.Points[0]
	p.picture.MouseMoved(at(float32(first.X), float32(first.Y)))
	if !p.picture.pointed || p.status.text.Text == "" {
		t.Errorf("the pointer at a number says %q", p.status.text.Text)
	}
	p.picture.leave()
	seen := map[[2]int]bool{}
	for range 3 {
		for _, k := range []fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyLeft, fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft} {
			key(p.picture, k)
			seen[[2]int{p.picture.at.Series, p.picture.at.Number}] = true
		}
	}
	if len(c.Points) > 1 && len(seen) < 2 {
		t.Error("the arrows stay where they are")
	}
	key(p.picture, fyne.KeyReturn)
	opens := numberSide
	if p.shownView().kind().edits {
		opens = excerptSide // the cell of the edition itself
	}
	if !p.history.now().pin.set() || p.history.now().side.kind != opens {
		t.Error("Enter pins nothing")
	}
}

func TestViewsOfAnEmptyWindow(t *testing.T) {
	p := opened(t, &shelf{})
	for _, k := range views {
		p.press(t, k.name)
		if p.centre.shown != "message" {
			t.Errorf("%s of nothing shows %q", k.name, p.centre.shown)
		}
	}
}

func TestMapsShowOnePeriod(t *testing.T) {
	p := openedOn(t, world)
	p.press(t, "world")
	if !p.dates.object.Visible() || p.dates.label.Text != "H2 2023" {
		t.Fatalf("the slider is at %q", p.dates.label.Text)
	}
	p.press(t, "earlier")
	if p.dates.label.Text != "H1 2023" || p.picture.drawn.period != p.mapPeriod() {
		t.Errorf("earlier shows %q", p.dates.label.Text)
	}
	p.undo()
	if p.dates.label.Text != "H2 2023" {
		t.Errorf("undone, it shows %q", p.dates.label.Text)
	}
	var next func()
	p.ticks = func(_ chan struct{}, do func()) { next = do }
	p.press(t, "play") // from the first period
	for _, want := range []string{"H1 2022", "H2 2022", "H1 2023", "H2 2023"} {
		if p.dates.label.Text != want {
			t.Errorf("playing, it shows %q, want %q", p.dates.label.Text, want)
		}
		next()
	}
	if p.dates.playing() {
		t.Error("it plays beyond the last period")
	}
	p.press(t, "lines")
	if p.dates.object.Visible() {
		t.Error("lines have a slider")
	}
}

func TestNumbersPerMillionPeople(t *testing.T) {
	p := openedOn(t, lines)
	before := p.result.answer.Series[0].Numbers[0].Value
	p.press(t, "worked")
	if p.unworkable(reports.PerMillion) != "" || p.unworkable(reports.WeekMean) == "" {
		t.Errorf("per million: %q; mean of days: %q", p.unworkable(reports.PerMillion), p.unworkable(reports.WeekMean))
	}
	p.change(func(s *state) { s.worked = reports.PerMillion })
	if p.result.answer.Series[0].Transform.Kind != reports.PerMillion || p.bar.worked.Text != "Per million people ▾" {
		t.Errorf("it shows %q, %q", p.result.answer.Series[0].Transform.Kind, p.bar.worked.Text)
	}
	p.press(t, "world")
	p.undo()
	p.undo()
	if got := p.result.answer.Series[0].Numbers[0].Value; got != before || p.result.worked != "" {
		t.Errorf("undone, it shows %v, want %v", got, before)
	}
}

func TestEventsCanBeTurnedOff(t *testing.T) {
	p := opened(t, telegram())
	if !p.picture.drawn.events {
		t.Error("events are left out unasked")
	}
	p.press(t, "events")
	if p.picture.drawn.events {
		t.Error("events are still drawn")
	}
	p.undo()
	if !p.picture.drawn.events {
		t.Error("undone, events are left out")
	}
}

func TestASinglePeriodIsDrawnAsBars(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) {
		q.Every, q.Since, q.Until = reports.EveryMonth, reports.DayOf(2024, 1, 1), reports.DayOf(2024, 2, 1)
	})
	if got := p.shownView(); got != bars {
		t.Errorf("one month is drawn as %s", got)
	}
	p.press(t, "lines")
	if got := p.shownView(); got != lines {
		t.Errorf("lines were chosen, and %s drawn", got)
	}
	p.undo()
	p.ask(func(q *reports.Question) { q.Until = reports.DayOf(2024, 4, 1) })
	if got := p.shownView(); got != lines {
		t.Errorf("three months are drawn as %s", got)
	}
}
