package window

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A choice is a line of a menu with search.
type choice struct {
	Label   string
	Note    string // said beside the label
	Refused string // why it is not offered; "" where it is
	Checked bool
	Choose  func()
	Toggle  func() // adds it to what is chosen, or takes it away; nil: only one can be chosen
}

// offered puts what can be chosen before what cannot.
func offered(list []choice) []choice {
	var first, rest []choice
	for _, c := range list {
		if c.Refused == "" {
			first = append(first, c)
		} else {
			rest = append(rest, c)
		}
	}
	return append(first, rest...)
}

// found returns the choices that every word of the text is in.
func found(list []choice, text string) []choice {
	terms := strings.Fields(fold(text))
	if len(terms) == 0 {
		return list
	}
	var hits []choice
	for _, c := range list {
		if containsAll(fold(c.Label+" "+c.Note), terms) {
			hits = append(hits, c)
		}
	}
	return hits
}

func containsAll(text string, terms []string) bool {
	for _, t := range terms {
		if !strings.Contains(text, t) {
			return false
		}
	}
	return true
}

// fold makes text comparable: lower case, without accents.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(text))
}
