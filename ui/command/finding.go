package command

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

// outputs are the forms in which findings are written to a file.
var outputs = map[string]string{".xlsx": "xlsx", ".csv": "csv", ".json": "json"}

// write prints findings or their cases, or writes them to a file.
func (c *checkCommand) write(j *job, lib *library.Library, w *assets.Words, found []audit.Finding) error {
	form := outputs[strings.ToLower(filepath.Ext(c.Output))]
	if form == "xlsx" {
		return c.workbook(j, lib, w, found)
	}
	columns := findingColumns
	rows, err := findingRows(j, lib, w, found)
	if c.Cases {
		columns = caseColumns
		rows, err = caseRows(j, lib, found)
	}
	switch {
	case err != nil:
		return err
	case c.Output == "":
		return j.writeList(c.Format, columns, rows)
	}
	return export.WriteFile(c.Output, func(out io.Writer) error {
		to := *j
		to.Out = out
		return to.writeList(form, columns, rows)
	})
}

// workbook writes a sheet of findings and one of their cases.
func (c *checkCommand) workbook(j *job, lib *library.Library, w *assets.Words, found []audit.Finding) error {
	sources, err := lib.Sources(j.ctx)
	if err != nil {
		return err
	}
	findings, err := findingRows(j, lib, w, found)
	if err != nil {
		return err
	}
	cases, err := caseRows(j, lib, found)
	if err != nil {
		return err
	}
	sheet := func(name string, columns []string, rows [][]string) export.List {
		l := export.List{Sheet: w.Say("findings.sheet." + name), Title: w.Say("findings.title." + name), Lines: []string{w.Say("findings.about." + name)}}
		for _, column := range columns {
			l.Columns = append(l.Columns, export.ListColumn{Header: w.Say("findings.column." + column), Number: numericColumns[column], Width: widths[column]})
		}
		for _, row := range rows {
			l.Rows = append(l.Rows, sheetRow(columns, row))
		}
		return l
	}
	return export.WriteFile(c.Output, func(out io.Writer) error {
		return export.WriteListing(out, export.Listing{
			Title: w.Say("findings.title.findings"), About: w.Say("findings.cover"), Sources: sources, Words: w,
			Lists: []export.List{sheet("findings", findingColumns, findings), sheet("cases", caseColumns, cases)},
		})
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
	for _, column := range slices.Concat(findingColumns, caseColumns) {
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

var findingColumns = []string{
	"id", "severity", "check", "publisher", "table", "other_table", "measure", "period_start", "period_end",
	"cases", "of", "finding", "settle", "figures", "set_aside",
}

// findingRows writes findings, a row each. The figures are those of the
// weightiest case.
func findingRows(j *job, lib *library.Library, w *assets.Words, found []audit.Finding) ([][]string, error) {
	const most = 8
	var rows [][]string
	for _, f := range found {
		at := []string{""}
		if len(f.Cases) > 0 {
			var err error
			if at, err = places(j, lib, f.Cases[:1], most); err != nil {
				return nil, err
			}
		}
		aside := ""
		if f.Aside != nil {
			aside = f.Aside.Note
		}
		start, end := days(f.Span())
		rows = append(rows, []string{
			f.ID, f.Severity.String(), f.Check, f.Publisher, f.Table, f.Other, string(f.Measure), start, end,
			fmt.Sprint(len(f.Cases)), fmt.Sprint(f.Compared), f.Text.Say(w), f.Settle.Say(w), at[0], aside,
		})
	}
	return rows, nil
}

var caseColumns = append(append([]string{
	"id", "severity", "check", "publisher", "table", "other_table", "measure", "period_start", "period_end",
}, dimNames()...), "number", "against", "third", "difference", "text", "figures")

func dimNames() []string {
	var names []string
	for _, d := range reports.AllDims() {
		names = append(names, d.String())
	}
	return names
}

// caseRows writes every case of findings: what it is about, the numbers that
// stand against each other, and where they stand.
func caseRows(j *job, lib *library.Library, found []audit.Finding) ([][]string, error) {
	const most = 24
	var rows [][]string
	for _, f := range found {
		at, err := places(j, lib, f.Cases, most)
		if err != nil {
			return nil, err
		}
		for i, c := range f.Cases {
			start, end := days(c.Period)
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
		numbers[i] = amount(s.Number)
	}
	if len(c.Sides) == 2 {
		numbers[3] = export.Plain(c.Weight)
	}
	return numbers
}

// amount writes a number, or its range.
func amount(n reports.Number) string {
	if n.HasRange && n.Low < n.High {
		return export.Plain(n.Low) + "-" + export.Plain(n.High)
	}
	return export.Plain(n.Value)
}

// days writes the first and the last day of a period.
func days(p reports.Period) (start, end string) {
	if p == (reports.Period{}) {
		return "", ""
	}
	return p.Start.String(), p.Last().String()
}

// places writes where the figures of cases stand, as trace takes them.
func places(j *job, lib *library.Library, cases []audit.Case, most int) ([]string, error) {
	rests, err := audit.Rests(j.ctx, lib, cases, most+1)
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
