package window

import "image/color"

// A palette is one set of the window's colours. Text, quiet and the five
// meaning colours reach 4.5:1 on background and on surface, at high contrast
// 7:1. The window's own focus rings are of the primary colour.
type palette struct {
	background, surface, text, quiet, disabled color.NRGBA
	primary, failure, warning, success         color.NRGBA
	line, border, onColor, shadow, focus       color.NRGBA
}

var light = palette{
	background: rgb(0xFFFFFF), surface: rgb(0xF6F5F2),
	text: rgb(0x1B1B1D), quiet: rgb(0x5F6368), disabled: rgb(0x6B6F76),
	primary: rgb(0x005A9C), failure: rgb(0xB3261E), warning: rgb(0x8A5300), success: rgb(0x1E6B34),
	line: rgb(0xDEDCD6), border: rgb(0x85888D), onColor: rgb(0xFFFFFF), shadow: alpha(rgb(0x000000), 0x2E), focus: rgb(0x578FBD),
}

var dark = palette{
	background: rgb(0x16181C), surface: rgb(0x1E2126),
	text: rgb(0xE8EAED), quiet: rgb(0xA8ADB4), disabled: rgb(0x8B9097),
	primary: rgb(0x8AB4F8), failure: rgb(0xF2B8B5), warning: rgb(0xFFB95C), success: rgb(0x81C995),
	line: rgb(0x343941), border: rgb(0x757A82), onColor: rgb(0x16181C), shadow: alpha(rgb(0x000000), 0x90), focus: rgb(0x456BA0),
}

var strongLight = palette{
	background: rgb(0xFFFFFF), surface: rgb(0xF4F4F4),
	text: rgb(0x000000), quiet: rgb(0x333333), disabled: rgb(0x525252),
	primary: rgb(0x003A75), failure: rgb(0x8B0000), warning: rgb(0x5C3700), success: rgb(0x0B4A1E),
	line: rgb(0x767676), border: rgb(0x4A4A4A), onColor: rgb(0xFFFFFF), shadow: alpha(rgb(0x000000), 0x60), focus: rgb(0x6A96C4),
}

var strongDark = palette{
	background: rgb(0x000000), surface: rgb(0x121212),
	text: rgb(0xFFFFFF), quiet: rgb(0xD6D6D6), disabled: rgb(0xA8A8A8),
	primary: rgb(0x9CCBFF), failure: rgb(0xFFB4AB), warning: rgb(0xFFC970), success: rgb(0x8FE3A5),
	line: rgb(0x8A8A8A), border: rgb(0xBDBDBD), onColor: rgb(0x000000), shadow: alpha(rgb(0xFFFFFF), 0x30), focus: rgb(0x2F6DB0),
}

func paletteOf(isDark, contrast bool) palette {
	switch {
	case isDark && contrast:
		return strongDark
	case contrast:
		return strongLight
	case isDark:
		return dark
	}
	return light
}

func rgb(hex uint32) color.NRGBA {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

func alpha(c color.NRGBA, a uint8) color.NRGBA {
	c.A = a
	return c
}
