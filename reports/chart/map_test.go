package chart

import (
	"image"
	"math"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

func TestEqualEarthFollowsItsAuthors(t *testing.T) {
	for _, c := range []struct {
		at   assets.Place
		want point
	}{
		{assets.Place{}, point{}},
		{assets.Place{Longitude: 180}, point{2.7066, 0}},
		{assets.Place{Latitude: 90}, point{0, 1.3174}},
	} {
		if got := equalEarth(c.at); math.Abs(got.x-c.want.x) > 1e-3 || math.Abs(got.y-c.want.y) > 1e-3 {
			t.Errorf("%v stands at %v, want %v", c.at, got, c.want)
		}
	}
}

// A square degree takes as much of the map in the north as at the equator.
func TestProjectionsKeepAreas(t *testing.T) {
	for name, project := range map[string]projection{"world": equalEarth, "Europe": europe} {
		size := func(lat float64) float64 {
			var r ring
			for _, c := range [][2]float64{{0, 0}, {1, 0}, {1, 1}, {0, 1}} {
				r = append(r, project(assets.Place{Longitude: 20 + c[0], Latitude: lat + c[1]}))
			}
			area, _ := r.size()
			return area / (math.Sin(radians(lat+1)) - math.Sin(radians(lat)))
		}
		if ratio := size(68) / size(36); math.Abs(ratio-1) > 0.01 {
			t.Errorf("%s: an area in the north is drawn %.3f times as large as one in the south", name, ratio)
		}
	}
}

func TestPointerFindsCountries(t *testing.T) {
	p := drawn(t, ratesByCountry(), Options{Kind: Map})
	f := projection(equalEarth).fit(worldEdges, p.Panels[0])
	for _, c := range []struct {
		at   assets.Place
		want string
	}{
		{assets.Place{Longitude: 40, Latitude: 55}, "RU"}, {assets.Place{Longitude: 160, Latitude: 66}, "RU"},
		{assets.Place{Longitude: 2, Latitude: 47}, "FR"}, {assets.Place{Longitude: 28.2, Latitude: -29.5}, "LS"},
		{assets.Place{Longitude: 14.4, Latitude: 35.9}, "MT"}, {assets.Place{Longitude: -30, Latitude: 0}, ""},
	} {
		at := f.ring([]assets.Place{c.at}, 0)[0]
		got := ""
		if pt, ok := p.Nearest(at.x, at.y); ok {
			got = ratesByCountry().Series[pt.Series].Key.Area
		}
		if got != c.want {
			t.Errorf("at %v the pointer finds %q, want %q", c.at, got, c.want)
		}
	}
}

func TestMapSaysWhatItLeavesOut(t *testing.T) {
	if text := strings.Join(recordOf(t, byCountry(), Options{Kind: Europe}).texts, "|"); !strings.Contains(text, "6 areas are not on the map") {
		t.Errorf("of Europe: %q", text)
	}
	text := strings.Join(recordOf(t, byCountry(), Options{Kind: Map}).texts, "|")
	for _, want := range []string{"one area is not on the map", "no endorsement", "H2 2023", "no data"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not say %q", text, want)
		}
	}
}

// However small, a country is on the map of the world.
func TestNoCountryIsTooSmallForTheMap(t *testing.T) {
	d, err := compose(ratesByCountry(), Options{Kind: Map, Width: 320, Height: 240})
	if err != nil {
		t.Fatal(err)
	}
	on := map[string]bool{}
	for _, l := range d.landsOf(nil, d.panels[0]).lands {
		on[l.code] = true
	}
	for _, s := range assets.Shapes() {
		if !on[s.Country] {
			t.Errorf("%s is not on the map", s.Country)
		}
	}
}

// Title and footer are about the period on the map, not about all of the answer.
func TestMapNamesThePeriodThatItShows(t *testing.T) {
	a := byCountry()
	a.Notes = []reports.Note{{Key: "note.basischange", Text: "x", Args: map[string]string{"at": "2023-H2", "before": "published", "after": "published"}}}
	for _, c := range []struct {
		periods []reports.Period
		want    string
	}{{nil, "H2 2023"}, {halves(2023, 1), "H1 2023"}, {halves(2023, 2), "2023"}} {
		r := recordOf(t, a, Options{Kind: Map, Titles: true, Periods: c.periods})
		text := strings.Join(r.texts, " ")
		if !strings.Contains(text, ", "+c.want+", all countries") {
			t.Errorf("%v: the title does not name %q: %q", c.periods, c.want, text)
		}
		if got := strings.Contains(text, "The basis changes"); got != (len(c.periods) == 2) {
			t.Errorf("%v: it tells a change of the basis: %v", c.periods, got)
		}
	}
}

// On a wide picture the map takes all of it, the legend stands in a corner of
// the sea; on a high one above it.
func TestLegendOfMapTakesTheSpareRoom(t *testing.T) {
	for name, a := range map[string]reports.Answer{"dots": byCountry(), "classes": ratesByCountry()} {
		for _, wide := range []Options{{Width: 1000, Height: 300}, {Width: 1000, Height: 600, Titles: true}, {Width: 2290, Height: 900}} {
			if name == "dots" && wide.Titles {
				continue // its legend is too high for the southern sea
			}
			wide.Kind = Map
			if p := drawn(t, a, wide).Panels[0]; p.X != marginX || p.Width != wide.Width-2*marginX || p.Y != marginY && !wide.Titles {
				t.Errorf("%s: on a picture %g × %g the map has %v", name, wide.Width, wide.Height, p)
			}
		}
		if high := drawn(t, a, Options{Kind: Map, Width: 600, Height: 800}).Panels[0]; high.X != marginX || high.Y < marginY+mapHead {
			t.Errorf("%s: on a high picture the map has %v", name, high)
		}
	}
}

