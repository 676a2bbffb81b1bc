package chart

import (
	"cmp"
	"hash/fnv"
	"image/color"
	"slices"
	"strings"

	"vitrine/reports"
)

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
