package window

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// What a report says in words stands among the notes, leads to its cell, and
// a number that it explains leads to it.
func TestNotesOfReports(t *testing.T) {
	s := telegram()
	source := s.Held[0].Origin.Source
	s.Noted = []reports.SourceNote{{
		Publisher: "Telegram", Table: "texts", Period: reports.Period{Start: reports.DayOf(2016, 1, 1), End: reports.DayOf(2027, 1, 1)}, Name: "How",
		Measures: []reports.Measure{"groups and channels blocked"}, Text: "Classifiers look first.",
		Origin: reports.Origin{Source: source, File: "texts.csv", Row: 7, Column: 5, Text: "Classifiers look first."},
	}}
	p := opened(t, s)
	p.open(side{kind: notesSide})
	text := everyText(p)
	if !strings.Contains(text, "Classifiers look first.") || !strings.Contains(text, "row 7, column E") {
		t.Errorf("the notes say %q", text)
	}
	p.open(side{kind: notesSide, source: source})
	if text := everyText(p); !strings.Contains(text, "Classifiers look first.") {
		t.Errorf("the source's notes say %q", text)
	}
}

func everyText(p *page) string {
	list := texts(p.drawer.body)
	for _, b := range buttons(p.drawer.body) {
		list = append(list, b.Text)
	}
	return strings.Join(list, "\n")
}
