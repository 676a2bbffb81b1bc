package chart

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"vitrine/reports"
)

// Tints remember which colour each value of a publisher was drawn in, so that
// it keeps it in every picture that they are given to: whatever else is
// filtered, hidden, told by another table or came in meanwhile. Tints never
// change; With returns others. The nil Tints remember nothing: colours then
// hang on what is drawn alone.
type Tints struct {
	list []tint
	at   map[string]int
}

// A tint is the slot that a name was given.
type tint struct {
	name string
	slot int
}

// mostTints bounds what is remembered; what was first is forgotten first.
const mostTints = 4000

func tintsOf(list []tint) *Tints {
	t := &Tints{list: list[max(0, len(list)-mostTints):], at: map[string]int{}}
	for i, one := range t.list {
		t.at[one.name] = i
	}
	return t
}

// ParseTints reads what List wrote; what it cannot read it leaves out.
func ParseTints(list []string) *Tints {
	var read []tint
	for _, text := range list {
		number, name, _ := strings.Cut(text, " ")
		if slot, err := strconv.Atoi(number); err == nil && slot >= 0 && slot < len(slots) && name != "" {
			read = append(read, tint{name, slot})
		}
	}
	return tintsOf(read)
}

// List writes the tints as texts that ParseTints reads.
func (t *Tints) List() []string {
	var list []string
	for _, one := range t.list {
		list = append(list, fmt.Sprint(one.slot, " ", one.name))
	}
	return list
}

// With returns tints that also remember the colours of an answer's series, and
// of the values that these are made of; t itself where it has nothing new.
func (t *Tints) With(a reports.Answer) *Tints {
	dims := apart(a)
	with := t.withNames(namesOf(a.Series, dims))
	if dims.Len() > 1 {
		for _, d := range dims.List() {
			with = with.withNames(valuesAlong(a.Series, reports.DimsOf(d)))
		}
	}
	return with
}

func (t *Tints) withNames(names []name) *Tints {
	var list []tint
	if t != nil {
		list = slices.Clip(t.list)
	}
	known := len(list)
	for i, slot := range assignSlots(names, t) {
		if _, remembered := t.of(names[i]); !remembered && slot >= 0 {
			list = append(list, tint{names[i].full, slot})
		}
	}
	if len(list) == known {
		return t
	}
	return tintsOf(list)
}

// of returns where a name stands among what is remembered.
func (t *Tints) of(n name) (at int, remembered bool) {
	if t == nil {
		return 0, false
	}
	at, remembered = t.at[n.full]
	return at, remembered
}

// A name is what a colour hangs on: a publisher and a value, in its words
// whatever the language of the chart.
type name struct {
	full  string
	value string // without the publisher: it may have the same colour at several
}

// apart returns the dimensions that tell an answer's series apart; all where
// there is but one.
func apart(a reports.Answer) reports.Dims {
	dims := a.Question.Apart()
	for _, s := range a.Series[:min(len(a.Series), maxColoured)] {
		for _, d := range (s.Key.Stated() | a.Series[0].Key.Stated()).List() {
			if s.Key.Get(d) != a.Series[0].Key.Get(d) {
				dims |= reports.DimsOf(d)
			}
		}
	}
	if dims == 0 {
		return ^reports.Dims(0)
	}
	return dims
}

// nameOf names a series by its values of some dimensions.
func nameOf(s reports.Series, dims reports.Dims) name {
	var words []string
	key := s.Key.Only(dims)
	if s.Code != "" && dims.Has(reports.Category) {
		words = append(words, strings.ToLower(s.Code))
		key = key.Only(^reports.DimsOf(reports.Category, reports.Subcategory))
	}
	for _, d := range key.Stated().List() {
		words = append(words, strings.ToLower(key.Get(d)))
	}
	value := strings.Join(words, ", ")
	return name{strings.ToLower(s.Publisher) + "|" + value, value}
}

// namesOf names the series of a picture that have a colour. What is told twice,
// by several tables or of several measures, is told apart by them.
func namesOf(list []reports.Series, dims reports.Dims) []name {
	var names []name
	told := map[string]int{}
	list = list[:min(len(list), 2*maxColoured)] // of days and means both have one
	for i, s := range list {
		if pale(list, i-1) || len(names) == maxColoured {
			continue
		}
		n := nameOf(s, dims)
		if told[n.full]++; told[n.full] > 1 {
			more := "|" + strings.ToLower(s.Table) + "|" + string(s.Measure)
			n.full, n.value = n.full+more, n.value+more
			if told[n.full]++; told[n.full] > 1 {
				n.full += fmt.Sprint("|", told[n.full])
			}
		}
		names = append(names, n)
	}
	return names
}

// mostLooked bounds the series that are looked through for values.
const mostLooked = 1000

// valuesAlong names the first values along some dimensions, each once.
func valuesAlong(list []reports.Series, dims reports.Dims) []name {
	var names []name
	for _, s := range list[:min(len(list), mostLooked)] {
		if n := nameOf(s, dims); !slices.Contains(names, n) && len(names) < maxColoured {
			names = append(names, n)
		}
	}
	return names
}

// compare orders names by who is given a slot first: what was remembered
// first, then the best known, then the alphabet.
func (t *Tints) compare(a, b name) int {
	atA, knownA := t.of(a)
	atB, knownB := t.of(b)
	switch {
	case knownA && knownB:
		return cmp.Compare(atA, atB)
	case knownA != knownB:
		return count(knownB) - count(knownA)
	}
	_, knownA = knownSlots[a.value]
	_, knownB = knownSlots[b.value]
	return cmp.Or(count(knownB)-count(knownA), cmp.Compare(a.full, b.full))
}

// wish returns the slot that a name has in every chart in which no other name
// has it.
func (t *Tints) wish(n name) int {
	if at, remembered := t.of(n); remembered {
		return t.list[at].slot
	}
	return wishedSlot(n.value)
}