func TestLegendOfMapCoversNoLand(t *testing.T) {
	for _, a := range []reports.Answer{byCountry(), ratesByCountry()} {
		for width := 500.0; width < 1500; width += 90 {
			d, err := compose(a, Options{Kind: Map, Width: width, Height: 480})
			if err != nil {
				t.Fatal(err)
			}
			lands := d.landsOf(nil, d.panels[0]).lands
			for _, w := range d.texts {
				box := Rect{w.at.x, w.at.y - w.size, w.font.width(w.text, w.size), w.size}
				if w.align == center {
					box.X -= box.Width / 2
				}
				if box.Bottom() < d.panels[0].Bottom() && !openSea(lands, box) {
					t.Errorf("%g wide: %q stands on land", width, w.text)
				}
			}
		}
	}
}

// The map of Europe has no empty sides; what lies around has no numbers.
func TestEuropeGoesOnToTheEdges(t *testing.T) {
	d, err := compose(ratesByCountry(), Options{Kind: Europe, Width: 1200, Height: 480})
	if err != nil {
		t.Fatal(err)
	}
	right := 0.0
	for _, l := range d.landsOf(nil, d.panels[0]).lands {
		for _, r := range l.rings {
			_, _, x1, _ := bounds(r)
			right = max(right, x1)
		}
	}
	if right < d.plot.Right()-1 {
		t.Errorf("land ends at %g, the picture at %g", right, d.plot.Right())
	}
	for _, p := range d.points {
		if area := d.a.Series[p.Series].Key.Area; area == "US" || area == "SG" {
			t.Errorf("%s has a number on the map of Europe", area)
		}
	}
}

func TestMapsOfTwoPeriodsShareTheirKey(t *testing.T) {
	p := drawn(t, byCountry(), Options{Kind: Europe, Periods: halves(2023, 2)})
	if len(p.Panels) != 2 || p.Panels[0].X >= p.Panels[1].X {
		t.Fatalf("panels %v", p.Panels)
	}
	a, sizes := byCountry(), map[int][2]float64{}
	for _, pt := range p.Points {
		if a.Series[pt.Series].Key.Area == "RU" {
			sizes[pt.panel] = [2]float64{pt.half, a.Series[pt.Series].Numbers[pt.Number].Value}
		}
	}
	if before, after := sizes[0], sizes[1]; math.Abs(math.Pow(before[0]/after[0], 2)-before[1]/after[1]) > 0.01 {
		t.Errorf("dots of %v and %v: areas are not in proportion to numbers", before, after)
	}
}

// Maps beside each other have no room for the open sea at their sides; what has a
// number is on them all the same, and all of a large country.
func TestMapsBesideEachOtherHaveNoEmptySides(t *testing.T) {
	d, err := compose(byCountry(), Options{Kind: Map, Width: 1200, Height: 600, Periods: halves(2023, 2)})
	if err != nil {
		t.Fatal(err)
	}
	m := d.landsOf(nil, d.panels[0])
	west, east := math.Inf(1), math.Inf(-1)
	for _, l := range m.lands {
		for _, r := range l.rings {
			if area, _ := r.size(); area >= speck {
				x0, _, x1, _ := bounds(r)
				west, east = min(west, x0), max(east, x1)
			}
		}
	}
	if west > m.frame.X+2 || east < m.frame.Right()-2 {
		t.Errorf("land from %g to %g, the map from %g to %g", west, east, m.frame.X, m.frame.Right())
	}
	if m.frame.Width < d.panels[0].Width-1 {
		t.Errorf("the map is %g wide of %g", m.frame.Width, d.panels[0].Width)
	}
	for _, p := range d.points {
		if f := d.panels[p.panel]; p.X < f.X || p.X > f.Right() {
			t.Errorf("%s stands beyond its map", d.a.Series[p.Series].Key.Area)
		}
	}
}

func TestMapPeriodIsTheNewestWithMostCountries(t *testing.T) {
	a := byCountry()
	late := reports.Number{Period: halves(2024, 1)[0], Value: 3}
	a.Series[0].Numbers = append(a.Series[0].Numbers, late)
	if got := MapPeriod(a); got != halves(2023, 2)[1] {
		t.Errorf("the map shows %v", got)
	}
}

func BenchmarkMap1920x1080(b *testing.B) {
	a := ratesByCountry()
	var reuse *image.RGBA
	for b.Loop() {
		p, err := Draw(a, Options{Kind: Map, Width: 1920, Height: 1080, Reuse: reuse})
		if err != nil {
			b.Fatal(err)
		}
		reuse = p.Image
	}
}

func BenchmarkKindsAt1000x600(b *testing.B) {
	for kind, a := range map[Kind]reports.Answer{Facets: twelve(), Heat: twelve(), Days: daily(), Map: byCountry(), Europe: byCountry()} {
		b.Run(kind.String(), func(b *testing.B) {
			for b.Loop() {
				if _, err := Draw(a, Options{Kind: kind}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
