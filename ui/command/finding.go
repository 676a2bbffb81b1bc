package command

import (
	"io"
	"path/filepath"
	"strings"

	"vitrine/assets"
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
	columns := export.FindingColumns
	rows, err := export.FindingTexts(j.ctx, lib, w, found)
	if c.Cases {
		columns = export.CaseColumns
		rows, err = export.CaseTexts(j.ctx, lib, found)
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
	return export.WriteFile(c.Output, func(out io.Writer) error {
		return export.FindingWorkbook(j.ctx, out, lib, export.FindingBook{Findings: found, Sources: sources, Words: w})
	})
}
