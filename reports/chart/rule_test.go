package chart

import (
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// ruled lays out the events of the monthly sample.
func ruled(t *testing.T, a reports.Answer, o Options) *drawing {
	t.Helper()
	o.Events = true
	d, err := compose(a, o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func textsOf(list []rule) string {
	var texts []string
	for _, r := range list {
		texts = append(texts, r.text)
	}
	return strings.Join(texts, "|")
}

func TestLabelsOfEventsAreWhole(t *testing.T) {
	for _, lang := range assets.Languages() {
		d := ruled(t, monthly(), Options{Width: 1200, Words: assets.For(lang)})
		if text := textsOf(d.events); len(d.events) < 5 || strings.Contains(text, "…") {
			t.Errorf("%s: on a wide picture the events are %q", lang, text)
		}
	}
}

// Two events of two weeks: the long label of the later one has room only in a
// row above the earlier one's.
func TestALongLabelStandsAboveAShorterOne(t *testing.T) {
	days := answer(reports.EveryDay, series("terrorism", periods(reports.EveryDay, reports.DayOf(2016, 12, 25), 3462), wave(5, 3462, 60, 5200)))
	for _, lang := range []string{"en", "fr"} {
		d := ruled(t, days, Options{Width: 2290, Height: 1000, Dark: true, Words: assets.For(lang)})
		if text := textsOf(d.events); strings.Contains(text, "…") {
			t.Errorf("%s: labels are cut: %q", lang, text)
		}
	}
}

// In a window 1,280 wide the picture is about 1,000 wide: no label is cut there.
func TestNoLabelOfEventsIsCutInASmallWindow(t *testing.T) {
	days := answer(reports.EveryDay, series("terrorism", periods(reports.EveryDay, reports.DayOf(2016, 12, 25), 3462), wave(5, 3462, 60, 5200)),
		series("abuse", periods(reports.EveryDay, reports.DayOf(2018, 6, 1), 2938), wave(7, 2938, 60, 5200)))
	for _, lang := range assets.Languages() {
		for width := 980.0; width <= 1300; width += 20 {
			d := ruled(t, days, Options{Width: width, Height: 400, Words: assets.For(lang)})
			if text := textsOf(d.events); strings.Contains(text, "…") || len(d.events) < 4 {
				t.Errorf("%s, %g wide: %q", lang, width, text)
			}
		}
	}
}

func TestLabelsOfEventsMeetNothing(t *testing.T) {
	for _, width := range []float64{420, 640, 1000, 1900} {
		for _, kind := range []Kind{Line, Area, Heat} {
			a := monthly()
			a.Unstackable = ""
			d := ruled(t, a, Options{Width: width, Height: 400, Kind: kind})
			for i, r := range d.events {
				if r.where < marginX || r.where+r.width > width-marginX {
					t.Errorf("%v, %g wide: %q stands from %g to %g", kind, width, r.text, r.where, r.where+r.width)
				}
				if others := slices.Delete(slices.Clone(d.events), i, i+1); slices.ContainsFunc(others, r.meets) {
					t.Errorf("%v, %g wide: %q meets another", kind, width, r.text)
				}
			}
		}
	}
}

// In a low heat map the labels of events give way to its rows.
func TestRowsOfCellsComeBeforeEvents(t *testing.T) {
	for _, height := range []float64{260, 300, 400} {
		d := ruled(t, monthly(), Options{Width: 900, Height: height, Kind: Heat, Titles: true, Words: assets.For("fr"), Sources: sampleSource})
		if d.hidden > 0 {
			t.Errorf("%g high: %d rows are not drawn", height, d.hidden)
		}
		for _, w := range d.texts {
			if w.at.x >= d.plot.X && w.at.y > d.plot.Y+1 && w.at.y-w.size < d.plot.Bottom()-1 || w.at.x < d.plot.X && w.at.y > d.plot.Bottom()+1 && w.at.y-w.size < d.plot.Bottom()-8 {
				t.Errorf("%g high: %q stands on the cells", height, w.text)
			}
		}
	}
}

// Where room is short, laws give way to what befell the publisher.
func TestImportantEventsStay(t *testing.T) {
	d := ruled(t, monthly(), Options{Width: 420, Height: 300})
	if d.unsaid == 0 {
		t.Fatal("all events have room: the picture is too wide for this test")
	}
	if text := textsOf(d.events); !strings.Contains(text, "founder is") && !strings.Contains(text, "Russia blocks") {
		t.Errorf("the events are %q", text)
	}
	if text := textsOf(d.events); strings.Contains(text, "DSA") {
		t.Errorf("a law took the place of the publisher's own events: %q", text)
	}
}

// A bar leads from an event that lasts to its end, also from one that began
// before the picture does.
func TestEventsThatLastShowTheirEnd(t *testing.T) {
	find := func(d *drawing) rule {
		i := slices.IndexFunc(d.events, func(r rule) bool { return strings.HasPrefix(r.text, "Russia blocks") })
		if i < 0 {
			t.Fatalf("the block is not drawn: %q", textsOf(d.events))
		}
		return d.events[i]
	}
	whole := ruled(t, monthly(), Options{})
	if r := find(whole); r.end-whole.time.x(float64(reports.DayOf(2020, 6, 19))) > 0.01 || r.end <= r.x {
		t.Errorf("the bar leads from %g to %g", r.x, r.end)
	}
	late := monthly()
	for i := range late.Series {
		late.Series[i].Numbers = slices.DeleteFunc(late.Series[i].Numbers, func(n reports.Number) bool { return n.Period.Start < reports.DayOf(2019, 1, 1) })
	}
	d := ruled(t, late, Options{})
	if r := find(d); r.x != d.plot.X || r.end <= r.x {
		t.Errorf("the bar leads from %g to %g; the plot begins at %g", r.x, r.end, d.plot.X)
	}
}

func TestRowsWithoutLabelsTakeNoRoom(t *testing.T) {
	a := total(1, 2, 3, 4)
	a.Series[0].Breaks = []reports.Break{{At: reports.DayOf(2025, 2, 1), Why: "one"}, {At: reports.DayOf(2025, 4, 1), Why: "two"}}
	d, err := compose(a, Options{})
	if err != nil {
		t.Fatal(err)
	}
	one := total(1, 2, 3, 4)
	one.Series[0].Breaks = a.Series[0].Breaks[:1]
	e, err := compose(one, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if d.plot != e.plot {
		t.Errorf("two labels beside each other take %v, one %v", d.plot, e.plot)
	}
}
