package chart

import (
	"image/color"
	"slices"
	"testing"

	"vitrine/reports"
)

// byAreas is requests of areas, the first the most, as a table tells them.
func byAreas(table string, areas ...string) reports.Answer {
	at := halves(2021, 4)
	var list []reports.Series
	for i, area := range areas {
		s := series("", at, wave(uint32(i), len(at), float64(1000-10*i), float64(1009-10*i)))
		s.Publisher, s.Table, s.Key, s.Group = "Google", table, reports.Split{Area: area}, reports.ByArea
		list = append(list, s)
	}
	a := answer(reports.EveryHalf, list...)
	a.Question.By = []reports.Dim{reports.Area}
	return a
}

var areasOfTable = []string{"RU", "KR", "TW", "IN", "TR", "FR", "VN", "BR", "ID", "BD"}

// slotOf returns the slot of each area of an answer.
func slotOf(a reports.Answer, tints *Tints) map[string]int {
	of := map[string]int{}
	for i, slot := range slotsOf(a, tints) {
		of[a.Series[i].Key.Area] = slot
	}
	return of
}

// A value that had a colour has it whatever else is drawn beside it: in another
// order, with some hidden or filtered, as told by another table.
func TestTintsKeepColours(t *testing.T) {
	first := byAreas("removal requests", areasOfTable...)
	tints := (*Tints)(nil).With(first)
	before := slotOf(first, tints)
	moved := false
	for what, a := range map[string]reports.Answer{
		"another order": byAreas("removal requests", "BR", "VN", "FR", "TR", "IN", "TW", "KR", "RU"),
		"a few":         byAreas("removal requests", "TR", "VN", "BR"),
		"one":           byAreas("removal requests", "KR"),
		"another table": byAreas("removal requests, detailed", "RU", "IN", "TR", "BR", "US", "GB", "TH", "KR"),
	} {
		for area, slot := range slotOf(a, tints) {
			if was, had := before[area]; had && was != slot {
				t.Errorf("%s: %s had colour %d and has %d", what, area, was, slot)
			}
		}
		for area, slot := range slotOf(a, nil) {
			was, had := before[area]
			moved = moved || had && was != slot
		}
	}
	if !moved {
		t.Error("the sample is too easy: nothing would move without tints")
	}
}

// No two lines of a picture have one colour, however they came by theirs; who
// had it first keeps it.
func TestTintsThatClashGiveWay(t *testing.T) {
	tints := (*Tints)(nil).With(byAreas("removal requests", areasOfTable[:8]...))
	tints = tints.With(byAreas("removal requests", "US", "GB", "TH", "ID", "BD", "PK", "DE", "IT"))
	mixed := byAreas("removal requests", "US", "RU", "GB", "KR", "TH", "TW", "ID", "IN")
	of := slotOf(mixed, tints)
	var seen []int
	for area, slot := range of {
		if slices.Contains(seen, slot) {
			t.Errorf("%s has the colour of another", area)
		}
		seen = append(seen, slot)
	}
	for area, slot := range slotOf(byAreas("removal requests", "RU", "KR", "TW", "IN"), tints) {
		if of[area] != slot {
			t.Errorf("%s had its colour first and gave way", area)
		}
	}
	if again := tints.With(mixed); again != tints {
		t.Error("a clash within one picture is remembered")
	}
}

// A filter that all lines share is no part of what their colours hang on.
func TestFiltersLeaveColours(t *testing.T) {
	a := twelve()
	of := a
	of.Question.Where[reports.Area] = []string{"RU"}
	of.Series = slices.Clone(a.Series)
	for i := range of.Series {
		of.Series[i].Key.Area = "RU"
		of.Series[i].Group |= reports.ByArea
	}
	if got, want := slotsOf(of, nil), slotsOf(a, nil); !slices.Equal(got, want) {
		t.Errorf("in Russia alone the categories have the colours %v, in all %v", got, want)
	}
	of.Series = of.Series[3:4]
	tints := (*Tints)(nil).With(a)
	if got, want := slotsOf(of, tints)[0], slotsOf(a, tints)[3]; got != want {
		t.Errorf("alone a category has colour %d, among all %d", got, want)
	}
}

