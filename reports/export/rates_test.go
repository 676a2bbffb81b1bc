package export

import (
	"strconv"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// ratesBook is a workbook of requests by country, with their rates.
func ratesBook(lang string, p Profile) Book {
	numbers := func(values ...float64) []reports.Number {
		var list []reports.Number
		for i, v := range values {
			list = append(list, reports.Number{Period: reports.EveryYear.Around(reports.DayOf(2012+4*i, 1, 1)), Value: v, Origin: reports.Origin{Source: sourceID, Row: i + 1}})
		}
		return list
	}
	a := reports.Answer{Unstackable: reports.ReasonNotComplete}
	for area, list := range map[string][]reports.Number{"IN": numbers(1000, 2000, 3000, 4000), "TW": numbers(10, missing(reports.Period{}).Value)} {
		a.Series = append(a.Series, reports.Series{
			Publisher: "Google", Table: "removal requests", Measure: "removal requests received", Unit: "requests",
			Key: reports.Split{Area: area}, Group: reports.ByArea, Numbers: list,
		})
	}
	for _, n := range numbers(0, 0, 0, 0) {
		a.Periods = append(a.Periods, n.Period)
	}
	return Book{
		Answer: a, Rates: reports.PerMillionPeople(a, assets.Populations()), Sources: sampleSources(), Words: assets.For(lang), Profile: p,
		Record: reports.AuditRecord{Form: reports.RecordForm, Vitrine: "test"},
	}
}

func TestWorkbookDividesRatesByAFormula(t *testing.T) {
	f := open(t, ratesBook("en", Analyst))
	const sheet = "Per million people"
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatalf("%v; there are %v", err, f.GetSheetList())
	}
	found := map[string]string{}
	for i, row := range rows {
		if len(row) < 9 {
			continue
		}
		text, _ := f.GetCellFormula(sheet, "I"+strconv.Itoa(i+1))
		found[row[0]+" "+row[1]] = strings.Join(append(row[3:9:9], text), " | ")
	}
	for about, want := range map[string][]string{
		"India 2012-01-01":  {"1,000 | normal | 1,265,780,243 | 2012 | World Bank SP.POP.TOTL, edition to 2020 | 0.79", "*1000000"},
		"India 2024-01-01":  {"4,000 | normal | 1,380,004,385 | 2020 | World Bank SP.POP.TOTL, edition to 2020 | 2.8"},
		"Taiwan 2012-01-01": {"10 | normal | 23,595,300 | [x] | Unicode CLDR 48.2 | 0.4"},
	} {
		for _, text := range want {
			if !strings.Contains(found[about], text) {
				t.Errorf("%s: no %q in %q", about, text, found[about])
			}
		}
	}
	if said := strings.Join(flat(rows[:8]), "\n"); !strings.Contains(said, "the nearest that it has, 2020") || !strings.Contains(said, "The last column is a formula") {
		t.Errorf("above the rates stands\n%s", said)
	}
	checkSheet(t, f, sheet, Analyst)
}

func TestWorkbookWithoutRatesHasNoSheetOfThem(t *testing.T) {
	b := ratesBook("en", Publication)
	b.Rates = reports.Answer{}
	for _, sheet := range open(t, b).GetSheetList() {
		if sheet == "Per million people" {
			t.Error("there is a sheet of rates")
		}
	}
}

func flat(rows [][]string) []string {
	var list []string
	for _, row := range rows {
		list = append(list, row...)
	}
	return list
}
