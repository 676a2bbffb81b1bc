package command

import (
	"fmt"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

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
		var at []string
		if len(f.Cases) > 0 {
			var err error
			if at, err = places(j, lib, f.Cases[0], most); err != nil {
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
			fmt.Sprint(len(f.Cases)), fmt.Sprint(f.Compared), f.Text.Say(w), f.Settle.Say(w), strings.Join(at, " "), aside,
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
	const most = 100
	var rows [][]string
	for _, f := range found {
		for _, c := range f.Cases {
			at, err := places(j, lib, c, most)
			if err != nil {
				return nil, err
			}
			start, end := days(c.Period)
			row := []string{f.ID, f.Severity.String(), f.Check, f.Publisher, f.Table, f.Other, string(f.Measure), start, end}
			for _, d := range reports.AllDims() {
				row = append(row, c.Split.Get(d))
			}
			numbers := make([]string, 3)
			for i, s := range c.Sides[:min(len(c.Sides), len(numbers))] {
				numbers[i] = amount(s.Number)
			}
			difference := ""
			if len(c.Sides) == 2 {
				difference = export.Plain(c.Weight)
			}
			rows = append(rows, append(append(row, numbers...), difference, c.Origin.Text, strings.Join(at, " ")))
		}
	}
	return rows, nil
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

// places lists where the figures of a case stand, as trace takes them.
func places(j *job, lib *library.Library, c audit.Case, most int) ([]string, error) {
	if c.Origin.Source != "" {
		return []string{c.Origin.String()}, nil
	}
	figures, err := audit.Rests(j.ctx, lib, c, most)
	var list []string
	for _, f := range figures {
		list = append(list, f.Origin.String())
	}
	return list, err
}
