package command

import (
	"cmp"
	"fmt"
	"image/color"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type exportCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	views
	vintage
	recording
	Output   string `short:"o" required:"" help:"Where to write: book.xlsx, data.csv or data.json." placeholder:"FILE"`
	Profile  string `help:"Of a workbook: publication or analyst." default:"publication" enum:"publication,analyst"`
	Kind     string `help:"Of a workbook's chart: line, area or bar." default:"line" enum:"line,area,bar"`
	Log      bool   `help:"Logarithmic axis of a workbook's chart."`
	BOM      bool   `name:"bom" help:"Begin a CSV file with a byte order mark."`
	Language string `help:"Language of a workbook: ${languages}." placeholder:"LANG"`
}

// Run writes an answer, or without --by all figures that match.
func (c *exportCommand) Run(j *job) error {
	write, err := c.writer()
	if err != nil {
		return err
	}
	return j.asking(c.Files, c.vintage, c.views, func(lib *library.Library, q reports.Question) error {
		if err := write(j, lib, q); err != nil {
			return err
		}
		return c.record(j, lib, q)
	})
}

// record records what was written: the answer's numbers where the question is
// split, else all figures that match.
func (c *exportCommand) record(j *job, lib *library.Library, q reports.Question) error {
	if c.Record == "" {
		return nil
	}
	if c.whole(q) && !c.isWorkbook() {
		return c.recording.write(j, lib, nil, c.recordFigures(j, lib, q, reports.Answer{}))
	}
	a, err := reports.Ask(j.ctx, q, lib, names())
	if err != nil {
		return err
	}
	if !c.isWorkbook() {
		return c.recording.write(j, lib, publishersOf(a.Series), recordAnswer(c.asked(q), a))
	}
	return c.recording.write(j, lib, publishersOf(a.Series), recordAnswer(c.asked(q), a), c.recordFigures(j, lib, q, a))
}

func (c *exportCommand) isWorkbook() bool { return strings.EqualFold(filepath.Ext(c.Output), ".xlsx") }

// whole tells whether all figures that match are written, and no answer.
func (c *exportCommand) whole(q reports.Question) bool {
	return len(c.By) == 0 && q.Every == reports.AsPublished
}

// asked is the question with the settings of what was written.
func (c *exportCommand) asked(q reports.Question) reports.Asking {
	a := reports.Asking{Command: "export", Question: q}
	if c.isWorkbook() {
		a.Shown = []string{"--profile=" + c.Profile, "--kind=" + c.Kind}
		if c.Log {
			a.Shown = append(a.Shown, "--log")
		}
	}
	return a
}

// recordFigures records the figures behind an answer, or all that match.
func (c *exportCommand) recordFigures(j *job, lib *library.Library, q reports.Question, a reports.Answer) func() (reports.RecordedTable, error) {
	return func() (reports.RecordedTable, error) {
		return reports.RecordTable(c.kindOfFigures(), c.asked(q), reports.FigureRows(c.figures(j, lib, q, a)))
	}
}

func (c *exportCommand) writer() (func(*job, *library.Library, reports.Question) error, error) {
	switch strings.ToLower(filepath.Ext(c.Output)) {
	case ".xlsx":
		return c.workbook, nil
	case ".csv":
		return c.csv, nil
	case ".json":
		return c.json, nil
	}
	return nil, fmt.Errorf("-o %s: figures are written as .xlsx, .csv or .json", c.Output)
}

// records lists what to write: the answer's numbers where the question is
// split, else all figures that match.
func (c *exportCommand) records(j *job, lib *library.Library, q reports.Question) (iter.Seq2[export.Record, error], error) {
	if c.whole(q) {
		return export.FigureRecords(reports.Matching(j.ctx, q, lib, names())), nil
	}
	a, err := reports.Ask(j.ctx, q, lib, names())
	if err != nil {
		return nil, err
	}
	j.tellNotes(a)
	return export.Records(a), nil
}

func (c *exportCommand) csv(j *job, lib *library.Library, q reports.Question) error {
	records, err := c.records(j, lib, q)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error {
		return export.WriteRecordsCSV(w, records, export.Options{BOM: c.BOM})
	})
}

func (c *exportCommand) json(j *job, lib *library.Library, q reports.Question) error {
	records, err := c.records(j, lib, q)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error { return export.WriteRecordsJSON(w, records) })
}

// workbook writes tables and charts of the question, and the figures that
// match. A question that asks for nothing in particular is answered as the
// window's first view does.
func (c *exportCommand) workbook(j *job, lib *library.Library, q reports.Question) error {
	shown := q
	if len(c.By) == 0 && q.Every == reports.AsPublished && len(q.Measure) == 0 && len(q.Table) == 0 {
		blocks, err := lib.Blocks(j.ctx)
		if err != nil {
			return err
		}
		first := reports.FirstQuestion(blocks)
		shown.Publisher, shown.Measure, shown.Table, shown.By, shown.Every = first.Publisher, first.Measure, first.Table, first.By, first.Every
	}
	a, err := reports.Ask(j.ctx, shown, lib, names())
	if err != nil {
		return err
	}
	j.tellNotes(a)
	sources, err := lib.Sources(j.ctx)
	if err != nil {
		return err
	}
	record, err := c.bookRecord(j, lib, q, a)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error {
		return export.Workbook(w, export.Book{
			Answer: a, Figures: c.figures(j, lib, q, a), Sources: sources, Record: record,
			Words: assets.For(cmp.Or(c.Language, j.Language)), Profile: profileOf(c.Profile), Chart: c.kind(), Log: c.Log,
			Colors: func(list []reports.Series) []color.Color { return chart.Colors(list, chart.Tone{}) },
		})
	})
}

// bookRecord is the record that the workbook holds. The long data have the
// rows of its figures.
func (c *exportCommand) bookRecord(j *job, lib *library.Library, q reports.Question, a reports.Answer) (reports.AuditRecord, error) {
	answer, err := reports.RecordTable(reports.AnswerRecord, c.asked(a.Question), reports.AnswerRows(a))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	figures, err := reports.SumTable(c.kindOfFigures(), c.asked(q), reports.FigureRows(c.figures(j, lib, q, a)))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	return lib.Record(j.ctx, j.Version, names(), c.aboutPublishers(a), answer, figures)
}

// aboutPublishers lists the publishers that the answer is of; none: those that
// the question asks about, where the figures are all that match.
func (c *exportCommand) aboutPublishers(a reports.Answer) []string {
	if len(c.By) == 0 {
		return nil
	}
	return publishersOf(a.Series)
}

// kindOfFigures says which figures stand beside the answer.
func (c *exportCommand) kindOfFigures() reports.RecordKind {
	if len(c.By) == 0 {
		return reports.FiguresRecord
	}
	return reports.BehindRecord
}

// figures are those behind the answer where the question is split, else all
// that match.
func (c *exportCommand) figures(j *job, lib *library.Library, q reports.Question, a reports.Answer) iter.Seq2[reports.Figure, error] {
	if len(c.By) > 0 {
		return reports.Behind(j.ctx, q, lib, names(), a)
	}
	return reports.Matching(j.ctx, q, lib, names())
}

func profileOf(name string) export.Profile {
	if name == "analyst" {
		return export.Analyst
	}
	return export.Publication
}

func (c *exportCommand) kind() export.ChartKind {
	return map[string]export.ChartKind{"line": export.LineChart, "area": export.AreaChart, "bar": export.ColumnChart}[c.Kind]
}
