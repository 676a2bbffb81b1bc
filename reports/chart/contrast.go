package chart

import (
	"image/color"
	"math"
)

// WCAG 2.2's ratios: what is read and what is seen, at level AA, and what is
// asked of them at high contrast.
const (
	readAt, seenAt             = 4.5, 3
	strongReadAt, strongSeenAt = 7, 4.5
)

// contrast returns WCAG 2's contrast ratio of two colours, from 1 to 21.
func contrast(a, b color.RGBA) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// luminance returns WCAG 2's relative luminance of a colour.
func luminance(c color.RGBA) float64 {
	linear := func(v uint8) float64 {
		s := float64(v) / 255
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(c.R) + 0.7152*linear(c.G) + 0.0722*linear(c.B)
}

// readable returns the colour, brought towards the theme's text until it can
// be read as text on the ground.
func (t theme) readable(c color.RGBA) color.RGBA {
	for share := 0.0; share < 1; share += 0.05 {
		if m := mix(c, t.text, share); contrast(m, t.ground) >= t.read {
			return m
		}
	}
	return t.text
}

// soft returns the colour, brought towards the ground as far as it is still
// seen there.
func (t theme) soft(c color.RGBA) color.RGBA {
	for share := 0.45; share > 0; share -= 0.05 {
		if m := mix(c, t.ground, share); contrast(m, t.ground) >= t.seen {
			return m
		}
	}
	return c
}

// on returns the colour in which text reads best on a ground of a colour: the
// theme's text or ground, or black or white where neither can be read.
func (t theme) on(ground color.RGBA) color.RGBA {
	best := t.text
	for _, c := range []color.RGBA{t.ground, rgb(0x000000), rgb(0xFFFFFF)} {
		if contrast(best, ground) < t.read && contrast(c, ground) > contrast(best, ground) {
			best = c
		}
	}
	return best
}
