package assets

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

// A Credit names something of others that Vitrine is made of.
type Credit struct {
	Kind, Name, Licence, Address string            // Kind: data, figures, font or library
	For                          map[string]string // what it serves, by language
}

// CreditName names what a credit is about as the language does.
func (w *Words) CreditName(c Credit) string { return w.or("credit."+c.Name, w.PeopleSource(c.Name)) }

// Licence writes a credit's licence: its name, or in the language what is said
// in the place of one.
func (w *Words) Licence(c Credit) string { return w.or("licence."+c.Licence, c.Licence) }

//go:embed credits.csv
var creditsCSV string

// Credits lists the data, figures, fonts and libraries that Vitrine is made of.
func Credits() []Credit { return credits() }

var credits = sync.OnceValue(func() []Credit { return must(readCredits(creditsCSV)) })

func readCredits(text string) ([]Credit, error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("credits: %w", err)
	}
	var list []Credit
	for _, row := range rows[1:] {
		texts := map[string]string{}
		for i, language := range Languages() {
			texts[language] = row[4+i]
		}
		list = append(list, Credit{row[0], row[1], row[2], row[3], texts})
	}
	return list, nil
}