// A value has one colour in lines, areas, ranking, bars and small multiples.
func TestKindsAgreeOnColours(t *testing.T) {
	a := byAreas("removal requests", areasOfTable[:7]...)
	a.Unstackable = ""
	a.Series[2].Numbers = a.Series[2].Numbers[:3] // no longer among the last
	lines := recordOf(t, a, Options{}).inks
	for _, kind := range []Kind{Area, Rank} {
		got := recordOf(t, a, Options{Kind: kind}).inks
		for _, country := range []string{"Russia", "South Korea", "India", "Türkiye", "France", "Vietnam"} {
			if got[country] == nil || got[country] != lines[country] {
				t.Errorf("%v: %s has the colour %v, in lines %v", kind, country, got[country], lines[country])
			}
		}
	}
	d, err := compose(a, Options{Kind: Facets})
	if err != nil {
		t.Fatal(err)
	}
	slots := slotsOf(a, nil)
	for _, l := range d.traces {
		if l.slot != slots[l.series] {
			t.Errorf("small multiples: %s has colour %d, in lines %d", a.Series[l.series].Key.Area, l.slot, slots[l.series])
		}
	}
}

// In a small ranking marks have no room for their places: their shapes tell
// lines apart where colours don't.
func TestSmallRankingsHaveMarks(t *testing.T) {
	a := byAreas("removal requests", areasOfTable[:5]...)
	r := recordOf(t, a, Options{Kind: Rank, Width: 120, Height: 200})
	shapes := map[int]bool{}
	for i, slot := range slotsOf(a, nil) {
		got := r.corners[slotColor(slot, Tone{})]
		if want := len(slots[slot].mark.outline(point{}, 1)) + 1; got != want {
			t.Errorf("the marks of %s have %d corners, want %d", a.Series[i].Key.Area, got, want)
		}
		shapes[got] = true
	}
	if len(shapes) < 2 {
		t.Error("all marks are alike")
	}
}

// What is not the last word is marked so that it is seen on each class.
func TestOpenMarksAreSeenOnEachClass(t *testing.T) {
	for _, tone := range tones {
		th := themeOf(tone)
		for kind, sample := range map[Kind]func() reports.Answer{Heat: twelve, Days: lastDays, Map: ratesByCountry} {
			a := sample()
			for i := range a.Series {
				for j := range a.Series[i].Numbers {
					a.Series[i].Numbers[j].Status = reports.Provisional
				}
			}
			r := recordOf(t, a, Options{Kind: kind, Dark: tone.Dark, Contrast: tone.Contrast})
			if len(r.dotted) == 0 {
				t.Errorf("%v, %+v: nothing is marked", kind, tone)
			}
			for on, dots := range r.dotted {
				if got := contrast(dots.(color.RGBA), on.(color.RGBA)); slices.Contains(th.ramp[:], on.(color.RGBA)) && got < th.seen {
					t.Errorf("%v, %+v: dots on %v have a contrast of %.2f", kind, tone, on, got)
				}
			}
		}
	}
}

// The same services have the same colours in panels by category as where they
// stand alone.
func TestPanelsKeepColours(t *testing.T) {
	a := byAreaAndCategory()
	tints := (*Tints)(nil).With(a)
	d, err := compose(a, Options{Kind: Facets, Tints: tints})
	if err != nil {
		t.Fatal(err)
	}
	alone := answer(reports.EveryHalf, a.Series[0], a.Series[1])
	alone.Question.Where[reports.Area] = []string{"DE"}
	want := slotsOf(alone, tints)
	for _, l := range d.traces {
		if i := slices.Index([]string{"spam", "violence"}, a.Series[l.series].Key.Category); l.slot != want[i] {
			t.Errorf("%s has colour %d in a panel, %d alone", a.Series[l.series].Key.Category, l.slot, want[i])
		}
	}
}

// What is told twice in one picture is told apart.
func TestTotalsOfTwoMeasuresHaveTwoColours(t *testing.T) {
	a := total(1, 2, 3)
	other := total(4, 5, 6).Series[0]
	other.Measure = "accounts suspended"
	a.Series = append(a.Series, other)
	if got := slotsOf(a, nil); got[0] == got[1] {
		t.Errorf("both totals have colour %d", got[0])
	}
}

func TestTintsOutliveTheProgram(t *testing.T) {
	a := byAreas("removal requests", areasOfTable...)
	tints := (*Tints)(nil).With(a)
	read := ParseTints(append(tints.List(), "", "x", "99 google|ru", "-1 google|kr"))
	if !slices.Equal(read.List(), tints.List()) {
		t.Errorf("read as %q, written as %q", read.List(), tints.List())
	}
}
