package assets

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"vitrine/reports"
)

//go:embed populations.csv
var populationsCSV string

// Populations returns people by country: one number each, as the Unicode
// Common Locale Data Repository 48.2 states it (npm package cldr-core,
// territoryInfo; see populations-LICENSE.txt). It does not say of which year.
func Populations() reports.Populations { return populations() }

var populations = sync.OnceValue(func() reports.Populations { return must(readPopulations(populationsCSV)) })

func readPopulations(text string) (reports.Populations, error) {
	p := reports.Populations{People: map[string]float64{}, Source: "Unicode CLDR 48.2"}
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return p, fmt.Errorf("populations: %w", err)
	}
	for _, row := range rows[1:] {
		if p.People[row[0]], err = strconv.ParseFloat(row[1], 64); err != nil {
			return p, fmt.Errorf("populations: %s: %w", row[0], err)
		}
	}
	return p, nil
}
