package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type revisionsCommand struct {
	Files   []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	Summary bool     `help:"Count by pair of vintages, by measure and by category, instead of listing."`
	History bool     `help:"List what every vintage states of each figure that several state, changed or not."`
	Only    []string `help:"List only these changes: changed, taken back, rounded, vanished, added." placeholder:"CHANGE"`
	filters
	vintage
	recording
	Output   string `short:"o" help:"Write a workbook: book.xlsx." placeholder:"FILE"`
	Profile  string `help:"Of a workbook: publication or analyst." default:"publication" enum:"publication,analyst"`
	Language string `help:"Language of a workbook: ${languages}." placeholder:"LANG"`
	Format   string `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
}

// Run prints what later vintages changed.
func (c *revisionsCommand) Run(j *job) error {
	for _, name := range c.Only {
		if !slices.Contains(reports.RevisionKinds(), reports.RevisionKind(name)) {
			return fmt.Errorf("--only: %q is none of changed, taken back, rounded, vanished, added", name)
		}
	}
	if c.Output != "" && !strings.EqualFold(filepath.Ext(c.Output), ".xlsx") {
		return fmt.Errorf("-o %s: revisions are written as a workbook, .xlsx; without -o as csv", c.Output)
	}
	if c.Record != "" && c.History {
		return errors.New("--record holds the list of revisions and its counts: leave --history out")
	}
	return j.asking(c.Files, c.vintage, c.filters, func(lib *library.Library, q reports.Question) error {
		if err := c.tell(j, lib, q); err != nil {
			return err
		}
		return c.record(j, lib, q)
	})
}

// tell prints or writes what was asked for.
func (c *revisionsCommand) tell(j *job, lib *library.Library, q reports.Question) error {
	switch {
	case c.Output != "":
		return c.workbook(j, lib, q)
	case c.History:
		return c.history(j, lib, q)
	case c.Summary:
		return c.summary(j, lib, q)
	}
	return c.list(j, lib, q)
}

// record records the list and the counts.
func (c *revisionsCommand) record(j *job, lib *library.Library, q reports.Question) error {
	if c.Record == "" {
		return nil
	}
	record, err := c.made(j, lib, q)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Record, record.Write)
}

// made makes the record.
func (c *revisionsCommand) made(j *job, lib *library.Library, q reports.Question) (reports.AuditRecord, error) {
	asked := reports.Asking{Command: "revisions", Question: q}
	for _, name := range c.Only {
		asked.Only = append(asked.Only, reports.RevisionKind(name))
	}
	list, counts, err := audit.RecordRevisions(j.ctx, lib, asked, names())
	if err != nil {
		return reports.AuditRecord{}, err
	}
	return lib.Record(j.ctx, j.Version, names(), nil, list, counts)
}

// lists tells whether a revision is to be listed.
func (c *revisionsCommand) lists(r reports.Revision) bool {
	return len(c.Only) == 0 || slices.Contains(c.Only, string(r.Change))
}

func (c *revisionsCommand) summary(j *job, lib *library.Library, q reports.Question) error {
	s, err := audit.Revisions(j.ctx, lib, q, names(), func(reports.Revision) error { return nil })
	if err != nil {
		return err
	}
	var rows [][]string
	for _, lines := range [][]reports.RevisionLine{s.Vintages(), s.Measures(), s.Categories()} {
		for _, l := range lines {
			rows = append(rows, export.SummaryTexts(l))
		}
	}
	j.tellRevised(s)
	return j.writeList(c.Format, export.SummaryColumns, rows)
}

// list prints the revisions, as csv one by one while they are found.
func (c *revisionsCommand) list(j *job, lib *library.Library, q reports.Question) error {
	if j.formatOf(c.Format) != "csv" {
		return c.listWhole(j, lib, q)
	}
	w, err := export.NewRevisionWriter(j.Out, export.Options{})
	if err != nil {
		return err
	}
	s, err := audit.Revisions(j.ctx, lib, q, names(), func(r reports.Revision) error {
		if !c.lists(r) {
			return nil
		}
		return w.Write(r)
	})
	if err != nil {
		return err
	}
	j.tellRevised(s)
	return w.Flush()
}

// workbook writes counts and list as a workbook.
func (c *revisionsCommand) workbook(j *job, lib *library.Library, q reports.Question) error {
	var found []reports.Revision
	s, err := audit.Revisions(j.ctx, lib, q, names(), func(r reports.Revision) error {
		if c.lists(r) {
			found = append(found, r)
		}
		return nil
	})
	if err != nil {
		return err
	}
	j.tellRevised(s)
	sources, err := lib.Sources(j.ctx)
	if err != nil {
		return err
	}
	record, err := c.made(j, lib, q)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error {
		return export.RevisionWorkbook(w, export.RevisionBook{
			Record:   record,
			Question: q, Summary: s, Revisions: found, Events: s.Events(assets.Events()), Sources: sources,
			Words: assets.For(cmp.Or(c.Language, j.Language)), Profile: profileOf(c.Profile),
		})
	})
}

// revisionRow are the columns of a table on a terminal.
var revisionRow = []string{"publisher", "measure", "period", "of", "change", "before", "after", "percent", "vintage_before", "vintage_after"}

func (c *revisionsCommand) listWhole(j *job, lib *library.Library, q reports.Question) error {
	header, cells := export.RevisionColumns, export.RevisionTexts
	if j.formatOf(c.Format) == "table" {
		w := assets.For(j.Language)
		header, cells = revisionRow, func(r reports.Revision) []string {
			f, texts := r.Figure(), export.RevisionTexts(r)
			at := func(name string) string { return texts[slices.Index(export.RevisionColumns, name)] }
			return []string{f.Publisher, w.Measure(f.Measure), w.Period(f.Period), splitText(f.Split), w.RevisionKind(r.Change),
				at("before"), at("after"), at("percent"), at("vintage_before"), at("vintage_after")}
		}
	}
	var rows [][]string
	s, err := audit.Revisions(j.ctx, lib, q, names(), func(r reports.Revision) error {
		if c.lists(r) {
			rows = append(rows, cells(r))
		}
		return nil
	})
	if err != nil {
		return err
	}
	j.tellRevised(s)
	return j.writeList(c.Format, header, rows)
}

// tellRevised says of each pair of vintages what was found.
func (j *job) tellRevised(s reports.RevisionSummary) {
	w := assets.For(j.Language)
	lines := s.Vintages()
	for _, l := range lines {
		fmt.Fprintln(j.Err, w.Revised(l))
	}
	if len(lines) == 0 {
		fmt.Fprintln(j.Err, w.Say("revisions.none"))
	}
	for _, e := range s.Events(assets.Events()) {
		fmt.Fprintln(j.Err, w.Say("revisions.beside", "publisher", e.Publisher, "event", w.Event(e)))
	}
}
