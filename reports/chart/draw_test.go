package chart

import (
	"bytes"
	"fmt"
	"image/color"
	"io"
	"math"
	"slices"
	"strings"
	"testing"

	"gonum.org/v1/plot/font"
	"gonum.org/v1/plot/vg"

	"vitrine/assets"
	"vitrine/reports"
)

// A record is a canvas that keeps what is drawn on it.
type record struct {
	color   color.Color
	width   vg.Length
	dash    []vg.Length
	strokes []stroked
	fills   []color.Color
	texts   []string
	inks    map[string]color.Color      // of the texts
	corners map[color.Color]int         // of what was last filled in a colour
	dotted  map[color.Color]color.Color // the colour of dotted outlines, by what was filled last
}

type stroked struct {
	color  color.Color
	dashed bool
	points int
	level  bool // horizontal or vertical
}

func (r *record) SetColor(c color.Color)                 { r.color = c }
func (r *record) SetLineWidth(w vg.Length)               { r.width = w }
func (r *record) SetLineDash(d []vg.Length, _ vg.Length) { r.dash = d }
func (r *record) Fill(p vg.Path)                         { r.fills, r.corners[r.color] = append(r.fills, r.color), len(p) }
func (r *record) FillString(_ font.Face, _ vg.Point, s string) {
	r.texts, r.inks[s] = append(r.texts, s), r.color
}

func (r *record) Stroke(p vg.Path) {
	if p[len(p)-1].Type == vg.CloseComp {
		if around := len(circle.outline(point{}, 1)) + 1; len(r.dash) > 0 && len(r.fills) > 0 && len(p) != around {
			r.dotted[r.fills[len(r.fills)-1]] = r.color
		}
		return
	}
	level := len(p) == 2 && (p[0].Pos.X == p[1].Pos.X || p[0].Pos.Y == p[1].Pos.Y)
	r.strokes = append(r.strokes, stroked{r.color, len(r.dash) > 0, len(p), level})
}

// lines returns the strokes of a colour that are lines of numbers.
func (r *record) lines(c color.Color) []stroked {
	var list []stroked
	for _, s := range r.strokes {
		if s.color == c && !s.level {
			list = append(list, s)
		}
	}
	return list
}

func recordOf(t *testing.T, a reports.Answer, o Options) *record {
	t.Helper()
	d, err := compose(a, o)
	if err != nil {
		t.Fatal(err)
	}
	r := &record{inks: map[string]color.Color{}, corners: map[color.Color]int{}, dotted: map[color.Color]color.Color{}}
	d.paint(&pen{r, d.o.Height, 1})
	return r
}

var ink = slots[loneSlot].light

// total is one series by month of the values given.
func total(values ...float64) reports.Answer {
	return answer(reports.EveryMonth, series("", periods(reports.EveryMonth, reports.DayOf(2025, 1, 1), len(values)), values))
}

func TestGapsStayGaps(t *testing.T) {
	nan := math.NaN()
	missing := total(1, 2, 3, 4, 5, 6)
	missing.Series[0].Numbers = slices.Delete(missing.Series[0].Numbers, 2, 3)
	broken := total(1, 2, 3, 4)
	broken.Series[0].Breaks = []reports.Break{{At: reports.DayOf(2025, 3, 1), Why: "counted by item"}}
	within := total(1, 2, 3, 4)
	within.Series[0].Breaks = []reports.Break{{At: reports.DayOf(2025, 3, 10), Why: "counted by item"}}
	for _, c := range []struct {
		name string
		a    reports.Answer
		o    Options
		want []int // points of each line
	}{
		{"none", total(1, 2, 3, 4), Options{}, []int{4}},
		{"an unknown number", total(1, 2, nan, 4, 5, 6), Options{}, []int{2, 3}},
		{"a missing period", missing, Options{}, []int{2, 3}},
		{"a lone value between gaps", total(1, 2, nan, 4, nan, 6, 7), Options{}, []int{2, 2}},
		{"a break", broken, Options{}, []int{2, 2}},
		{"a break within a period", within, Options{}, []int{2}},
		{"zero on a log axis", total(10, 20, 0, 40, 50), Options{Log: true}, []int{2, 2}},
		{"infinity", total(1, 2, math.Inf(1), 4, 5), Options{}, []int{2, 2}},
	} {
		var got []int
		for _, s := range recordOf(t, c.a, c.o).lines(ink) {
			got = append(got, s.points)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: lines of %v points, want %v", c.name, got, c.want)
		}
	}
}

