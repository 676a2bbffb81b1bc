package assets

import (
	"cmp"
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"vitrine/reports"
)

// namesCSV says what publishers' words are in the languages of the interface: a
// row a word of a dimension, subcategories among the categories. Where a column
// is empty the word stands as it was published. Of facets a row names a pair,
// or the name alone that several pairs have.
//
//go:embed names.csv
var namesCSV string

// A published is a word of a dimension as its publishers wrote it.
type published struct{ dim, word string }

var publishedNames = sync.OnceValue(func() map[published]map[string]string { return must(readNames(namesCSV)) })

func readNames(text string) (map[published]map[string]string, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("names: %w", err)
	}
	names := make(map[published]map[string]string, len(rows))
	for _, row := range rows[1:] {
		texts := map[string]string{}
		for i, lang := range Languages() {
			texts[lang] = cmp.Or(row[2+i], row[1])
		}
		names[published{row[0], row[1]}] = texts
	}
	return names, nil
}

// Value returns the words for a dimension's value: the area's name for its
// code, the code's name for a harmonised one, the translation of a publisher's
// word that Vitrine knows, else the publisher's own words.
func (w *Words) Value(d reports.Dim, v string) string {
	name, _ := w.value(d, v)
	return name
}

// Translates tells whether a dimension's value has a name in the language that
// is not just the publisher's word.
func (w *Words) Translates(d reports.Dim, v string) bool {
	_, ok := w.value(d, v)
	return ok
}

func (w *Words) value(d reports.Dim, v string) (name string, ok bool) {
	switch {
	case v == reports.NotStated:
		return w.Say("value." + v), true
	case d == reports.Area:
		return Areas().Name(v, w.Lang), true
	}
	if _, known := Codes().Get(v); known {
		return Codes().Name(v, w.Lang), true
	}
	if name, ok = w.published(d, v); ok {
		return name, true
	}
	switch d {
	case reports.Action:
		return w.each(reports.WordsOfSet(v), reports.WordSet, func(word string) (string, bool) { return w.published(d, word) })
	case reports.Facet:
		return w.each(strings.Split(v, pairSign), func(list []string) string { return strings.Join(list, w.Say("list.semicolon")) }, w.pair)
	}
	return v, false
}

// published returns the name of a publisher's word.
func (w *Words) published(d reports.Dim, word string) (name string, ok bool) {
	if d == reports.Subcategory {
		d = reports.Category
	}
	names, ok := publishedNames()[published{d.String(), word}]
	if !ok {
		return word, false
	}
	return names[w.Lang], true
}

// each names the words of a value that holds several; it is true if each has a
// name.
func (w *Words) each(words []string, join func([]string) string, name func(string) (string, bool)) (string, bool) {
	all, list := true, make([]string, len(words))
	for i, word := range words {
		text, ok := name(word)
		list[i], all = text, all && ok
	}
	return join(list), all
}

// pairSign stands between the pairs of a facet as it is kept.
const pairSign = "; "

// pair names a pair of a facet: "content language: DE".
func (w *Words) pair(pair string) (string, bool) {
	if name, ok := w.published(reports.Facet, pair); ok {
		return name, true
	}
	what, value, ok := strings.Cut(pair, ": ")
	if !ok {
		return pair, false
	}
	name, ok := w.published(reports.Facet, what)
	if text, known := w.language(value); known && strings.HasSuffix(what, "language") {
		value = text
	} else if area, known := Areas().Get(value); known && strings.HasSuffix(what, "country") {
		value = Areas().Name(area.Code, w.Lang)
	} else {
		ok = false
	}
	return w.Say("facet.pair", "name", name, "value", value), ok
}

// language returns the name of a language by its code, or by its English name.
func (w *Words) language(text string) (string, bool) {
	tag, known := languagesByName()[text]
	if !known {
		parsed, err := language.Parse(text)
		if err != nil {
			return text, false
		}
		tag = parsed
	}
	name := w.languages.Name(tag)
	return cmp.Or(name, text), name != ""
}

// languagesByName has the languages with a code of two letters, and Filipino, by
// their English names.
var languagesByName = sync.OnceValue(func() map[string]language.Tag {
	const letters = "abcdefghijklmnopqrstuvwxyz"
	names, namer := map[string]language.Tag{"Filipino": language.Filipino}, display.English.Languages()
	for _, a := range letters {
		for _, b := range letters {
			if tag, err := language.Parse(string(a) + string(b)); err == nil {
				if name := namer.Name(tag); name != "" {
					names[name] = tag
				}
			}
		}
	}
	return names
})
