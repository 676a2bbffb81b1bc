package audit

import (
	"context"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/library"
)

// names are those that the program has.
func names() reports.Names {
	return reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
}

// held is a throw-away library of figures, of which each block is as declared.
func held(t testing.TB, blocks []reports.Block, figures ...reports.Figure) *library.Library {
	t.Helper()
	l, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	add(t, l, "a.csv", blocks, figures...)
	return l
}

// add loads figures as one source.
func add(t testing.TB, l *library.Library, name string, blocks []reports.Block, figures ...reports.Figure) {
	t.Helper()
	for i := range figures {
		if figures[i].Origin.Row == 0 {
			figures[i].Origin = reports.Origin{File: name, Row: i + 2, Column: 3, Text: "?"}
		}
	}
	r := reports.Reading{Format: "example", Publisher: figures[0].Publisher, Figures: figures, Blocks: blocks}
	if _, err := l.Load(context.Background(), reports.Source{Name: name}, []byte(name), r); err != nil {
		t.Fatal(err)
	}
}

// run checks a library for some kinds of findings.
func run(t testing.TB, l Library, checks ...string) []Finding {
	t.Helper()
	found, err := Run(t.Context(), l, Options{Names: names(), Left: assets.Unmapped(), Checks: checks})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

// english returns a finding's sentence.
func english(f Finding) string { return f.Text.Say(assets.For("en")) }

func TestUnmapped(t *testing.T) {
	figure := func(publisher, category string) reports.Figure {
		return reports.Figure{
			Publisher: publisher, Table: "t", Measure: reports.ContentActioned, Period: year(2024),
			Split: reports.Split{Category: category}, Breakdown: reports.ByCategory, Value: 1,
		}
	}
	l := held(t, nil, figure("Telegram", "terrorism"), figure("Google", "Other"), figure("Google", "Weather control"), figure("Meta", "Weather control"))
	found := run(t, l, "unmapped")
	if len(found) != 2 || found[0].Publisher != "Google" || found[1].Publisher != "Meta" {
		t.Fatalf("found %+v, want the new category of Google and of Meta", found)
	}
	want := "Google’s category “Weather control” belongs to no harmonised code yet; it keeps its own name."
	if got := english(found[0]); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
}

func year(y int) reports.Period { return reports.EveryYear.Around(reports.DayOf(y, 1, 1)) }
