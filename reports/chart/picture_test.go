package chart

import (
	"math"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

func TestNearestFindsEveryNumber(t *testing.T) {
	for _, c := range charts {
		p, err := Draw(c.answer(), c.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range p.Points {
			got, ok := p.Nearest(want.X, (want.Y+want.base)/2)
			if !ok || math.Abs(got.X-want.X) > 0.5 {
				t.Fatalf("%s: at %v the nearest is %v", c.name, want, got)
			}
		}
	}
}

func TestNearestInABar(t *testing.T) {
	p, err := Draw(total(1000, 10, 1000), Options{Kind: Bar})
	if err != nil {
		t.Fatal(err)
	}
	middle := p.Points[1]
	got, ok := p.Nearest(middle.X+middle.half/2, p.Plot.Bottom()-1)
	if !ok || got.Number != 1 {
		t.Errorf("low in the short bar the nearest number is %d, want 1", got.Number)
	}
}

func TestNearestOutside(t *testing.T) {
	p, err := Draw(monthly(), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []point{{0, 300}, {990, 300}, {500, 2}, {500, 598}} {
		if pt, ok := p.Nearest(at.x, at.y); ok {
			t.Errorf("outside the plot, at %v, the nearest is %v", at, pt)
		}
	}
}

func TestPointsAreThoseOfTheAnswer(t *testing.T) {
	a := irregularHalves()
	p, err := Draw(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	want := 0
	for _, s := range a.Series {
		want += len(s.Numbers)
	}
	if len(p.Points) != want {
		t.Errorf("%d points for %d numbers", len(p.Points), want)
	}
	for _, pt := range p.Points {
		if n := a.Series[pt.Series].Numbers[pt.Number]; !n.Known() && !n.HasRange {
			t.Errorf("a point for %v, of which nothing is known", n.Period)
		}
	}
}

func TestReuse(t *testing.T) {
	first, err := Draw(monthly(), Options{Scale: 2})
	if err != nil {
		t.Fatal(err)
	}
	if size := first.Image.Rect.Size(); size.X != 2000 || size.Y != 1200 {
		t.Errorf("at scale 2 the picture is %v", size)
	}
	fresh, err := Draw(split(), Options{Scale: 2, Kind: Area})
	if err != nil {
		t.Fatal(err)
	}
	again, err := Draw(split(), Options{Scale: 2, Kind: Area, Reuse: first.Image})
	if err != nil {
		t.Fatal(err)
	}
	if again.Image != first.Image {
		t.Error("an image of the right size is not drawn over")
	}
	if string(again.Image.Pix) != string(fresh.Image.Pix) {
		t.Error("the earlier picture shows through")
	}
}

func TestEmptyAnswerSaysWhy(t *testing.T) {
	a := reports.Answer{Notes: []reports.Note{{Key: "note.none", Text: "No source has figures for 2031."}}}
	r := recordOf(t, a, Options{})
	if got := strings.Join(r.texts, " "); got != "No source has figures for 2031." {
		t.Errorf("the empty picture says %q", got)
	}
	p, err := Draw(a, Options{})
	if err != nil || len(p.Points) != 0 {
		t.Errorf("an empty answer gives %d points and error %v", len(p.Points), err)
	}
}

func TestImpossibleSizes(t *testing.T) {
	for _, o := range []Options{{Width: -1}, {Height: math.NaN()}, {Width: 1e6, Height: 1e6}, {Scale: math.Inf(1)}} {
		if _, err := Draw(monthly(), o); err == nil {
			t.Errorf("%g × %g at scale %g is drawn", o.Width, o.Height, o.Scale)
		}
	}
	if _, err := Draw(monthly(), Options{Font: []byte("no font")}); err == nil {
		t.Error("a font that is none is drawn with")
	}
}

// A line that is pointed at has all numbers of its series, and its gaps.
func TestALineKeepsItsGaps(t *testing.T) {
	a := answer(reports.EveryMonth, series("one", halves(2020, 6), []float64{1, 2, math.NaN(), 4, 5, 6}), series("two", halves(2020, 6), []float64{9, 8, 7, 6, 5, 4}))
	for _, kind := range []Kind{Line, Facets} {
		p := drawn(t, a, Options{Kind: kind})
		for _, at := range p.Points {
			var lengths []int
			for _, run := range p.Line(at) {
				lengths = append(lengths, len(run))
				for i, pt := range run {
					if pt.Series != at.Series || i > 0 && pt.X <= run[i-1].X {
						t.Errorf("%s: the line of %+v goes through %+v", kind, at, pt)
					}
				}
			}
			if want := [][]int{{2, 3}, {6}}[at.Series]; !slices.Equal(lengths, want) {
				t.Errorf("%s: series %d has runs of %v numbers, want %v", kind, at.Series, lengths, want)
			}
		}
	}
	bars := drawn(t, a, Options{Kind: Bar})
	if len(bars.Points) == 0 || bars.Line(bars.Points[0]) != nil {
		t.Error("bars lie on a line")
	}
}
