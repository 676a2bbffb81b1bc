package command

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/export"
)

// formatOf returns how to print: table on a terminal, csv otherwise.
func (s Shell) formatOf(asked string) string {
	switch {
	case asked != "" && asked != "auto":
		return asked
	case s.Terminal:
		return "table"
	}
	return "csv"
}

// writeList prints rows under a header.
func (j *job) writeList(format string, header []string, rows [][]string) error {
	switch j.formatOf(format) {
	case "json":
		return writeObjects(j.Out, header, rows)
	case "table":
		w := tabwriter.NewWriter(j.Out, 0, 0, 2, ' ', 0)
		fmt.Fprintln(w, strings.Join(header, "\t"))
		for _, row := range rows {
			fmt.Fprintln(w, strings.Join(row, "\t"))
		}
		return w.Flush()
	}
	w := csv.NewWriter(j.Out)
	if err := w.Write(header); err != nil {
		return err
	}
	for _, row := range rows {
		guarded := make([]string, len(row))
		for i, text := range row {
			guarded[i] = export.Guard(text)
		}
		if err := w.Write(guarded); err != nil {
			return err
		}
	}
	w.Flush()
	return w.Error()
}

func writeObjects(w io.Writer, header []string, rows [][]string) error {
	list := make([]map[string]string, 0, len(rows))
	for _, row := range rows {
		object := map[string]string{}
		for i, text := range row {
			object[header[i]] = text
		}
		list = append(list, object)
	}
	e := json.NewEncoder(w)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	return e.Encode(list)
}

// writeAnswer prints the numbers of an answer.
func (j *job) writeAnswer(format string, a reports.Answer) error {
	switch j.formatOf(format) {
	case "json":
		return export.WriteJSON(j.Out, a)
	case "table":
		return export.WriteText(j.Out, a, assets.For(j.Language))
	}
	return export.WriteCSV(j.Out, a, export.Options{})
}
