package export

import (
	"bytes"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

// sampleComparison sets a half-year beside the next: a country that grew, one
// that is new, one that is withheld, one whose cell is unknown.
func sampleComparison(t *testing.T, complete bool, p reports.Pair) reports.Comparison {
	t.Helper()
	first, second := reports.EveryHalf.Around(reports.DayOf(2022, 7, 1)), reports.EveryHalf.Around(reports.DayOf(2023, 1, 1))
	l := &reports.Memory{Declared: []reports.Block{{Publisher: "Google", Table: "removal requests", Measure: reports.RemovalRequestsReceived,
		Breakdown: reports.ByArea, Complete: reports.ByArea, Absent: reports.AbsentNone}}}
	add := func(p reports.Period, area string, v float64) {
		f := reports.Figure{Publisher: "Google", Table: "removal requests", Measure: reports.RemovalRequestsReceived, Period: p,
			Breakdown: reports.ByArea, Split: reports.Split{Area: area}, Value: v,
			Origin: reports.Origin{Source: strings.Repeat("ab", 32), File: "requests.csv", Row: len(l.Held) + 2, Column: 5, Text: strconv.Itoa(int(v))}}
		if v < 0 {
			f.Value, f.High, f.HasRange, f.Status = math.NaN(), -v, true, reports.Withheld
		}
		l.Held = append(l.Held, f)
	}
	add(first, "FR", 60)
	add(second, "FR", 93)
	add(second, "DE", 12)
	add(first, "=1+1", 7)
	if !complete {
		add(first, "ES", -9)
		add(second, "ES", 21)
	}
	c, err := reports.Compare(t.Context(), reports.Question{By: []reports.Dim{reports.Area}}, p, l,
		reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}, assets.Events())
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestComparisonAsText(t *testing.T) {
	for _, lang := range assets.Languages() {
		var b bytes.Buffer
		if err := WriteComparisonText(&b, sampleComparison(t, false, reports.Pair{}), assets.For(lang)); err != nil {
			t.Fatal(err)
		}
		golden(t, "comparison."+lang+".txt", b.String())
	}
	var b bytes.Buffer
	if err := WriteComparisonCSV(&b, sampleComparison(t, true, reports.Pair{}), Options{}); err != nil {
		t.Fatal(err)
	}
	golden(t, "comparison.csv", b.String())
	b.Reset()
	if err := WriteComparisonJSON(&b, sampleComparison(t, false, reports.Pair{})); err != nil {
		t.Fatal(err)
	}
	golden(t, "comparison.json", b.String())
}

func comparisonBytes(t *testing.T, c reports.Comparison, p Profile) []byte {
	t.Helper()
	var b bytes.Buffer
	err := ComparisonWorkbook(&b, ComparisonBook{Comparison: c, Words: assets.For("en"), Profile: p,
		Sources: []reports.Source{{ID: strings.Repeat("ab", 32), Name: "requests.csv", Publisher: "Google", Published: reports.DayOf(2023, 7, 1)}}})
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestComparisonFormulas works every formula of the workbook out again, and
// compares it with the value that stands in the cell.
func TestComparisonFormulas(t *testing.T) {
	for name, c := range map[string]reports.Comparison{
		"whole":   sampleComparison(t, true, reports.Pair{}),
		"ranges":  sampleComparison(t, false, reports.Pair{}),
		"per day": sampleComparison(t, true, reports.Pair{PerDay: true}),
	} {
		t.Run(name, func(t *testing.T) {
			b := comparisonBytes(t, c, Publication)
			if !bytes.Equal(b, comparisonBytes(t, c, Publication)) {
				t.Error("the same comparison gave other bytes")
			}
			f, err := excelize.OpenReader(bytes.NewReader(b))
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			formulas := 0
			for _, sheet := range []string{"Comparison", "Totals"} {
				rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
				if err != nil {
					continue // where nothing adds up there are no totals
				}
				for r, row := range rows {
					for col := range row {
						cell := reports.ColumnName(col+1) + strconv.Itoa(r+1)
						formula, _ := f.GetCellFormula(sheet, cell)
						if formula == "" {
							continue
						}
						formulas++
						worked, err := f.CalcCellValue(sheet, cell, excelize.Options{RawCellValue: true})
						a, _ := strconv.ParseFloat(worked, 64)
						v, e := strconv.ParseFloat(row[col], 64)
						if err != nil || e != nil || math.Abs(a-v) > 1e-9*max(1, math.Abs(v)) {
							t.Errorf("%s!%s = %s is %s; %q stands there (%v)", sheet, cell, formula, worked, row[col], err)
						}
					}
				}
			}
			if formulas < 5 {
				t.Errorf("%d formulas", formulas)
			}
		})
	}
}

func TestComparisonWorkbookKeepsTheRulesOfSheets(t *testing.T) {
	f, err := excelize.OpenReader(bytes.NewReader(comparisonBytes(t, sampleComparison(t, false, reports.Pair{}), Analyst)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if got := strings.Join(f.GetSheetList(), ", "); got != "Cover, Contents, Notes, Comparison, Totals, Chart, Data, Data dictionary, Sources" {
		t.Error(got)
	}
	rows, err := f.GetRows("Comparison")
	if err != nil {
		t.Fatal(err)
	}
	text := ""
	for _, row := range rows {
		text += strings.Join(row, " | ") + "\n"
	}
	for _, want := range []string{"Spain | [c] | 21 | [x] | [x]", "| 0 | 9 | 21 | 21 | 12 | 21 |", "[c] withheld", "| new", "=1+1 | 7 | 0"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if formula, _ := f.GetCellFormula("Comparison", "A8"); formula != "" {
		t.Error("text became a formula")
	}
}
