package window

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// TestContrast holds the theme to WCAG 2.2: 4.5:1 for text (AA), 3:1 for
// what is seen but not read; at high contrast 7:1 (AAA) and 4.5:1.
func TestContrast(t *testing.T) {
	text := []fyne.ThemeColorName{
		theme.ColorNameForeground, theme.ColorNamePlaceHolder, theme.ColorNameDisabled, theme.ColorNamePrimary,
		theme.ColorNameHyperlink, theme.ColorNameError, theme.ColorNameWarning, theme.ColorNameSuccess,
	}
	grounds := []fyne.ThemeColorName{
		theme.ColorNameBackground, colorSurface, theme.ColorNameInputBackground,
		theme.ColorNameOverlayBackground, theme.ColorNameMenuBackground, theme.ColorNameHeaderBackground,
	}
	seen := []fyne.ThemeColorName{theme.ColorNamePrimary, theme.ColorNameInputBorder}
	for _, l := range []*look{newLook(lightAppearance, false), newLook(darkAppearance, false), newLook(lightAppearance, true), newLook(darkAppearance, true)} {
		read, noticed := 4.5, 3.0
		if l.contrast {
			read, noticed = 7, 4.5
			reaches(t, l, theme.ColorNameSeparator, theme.ColorNameBackground, 4.5)
		}
		for _, g := range grounds {
			for _, c := range text {
				reaches(t, l, c, g, read)
			}
			for _, c := range seen {
				reaches(t, l, c, g, noticed)
			}
		}
		reaches(t, l, theme.ColorNameFocus, theme.ColorNameBackground, 3)
		reaches(t, l, theme.ColorNameForeground, theme.ColorNameFocus, 4.5)
		for on, ground := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameForegroundOnPrimary: theme.ColorNamePrimary,
			theme.ColorNameForegroundOnError:   theme.ColorNameError,
			theme.ColorNameForegroundOnWarning: theme.ColorNameWarning,
			theme.ColorNameForegroundOnSuccess: theme.ColorNameSuccess,
		} {
			reaches(t, l, on, ground, 4.5)
		}
	}
}

func reaches(t *testing.T, l *look, text, ground fyne.ThemeColorName, want float64) {
	t.Helper()
	got := contrast(l.Color(text, theme.VariantLight), l.Color(ground, theme.VariantLight))
	if got < want {
		t.Errorf("%s, high contrast %v: %s on %s has contrast %.2f, want %.1f", l.appearance, l.contrast, text, ground, got, want)
	}
}

// contrast is WCAG's ratio of two opaque colours.
func contrast(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (math.Max(x, y) + 0.05) / (math.Min(x, y) + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.03928 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func TestSystemAppearanceFollowsTheDesktop(t *testing.T) {
	l := newLook(systemAppearance, false)
	if l.Color(theme.ColorNameBackground, theme.VariantDark) != color.Color(dark.background) {
		t.Error("the dark desktop got a light window")
	}
	if l.Color(theme.ColorNameBackground, theme.VariantLight) != color.Color(light.background) {
		t.Error("the light desktop got a dark window")
	}
}
