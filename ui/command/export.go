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
	transforms
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
	a, _, err := c.answer(j, lib, q)
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
	return len(c.By) == 0 && q.Every == reports.AsPublished && !c.asksForWork()
}

// asked is the question with the settings of what was written.
func (c *exportCommand) asked(q reports.Question) reports.Asking {
	worked, _ := c.transform() // answer refused what makes no sense
	a := reports.Asking{Command: "export", Question: q, Worked: worked}
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
	a, _, err := c.answer(j, lib, q)
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
	book, err := c.book(j, lib, shown)
	if err != nil {
		return err
	}
	if book.Sources, err = lib.Sources(j.ctx); err != nil {
		return err
	}
	if book.Record, err = c.bookRecord(j, lib, q, book); err != nil {
		return err
	}
	book.Figures = c.figures(j, lib, q, book.Behind())
	return export.WriteFile(c.Output, func(w io.Writer) error { return export.Workbook(w, book) })
}

// book is the workbook of a question's answer: the numbers as they were
// published, and beside them those per million people or recipients.
func (c *exportCommand) book(j *job, lib *library.Library, q reports.Question) (export.Book, error) {
	book := export.Book{
		Words: assets.For(cmp.Or(c.Language, j.Language)), Profile: profileOf(c.Profile), Chart: c.kind(), Log: c.Log,
	}
	book.Colors = func(list []reports.Series) []color.Color {
		tints := tintsFor(j.ctx, q, lib).With(book.Answer)
		return chart.Colors(reports.Answer{Question: book.Answer.Question, Series: list}, tints, chart.Tone{})
	}
	worked, _, err := c.answer(j, lib, q)
	if err != nil {
		return book, err
	}
	j.tellNotes(worked)
	if book.Answer = worked; c.PerMillion || c.PerRecipients {
		book.Rates = worked
		book.Answer, err = reports.Ask(j.ctx, q, lib, names())
	}
	return book, err
}

// bookRecord is the record that the workbook holds. The long data have the
// rows of its figures.
func (c *exportCommand) bookRecord(j *job, lib *library.Library, q reports.Question, b export.Book) (reports.AuditRecord, error) {
	asked, behind := c.asked(b.Answer.Question), c.asked(q)
	if len(b.Rates.Series) > 0 {
		asked.Worked, behind.Worked = reports.Transform{}, b.Worked()
	}
	answer, err := reports.RecordTable(reports.AnswerRecord, asked, reports.AnswerRows(b.Answer))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	figures, err := reports.SumTable(c.kindOfFigures(), behind, reports.FigureRows(c.figures(j, lib, q, b.Behind())))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	return lib.Record(j.ctx, j.Version, names(), c.aboutPublishers(b.Answer), answer, figures)
}

// aboutPublishers lists the publishers that the answer is of; none: those that
// the question asks about, where the figures are all that match.
func (c *exportCommand) aboutPublishers(a reports.Answer) []string {
	if !c.split() {
		return nil
	}
	return publishersOf(a.Series)
}

// split tells whether the long data are the figures behind an answer.
func (c *exportCommand) split() bool { return len(c.By) > 0 || c.asksForWork() }

// kindOfFigures says which figures stand beside the answer.
func (c *exportCommand) kindOfFigures() reports.RecordKind {
	if !c.split() {
		return reports.FiguresRecord
	}
	return reports.BehindRecord
}

// figures are those behind the answer where the question is split, else all
// that match.
func (c *exportCommand) figures(j *job, lib *library.Library, q reports.Question, a reports.Answer) iter.Seq2[reports.Figure, error] {
	if c.split() {
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
