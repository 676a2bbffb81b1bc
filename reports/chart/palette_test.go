package chart

import (
	"fmt"
	"image/color"
	"slices"
	"testing"

	"vitrine/reports"
)

// TestContrast holds the colours to WCAG 2.2: 3:1 for what is seen and 4.5:1
// for text (AA), at high contrast 4.5:1 and 7:1 (AAA).
func TestContrast(t *testing.T) {
	for _, tone := range tones {
		seen, read := 3.0, 4.5
		if tone.Contrast {
			seen, read = 4.5, 7
		}
		th := themeOf(tone)
		reaches := func(what string, c, ground color.RGBA, least float64) {
			t.Helper()
			if got := contrast(c, ground); got < least {
				t.Errorf("%+v: %s has a contrast of %.2f, less than %v", tone, what, got, least)
			}
		}
		for i := range slots {
			line := slotColor(i, tone)
			reaches(fmt.Sprintf("line %d", i), line, th.ground, seen)
			reaches(fmt.Sprintf("the leader of line %d", i), th.soft(line), th.ground, seen)
			reaches(fmt.Sprintf("the label of line %d", i), th.readable(line), th.ground, read)
			reaches(fmt.Sprintf("the number in a mark of line %d", i), th.on(line), line, read)
			reaches(fmt.Sprintf("the mark in a bar of line %d", i), th.ground, line, seen)
		}
		reaches("a grey line", th.rest, th.ground, seen)
		reaches("the label of a grey line", th.readable(th.rest), th.ground, read)
		reaches("the number in a grey mark", th.on(th.rest), th.rest, read)
		reaches("a dot on a land", slotColor(mapInk, tone), th.zero, seen)
		reaches("text", th.text, th.ground, read)
		reaches("quiet text", th.quiet, th.ground, read)
		d := drawing{theme: th, o: Options{Dark: tone.Dark, Contrast: tone.Contrast}}
		for _, percent := range []float64{-100, -5, -0.5, 0, 0.5, 5, 100} {
			cell := d.changeColor(percent)
			reaches(fmt.Sprintf("the number in a cell of %v %%", percent), th.on(cell), cell, read)
		}
	}
}

var tones = []Tone{{}, {Dark: true}, {Contrast: true}, {Dark: true, Contrast: true}}

func TestContrastFollowsWCAG(t *testing.T) {
	for _, c := range []struct {
		a, b uint32
		want float64
	}{{0x000000, 0xFFFFFF, 21}, {0xFFFFFF, 0xFFFFFF, 1}, {0x777777, 0xFFFFFF, 4.48}, {0xB36B00, 0xFFFFFF, 4.2}} {
		if got := contrast(rgb(c.a), rgb(c.b)); got < c.want-0.05 || got > c.want+0.05 {
			t.Errorf("contrast of %06X and %06X is %.2f, want %.2f", c.a, c.b, got, c.want)
		}
	}
}

func TestNoTwoSlotsLookTheSame(t *testing.T) {
	for i, a := range slots {
		for j, b := range slots[:i] {
			if a.mark == b.mark || a.light == b.light || a.dark == b.dark || a.strongLight == b.strongLight || a.strongDark == b.strongDark {
				t.Errorf("slots %d and %d share a mark or a colour", i, j)
			}
		}
	}
}

// A total that nothing stands beside would be a block of black.
func TestALoneTotalIsNotBlack(t *testing.T) {
	for _, dark := range []bool{false, true} {
		if got := Colors(total(1, 2, 3), nil, Tone{Dark: dark}); got[0] == slotColor(totalSlot, Tone{Dark: dark}) {
			t.Error("a lone total is drawn as text is")
		}
	}
}

func TestCategoryKeepsItsColour(t *testing.T) {
	alone := slotsOf(reports.Answer{Series: []reports.Series{series("spam", nil, nil)}}, nil)[0]
	for _, others := range [][]string{{"terrorism"}, {"terrorism", "child abuse", ""}, {"", "terrorism"}} {
		var list []reports.Series
		for _, name := range append(others, "spam") {
			list = append(list, series(name, nil, nil))
		}
		got := slotsOf(reports.Answer{Series: list}, nil)
		if wish := wishedSlot("spam"); wish != 1 && wish != 2 && got[len(got)-1] != alone {
			t.Errorf("beside %q, spam has slot %d; alone it has %d", others, got[len(got)-1], alone)
		}
		for i, name := range others {
			if want := knownSlots[name]; got[i] != want {
				t.Errorf("beside spam, %q has slot %d, want its own, %d", name, got[i], want)
			}
		}
	}
}

func TestSlotsDoNotDependOnOrder(t *testing.T) {
	var names []name
	for _, v := range []string{"a", "b", "c", "d", "e", "f", "g", "h"} {
		names = append(names, name{v, v})
	}
	forth := assignSlots(names, nil)
	back := slices.Clone(names)
	slices.Reverse(back)
	reversed := assignSlots(back, nil)
	slices.Reverse(reversed)
	if !slices.Equal(forth, reversed) {
		t.Errorf("slots are %v, and %v in reversed order", forth, reversed)
	}
	slices.Sort(forth)
	if !slices.Equal(forth, []int{0, 1, 2, 3, 4, 5, 6, 7}) {
		t.Errorf("eight names take the slots %v, want each one once", forth)
	}
}

func TestNinthSeriesIsGrey(t *testing.T) {
	got := Colors(twelve(), nil, Tone{})
	for i, c := range got {
		if grey := c == lightTheme.rest; grey != (i >= maxColoured) {
			t.Errorf("series %d is grey: %v", i, grey)
		}
	}
}