func TestDailyGapSurvivesThinning(t *testing.T) {
	if got := len(recordOf(t, daily(), Options{Width: 300}).lines(ink)); got != 3 {
		t.Errorf("%d lines, want 3: until the gap, after it, and the dashed end", got)
	}
}

func TestOpenNumbers(t *testing.T) {
	for name, open := range map[string]func(*reports.Number){
		"chart.provisional": func(n *reports.Number) { n.Status = reports.Provisional },
		"chart.incomplete":  func(n *reports.Number) { n.Incomplete = true },
		"chart.partial":     func(n *reports.Number) { n.Days = 12 },
		"chart.derived":     func(n *reports.Number) { n.Basis = reports.Derived },
	} {
		a := total(5, 6, 7, 8)
		open(&a.Series[0].Numbers[3])
		r := recordOf(t, a, Options{})
		lines := r.lines(ink)
		if len(lines) != 2 || lines[0].dashed || lines[0].points != 3 || !lines[1].dashed || lines[1].points != 2 {
			t.Errorf("%s: drawn as %+v, want three points joined and a dashed last segment", name, lines)
		}
		if hollow := r.fills[len(r.fills)-2]; hollow != lightTheme.ground {
			t.Errorf("%s: the last mark is filled with %v, want the ground", name, hollow)
		}
		if says := assets.For("en").Say(name); !slices.ContainsFunc(r.texts, func(s string) bool { return strings.Contains(s, says) }) {
			t.Errorf("%s is not explained in %q", name, r.texts)
		}
	}
}

// What was derived from a share looks so in every kind, and is explained.
func TestDerivedNumbersLookDerived(t *testing.T) {
	says := assets.For("en").Say("chart.derived")
	for kind, a := range map[Kind]reports.Answer{Line: twelve(), Bar: wholeTwelve(), Area: wholeTwelve(), Facets: twelve(), Heat: twelve(), Days: lastDays(), Map: byCountry(), Europe: ratesByCountry(), Rank: twelve()} {
		plain := openIn(t, func(w io.Writer) error { return SVG(w, a, Options{Kind: kind}) })
		for i := range a.Series {
			for j := range a.Series[i].Numbers {
				a.Series[i].Numbers[j].Basis = reports.Derived
			}
		}
		r := recordOf(t, a, Options{Kind: kind})
		if !slices.ContainsFunc(r.texts, func(s string) bool { return strings.Contains(s, says) }) {
			t.Errorf("%v does not say that numbers are derived: %q", kind, r.texts)
		}
		if got := openIn(t, func(w io.Writer) error { return SVG(w, a, Options{Kind: kind}) }); got < plain+3 {
			t.Errorf("%v: derived numbers are drawn as published ones", kind)
		}
	}
	for _, kind := range []ComparisonKind{Slope, Dumbbell, Diverging} {
		c := twoHalves(t, 6)
		plain := openIn(t, func(w io.Writer) error { return ComparisonSVG(w, c, kind, Options{}) })
		for i := range c.Items {
			c.Items[i].Numbers[1].Basis = reports.Derived
		}
		if got := openIn(t, func(w io.Writer) error { return ComparisonSVG(w, c, kind, Options{}) }); got < plain+3 {
			t.Errorf("%v: derived numbers are compared as published ones", kind)
		}
	}
	if text := assets.For("en").SideQuantity(reports.Item{Numbers: [2]reports.Number{{Basis: reports.Derived}}, Values: [2]reports.Amount{reports.Exactly(61956000.9)}}, 0); text != "≈\u202f61,956,001" {
		t.Errorf("a derived side is written %q", text)
	}
}

// openIn counts the dashes of a drawing, and the hollow dots of its map.
func openIn(t *testing.T, write func(io.Writer) error) int {
	t.Helper()
	var doc bytes.Buffer
	if err := write(&doc); err != nil {
		t.Fatal(err)
	}
	c := slots[loneSlot].light
	return strings.Count(doc.String(), "stroke-dasharray") + strings.Count(doc.String(), fmt.Sprintf("stroke:#%02X%02X%02X", c.R, c.G, c.B))
}

// A number of at least so many has an arrow, not a line to the top.
func TestOpenRangesAreArrows(t *testing.T) {
	for _, kind := range []Kind{Line, Bar} {
		a := total(500, 6, 7)
		n := &a.Series[0].Numbers[1]
		n.Incomplete, n.HasRange, n.Low, n.High = true, true, 6, math.Inf(1)
		d, err := compose(a, Options{Kind: kind})
		if err != nil {
			t.Fatal(err)
		}
		v := d.traces[0].values[1]
		if low, top := d.scale.y(v.low), d.rangeTop(v); low-top != openReach {
			t.Errorf("%v: the arrow leads from %g to %g", kind, low, top)
		}
	}
}

