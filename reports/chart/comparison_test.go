package chart

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// twoHalves compares n categories of two half-years.
func twoHalves(t *testing.T, n int) reports.Comparison {
	t.Helper()
	l := &reports.Memory{Declared: []reports.Block{{Publisher: "Example", Table: "t", Measure: reports.ContentActioned,
		Breakdown: reports.ByCategory, Complete: reports.ByCategory, Absent: reports.AbsentNone}}}
	halves := reports.EveryHalf.Within(reports.EveryYear.Around(reports.DayOf(2023, 1, 1)), false)
	for side, p := range halves {
		for i := range n {
			v := float64(100 + 90*i)
			if side == 1 {
				v = float64(120 + 97*((i*5)%n))
			}
			l.Held = append(l.Held, reports.Figure{Publisher: "Example", Table: "t", Measure: reports.ContentActioned, Period: p,
				Breakdown: reports.ByCategory, Split: reports.Split{Category: fmt.Sprintf("category %02d", i+1)}, Value: v})
		}
	}
	if n == 0 {
		return reports.Comparison{}
	}
	c, err := reports.Compare(t.Context(), reports.Question{By: []reports.Dim{reports.Category}}, reports.Pair{}, l,
		reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestComparisonGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		n    int
		kind ComparisonKind
		o    Options
	}{
		{"slope", 6, Slope, Options{Titles: true, Sources: sampleSource}},
		{"slope-log-dark-french", 6, Slope, Options{Log: true, Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
		{"dumbbell", 30, Dumbbell, Options{Titles: true, Sources: sampleSource}},
		{"diverging", 30, Diverging, Options{Titles: true, Dark: true, Words: assets.For("fr"), Sources: sampleSource}},
		{"comparison-empty", 0, Slope, Options{Width: 640, Height: 400}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := ComparisonSVG(&got, twoHalves(t, c.n), c.kind, c.o); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join("testdata", c.name+".svg")
			if *update {
				if err := os.WriteFile(path, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if want, err := os.ReadFile(path); err != nil || !bytes.Equal(got.Bytes(), want) {
				t.Errorf("%s differs; look at it and run with -update (%v)", path, err)
			}
		})
	}
}

func TestComparisonPointsLeadToItems(t *testing.T) {
	c := twoHalves(t, 6)
	for _, kind := range ComparisonKinds() {
		p, err := DrawComparison(c, kind, Options{})
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range p.Points {
			if found, ok := p.Nearest(at.X, at.Y); !ok || found.X != at.X || found.Y != at.Y || found.Series >= len(c.Items) {
				t.Errorf("%s: %+v leads to %+v", kind, at, found)
			}
		}
		if len(p.Points) < len(c.Items) {
			t.Errorf("%s: %d points", kind, len(p.Points))
		}
	}
}
