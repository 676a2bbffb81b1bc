package chart

import (
	"fmt"
	"strings"
)

// A Kind is a way to draw an answer.
type Kind int

// The kinds. Areas are stacked. Bars are stacked where the answer's series may
// be, and stand side by side elsewhere. Facets are lines in small multiples.
// Heat is a row for each series and a coloured cell for each period. Days is a
// calendar of one daily series. Map is the world and Europe is Europe, of one
// period or of two side by side. Rank is the series' places by their
// numbers, over time.
const (
	Line Kind = iota
	Area
	Bar
	Facets
	Heat
	Days
	Map
	Europe
	Rank
)

// kindNames are the kinds' names on the command line.
var kindNames = [...]string{
	Line: "line", Area: "area", Bar: "bar",
	Facets: "facets", Heat: "heat", Days: "days",
	Map: "map", Europe: "europe", Rank: "rank",
}

// A layout lays out the part of a picture between top and bottom, and returns
// what paints it.
type layout func(d *drawing, top, bottom float64) (paint func(*pen))

// layouts are those of the kinds that share no plot with lines.
func (k Kind) layout() layout {
	switch k {
	case Facets:
		return (*drawing).layFacets
	case Heat:
		return (*drawing).layHeat
	case Days:
		return (*drawing).layYears
	case Map, Europe:
		return (*drawing).layMap
	case Rank:
		return (*drawing).layRank
	}
	return nil
}

// Kinds lists the kinds in order.
func Kinds() []Kind {
	list := make([]Kind, len(kindNames))
	for i := range list {
		list[i] = Kind(i)
	}
	return list
}

// String returns the kind's name on the command line.
func (k Kind) String() string { return kindNames[k] }

// ParseKind finds a kind by its name on the command line.
func ParseKind(name string) (Kind, error) {
	for i, n := range kindNames {
		if strings.EqualFold(n, strings.TrimSpace(name)) {
			return Kind(i), nil
		}
	}
	return 0, fmt.Errorf("%q is not one of %s", name, strings.Join(kindNames[:], ", "))
}
