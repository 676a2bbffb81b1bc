package export

import (
	"fmt"
	"image/color"
	"io"
	"iter"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"vitrine/assets"
	"vitrine/reports"
)

// A Profile says whom a workbook is for.
type Profile int

// The profiles: a publication follows the ONS's "Releasing statistics in
// spreadsheets" (12 points, no filters, no frozen panes); an analyst gets
// filters, frozen headers, smaller text and the basis of each number.
const (
	Publication Profile = iota
	Analyst
)

// A ChartKind is the kind of a workbook's native charts.
type ChartKind int

// The kinds of charts. Areas are stacked and drawn only where the answer may
// be, columns up to 60 periods; elsewhere lines take their place, and the
// chart's sheet says why.
const (
	LineChart ChartKind = iota
	ColumnChart
	AreaChart
	NoChart
)

// A Book is what a workbook is made of. Only Answer and Words are needed.
type Book struct {
	Answer reports.Answer
	// Figures are the long data, ranged over twice; nil: the answer's numbers.
	Figures  iter.Seq2[reports.Figure, error]
	Rates    reports.Answer   // Answer's numbers per million people or recipients; zero: they have no sheet
	Sources  []reports.Source // those that state none of the figures are left out
	Title    string           // "": the answer's, in the words of the language
	Question string           // the question and its filters in words; "": from the answer
	Words    *assets.Words
	Profile  Profile
	Chart    ChartKind
	Log      bool                // a logarithmic axis
	Record   reports.AuditRecord // how the workbook came about; zero: it has no sheet of it
	// Colors are the colours of the series of a chart; nil leaves them to the
	// spreadsheet program.
	Colors func([]reports.Series) []color.Color

	sums *sums
}

// Behind returns the answer whose figures are the long data: the rates, where
// recipients stand behind them, too.
func (b Book) Behind() reports.Answer {
	if b.perRecipients() {
		return b.Rates
	}
	return b.Answer
}

// Worked says what was worked out of the published answer for what Behind
// returns.
func (b Book) Worked() reports.Transform {
	if b.perRecipients() {
		return reports.Transform{Kind: reports.PerRecipients}
	}
	return reports.Transform{}
}

// Workbook writes a workbook of native tables and charts: a cover, contents,
// notes, a sheet a table, charts, the long data with the place of each
// figure, a data dictionary and the sources. The same book gives the same
// bytes.
func Workbook(w io.Writer, b Book) error { return b.write(w, Book.tablePages) }

// write writes the workbook with the pages that show its numbers.
func (b Book) write(w io.Writer, show func(Book, names) []page) error {
	found, err := surveyOf(b.records())
	if err != nil {
		return err
	}
	b.Sources, b.sums = found.stating(b.Sources), &sums{}
	return b.writePages(w, b.pages(found, show))
}

// writePages writes a workbook of pages.
func (b Book) writePages(w io.Writer, pages []page) error {
	f := excelize.NewFile()
	defer f.Close()
	bind, err := b.binder(f)
	if err != nil {
		return err
	}
	if err := f.SetSheetName("Sheet1", pages[0].name); err != nil {
		return err
	}
	for _, p := range pages {
		if err := bind.add(p.fold()); err != nil {
			return fmt.Errorf("sheet %s: %w", p.name, err)
		}
	}
	if err := b.setProperties(f); err != nil {
		return err
	}
	f.SetZipWriter(func(w io.Writer) excelize.ZipWriter { return &parts{w: w, patches: bind.patches} })
	return f.Write(w)
}

func (b Book) binder(f *excelize.File) (*binder, error) {
	if err := f.SetDefaultFont(typeface); err != nil {
		return nil, err
	}
	s, err := makeStyles(f, b.textSize())
	return &binder{file: f, styles: s, size: b.textSize(), title: b.title(), page: b.Words.Say("export.page"), sums: b.sums, patches: []patch{noImages}}, err
}

// noImages leaves out the types of images, which excelize lists in the order
// of a map whether there are any or not.
var noImages = patch{
	part: regexp.MustCompile(`^\[Content_Types\]\.xml$`),
	from: regexp.MustCompile(`<Default Extension="\w+" ContentType="image/[^"]*"></Default>`),
}

func (b Book) textSize() float64 {
	if b.Profile == Analyst {
		return 10
	}
	return 12
}

func (b Book) setProperties(f *excelize.File) error {
	made := b.made().Time().Format(time.RFC3339)
	if err := f.SetDocProps(&excelize.DocProperties{
		Title: b.title(), Subject: b.question(), Creator: "Vitrine", LastModifiedBy: "Vitrine",
		Language: b.Words.Lang, Created: made, Modified: made,
	}); err != nil {
		return err
	}
	return f.SetAppProps(&excelize.AppProperties{Application: "Vitrine"})
}

// made is the day that the workbook bears: the newest source's vintage, else
// the last day of the answer. It never is the day of the clock.
func (b Book) made() reports.Day {
	var day reports.Day
	for _, s := range b.Sources {
		day = max(day, s.Published)
	}
	if day > 0 {
		return day
	}
	for _, p := range b.Answer.Periods {
		day = max(day, p.Last())
	}
	return max(day, reports.DayOf(1980, 1, 1)) // a zip knows no earlier date
}

func (b Book) title() string {
	switch {
	case b.Title != "":
		return b.Title
	case len(b.Answer.Series) == 0:
		return b.Words.Say("export.title.figures")
	}
	return b.Words.Title(b.Answer)
}

func (b Book) question() string {
	if b.Question != "" {
		return b.Question
	}
	var text strings.Builder
	for _, phrase := range b.Words.Headline(b.Answer.Question, b.Answer) {
		text.WriteString(phrase.Text)
	}
	return text.String()
}

// tablePages makes a table and a chart of each of the answer's groups.
func (b Book) tablePages(names names) []page {
	var tables []page
	for i, g := range groupsOf(b.Answer) {
		tables = append(tables, b.groupPages(g, i, names)...)
	}
	return tables
}

// pages makes the sheets in their order.
func (b Book) pages(found survey, show func(Book, names) []page) []page {
	names := newNames()
	tables := show(b, names)
	data := b.dataPages(found, names)
	rest := slices.Concat(tables, b.ratesPages(names), data)
	rest = append(rest, b.dictionaryPage(found, names), b.sourcesPage(names))
	rest = append(rest, recordPages(b.Record, b.Words, rest, b.sums, names)...)
	notes := b.notesPage(names)
	cover := b.coverPage(rest)
	contents := b.contentsPage(append([]page{cover, notes}, rest...), names)
	return append([]page{cover, contents, notes}, rest...)
}

// records lists the long data.
func (b Book) records() iter.Seq2[Record, error] {
	if b.Figures == nil {
		return Records(b.Answer)
	}
	return FigureRecords(b.Figures)
}
