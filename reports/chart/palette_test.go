package chart

import (
	"slices"
	"testing"

	"vitrine/reports"
)

// TestContrast holds the colours to WCAG 2.2: 3:1 for lines and 4.5:1 for text
// (AA), at high contrast 4.5:1 and 7:1 (AAA).
func TestContrast(t *testing.T) {
	for _, tone := range tones {
		lines, text := 3.0, 4.5
		if tone.Contrast {
			lines, text = 4.5, 7
		}
		th := themeOf(tone)
		for i := range slots {
			line := slotColor(i, tone)
			if c := contrast(line, th.ground); c < lines {
				t.Errorf("%+v: line %d has a contrast of %.2f, less than %v", tone, i, c, lines)
			}
			if c := contrast(th.readable(line), th.ground); c < 4.5 {
				t.Errorf("%+v: the label of line %d has a contrast of %.2f, less than 4.5", tone, i, c)
			}
		}
		if c := contrast(th.rest, th.ground); c < lines {
			t.Errorf("%+v: grey lines have a contrast of %.2f, less than %v", tone, c, lines)
		}
		if c := contrast(th.text, th.ground); c < text {
			t.Errorf("%+v: text has a contrast of %.2f, less than %v", tone, c, text)
		}
		if c := contrast(th.quiet, th.ground); c < text {
			t.Errorf("%+v: quiet text has a contrast of %.2f, less than %v", tone, c, text)
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
		if got := Colors(total(1, 2, 3).Series, Tone{Dark: dark}); got[0] == slotColor(totalSlot, Tone{Dark: dark}) {
			t.Error("a lone total is drawn as text is")
		}
	}
}

func TestCategoryKeepsItsColour(t *testing.T) {
	alone := slotsOf([]reports.Series{series("spam", nil, nil)})[0]
	for _, others := range [][]string{{"terrorism"}, {"terrorism", "child abuse", ""}, {"", "terrorism"}} {
		var list []reports.Series
		for _, name := range append(others, "spam") {
			list = append(list, series(name, nil, nil))
		}
		got := slotsOf(list)
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
	names := []string{"a", "b", "c", "d", "e", "f", "g", "h"}
	forth := assignSlots(names)
	back := slices.Clone(names)
	slices.Reverse(back)
	reversed := assignSlots(back)
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
	got := Colors(twelve().Series, Tone{})
	for i, c := range got {
		if grey := c == lightTheme.rest; grey != (i >= maxColoured) {
			t.Errorf("series %d is grey: %v", i, grey)
		}
	}
}
