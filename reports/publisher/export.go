package publisher

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// An Export is a file of a publisher's while a format reads it: an explicit
// reader takes cells from it, and gives back figures and problems.
type Export struct {
	Name  string        // of the source's file
	Book  *sheet.Book   // all that was opened
	Files []*sheet.File // those of its files that the format knows

	ctx     context.Context
	options Options
	asked   bool // for the period of a file
	formats []Format
	format  *Format
	order   int // of the format's first block
	reading reports.Reading
	blocks  map[blockKey]int // places in reading.Blocks
	known   map[finestKey]knownBlock
	extra   int // problems beyond maxProblems
	failure error
	// By table: a column of words that was not read.
	unreadWords map[tableKey]string
}

type blockKey struct {
	publisher, table string
	measure          reports.Measure
	breakdown        reports.Dims
}

// maxProblems is how many problems of one source are kept; the rest are
// counted.
const maxProblems = 1000

// Days outside these are no days of a transparency report.
var (
	earliest = reports.DayOf(1990, 1, 1)
	latest   = reports.DayOf(2100, 1, 1)
)

// Context is done when the reading is no longer wanted.
func (e *Export) Context() context.Context { return e.ctx }

// Fail says in one sentence, without the file's name, why a file cannot be
// read. Nothing of the export is loaded then. The first failure counts.
func (e *Export) Fail(file *sheet.File, format string, args ...any) {
	e.fail(fmt.Errorf("%s: %s", file.Path, fmt.Sprintf(format, args...)))
}

func (e *Export) fail(err error) {
	if e.failure == nil {
		e.failure = err
	}
}

// Problem notes a cell, a row or a column that makes no sense.
func (e *Export) Problem(o reports.Origin, format string, args ...any) {
	if len(e.reading.Problems) == maxProblems {
		e.extra++
		return
	}
	e.reading.Problems = append(e.reading.Problems, reports.Problem{Origin: o, What: fmt.Sprintf(format, args...)})
}

// Published says that the export was published on a day; the latest counts.
// Without it, an export was published on the last day that it has a figure of.
func (e *Export) Published(d reports.Day) { e.reading.Published = max(e.reading.Published, d) }

// Address says where the publisher offers this very export, if that is not
// the format's URL.
func (e *Export) Address(url string) { e.reading.Address = url }

// Personal says that the export holds more than reports, such as a person's
// other chats: the library then keeps its figures and its path, not its bytes.
func (e *Export) Personal() { e.reading.Personal = true }

// Earlier reads a file of an archive as a source of its own, since another
// file there corrects it: read does so as if it were alone. A file that cannot
// be read is a problem of the archive's.
func (e *Export) Earlier(file *sheet.File, read func(*Export)) {
	format := *e.format
	format.Explicit = read
	alone := &Export{
		Name: file.Path[strings.LastIndexByte(file.Path, '/')+1:], Book: e.Book, Files: []*sheet.File{file},
		ctx: e.ctx, options: e.options, formats: e.formats, format: &format, order: e.order,
	}
	if err := alone.read(); err != nil {
		e.Problem(reports.Origin{File: file.Path}, "this older version could not be read: %v", err)
		return
	}
	e.reading.Earlier = append(e.reading.Earlier, reports.Earlier{File: file.Path, Reading: alone.reading})
}

// Declare tells of a block that the format cannot know beforehand.
func (e *Export) Declare(b reports.Block) {
	key := blockKey{b.Publisher, b.Table, b.Measure, b.Breakdown}
	if _, known := e.blocks[key]; known {
		return
	}
	e.blocks[key] = len(e.reading.Blocks)
	e.reading.Blocks = append(e.reading.Blocks, b)
}

