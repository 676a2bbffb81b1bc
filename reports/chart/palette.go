package chart

import (
	"cmp"
	"hash/fnv"
	"image/color"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
)

// maxColoured is the number of series of a chart that have a colour of their
// own; the rest are grey.
const maxColoured = 8

// A slot is a colour and a mark that belong together, so that neither is ever
// the only sign.
type slot struct {
	light, dark             color.RGBA
	strongLight, strongDark color.RGBA // at high contrast
	mark                    mark
}

// The slots are Okabe and Ito's colours less yellow. On white their orange is
// darkened, and purple stands in for their sky blue, which is too light there
// for thin lines. Their seven are one short of eight: the last is ours.
var slots = [maxColoured]slot{
	totalSlot: {rgb(0x000000), rgb(0xFFFFFF), rgb(0x000000), rgb(0xFFFFFF), circle},
	1:         {rgb(0xD55E00), rgb(0xD55E00), rgb(0xA84300), rgb(0xFF8B3D), square},
	2:         {rgb(0x0072B2), rgb(0x0072B2), rgb(0x00518A), rgb(0x4DA6E8), triangle},
	3:         {rgb(0x009E73), rgb(0x009E73), rgb(0x00694D), rgb(0x2FC79A), diamond},
	4:         {rgb(0xCC79A7), rgb(0xCC79A7), rgb(0x9C2F70), rgb(0xE79CC4), downTriangle},
	5:         {rgb(0xB36B00), rgb(0xE69F00), rgb(0x7A4900), rgb(0xFFC24D), cross},
	6:         {rgb(0x5D3A9B), rgb(0x56B4E9), rgb(0x4B2A86), rgb(0x9BD5FA), star},
	7:         {rgb(0x8E1B3F), rgb(0xB8A1E3), rgb(0x7A1033), rgb(0xCDBBF2), saltire},
}

// The slots of the best known parts. The total's is never anyone else's while
// others are free.
var knownSlots = map[string]int{"": totalSlot, "terrorism": 1, "child abuse": 2}

const totalSlot = 0

// loneSlot is the colour of a total that nothing stands beside: areas and bars
// of it would be a block of black.
const loneSlot = 2

// seriesName returns what a series' colour hangs on: the values that tell it
// apart, in the publisher's words whatever the language of the chart.
func seriesName(s reports.Series) string {
	if s.Code != "" {
		return strings.ToLower(s.Code)
	}
	var words []string
	for _, d := range s.Key.Stated().List() {
		words = append(words, strings.ToLower(s.Key.Get(d)))
	}
	return strings.Join(words, ", ")
}

// wishedSlot returns the slot that a name has in every chart in which no other
// series wishes for the same.
func wishedSlot(name string) int {
	if i, ok := knownSlots[name]; ok {
		return i
	}
	h := fnv.New32a()
	h.Write([]byte(name))
	return 1 + int(h.Sum32()%uint32(len(slots)-1))
}

// assignSlots gives each name a slot of its own. Known names come first, the
// others by the alphabet, so that the same names get the same slots whatever
// their order; more names than slots get -1.
func assignSlots(names []string) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order[:min(len(order), len(slots))], func(a, b int) int {
		_, knownA := knownSlots[names[a]]
		_, knownB := knownSlots[names[b]]
		if knownA != knownB {
			if knownA {
				return -1
			}
			return 1
		}
		return cmp.Compare(names[a], names[b])
	})
	assigned := make([]int, len(names))
	var taken [len(slots)]bool
	for _, i := range order {
		assigned[i] = freeSlot(wishedSlot(names[i]), &taken)
	}
	return assigned
}

// freeSlot takes the wished slot, else the next free one, the total's last.
func freeSlot(wish int, taken *[len(slots)]bool) int {
	for step := range len(slots) - 1 {
		i := wish
		if wish != totalSlot || step > 0 {
			i = 1 + (wish+len(slots)-2+step)%(len(slots)-1)
		}
		if !taken[i] {
			taken[i] = true
			return i
		}
	}
	if !taken[totalSlot] {
		taken[totalSlot] = true
		return totalSlot
	}
	return -1
}

// Colors returns the colours that series have in a chart of them, in their
// order: grey from the ninth on.
func Colors(list []reports.Series, t Tone) []color.Color {
	colors := make([]color.Color, len(list))
	for i, slot := range slotsOf(list) {
		c := slotColor(slot, t)
		if pale(list, i) {
			c = themeOf(t).pale(c)
		}
		colors[i] = c
	}
	return colors
}

// slotsOf gives each series its slot; a mean has that of its days.
func slotsOf(list []reports.Series) []int {
	var names []string
	at := make([]int, len(list))
	for i, s := range list {
		if pale(list, i-1) {
			at[i] = at[i-1]
			continue
		}
		at[i] = len(names)
		names = append(names, seriesName(s))
	}
	assigned := assignSlots(names)
	if len(names) == 1 && assigned[0] == totalSlot {
		assigned[0] = loneSlot
	}
	for i, n := range at {
		at[i] = assigned[n]
	}
	return at
}

// pale tells whether a series is days beside whose mean they stand back: the
// mean comes next.
func pale(list []reports.Series, i int) bool {
	return i >= 0 && i+1 < len(list) && list[i].Transform.Kind == "" && list[i+1].Transform.Kind == reports.WeekMean
}

// paleShare is how much of the ground is in the colour of pale lines.
const paleShare = 0.5

func (t theme) pale(c color.RGBA) color.RGBA { return mix(c, t.ground, paleShare) }

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
		if m := mix(c, t.text, share); contrast(m, t.ground) >= 4.5 {
			return m
		}
	}
	return t.text
}
