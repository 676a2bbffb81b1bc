package chart

import "image/color"

// A theme is the colours of a chart besides those of its series.
type theme struct {
	ground, text, quiet color.RGBA
	grid, axis          color.RGBA
	rest                color.RGBA // series beyond the coloured ones
	zero, hatch         color.RGBA // the class of zero, and the lines of "no data"
	ramp                [maxClasses]color.RGBA
	read, seen          float64 // the least contrast of text, and of lines and marks
}

var (
	lightTheme = theme{
		ground: rgb(0xFFFFFF), text: rgb(0x1B1B1D), quiet: rgb(0x5F6368),
		grid: rgb(0xE6E5E1), axis: rgb(0x8A8D92), rest: rgb(0x8A8D92),
		zero: rgb(0xE6E6E8), hatch: rgb(0xB4B7BB), ramp: lightRamp,
		read: readAt, seen: seenAt,
	}
	darkTheme = theme{
		ground: rgb(0x16181C), text: rgb(0xE8EAED), quiet: rgb(0xA8ADB4),
		grid: rgb(0x2B2F35), axis: rgb(0x747A83), rest: rgb(0x747A83),
		zero: rgb(0x343940), hatch: rgb(0x575D66), ramp: darkRamp,
		read: readAt, seen: seenAt,
	}
	// The themes of high contrast: text at 7:1 and lines at 4.5:1 at least.
	strongLightTheme = theme{
		ground: rgb(0xFFFFFF), text: rgb(0x000000), quiet: rgb(0x333333),
		grid: rgb(0xB4B4B4), axis: rgb(0x4A4A4A), rest: rgb(0x595959),
		zero: rgb(0xE6E6E8), hatch: rgb(0x8A8D91), ramp: lightRamp,
		read: strongReadAt, seen: strongSeenAt,
	}
	strongDarkTheme = theme{
		ground: rgb(0x000000), text: rgb(0xFFFFFF), quiet: rgb(0xD6D6D6),
		grid: rgb(0x4A4A4A), axis: rgb(0xBDBDBD), rest: rgb(0x9A9A9A),
		zero: rgb(0x343940), hatch: rgb(0x7A818B), ramp: darkRamp,
		read: strongReadAt, seen: strongSeenAt,
	}
)

// A Tone chooses among the sets of colours. Its zero value is the light one.
type Tone struct {
	Dark     bool
	Contrast bool // high contrast
}

func (o Options) tone() Tone { return Tone{o.Dark, o.Contrast} }

func themeOf(t Tone) theme {
	switch {
	case t.Dark && t.Contrast:
		return strongDarkTheme
	case t.Contrast:
		return strongLightTheme
	case t.Dark:
		return darkTheme
	}
	return lightTheme
}

func rgb(hex uint32) color.RGBA {
	return color.RGBA{uint8(hex >> 16), uint8(hex >> 8), uint8(hex), 0xFF}
}

// mix returns the colour that lies between a and b; share 0 is a, 1 is b.
func mix(a, b color.RGBA, share float64) color.RGBA {
	part := func(x, y uint8) uint8 { return uint8(float64(x) + (float64(y)-float64(x))*share + 0.5) }
	return color.RGBA{part(a.R, b.R), part(a.G, b.G), part(a.B, b.B), 0xFF}
}
