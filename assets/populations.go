package assets

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"vitrine/reports"
)

//go:embed populations.csv
var populationsCSV string

//go:embed populations-undated.csv
var undatedCSV string

// Populations returns people by country and year from 2005 to 2020, as the
// World Bank states them (SP.POP.TOTL; made by scripts/populations), and of the
// countries that it lacks one number each, as the Unicode Common Locale Data
// Repository states it, which does not say of which year (npm package
// cldr-core, territoryInfo). See populations-LICENSE.txt.
func Populations() reports.Populations { return populations() }

var populations = sync.OnceValue(func() reports.Populations { return must(readPopulations(populationsCSV, undatedCSV)) })

func readPopulations(byYear, undated string) (p reports.Populations, err error) {
	p.Source, p.UndatedSource = "World Bank SP.POP.TOTL, edition to 2020", "Unicode CLDR 48.2"
	if p.First, p.ByYear, err = readYears(byYear); err != nil {
		return p, fmt.Errorf("populations: %w", err)
	}
	_, alone, err := readYears(undated)
	p.Undated = map[string]float64{}
	for code, numbers := range alone {
		p.Undated[code] = numbers[0]
	}
	if err != nil {
		err = fmt.Errorf("populations of no stated year: %w", err)
	}
	return p, err
}

// readYears reads a row a country and a column a year, of which the header's
// first is returned. A row may end early, and has no gap.
func readYears(text string) (first int, people map[string][]float64, err error) {
	rows, err := csv.NewReader(strings.NewReader(text)).ReadAll()
	if err != nil {
		return 0, nil, err
	}
	first, _ = strconv.Atoi(rows[0][1])
	people = map[string][]float64{}
	for _, row := range rows[1:] {
		for _, cell := range row[1 : 1+slices.Index(append(row[1:], ""), "")] {
			n, err := strconv.ParseFloat(cell, 64)
			if err != nil {
				return 0, nil, fmt.Errorf("%s: %w", row[0], err)
			}
			people[row[0]] = append(people[row[0]], n)
		}
	}
	return first, people, nil
}
