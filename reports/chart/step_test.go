package chart

import (
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

func drawn(t *testing.T, a reports.Answer, o Options) *Picture {
	t.Helper()
	p, err := Draw(a, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Whoever goes by keys reaches every number of every kind.
func TestStepsReachEveryNumber(t *testing.T) {
	for _, c := range charts {
		p := drawn(t, c.answer(), c.o)
		if len(p.Points) == 0 || len(p.Points) > 1500 {
			continue
		}
		reached := map[Point]bool{p.Points[0]: true}
		for todo := []Point{p.Points[0]}; len(todo) > 0; {
			at := todo[0]
			todo = todo[1:]
			for way := Left; way <= Down; way++ {
				if next, ok := p.Step(at, way); ok && !reached[next] {
					reached[next] = true
					todo = append(todo, next)
				}
			}
		}
		if len(reached) != len(p.Points) {
			t.Errorf("%s: keys reach %d of %d numbers", c.name, len(reached), len(p.Points))
		}
	}
}

func TestStepsGoWhereTheyPoint(t *testing.T) {
	p := drawn(t, twelve(), Options{Kind: Heat})
	at, _ := p.Nearest(p.Plot.X+p.Plot.Width/2, p.Plot.Y+p.Plot.Height/2)
	for way, want := range map[Way]struct{ series, number int }{
		Left: {at.Series, at.Number - 1}, Right: {at.Series, at.Number + 1}, Up: {at.Series - 1, at.Number}, Down: {at.Series + 1, at.Number},
	} {
		if got, ok := p.Step(at, way); !ok || got.Series != want.series || got.Number != want.number {
			t.Errorf("from %d/%d way %d leads to %d/%d", at.Series, at.Number, way, got.Series, got.Number)
		}
	}
	day, _ := drawn(t, daily(), Options{Kind: Days}).Step(drawn(t, daily(), Options{Kind: Days}).Points[300], Right)
	if day.Number-drawn(t, daily(), Options{Kind: Days}).Points[300].Number != 7 {
		t.Error("right in a calendar is not a week later")
	}
}

func TestFacetsShareAnAxisUnlessTold(t *testing.T) {
	shared, own := drawn(t, irregularHalves(), Options{Kind: Facets}), drawn(t, irregularHalves(), Options{Kind: Facets, OwnAxis: true})
	if len(shared.Panels) != 2 || len(own.Panels) != 2 {
		t.Fatalf("%d and %d panels for two series", len(shared.Panels), len(own.Panels))
	}
	peak := func(p *Picture, panel int) float64 {
		top := p.Panels[panel].Height
		for _, pt := range p.Points {
			if pt.panel == panel {
				top = min(top, pt.Y-p.Panels[panel].Y)
			}
		}
		return top
	}
	if peak(own, 1) >= peak(shared, 1) {
		t.Errorf("with an axis of its own the lower series peaks %g below the top, with a shared one %g", peak(own, 1), peak(shared, 1))
	}
}

func TestPointerStaysInItsPanel(t *testing.T) {
	p := drawn(t, twelve(), Options{Kind: Facets})
	for i, panel := range p.Panels {
		if at, ok := p.Nearest(panel.X+panel.Width/2, panel.Y+2); !ok || p.Panel(at) != panel {
			t.Errorf("in panel %d the nearest number stands in another", i)
		}
	}
}

func TestPanelsByADimension(t *testing.T) {
	for dims, want := range map[reports.Dims]int{0: 3, reports.ByArea: 3, reports.ByCategory: 2, reports.ByArea | reports.ByCategory: 5} {
		if got := len(drawn(t, byAreaAndCategory(), Options{Kind: Facets, Panels: dims}).Panels); got != want {
			t.Errorf("panels by %q: %d, want %d", dims, got, want)
		}
	}
}

// The labels of a panel's time axis do not stand below its neighbour.
func TestTimesOfFacetsStandBelowTheirPanel(t *testing.T) {
	var list []reports.Series
	at := periods(reports.EveryQuarter, reports.DayOf(2020, 7, 1), 16)
	for i := range 17 {
		list = append(list, series(string(rune('A'+i)), at, wave(7, len(at), 1, 50)))
	}
	for _, width := range []float64{300, 460, 640, 940, 1020, 1100} {
		d, err := compose(answer(reports.EveryQuarter, list...), Options{Kind: Facets, Width: width, Height: 400})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range d.texts {
			if w.size != noteSize || w.align != center {
				continue
			}
			half := d.font.width(w.text, noteSize) / 2
			if !slices.ContainsFunc(d.panels, func(p Rect) bool { return w.at.x-half >= p.X-0.1 && w.at.x+half <= p.Right()+0.1 }) {
				t.Errorf("%g wide: %s stands beyond its panel", width, w.text)
			}
		}
	}
}

// Long names of panels take three lines only where their plots keep their room.
func TestNamesOfFacetsLeaveRoomForTheirPlots(t *testing.T) {
	var list []reports.Series
	at := periods(reports.EveryQuarter, reports.DayOf(2020, 7, 1), 16)
	for i := range 17 {
		list = append(list, series(string(rune('A'+i))+" name that takes three lines of a panel, however wide it is, because it goes on and on without an end", at, wave(7, len(at), 1, 50)))
	}
	for _, height := range []float64{300, 340, 900} {
		lines := 0
		d, err := compose(answer(reports.EveryQuarter, list...), Options{Kind: Facets, Width: 940, Height: height})
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range d.texts {
			if w.font == d.bold {
				lines++
			}
		}
		if few := lines <= 2*len(d.panels); few != (height < 900) {
			t.Errorf("%g high: %d lines of names above %d plots %.0f high", height, lines, len(d.panels), d.panels[0].Height)
		}
	}
}

// Names of panels that read alike where they are cut are told apart.
func TestNamesOfFacetsAreToldApart(t *testing.T) {
	at := periods(reports.EveryQuarter, reports.DayOf(2020, 7, 1), 16)
	var list []reports.Series
	for _, name := range []string{"Suicide, automutilation et actes dangereux", "Suicide, automutilation et troubles alimentaires"} {
		list = append(list, series(name, at, wave(7, len(at), 1, 50)))
	}
	for i := range 15 {
		list = append(list, series(string(rune('A'+i)), at, wave(7, len(at), 1, 50)))
	}
	d, err := compose(answer(reports.EveryQuarter, list...), Options{Kind: Facets, Width: 940, Height: 340})
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, w := range d.texts {
		if w.font == d.bold {
			lines = append(lines, w.text)
		}
	}
	if said := strings.Join(lines, " "); !strings.Contains(said, "actes") || !strings.Contains(said, "troubles") {
		t.Errorf("the names are %s", said)
	}
}