// Add takes a figure. Its publisher and table are the format's if it names
// none, and its extent is what the format says. Its breakdown tells which of
// the declared blocks it belongs to.
func (e *Export) Add(f reports.Figure) {
	if f.Publisher == "" {
		f.Publisher = e.format.Publisher
	}
	if f.Table == "" {
		f.Table = e.format.Table
	}
	if f.Extent == "" {
		f.Extent = e.format.extentOf(f)
	}
	if what := nonsense(f); what != "" {
		e.Problem(f.Origin, "%s", what)
		return
	}
	if _, known := e.blocks[blockKey{f.Publisher, f.Table, f.Measure, f.Breakdown}]; !known {
		block, _ := e.format.Declared(f.Publisher, f.Table, f.Measure, f.Breakdown)
		block.Order = e.place(block)
		e.Declare(block)
	}
	e.reading.Figures = append(e.reading.Figures, f)
}

// place returns where a block stands in the order in which the publisher's
// tables answer: a table that several formats state, where the first of them
// has it, whichever file it came in.
func (e *Export) place(b reports.Block) int {
	if first := e.finest(b, true); first.format != nil && first.Order < e.order {
		return first.Order
	}
	if b.Order == len(e.format.Blocks) { // not listed: in the order of the columns
		b.Order += len(e.reading.Blocks)
	}
	return e.order + b.Order
}

// AddNote takes a note of the report.
func (e *Export) AddNote(n reports.SourceNote) {
	if what := nonsense(reports.Figure{Period: n.Period}); what != "" {
		e.Problem(n.Origin, "%s", what)
		return
	}
	e.reading.Notes = append(e.reading.Notes, n)
}

// nonsense says why a figure cannot be.
func nonsense(f reports.Figure) string {
	switch {
	case f.Period.Days() <= 0 || f.Period.Start < earliest || f.Period.End > latest:
		return fmt.Sprintf("%s to %s is no period of a report", f.Period.Start, f.Period.Last())
	case math.IsInf(f.Value, 0):
		return "the number is too large"
	case f.HasRange && !(f.Low <= f.High):
		return fmt.Sprintf("from %v to %v is no range", f.Low, f.High)
	}
	return ""
}

// read runs the format's reader and settles what it found.
func (e *Export) read() error {
	e.blocks = map[blockKey]int{}
	e.reading.Format, e.reading.Publisher, e.reading.Address = e.format.String(), e.format.Publisher, e.format.URL
	e.run()
	if err := e.ctx.Err(); err != nil {
		return err
	}
	if e.failure != nil {
		return e.failure
	}
	e.refuseUndivided()
	e.refuseAmbiguous()
	r := &e.reading
	settled, problems := reports.Settle(r.Figures)
	r.Figures = settled
	for _, p := range problems {
		e.Problem(p.Origin, "%s", p.What)
	}
	if e.extra > 0 {
		r.Problems = append(r.Problems, reports.Problem{
			Origin: reports.Origin{File: e.Name}, What: fmt.Sprintf("%d further problems", e.extra)})
	}
	r.Blocks = e.used()
	r.Breaks = e.format.Breaks
	if r.Published == 0 {
		r.Published = newest(r.Figures)
	}
	return nil
}

// used returns the blocks that have figures, in their order.
func (e *Export) used() []reports.Block {
	figures := map[blockKey]bool{}
	for _, f := range e.reading.Figures {
		figures[blockKey{f.Publisher, f.Table, f.Measure, f.Breakdown}] = true
	}
	blocks := slices.DeleteFunc(e.reading.Blocks, func(b reports.Block) bool {
		return !figures[blockKey{b.Publisher, b.Table, b.Measure, b.Breakdown}]
	})
	slices.SortStableFunc(blocks, func(a, b reports.Block) int { return a.Order - b.Order })
	return blocks
}

// newest returns the last day that a figure covers.
func newest(figures []reports.Figure) reports.Day {
	var day reports.Day
	for _, f := range figures {
		day = max(day, f.Period.Last())
	}
	return day
}

// run runs the format's reader. A panic in it becomes a failure.
func (e *Export) run() {
	defer func() {
		if p := recover(); p != nil {
			e.Fail(e.Files[0], "the reader for %s failed (%v); tell the makers of Vitrine", e.format, p)
		}
	}()
	if e.format.Explicit != nil {
		e.format.Explicit(e)
		return
	}
	for _, file := range e.Files {
		for _, t := range file.Tables {
			e.eachLine(file, t)
		}
	}
}