func TestLogAxisSaysSo(t *testing.T) {
	r := recordOf(t, total(10, 0, 1000), Options{Log: true})
	text := strings.Join(r.texts, "|")
	for _, want := range []string{"log scale", "no place for zero"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q does not say %q", text, want)
		}
	}
	if bars := strings.Join(recordOf(t, total(10, 1000), Options{Kind: Bar, Log: true}).texts, "|"); strings.Contains(bars, "log scale") {
		t.Error("bars have a log axis, but must start at zero")
	}
}

func TestAxesStartAtZero(t *testing.T) {
	rate := total(97, 98, 99)
	rate.Series[0].Measure = "share of videos removed"
	for _, c := range []struct {
		name string
		a    reports.Answer
		o    Options
		want bool
	}{
		{"lines of counts", total(970, 980, 990), Options{}, true},
		{"bars", rate, Options{Kind: Bar}, true},
		{"areas", split(), Options{Kind: Area}, true},
		{"lines of a rate", rate, Options{}, false},
	} {
		d, err := compose(c.a, c.o)
		if err != nil {
			t.Fatal(err)
		}
		if got := d.scale.low == 0; got != c.want {
			t.Errorf("%s: the axis starts at %g", c.name, d.scale.low)
		}
	}
}

func TestRestIsGreyAndCounted(t *testing.T) {
	for _, o := range []Options{{}, {Kind: Area}, {Kind: Bar}} {
		r := recordOf(t, wholeTwelve(), o)
		if !slices.Contains(r.texts, "all other (4)") {
			t.Errorf("%s: no label says how many are grey: %q", o.Kind, r.texts)
		}
	}
}

func TestBarsStandAtTheirTrueWidth(t *testing.T) {
	a := irregularHalves()
	a.Series = a.Series[:1]
	p, err := Draw(a, Options{Kind: Bar})
	if err != nil {
		t.Fatal(err)
	}
	half, quarter := p.Points[0].half, p.Points[len(p.Points)-1].half
	if ratio := half / quarter; ratio < 1.9 || ratio > 2.2 {
		t.Errorf("the bar of a half-year is %.2f times as wide as a quarter's", ratio)
	}
}

func TestChartTextIsAtLeast12(t *testing.T) {
	for _, c := range charts {
		d, err := compose(c.answer(), c.o)
		if err != nil {
			t.Fatal(err)
		}
		for _, w := range d.texts {
			if w.size < 12 {
				t.Errorf("%s: %q has size %g", c.name, w.text, w.size)
			}
			if x := w.at.x; w.align == left && x+w.font.width(w.text, w.size) > d.o.Width {
				t.Errorf("%s: %q is cut at the right edge", c.name, w.text)
			}
		}
	}
}

// The mean of seven days stands above the days, in their colour; the days are
// pale and thin, and have no marks on the way.
func TestMeansStandAboveTheDays(t *testing.T) {
	at := periods(reports.EveryDay, reports.DayOf(2025, 1, 1), 60)
	a := reports.WithWeekMeans(answer(reports.EveryDay, series("terrorism", at, wave(5, len(at), 10, 90)), series("spam", at, wave(6, len(at), 10, 90))))
	for _, dark := range []bool{false, true} {
		colors := Colors(a, nil, Tone{Dark: dark})
		r := recordOf(t, a, Options{Dark: dark})
		last := map[color.Color]int{}
		for i, s := range r.strokes {
			if !s.level {
				last[s.color] = i
			}
		}
		for i := 0; i < len(a.Series); i += 2 {
			days, mean := colors[i], colors[i+1]
			if days == mean || last[days] == 0 || last[days] > min(last[colors[1]], last[colors[3]]) {
				t.Errorf("dark %v: the days of series %d are not below both means", dark, i)
			}
			if got := contrast(days.(color.RGBA), themeOf(Tone{Dark: dark}).ground); got < 1.5 || got >= contrast(mean.(color.RGBA), themeOf(Tone{Dark: dark}).ground) {
				t.Errorf("dark %v: the days of series %d have a contrast of %.2f", dark, i, got)
			}
		}
		text := strings.Join(r.texts, "|")
		if !strings.Contains(text, "terrorism, mean of 7 days") || !strings.Contains(text, "|terrorism|") {
			t.Errorf("dark %v: days and mean have no label each: %q", dark, text)
		}
	}
	alone := a
	alone.Series = a.Series[:1]
	if alone := Colors(alone, nil, Tone{}); alone[0] != Colors(a, nil, Tone{})[1] {
		t.Error("the mean has another colour than the days alone")
	}
}
