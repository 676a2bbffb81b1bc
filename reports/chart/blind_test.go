package chart

import (
	"image/color"
	"math"
	"testing"
)

// blindness is a kind of colour blindness in linear RGB, by Machado, Oliveira
// and Fernandes (2009), at full severity.
var blindness = map[string][9]float64{
	"normal":       {1, 0, 0, 0, 1, 0, 0, 0, 1},
	"protanopia":   {0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998},
	"deuteranopia": {0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.011820, 0.042940, 0.968881},
	"tritanopia":   {1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.303900},
}

// seen returns a colour as it is seen, in CIELAB.
func seen(c color.RGBA, m [9]float64) [3]float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	in := [3]float64{linear(c.R), linear(c.G), linear(c.B)}
	var rgb [3]float64
	for i := range rgb {
		rgb[i] = max(0, min(1, m[3*i]*in[0]+m[3*i+1]*in[1]+m[3*i+2]*in[2]))
	}
	f := func(t float64) float64 {
		if t > 0.008856 {
			return math.Cbrt(t)
		}
		return 7.787*t + 16.0/116
	}
	x := f((0.4124*rgb[0] + 0.3576*rgb[1] + 0.1805*rgb[2]) / 0.9505)
	y := f(0.2126*rgb[0] + 0.7152*rgb[1] + 0.0722*rgb[2])
	z := f((0.0193*rgb[0] + 0.1192*rgb[1] + 0.9505*rgb[2]) / 1.089)
	return [3]float64{116*y - 16, 500 * (x - y), 200 * (y - z)}
}

func difference(a, b [3]float64) float64 {
	return math.Sqrt((a[0]-b[0])*(a[0]-b[0]) + (a[1]-b[1])*(a[1]-b[1]) + (a[2]-b[2])*(a[2]-b[2]))
}

// Classes are read by their order: each is told from the next, from zero and
// from the ground, and lightness goes one way, also by the colour-blind.
func TestClassesAreToldApartByEveryone(t *testing.T) {
	for _, th := range themes() {
		for name, m := range blindness {
			away := -1.0 // from the ground
			if th.dark {
				away = 1
			}
			for i, c := range th.ramp {
				lab := seen(c, m)
				if d := difference(lab, seen(th.zero, m)); d < 10 {
					t.Errorf("dark %v, %s: class %d differs from zero by %.1f", th.dark, name, i, d)
				}
				if i == 0 {
					continue
				}
				before := seen(th.ramp[i-1], m)
				if d := difference(lab, before); d < 10 {
					t.Errorf("dark %v, %s: classes %d and %d differ by %.1f, less than 10", th.dark, name, i-1, i, d)
				}
				if (lab[0]-before[0])*away < 4 {
					t.Errorf("dark %v, %s: class %d is not further from the ground than %d", th.dark, name, i, i-1)
				}
			}
		}
		if c := contrast(th.hatch, th.ground); c < 1.6 {
			t.Errorf("dark %v: hatching has a contrast of %.2f", th.dark, c)
		}
	}
}

type namedTheme struct {
	theme
	dark bool
}

func themes() []namedTheme {
	var list []namedTheme
	for _, t := range tones {
		list = append(list, namedTheme{themeOf(t), t.Dark})
	}
	return list
}

// Two lines that cross are told apart by their colours, also by the
// colour-blind; the two best known parts of all at a glance. Grey lines are no
// one's.
func TestLinesAreToldApartByEveryone(t *testing.T) {
	for _, tone := range tones {
		for name, m := range blindness {
			for i := range slots {
				c := seen(slotColor(i, tone), m)
				for j := range i {
					least := 18.0
					if i < 3 || name == "normal" {
						least = 20
					}
					if d := difference(c, seen(slotColor(j, tone), m)); d < least {
						t.Errorf("%+v, %s: lines %d and %d differ by %.1f, less than %v", tone, name, i, j, d, least)
					}
				}
				if d := difference(c, seen(themeOf(tone).rest, m)); d < 10 {
					t.Errorf("%+v, %s: line %d differs from grey ones by %.1f", tone, name, i, d)
				}
			}
		}
	}
}

// A category is recognised in a dark window and in the picture saved of it,
// which is light.
func TestAColourHasOneHueInEveryTone(t *testing.T) {
	for i := 1; i < len(slots); i++ {
		want := hue(slots[i].light)
		for _, tone := range tones {
			if d := math.Abs(math.Remainder(hue(slotColor(i, tone))-want, 360)); d > 40 {
				t.Errorf("%+v: line %d is %.0f° from its hue on white", tone, i, d)
			}
		}
	}
}

// hue returns a colour's angle in CIELAB.
func hue(c color.RGBA) float64 {
	lab := seen(c, blindness["normal"])
	return math.Atan2(lab[2], lab[1]) * 180 / math.Pi
}

// The shades of a change are told from the next, and more from less, by
// everyone.
func TestChangesAreToldApartByEveryone(t *testing.T) {
	for _, tone := range tones {
		d := drawing{theme: themeOf(tone), o: Options{Dark: tone.Dark, Contrast: tone.Contrast}}
		shades := []float64{-100, -5, -0.5, 0, 0.5, 5, 100}
		for name, m := range blindness {
			for i := 1; i < len(shades); i++ {
				a, b := seen(d.changeColor(shades[i-1]), m), seen(d.changeColor(shades[i]), m)
				if got := difference(a, b); got < 5 {
					t.Errorf("%+v, %s: %v %% and %v %% differ by %.1f", tone, name, shades[i-1], shades[i], got)
				}
			}
			for i := range 3 {
				if got := difference(seen(d.changeColor(shades[i]), m), seen(d.changeColor(-shades[i]), m)); got < 12 {
					t.Errorf("%+v, %s: %v %% less and more differ by %.1f", tone, name, shades[i], got)
				}
			}
		}
	}
}
