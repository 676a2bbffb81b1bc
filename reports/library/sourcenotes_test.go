package library

import (
	"reflect"
	"slices"
	"testing"

	"vitrine/reports"
)

func sourceNote(p reports.Period, text string) reports.SourceNote {
	return reports.SourceNote{
		Publisher: "Example", Table: "texts", Service: "One", Period: p, Name: "How", Measures: []reports.Measure{"items removed", "requests received"}, Text: text,
		Origin: reports.Origin{File: "notes.csv", Sheet: "11", Row: 2, Column: 5, Text: text},
	}
}

func notesReading(notes ...reports.SourceNote) reports.Reading {
	return reports.Reading{Format: "example", Publisher: "Example", Notes: notes}
}

// saidBy lists what the notes of a ledger say.
func saidBy(t *testing.T, l reports.Ledger) []string {
	t.Helper()
	notes, err := l.SourceNotes(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, n := range notes {
		texts = append(texts, n.Text)
	}
	return texts
}

// A source of notes alone is kept; a newer one replaces it, an older one does
// not, another period stands beside; what is forgotten is gone.
func TestSourceNotes(t *testing.T) {
	l := open(t, "")
	first := load(t, l, source("first.csv", 2), notesReading(sourceNote(month(1), "by people"), sourceNote(month(1), "by day\xff")))
	if first.Source.Notes != 2 || first.Source.Figures != 0 {
		t.Errorf("%+v", first.Source)
	}
	if got := saidBy(t, l); !slices.Equal(got, []string{"by people", "by day\uFFFD"}) {
		t.Errorf("%q", got)
	}
	held, err := l.SourceNotes(t.Context())
	want := sourceNote(month(1), "by people")
	want.Origin.Source = first.Source.ID
	if err != nil || !reflect.DeepEqual(held[0], want) {
		t.Errorf("kept %+v, want %+v, %v", held[0], want, err)
	}
	third := load(t, l, source("third.csv", 20), notesReading(sourceNote(month(1), "by machines"), sourceNote(month(2), "by both")))
	load(t, l, source("old.csv", 1), notesReading(sourceNote(month(1), "by nobody")))
	if got := saidBy(t, l); !slices.Equal(got, []string{"by both", "by machines"}) {
		t.Errorf("after newer and older ones: %q", got)
	}
	then, err := l.AsOf(t.Context(), reports.DayOf(2021, 1, 5))
	if err != nil {
		t.Fatal(err)
	}
	if got := saidBy(t, then); !slices.Equal(got, []string{"by people", "by day\uFFFD"}) {
		t.Errorf("on the fifth: %q", got)
	}
	if err := l.Forget(t.Context(), third.Source.ID); err != nil {
		t.Fatal(err)
	}
	if got := saidBy(t, l); !slices.Equal(got, []string{"by people", "by day\uFFFD"}) {
		t.Errorf("without the newest: %q", got)
	}
	sources, err := l.Sources(t.Context())
	if err != nil || len(sources) != 2 || sources[0].Notes != 2 || sources[1].Notes != 1 {
		t.Errorf("%+v, %v", sources, err)
	}
}

// Figures and notes of a report meet in the answer, whichever file came first.
func TestSourceNotesOfAnAnswer(t *testing.T) {
	for _, figuresFirst := range []bool{true, false} {
		l := open(t, "")
		f := figure(month(1), "FR", "spam", 1, 1)
		other := sourceNote(month(1), "of another measure")
		other.Measures = []reports.Measure{"requests received"}
		spam, hate := sourceNote(month(1), "of spam"), sourceNote(month(1), "of hate")
		spam.Category, hate.Category = "spam", "hate"
		elsewhere := sourceNote(month(2), "of another month")
		readings := []reports.Reading{reading(f), notesReading(other, sourceNote(month(1), "of this"), spam, hate, elsewhere)}
		if !figuresFirst {
			slices.Reverse(readings)
		}
		for i, r := range readings {
			load(t, l, source(string(rune('a'+i)), 1), r)
		}
		a, err := reports.Ask(t.Context(), reports.Question{By: []reports.Dim{reports.Area, reports.Category}}, l, reports.Names{})
		var got []string
		for _, n := range a.SourceNotes {
			got = append(got, n.Text)
		}
		if want := []string{"of this", "of spam", "of another measure"}; err != nil || !slices.Equal(got, want) {
			t.Errorf("figures first %v: %q, %v", figuresFirst, got, err)
		}
		if n := a.Notes[len(a.Notes)-1]; n.Key != "note.sourcenotes" || n.Args["count"] != "2" {
			t.Errorf("%+v", a.Notes)
		}
	}
}
