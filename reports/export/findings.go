package export

import (
	"context"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
)

// A FindingBook is what the workbook of findings is made of.
type FindingBook struct {
	Findings []audit.Finding
	Sources  []reports.Source
	Words    *assets.Words
}

// FindingWorkbook writes a sheet of findings, those too that were set aside,
// with their notes, and one of their cases with the places of their figures,
// which the ledger knows. The same book gives the same bytes.
func FindingWorkbook(ctx context.Context, out io.Writer, l reports.Ledger, b FindingBook) error {
	w := b.Words
	findings, err := FindingTexts(ctx, l, w, b.Findings)
	if err != nil {
		return err
	}
	cases, err := CaseTexts(ctx, l, b.Findings)
	if err != nil {
		return err
	}
	sheet := func(name string, columns []string, rows [][]string) List {
		l := List{Sheet: w.Say("findings.sheet." + name), Title: w.Say("findings.title." + name), Lines: []string{w.Say("findings.about." + name)}}
		for _, column := range columns {
			l.Columns = append(l.Columns, ListColumn{Header: w.Say("findings.column." + column), Number: numericColumns[column], Width: widths[column]})
		}
		for _, row := range rows {
			l.Rows = append(l.Rows, sheetRow(columns, row))
		}
		return l
	}
	return WriteListing(out, Listing{
		Title: w.Say("findings.title.findings"), About: w.Say("findings.cover"), Sources: b.Sources, Words: w,
		Lists: []List{sheet("findings", FindingColumns, findings), sheet("cases", CaseColumns, cases)},
	})
}

// numericColumns are the columns of numbers, and widths the widths of columns
// in characters.
var (
	numericColumns = map[string]bool{"cases": true, "of": true, "number": true, "against": true, "third": true, "difference": true}
	widths         = widthsOf()
)

func widthsOf() map[string]float64 {
	list := map[string]float64{"finding": 60, "settle": 40, "figures": 40, "set_aside": 24, "text": 24, "table": 24, "other_table": 24, "measure": 24, "id": 11}
	for _, column := range slices.Concat(FindingColumns, CaseColumns) {
		if list[column] == 0 {
			list[column] = 13
		}
	}
	return list
}

// sheetRow turns texts into the cells of a sheet: numbers and days are such.
func sheetRow(columns, row []string) []any {
	cells := make([]any, len(row))
	for i, text := range row {
		cells[i] = text
		if v, err := strconv.ParseFloat(text, 64); err == nil && numericColumns[columns[i]] {
			cells[i] = v
		}
		if text == "" {
			cells[i] = nil
		}
	}
	return cells
}

// FindingColumns are the columns of a list of findings.
var FindingColumns = []string{
	"id", "severity", "check", "publisher", "table", "other_table", "measure", "period_start", "period_end",
	"cases", "of", "finding", "settle", "figures", "set_aside",
}

// FindingTexts writes findings, a row each. The figures are those of the
// weightiest case.
func FindingTexts(ctx context.Context, l reports.Ledger, w *assets.Words, found []audit.Finding) ([][]string, error) {
	const most = 8
	var rows [][]string
	for _, f := range found {
		at := []string{""}
		if len(f.Cases) > 0 {
			var err error
			if at, err = places(ctx, l, f.Cases[:1], most); err != nil {
				return nil, err
			}
		}
		aside := ""
		if f.Aside != nil {
			aside = f.Aside.Note
		}
		start, end := firstAndLast(f.Span())
		rows = append(rows, []string{
			f.ID, f.Severity.String(), f.Check, f.Publisher, f.Table, f.Other, string(f.Measure), start, end,
			fmt.Sprint(len(f.Cases)), fmt.Sprint(f.Compared), f.Text.Say(w), f.Settle.Say(w), at[0], aside,
		})
	}
	return rows, nil
}

// CaseColumns are the columns of a list of findings' cases.
var CaseColumns = append(append([]string{
	"id", "severity", "check", "publisher", "table", "other_table", "measure", "period_start", "period_end",
}, dimColumns()...), "number", "against", "third", "difference", "text", "figures")

func dimColumns() []string {
	var names []string
	for _, d := range reports.AllDims() {
		names = append(names, d.String())
	}
	return names
}

// CaseTexts writes every case of findings: what it is about, the numbers that
// stand against each other, and where they stand.
func CaseTexts(ctx context.Context, l reports.Ledger, found []audit.Finding) ([][]string, error) {
	const most = 24
	var rows [][]string
	for _, f := range found {
		at, err := places(ctx, l, f.Cases, most)
		if err != nil {
			return nil, err
		}
		for i, c := range f.Cases {
			start, end := firstAndLast(c.Period)
			row := []string{f.ID, f.Severity.String(), f.Check, f.Publisher, f.Table, f.Other, string(f.Measure), start, end}
			for _, d := range reports.AllDims() {
				row = append(row, c.Split.Get(d))
			}
			rows = append(rows, append(append(row, numbersOf(c)...), c.Origin.Text, at[i]))
		}
	}
	return rows, nil
}

// numbersOf writes the numbers of a case, and the difference of two.
func numbersOf(c audit.Case) []string {
	numbers := make([]string, 4)
	for i, s := range c.Sides[:min(len(c.Sides), 3)] {
		numbers[i] = amountText(s.Number)
	}
	if len(c.Sides) == 2 {
		numbers[3] = Plain(c.Weight)
	}
	return numbers
}

// amountText writes a number, or its range.
func amountText(n reports.Number) string {
	if n.HasRange && n.Low < n.High {
		return Plain(n.Low) + "-" + Plain(n.High)
	}
	return Plain(n.Value)
}

// firstAndLast writes the first and the last day of a period.
func firstAndLast(p reports.Period) (start, end string) {
	if p == (reports.Period{}) {
		return "", ""
	}
	return p.Start.String(), p.Last().String()
}

// places writes where the figures of cases stand, as trace takes them.
func places(ctx context.Context, l reports.Ledger, cases []audit.Case, most int) ([]string, error) {
	rests, err := audit.Rests(ctx, l, cases, most+1)
	if err != nil {
		return nil, err
	}
	texts := make([]string, len(cases))
	for i, figures := range rests {
		var list []string
		if cases[i].Origin.Source != "" {
			list = append(list, cases[i].Origin.String())
		}
		for _, f := range figures[:min(len(figures), most)] {
			list = append(list, f.Origin.String())
		}
		if len(figures) > most {
			list = append(list, "…")
		}
		texts[i] = strings.Join(list, " ")
	}
	return texts, nil
}
