package command

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/export"
	"vitrine/reports/library"
)

type compareCommand struct {
	Files []string `arg:"" optional:"" name:"FILE" help:"Work on these exports alone."`
	filters
	vintage
	pairing
	recording
	By       []string `help:"Item by item of these dimensions, country or code; without it the totals." placeholder:"DIM"`
	Partial  bool     `help:"Compare incomplete periods too, marked with the days that they have."`
	Derived  bool     `help:"Where only a share was published, derive numbers from its published base."`
	Format   string   `help:"table, csv or json; table on a terminal, csv otherwise." enum:"auto,table,csv,json" default:"auto"`
	Output   string   `short:"o" help:"Write a file: book.xlsx, data.csv or data.json." placeholder:"FILE"`
	Profile  string   `help:"Of a workbook: publication or analyst." default:"publication" enum:"publication,analyst"`
	BOM      bool     `name:"bom" help:"Begin a CSV file with a byte order mark."`
	Language string   `help:"Language of the texts: ${languages}." placeholder:"LANG"`
}

// pairing are the flags that say what is compared with what.
type pairing struct {
	From    string `help:"The period to compare with: 2023-H1. Without it the one before --to, or the newest." placeholder:"PERIOD"`
	To      string `help:"The period to compare. Without it the one after --from, or the newest." placeholder:"PERIOD"`
	Against string `help:"Another publisher, or a service of one, in place of another period." placeholder:"PUBLISHER[/SERVICE]"`
	PerDay  bool   `name:"per-day" help:"Numbers for each day of their period."`
}

func (p pairing) pair() (reports.Pair, error) {
	pair := reports.Pair{PerDay: p.PerDay}
	var err error
	if p.From != "" {
		if pair.From, err = reports.ParsePeriod(p.From); err != nil {
			return pair, fmt.Errorf("--from: %w", err)
		}
	}
	if p.To != "" {
		if pair.To, err = reports.ParsePeriod(p.To); err != nil {
			return pair, fmt.Errorf("--to: %w", err)
		}
	}
	publisher, service, _ := strings.Cut(p.Against, "/")
	pair.Against = reports.Subject{Publisher: strings.TrimSpace(publisher), Service: strings.TrimSpace(service)}
	return pair, nil
}

// ask makes the comparison that the flags ask for. A refusal is told in the
// language of the shell.
func (p pairing) ask(j *job, lib *library.Library, q reports.Question, words *assets.Words) (reports.Comparison, error) {
	if q.Since != 0 || q.Until != 0 {
		return reports.Comparison{}, errors.New("--since and --until are for series; a comparison takes --from and --to")
	}
	pair, err := p.pair()
	if err != nil {
		return reports.Comparison{}, err
	}
	c, err := reports.Compare(j.ctx, q, pair, lib, names(), assets.Events())
	var refused reports.Incomparable
	if errors.As(err, &refused) {
		return c, errors.New(words.Incomparable(refused))
	}
	return c, err
}

// Run prints a comparison, or writes it into a file.
func (c *compareCommand) Run(j *job) error {
	write, err := c.writer()
	if err != nil {
		return err
	}
	return j.asking(c.Files, c.vintage, views{filters: c.filters, By: c.By, Every: "as-published", Partial: c.Partial, Derived: c.Derived}, func(lib *library.Library, q reports.Question) error {
		words := assets.For(cmp.Or(c.Language, j.Language))
		compared, err := c.ask(j, lib, q, words)
		if err != nil {
			return err
		}
		j.tellComparison(compared, words)
		if err := write(j, lib, compared, words); err != nil {
			return err
		}
		return c.recording.write(j, lib, publishersOf(compared.Series()), func() (reports.RecordedTable, error) {
			return reports.RecordTable(reports.ComparisonRecord, askedPair(compared), reports.ComparisonRows(compared))
		})
	})
}

// askedPair is what a comparison asked, with the periods that it chose.
func askedPair(c reports.Comparison) reports.Asking {
	return reports.Asking{Command: "compare", Question: c.Question, Pair: c.Pair}
}

// bookRecord is the record that the workbook of a comparison holds.
func bookRecord(j *job, lib *library.Library, c reports.Comparison) (reports.AuditRecord, error) {
	asked := askedPair(c)
	items, err := reports.RecordTable(reports.ComparisonRecord, asked, reports.ComparisonRows(c))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	behind, err := reports.SumTable(reports.BehindRecord, asked, reports.FigureRows(reports.BehindComparison(j.ctx, lib, names(), c)))
	if err != nil {
		return reports.AuditRecord{}, err
	}
	return lib.Record(j.ctx, j.Version, names(), publishersOf(c.Series()), items, behind)
}

// tellComparison prints what a reader of a comparison must know.
func (j *job) tellComparison(c reports.Comparison, words *assets.Words) {
	for _, text := range words.ComparisonNotes(c) {
		fmt.Fprintln(j.Err, text)
	}
}

type comparisonWriter func(*job, *library.Library, reports.Comparison, *assets.Words) error

// writer chooses where and how to write.
func (c *compareCommand) writer() (comparisonWriter, error) {
	if c.Output == "" {
		return func(j *job, _ *library.Library, compared reports.Comparison, words *assets.Words) error {
			return c.print(j.Out, j.formatOf(c.Format), compared, words)
		}, nil
	}
	switch format := strings.TrimPrefix(strings.ToLower(filepath.Ext(c.Output)), "."); format {
	case "xlsx":
		return c.workbook, nil
	case "csv", "json":
		return func(_ *job, _ *library.Library, compared reports.Comparison, words *assets.Words) error {
			return export.WriteFile(c.Output, func(w io.Writer) error { return c.print(w, format, compared, words) })
		}, nil
	}
	return nil, fmt.Errorf("-o %s: a comparison is written as .xlsx, .csv or .json; vitrine chart draws one", c.Output)
}

func (c *compareCommand) print(w io.Writer, format string, compared reports.Comparison, words *assets.Words) error {
	switch format {
	case "json":
		return export.WriteComparisonJSON(w, compared)
	case "table":
		return export.WriteComparisonText(w, compared, words)
	}
	return export.WriteComparisonCSV(w, compared, export.Options{BOM: c.BOM})
}

// workbook writes the comparison with live formulas, and the figures behind it.
func (c *compareCommand) workbook(j *job, lib *library.Library, compared reports.Comparison, words *assets.Words) error {
	sources, err := lib.Answering(j.ctx, reports.Answer{Series: compared.Series()})
	if err != nil {
		return err
	}
	profile := export.Publication
	if c.Profile == "analyst" {
		profile = export.Analyst
	}
	record, err := bookRecord(j, lib, compared)
	if err != nil {
		return err
	}
	return export.WriteFile(c.Output, func(w io.Writer) error {
		return export.ComparisonWorkbook(w, export.ComparisonBook{
			Record:     record,
			Comparison: compared, Figures: reports.BehindComparison(j.ctx, lib, names(), compared),
			Sources: sources, Words: words, Profile: profile,
		})
	})
}
