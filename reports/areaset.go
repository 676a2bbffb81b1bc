package reports

import (
	"slices"
	"strings"
)

// setSign joins the members of a set into one value: "AT+DE", "removed +
// account suspended".
const (
	areaSign = "+"
	wordSign = " + "
)

// SetOf returns the area that a set of countries is: the country itself where
// there is one, the named group that has just these members, else their codes
// in order, joined by "+". The set of none is NotStated.
func (a *Areas) SetOf(countries []string) string {
	codes := slices.Sorted(slices.Values(countries))
	codes = slices.Compact(codes)
	switch len(codes) {
	case 0:
		return NotStated
	case 1:
		return codes[0]
	}
	for _, area := range a.list {
		if area.Group && slices.Equal(slices.Sorted(slices.Values(area.Members)), codes) {
			return area.Code
		}
	}
	return strings.Join(codes, areaSign)
}

// setMembers returns the countries of a set that SetOf wrote as codes; nil of
// anything else.
func (a *Areas) setMembers(area string) []string {
	if !strings.Contains(area, areaSign) {
		return nil
	}
	codes := strings.Split(area, areaSign)
	for _, c := range codes {
		if !a.IsCountry(c) {
			return nil
		}
	}
	return codes
}

// setName names the countries of a set: all of them where they are few.
func (a *Areas) setName(codes []string, lang string) string {
	const most = 4
	if len(codes) > most {
		return strings.Join(codes, areaSign)
	}
	names := make([]string, len(codes))
	for i, c := range codes {
		names[i] = a.Name(c, lang)
	}
	return strings.Join(names, wordSign)
}

// WordSet writes a set of words as one value, as in an action that is several:
// in the order given, joined by " + ". The set of none is NotStated.
func WordSet(words []string) string {
	if len(words) == 0 {
		return NotStated
	}
	return strings.Join(words, wordSign)
}

// WordsOfSet returns the words of a set that WordSet wrote.
func WordsOfSet(value string) []string { return strings.Split(value, wordSign) }
