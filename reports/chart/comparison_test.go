package chart

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
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

// twoHalvesOf compares two half-years of parts of a dimension.
func twoHalvesOf(t *testing.T, by reports.Dim, values map[string][2]float64) reports.Comparison {
	t.Helper()
	l := &reports.Memory{Declared: []reports.Block{{Publisher: "Example", Table: "t", Measure: reports.ContentActioned,
		Breakdown: reports.DimsOf(by), Complete: reports.DimsOf(by), Absent: reports.AbsentNone}}}
	for side, p := range reports.EveryHalf.Within(reports.EveryYear.Around(reports.DayOf(2023, 1, 1)), false) {
		for name, v := range values {
			l.Held = append(l.Held, reports.Figure{Publisher: "Example", Table: "t", Measure: reports.ContentActioned, Period: p,
				Breakdown: reports.DimsOf(by), Split: reports.Split{}.With(by, name), Value: v[side]})
		}
	}
	c, err := reports.Compare(t.Context(), reports.Question{By: []reports.Dim{by}}, reports.Pair{}, l,
		reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func svgOf(t *testing.T, c reports.Comparison, k ComparisonKind, o Options) string {
	t.Helper()
	var b bytes.Buffer
	if err := ComparisonSVG(&b, c, k, o); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestASkewedSlopeIsLogarithmicAndSaysSo(t *testing.T) {
	values := map[string][2]float64{"giant": {40000, 41000}, "gone": {900, 0}}
	for i := range 12 {
		values[fmt.Sprintf("small %02d", i)] = [2]float64{float64(3 + i*i), float64(5 + 2*i)}
	}
	said := svgOf(t, twoHalvesOf(t, reports.Category, values), Slope, Options{})
	for _, want := range []string{"Logarithmic scale", "1 of the largest changes is from or to 0"} {
		if !strings.Contains(said, want) {
			t.Errorf("the slope does not say %q", want)
		}
	}
	even := svgOf(t, twoHalvesOf(t, reports.Category, map[string][2]float64{"a": {10, 50}, "b": {30, 20}, "c": {80, 90}}), Slope, Options{})
	if strings.Contains(even, "Logarithmic") {
		t.Error("a slope with room for its names is logarithmic")
	}
}

func TestAPercentageOfASlopeIsWholeOrLeftOut(t *testing.T) {
	said := svgOf(t, twoHalvesOf(t, reports.Category, map[string][2]float64{"a": {3, 10285}, "b": {30, 20}, "c": {80, 90}}), Slope, Options{Width: 640, Height: 400})
	if strings.Contains(said, "342") || !strings.Contains(said, "+10,282<") {
		t.Error("a percentage without room is not left out whole")
	}
	if !strings.Contains(said, "(+12.5%)") {
		t.Error("a percentage with room is left out")
	}
}

// How much numbers differ stands beside their dots, whole.
func TestDifferencesStandBesideTheirDots(t *testing.T) {
	values := map[string][2]float64{"large": {36137, 36792}, "middle": {900, 1300}, "small": {3, 85}, "fell": {5639, 4363}}
	for _, width := range []float64{480, 640, 1000, 1200, 2290} {
		d, err := composeComparison(twoHalvesOf(t, reports.Category, values), Dumbbell, Options{Width: width, Height: 400})
		if err != nil {
			t.Fatal(err)
		}
		ends := map[float64]float64{}
		for _, p := range d.points {
			ends[p.Y] = max(ends[p.Y], p.X)
		}
		found := 0
		for _, w := range d.texts {
			end, ok := ends[w.at.y-noteSize*0.36]
			if !ok || w.size != noteSize || w.align != left {
				continue
			}
			found++
			if gap := w.at.x - end; gap < 8 || gap > 16 {
				t.Errorf("%g wide: %q stands %g from its dot", width, w.text, gap)
			}
			if right := w.at.x + w.font.width(w.text, w.size); right > width-marginX+0.5 {
				t.Errorf("%g wide: %q ends at %g", width, w.text, right)
			}
		}
		if found != len(values) {
			t.Errorf("%g wide: %d of %d differences stand in their rows", width, found, len(values))
		}
	}
}

func TestMapsOfAComparison(t *testing.T) {
	world := map[string][2]float64{"US": {10, 20}, "DE": {4, 8}}
	europe := map[string][2]float64{"DE": {4, 8}, "PL": {1, 0}}
	for _, c := range []struct {
		values map[string][2]float64
		lands  int
	}{{world, 2}, {europe, 2}} {
		p, err := DrawComparison(twoHalvesOf(t, reports.Area, c.values), Maps, Options{})
		if err != nil || len(p.Panels) != 2 || len(p.Points) != 2*c.lands {
			t.Errorf("%v: %d panels, %d points, %v", c.values, len(p.Panels), len(p.Points), err)
		}
	}
	var refused *RefusedError
	if err := ComparisonSVG(io.Discard, twoHalves(t, 3), Maps, Options{}); !errors.As(err, &refused) || refused.Reason != ReasonNoCountries {
		t.Errorf("maps of categories: %v", err)
	}
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
		c := c
		if kind == Maps {
			c = twoHalvesOf(t, reports.Area, map[string][2]float64{"DE": {10, 20}, "FR": {5, 0}, "PL": {7, 9}, "US": {100, 50}, "BR": {1, 2}, "JP": {3, 3}})
		}
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
