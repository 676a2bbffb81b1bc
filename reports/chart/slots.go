package chart

import (
	"hash/fnv"
	"image/color"
	"slices"

	"vitrine/reports"
)

// The slots of the best known parts. The total's is never anyone else's while
// others are free.
var knownSlots = map[string]int{"": totalSlot, "terrorism": 1, "child abuse": 2}

const totalSlot = 0

// loneSlot is the colour of a total that nothing stands beside: areas and bars
// of it would be a block of black.
const loneSlot = 2

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

// assignSlots gives each name a slot of its own, whatever their order; names
// beyond the slots get -1.
func assignSlots(names []name, tints *Tints) []int {
	order := make([]int, len(names))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order[:min(len(order), len(slots))], func(a, b int) int { return tints.compare(names[a], names[b]) })
	assigned := make([]int, len(names))
	var taken [len(slots)]bool
	for _, i := range order {
		assigned[i] = freeSlot(tints.wish(names[i]), &taken)
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

// Colors returns the colours that an answer's series have in a chart of them,
// in their order: grey from the ninth on.
func Colors(a reports.Answer, tints *Tints, t Tone) []color.Color {
	colors := make([]color.Color, len(a.Series))
	for i, slot := range slotsOf(a, tints) {
		c := slotColor(slot, t)
		if pale(a.Series, i) {
			c = themeOf(t).pale(c)
		}
		colors[i] = c
	}
	return colors
}

// slotsOf gives each series of an answer its slot; a mean has that of its days.
func slotsOf(a reports.Answer, tints *Tints) []int {
	names := namesOf(a.Series, apart(a))
	assigned := assignSlots(names, tints)
	if len(names) == 1 && names[0].value == "" {
		assigned[0] = loneSlot
	}
	list, next := make([]int, len(a.Series)), 0
	for i := range list {
		switch {
		case pale(a.Series, i-1):
			list[i] = list[i-1]
		case next < len(assigned):
			list[i], next = assigned[next], next+1
		default:
			list[i] = -1
		}
	}
	return list
}

// pale tells whether a series is days beside whose mean they stand back: the
// mean comes next.
func pale(list []reports.Series, i int) bool {
	return i >= 0 && i+1 < len(list) && list[i].Transform.Kind == "" && list[i+1].Transform.Kind == reports.WeekMean
}
