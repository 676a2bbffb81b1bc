package window

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// byTwo is a shelf of requests by country and by who asked.
func byTwo() *shelf {
	s := countries()
	by := reports.DimsOf(reports.Area, reports.Trigger)
	s.Declared = []reports.Block{{Publisher: "Google", Table: "removal requests", Measure: "removal requests received", Breakdown: by, Complete: by, Order: 1}}
	var held []reports.Figure
	for _, f := range s.Held {
		for i, trigger := range []string{"court", "police"} {
			f.Trigger, f.Breakdown, f.Value = trigger, by, f.Value+float64(1000*i)
			held = append(held, f)
		}
	}
	s.Held = held
	return s
}

func TestSmallMultiplesByAnySplitOnAnyAxis(t *testing.T) {
	p := opened(t, byTwo())
	p.change(func(s *state) {
		s.question = reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area, reports.Trigger}}
	})
	if p.multiples.object.Visible() || p.noPanels() == "" {
		t.Error("lines have panels")
	}
	p.press(t, "facets")
	if !p.multiples.object.Visible() || len(p.picture.chart.Panels) != 3 {
		t.Fatalf("by area there are %d panels", len(p.picture.chart.Panels))
	}
	p.change(func(s *state) { s.panels = reports.DimsOf(reports.Trigger) })
	if len(p.picture.chart.Panels) != 2 || !strings.Contains(p.multiples.by.Text, p.words.Dims(reports.DimsOf(reports.Trigger))) {
		t.Errorf("by who asked there are %d panels, said as %q", len(p.picture.chart.Panels), p.multiples.by.Text)
	}
	shared := p.multiples.axis.Text
	p.press(t, "ownaxis")
	if !p.picture.drawn.ownAxis || p.multiples.axis.Text == shared || !p.chartOptions().OwnAxis {
		t.Errorf("it has no own axes, and says %q", p.multiples.axis.Text)
	}
	kept, ok := recall(p.history.now().keep())
	if !ok || !kept.ownAxis || kept.panels != reports.DimsOf(reports.Trigger) {
		t.Errorf("kept, it is %+v", kept)
	}
	p.undo()
	p.undo()
	if p.picture.drawn.ownAxis || len(p.picture.chart.Panels) != 3 {
		t.Error("undo does not bring the panels back")
	}
	p.press(t, "lines")
	if p.multiples.object.Visible() {
		t.Error("lines have panels")
	}
}

func TestPanelsOfOneSplit(t *testing.T) {
	p := openedOn(t, facets)
	p.press(t, "facets")
	p.press(t, "panels")
	if p.multiples.by.Visible() || p.status.text.Text == "" {
		t.Errorf("one split has a choice of panels; it says %q", p.status.text.Text)
	}
}
