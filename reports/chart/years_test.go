package chart

import (
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// years is a daily series from December of one year to June of the third after
// it.
func years() reports.Answer {
	return answer(reports.EveryDay, series("", periods(reports.EveryDay, reports.DayOf(2023, 12, 1), 930), wave(11, 930, 2e4, 3e5)))
}

// Where a picture is wide, days are wider than high, so that no half of it is
// empty.
func TestCalendarTakesTheWidth(t *testing.T) {
	for _, size := range [][2]float64{{1000, 600}, {1000, 460}, {2290, 1100}, {1000, 1400}} {
		p := drawn(t, years(), Options{Kind: Days, Width: size[0], Height: size[1]})
		last := p.Points[len(p.Points)-1]
		w, h := last.Size()
		if right := last.X + w/2; right < 0.8*size[0] || right > size[0]-marginX {
			t.Errorf("%v: the days end at %g", size, right)
		}
		if w < h-0.01 || w > widestCell*h+0.01 {
			t.Errorf("%v: a day is %g × %g", size, w, h)
		}
	}
}

func TestCalendarNamesMonthsThatHaveDays(t *testing.T) {
	texts := recordOf(t, years(), Options{Kind: Days, Width: 1000, Height: 600}).texts
	count := func(name string) int {
		return len(slices.DeleteFunc(slices.Clone(texts), func(s string) bool { return s != name }))
	}
	if count("Jan") != 3 || count("Dec") != 3 || count("Mar") != 3 || count("Jul") != 2 {
		t.Errorf("the months are named in %s", strings.Join(texts, " "))
	}
}
