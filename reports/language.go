package reports

import (
	"io"
	"slices"
)

// Languages lists the languages that Vitrine speaks, English first. Tables of
// names and texts have a column for each, in this order.
func Languages() []string { return []string{"en", "fr", "de"} }

// eachLanguage stands for the columns of the languages in a table's columns.
const eachLanguage = "a column for each language"

// A textRow is a row of a table that has texts: its other cells, in their
// order, and its texts by language.
type textRow struct {
	cells []string
	texts map[string]string
}

// readTexts reads a CSV that must have exactly the columns given, of which one
// is eachLanguage, and returns its rows without the header.
func readTexts(r io.Reader, columns ...string) ([]textRow, error) {
	languages, at := Languages(), slices.Index(columns, eachLanguage)
	rows, err := readTable(r, slices.Concat(columns[:at], languages, columns[at+1:])...)
	list := make([]textRow, 0, len(rows))
	for _, row := range rows {
		texts := map[string]string{}
		for i, language := range languages {
			texts[language] = row[at+i]
		}
		list = append(list, textRow{slices.Concat(row[:at], row[at+len(languages):]), texts})
	}
	return list, err
}

// complete tells whether there is a text in each language.
func (r textRow) complete() bool {
	for _, text := range r.texts {
		if text == "" {
			return false
		}
	}
	return true
}
