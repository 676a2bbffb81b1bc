package chart

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// retold are the editions of n half-years and categories: the second of three
// vintages changes some, the third leaves the oldest half-year out.
func retold(halves, categories int) reports.Editions {
	var list []reports.Statement
	for v := range 3 {
		p := reports.EveryHalf.Around(reports.DayOf(2020, 1, 1))
		for h := range halves {
			for c := range categories {
				value := float64(1000*(h+1) + 100*c)
				if v > 0 && (h+c)%2 == 0 {
					value *= 1 + float64(h-1)/20
				}
				f := reports.Figure{Publisher: "Example", Table: "t", Measure: reports.ContentActioned, Period: p, Breakdown: reports.ByCategory,
					Split: reports.Split{Category: fmt.Sprintf("category %02d", c+1)}, Value: value}
				if v < 2 || h > 0 {
					list = append(list, reports.Statement{Figure: f, Stated: true,
						Vintage: reports.Vintage{Day: reports.DayOf(2022+v, 3, 1), Source: fmt.Sprint(v)}})
				}
			}
			p = reports.EveryHalf.Around(p.End)
		}
	}
	return reports.EditionsOf(list)
}

func TestEditionsGolden(t *testing.T) {
	for _, c := range []struct {
		name string
		e    reports.Editions
		kind EditionKind
		o    Options
	}{
		{"vintages", retold(1, 1), Vintages, Options{Titles: true, Sources: sampleSource}},
		{"vintages-many-dark-french", retold(4, 3), Vintages, Options{Dark: true, Words: assets.For("fr"), Width: 640, Height: 400}},
		{"grid", retold(4, 2), Grid, Options{Titles: true, Sources: sampleSource}},
		{"grid-crowded-french", retold(40, 1), Grid, Options{Words: assets.For("fr"), Width: 420, Height: 300}},
		{"editions-one", reports.Editions{Only: 1}, Grid, Options{Width: 640, Height: 400}},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := EditionsSVG(&got, c.e, c.kind, c.o); err != nil {
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

// laterRetold are the editions of three half-years: those of 2020 and 2023, and
// another three months later.
func laterRetold(halves int, change float64) reports.Editions {
	var list []reports.Statement
	for v, day := range []reports.Day{reports.DayOf(2020, 9, 30), reports.DayOf(2023, 12, 31), reports.DayOf(2024, 3, 31)} {
		for h, p := range reports.EveryHalf.Within(reports.Period{Start: reports.DayOf(2018, 1, 1), End: reports.DayOf(2022, 1, 1)}, false)[:halves] {
			value := 10000.0
			if v > 0 {
				value -= change * float64(h+1)
			}
			list = append(list, reports.Statement{Stated: true, Vintage: reports.Vintage{Day: day, Source: fmt.Sprint(v)}, Figure: reports.Figure{
				Publisher: "Example", Table: "t", Measure: reports.ContentActioned, Period: p, Value: value}})
		}
	}
	return reports.EditionsOf(list)
}

func TestEachVintageIsNamed(t *testing.T) {
	for _, width := range []float64{560, 800, 1000, 1200} {
		for _, words := range []*assets.Words{assets.For("en"), assets.For("fr"), assets.For("de")} {
			d, err := composeEditions(laterRetold(5, 40), Vintages, Options{Width: width, Height: 400, Words: words})
			if err != nil {
				t.Fatal(err)
			}
			for _, day := range []reports.Day{reports.DayOf(2020, 9, 30), reports.DayOf(2023, 12, 31), reports.DayOf(2024, 3, 31)} {
				name := words.PeriodShort(reports.Period{Start: day, End: day + 1})
				if !slices.ContainsFunc(d.texts, func(w writing) bool { return w.text == name && w.at.y < 400 }) {
					t.Errorf("%g wide: %q is not named", width, name)
				}
			}
		}
	}
}

// Figures that change alike are seen beside each other, where they begin and on
// their way, and those that never change in the middle.
func TestFiguresThatRunTogetherAreSeen(t *testing.T) {
	for _, change := range []float64{40, 0} {
		d, err := composeEditions(laterRetold(5, change), Vintages, Options{Width: 1000, Height: 400})
		if err != nil {
			t.Fatal(err)
		}
		seen := map[point]int{}
		for _, p := range d.points {
			seen[point{math.Round(p.X), math.Round(p.Y)}]++
		}
		for at, n := range seen {
			if n > 1 {
				t.Errorf("a change of %g: %d figures lie on each other at %v", change, n, at)
			}
		}
		if said := slices.ContainsFunc(d.texts, func(w writing) bool { return w.text == "None of these figures changed." }); said != (change == 0) {
			t.Errorf("a change of %g: that nothing changed is said: %v", change, said)
		}
		if y := d.points[0].Y; change == 0 && math.Abs(y-d.plot.Y-d.plot.Height/2) > 30 {
			t.Errorf("what does not change stands at %g of %v", y, d.plot)
		}
	}
}

func TestEditionPointsLeadToStatements(t *testing.T) {
	e := retold(4, 3)
	for _, kind := range EditionKinds() {
		p, err := DrawEditions(e, kind, Options{})
		if err != nil {
			t.Fatal(err)
		}
		if len(p.Points) == 0 {
			t.Fatalf("%s has no points", kind)
		}
		for _, at := range p.Points {
			if found, ok := p.Nearest(at.X, at.Y); !ok || found.X != at.X || found.Y != at.Y {
				t.Errorf("%s: %+v leads to %+v", kind, at, found)
			}
			stated := kind == Grid && e.Grids[0].Cells[at.Series][at.Number].Stated || kind == Vintages && e.Histories[at.Series].Statements[at.Number].Stated
			if !stated {
				t.Errorf("%s: the point %+v is of no statement", kind, at)
			}
		}
	}
}

func TestAGridSaysWhatIsLeftOut(t *testing.T) {
	var got bytes.Buffer
	if err := EditionsSVG(&got, retold(40, 1), Grid, Options{Width: 420, Height: 300}); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(got.String(), "more periods are not drawn") {
		t.Error("periods are left out in silence")
	}
}
