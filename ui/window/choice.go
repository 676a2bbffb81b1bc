package window

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// A choice is a line of a menu with search.
type choice struct {
	Label   string
	Note    string // said beside the label
	Also    string // not said, but found by: what the publisher wrote
	Refused string // why it is not offered; "" where it is
	Checked bool
	Choose  func()
	id      string // what it is about, where its label does not say; "": nothing
	folded  string // all of it that is searched; "": not folded yet
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

// found returns the choices that every word of the text is in: those that can
// be chosen first, and among them those that have the text's words as words
// of their own: "year" finds "each year" before "each half-year".
func found(list []choice, text string) []choice {
	terms := strings.Fields(fold(text))
	if len(terms) == 0 {
		return list
	}
	var hits []choice
	for _, c := range list {
		if c.folded == "" {
			c.folded = c.searched()
		}
		if containsAll(c.folded, terms) {
			hits = append(hits, c)
		}
	}
	slices.SortStableFunc(hits, func(a, b choice) int { return a.rank(terms) - b.rank(terms) })
	return hits
}

// searched returns what a choice is found by.
func (c choice) searched() string { return fold(c.Label + " " + c.Note + " " + c.Also) }

// rank is smaller the nearer the choice is to the terms typed.
func (c choice) rank(terms []string) int {
	words := strings.Fields(fold(c.Label + " " + c.Also))
	rank := 0
	for _, t := range terms {
		if !slices.Contains(words, t) {
			rank++
		}
	}
	if c.Refused != "" {
		rank += len(terms) + 1
	}
	return rank
}

func containsAll(text string, terms []string) bool {
	for _, t := range terms {
		if !strings.Contains(text, t) {
			return false
		}
	}
	return true
}

// fold makes text comparable: lower case, without accents, and letters that are
// two as two.
func fold(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(ligatures.Replace(text)))
}

var ligatures = strings.NewReplacer("œ", "oe", "Œ", "OE", "æ", "ae", "Æ", "AE", "ß", "ss")
