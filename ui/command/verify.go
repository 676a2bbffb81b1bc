package command

import (
	"fmt"
	"path/filepath"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

type verifyCommand struct {
	File  string   `arg:"" name:"RECORD" help:"An audit record: what --record wrote, or a workbook that export, compare or revisions wrote."`
	Files []string `arg:"" optional:"" name:"FILE" help:"The sources that the record names; those that are not given are taken from your library."`
}

// Different is the exit code of a record that comes out another way.
const Different = 1

// Run repeats a record. Nothing is repeated unless every source is there,
// byte for byte.
func (c *verifyCommand) Run(j *job) error {
	record, err := openRecord(j.ctx, c.File)
	if err != nil {
		return fmt.Errorf("%s: %w", filepath.Base(c.File), err)
	}
	if record.Vitrine != j.Version {
		fmt.Fprintf(j.Err, "the record was written by Vitrine %s; this is %s\n", record.Vitrine, j.Version)
	}
	s := sourcing{job: j, record: record.AuditRecord}
	defer s.close()
	if err := s.find(c.Files); err != nil {
		return err
	}
	lib, err := library.Open(library.Memory)
	if err != nil {
		return err
	}
	defer lib.Close()
	for _, found := range s.found {
		if _, err := lib.TakeAgain(j.ctx, found.source, found.input, j.counting()); err != nil {
			return err
		}
	}
	j.tellSheets(record)
	return j.repeat(lib, record)
}

// tellSheets says whether the sheets of a workbook are as they were written.
func (j *job) tellSheets(record readRecord) {
	for _, name := range record.changed {
		j.code = Different
		fmt.Fprintf(j.Out, "differs  sheet %s: it does not hold the numbers that it was written with\n", name)
	}
	if same := len(record.Sheets) - len(record.changed); record.book {
		fmt.Fprintf(j.Out, "same     %s of the workbook: as they were written\n", count(same, "sheet"))
	}
}

// repeat asks the questions of a record again, a line for each.
func (j *job) repeat(lib *library.Library, record readRecord) error {
	for i, t := range record.Tables {
		name := fmt.Sprintf("table %d, %s", i+1, t.Kind)
		repeated, err := audit.Repeat(j.ctx, lib, t, names())
		if j.ctx.Err() != nil {
			return j.ctx.Err()
		}
		if err != nil {
			j.code = Different
			fmt.Fprintf(j.Out, "differs  %s: it cannot be repeated: %v\n", name, err)
			continue
		}
		j.tellRepeated(name, t, repeated, record.book || t.Whole())
	}
	return nil
}

// mostDifferences is how many differences of a table are printed one by one.
const mostDifferences = 50

// tellRepeated says whether a table came out the same. whole tells whether the
// record's rows are those of its checksum.
func (j *job) tellRepeated(name string, t, repeated reports.RecordedTable, whole bool) {
	same, differences := t.Same(repeated)
	if same && whole {
		fmt.Fprintf(j.Out, "same     %s: %s\n", name, count(t.Count, "number"))
		return
	}
	j.code = Different
	switch {
	case same:
		fmt.Fprintf(j.Out, "differs  %s: the numbers come out, but the record's checksum is not that of its rows: somebody changed it\n", name)
	case len(differences) == 0:
		fmt.Fprintf(j.Out, "differs  %s: %s in the record, %d now; the record holds only their checksum, not which\n", name, count(t.Count, "number"), repeated.Count)
	default:
		fmt.Fprintf(j.Out, "differs  %s: %s of %d\n", name, count(len(differences), "difference"), t.Count)
	}
	for i, d := range differences {
		if i == mostDifferences {
			fmt.Fprintf(j.Out, "         and %d more\n", len(differences)-i)
			return
		}
		fmt.Fprintf(j.Out, "         %s\n", d)
	}
}
