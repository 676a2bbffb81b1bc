// Populations makes assets/populations.csv: people by country and year, as
// the World Bank states them and the npm package
// world-countries-population-data offers them. What is no country of Vitrine's
// list is named on standard error.
//
//	npm pack world-countries-population-data@1.1.0 && tar xzf world-countries-population-data-1.1.0.tgz
//	go run ./scripts/populations package/country-wise-data.json >assets/populations.csv
package main

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
)

// The years that are kept: no transparency report tells of an earlier one.
const firstYear, lastYear = 2005, 2020

// namesOfBank are countries that the World Bank calls as nobody else does.
var namesOfBank = map[string]string{
	"bahamas, the": "BS", "british virgin islands": "VG", "congo, dem. rep.": "CD", "congo, rep.": "CG", "egypt, arab rep.": "EG",
	"gambia, the": "GM", "hong kong sar, china": "HK", "iran, islamic rep.": "IR", "korea, dem. people's rep.": "KP", "korea, rep.": "KR",
	"kyrgyz republic": "KG", "lao pdr": "LA", "macao sar, china": "MO", "micronesia, fed. sts.": "FM", "sint maarten (dutch part)": "SX",
	"slovak republic": "SK", "st. kitts and nevis": "KN", "st. lucia": "LC", "st. martin (french part)": "MF",
	"st. vincent and the grenadines": "VC", "venezuela, rb": "VE", "virgin islands (u.s.)": "VI", "west bank and gaza": "PS", "yemen, rep.": "YE",
}

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: populations country-wise-data.json")
	}
	if err := write(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func write(name string) error {
	content, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	people := map[string]map[string]string{} // by name, then by year
	if err := json.Unmarshal(content, &people); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	rows, err := rowsOf(people)
	if err != nil {
		return err
	}
	out := csv.NewWriter(os.Stdout)
	return out.WriteAll(append([][]string{header()}, rows...))
}

func header() []string {
	row := []string{"code"}
	for year := firstYear; year <= lastYear; year++ {
		row = append(row, strconv.Itoa(year))
	}
	return row
}

// rowsOf returns a row a country: its code, and its people in each year; ""
// where none are stated.
func rowsOf(people map[string]map[string]string) ([][]string, error) {
	var rows [][]string
	var left []string
	for name, years := range people {
		code, ok := countryOf(name)
		if !ok {
			left = append(left, name)
			continue
		}
		row := []string{code}
		for year := firstYear; year <= lastYear; year++ {
			row = append(row, years[strconv.Itoa(year)])
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows, func(a, b []string) int { return strings.Compare(a[0], b[0]) })
	for i := range rows[1:] {
		if rows[i][0] == rows[i+1][0] {
			return nil, fmt.Errorf("%s stands twice", rows[i][0])
		}
	}
	slices.Sort(left)
	fmt.Fprintf(os.Stderr, "no countries: %s\n", strings.Join(left, "; "))
	return rows, nil
}

func countryOf(name string) (code string, ok bool) {
	if code, ok := namesOfBank[name]; ok {
		return code, true
	}
	code, ok = assets.Areas().Lookup(name)
	return code, ok && assets.Areas().IsCountry(code)
}
