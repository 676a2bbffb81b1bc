package chart

import "image/color"

// maxColoured is the number of series of a chart that have a colour of their
// own; the rest are grey.
const maxColoured = 8

// A slot is a colour and a mark that belong together, so that neither is ever
// the only sign. It is of one hue in every tone.
type slot struct {
	light, dark             color.RGBA
	strongLight, strongDark color.RGBA // at high contrast
	mark                    mark
}

// The slots have the hues of Okabe and Ito's colours, purple and crimson in
// place of their sky blue and yellow. Their shades are searched for by
// computation: each can be read as text on its ground, and no two are alike
// to a reader of any kind of colour blindness.
var slots = [maxColoured]slot{
	totalSlot: {rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), circle},
	1:         {rgb(0xCB4D02), rgb(0xFB570D), rgb(0x8E4400), rgb(0xFE6814), square},
	2:         {rgb(0x2677B4), rgb(0x85B2FE), rgb(0x005C94), rgb(0x98C0FE), triangle},
	3:         {rgb(0x00523B), rgb(0x1DDBB6), rgb(0x003E2C), rgb(0x4BE793), diamond},
	4:         {rgb(0x772168), rgb(0xC26CAD), rgb(0x661658), rgb(0xFB56C2), downTriangle},
	5:         {rgb(0x9D6940), rgb(0xFAC15B), rgb(0x442E01), rgb(0xE58E53), cross},
	6:         {rgb(0x52309F), rgb(0xAA65FA), rgb(0x3A1E8A), rgb(0xA482FF), star},
	7:         {rgb(0xBC5070), rgb(0xF6737D), rgb(0xAA1652), rgb(0xF7ADC1), saltire},
}

// slotMark returns a slot's mark; grey lines have the plainest.
func slotMark(slot int) mark {
	if slot < 0 {
		return circle
	}
	return slots[slot].mark
}

func slotColor(slot int, t Tone) color.RGBA {
	switch {
	case slot < 0:
		return themeOf(t).rest
	case t.Dark && t.Contrast:
		return slots[slot].strongDark
	case t.Contrast:
		return slots[slot].strongLight
	case t.Dark:
		return slots[slot].dark
	}
	return slots[slot].light
}

// paleShare is how much of the ground is in the colour of pale lines.
const paleShare = 0.5

func (t theme) pale(c color.RGBA) color.RGBA { return mix(c, t.ground, paleShare) }
