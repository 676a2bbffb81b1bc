package publisher

import (
	"context"
	"errors"
	"fmt"
	"path"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// sampleRows is how many rows of a table a proposal looks at.
const sampleRows = 2000

// ErrNoTable says that a file has no table to propose a mapping of.
var ErrNoTable = errors.New("it has no table with a header and numbers below it")

// Propose proposes what the columns of a book's largest table mean. It goes by
// the words of headers in English, French, German, Spanish, Portuguese and
// Italian, and by what the cells hold. Whatever these leave open is Ask, with
// a remark.
func Propose(ctx context.Context, b *sheet.Book) (Mapping, error) {
	return ProposeAt(ctx, b, Stand{})
}

// ProposeAt proposes what the columns of the table mean that stands somewhere
// in a book. Where other tables have its header too, the mapping is of its
// sheet alone. The error is ErrNoTable where there is none.
func ProposeAt(ctx context.Context, b *sheet.Book, at Stand) (Mapping, error) {
	var best *proposal
	for _, file := range b.Files {
		for _, t := range file.Tables {
			if !at.isOf(file, t) || file.Err != nil {
				continue
			}
			p, err := sampled(ctx, file, t, at)
			if err != nil {
				return Mapping{}, err
			}
			if p != nil && (best == nil || p.numbers() > best.numbers()) {
				best = p
			}
		}
	}
	if best == nil {
		return Mapping{}, fmt.Errorf("%s: %w", b.Name, ErrNoTable)
	}
	best.propose()
	if at.Sheet != "" && len(best.Mapping.Sharing(b)) > 1 {
		best.Sheet = best.table.Name
	}
	return best.Mapping, nil
}

// Preview reads the first rows of a book's tables as the mapping has them,
// whatever it still asks: of the columns that it asks about nothing is read.
// The error is ErrNoTable where the mapping fits none of them.
func (m Mapping) Preview(ctx context.Context, b *sheet.Book, rows int) (reports.Reading, error) {
	return m.PreviewWith(ctx, b, rows, Options{})
}

// PreviewWith reads the first rows as Preview does, with what the user says
// of the book.
func (m Mapping) PreviewWith(ctx context.Context, b *sheet.Book, rows int, o Options) (reports.Reading, error) {
	m.Publisher, m.Table = strings.ReplaceAll(m.Publisher, Ask, "?"), strings.ReplaceAll(m.Table, Ask, "?")
	t, err := m.compile()
	if err != nil {
		return reports.Reading{}, err
	}
	var files []*sheet.File
	for _, f := range b.Files {
		if f.Err == nil && t.claims(f) {
			files = append(files, f)
		}
	}
	if len(files) == 0 {
		return reports.Reading{}, fmt.Errorf("%s: %w", b.Name, ErrNoTable)
	}
	format := Format{Name: "mapping", Publisher: m.Publisher, Extent: t.extent, spelled: true, Explicit: func(e *Export) { e.readMapped(t, rows) }}
	e := &Export{Name: b.Name, Book: b, Files: files, ctx: ctx, options: o, format: &format}
	if err := e.read(); err != nil {
		return reports.Reading{}, err
	}
	return e.reading, nil
}

// A proposal is a mapping in the making.
type proposal struct {
	Mapping
	file    *sheet.File
	table   *sheet.Table
	title   []string
	header  []sheet.Row
	body    []sheet.Row
	facts   []facts
	hits    [6]int // words of each language that the header has
	subject string // the measure that the title names
}

// sampled reads the first rows of a table; nil if it has no header there.
func sampled(ctx context.Context, file *sheet.File, t *sheet.Table, at Stand) (*proposal, error) {
	p := &proposal{file: file, table: t}
	var rows []sheet.Row
	for row, err := range t.Rows() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, err
		}
		if !row.Blank() {
			rows = append(rows, row)
		}
		if len(rows) == sampleRows {
			break
		}
	}
	if !p.takeHeader(rows, at) {
		return nil, nil
	}
	p.learn()
	return p, nil
}

// numbers counts the cells with numbers.
func (p *proposal) numbers() int {
	n := 0
	for _, f := range p.facts {
		n += f.numbers
	}
	return n
}

// remark says of a key of the mapping why it has its value.
func (p *proposal) remark(key, remark string, args ...any) {
	if p.Remarks == nil {
		p.Remarks = map[string][]Remark{}
	}
	p.Remarks[key] = append(p.Remarks[key], Remark{remark, args})
}

// propose fills in the mapping.
func (p *proposal) propose() {
	p.HeaderRows = len(p.header)
	p.name()
	p.proposeNumbers()
	p.proposeDimensions()
	p.proposePeriods()
	p.proposeValues()
	p.proposeDays()
	p.fill()
	p.relate()
}

// name proposes what the table is called: by the first line above it, else by
// its sheet or file, without what changes from one edition to the next.
func (p *proposal) name() {
	p.Publisher = Ask
	p.remark("publisher", "publisher")
	names := append(slices.Clone(p.title), p.table.Name, strings.TrimSuffix(path.Base(p.file.Path), path.Ext(p.file.Path)))
	for _, name := range names {
		words := strings.FieldsFunc(name, func(r rune) bool { return strings.ContainsRune(" \t\n_", r) })
		words = slices.DeleteFunc(words, func(w string) bool { return strings.ContainsAny(w, "0123456789") })
		name = strings.Trim(strings.Join(words, " "), " -–—:,;()")
		if len(foldWords(name)) > 2 && len(name) < 200 {
			p.Table = name
			break
		}
	}
	if p.Table == "" {
		p.Table = Ask
	}
	p.remark("table", "table")
	for _, line := range append(slices.Clone(p.title), p.Table) {
		if m, known := measureNamed(beforeBy(line)); known {
			p.subject = m
			return
		}
	}
}

// set gives a column its meaning; remark says why, "" where that is plain.
func (p *proposal) set(f *facts, is, remark string, args ...any) *MappedColumn {
	f.done = true
	c := MappedColumn{Header: f.name, Is: is}
	if remark != "" {
		c.Remarks = []Remark{{remark, args}}
	}
	p.Columns = append(p.Columns, c)
	return &p.Columns[len(p.Columns)-1]
}

// fill leaves the columns to the user that nothing is known of, and puts all
// in the order of the table.
func (p *proposal) fill() {
	for i := range p.facts {
		f := &p.facts[i]
		switch {
		case f.done:
		case f.filled == 0:
			p.set(f, "ignored", "empty")
		case f.links*2 > f.filled:
			p.set(f, "ignored", "links")
		default:
			key, args := f.examples()
			p.set(f, Ask, key, args...)
		}
	}
	place := map[string]int{}
	for i, f := range p.facts {
		place[f.name] = i
	}
	for i, c := range p.Columns {
		if at, named := place[c.Header]; named && p.facts[at].blanks() && c.Empty == "" && isPart(c.Is) {
			p.Columns[i].Empty = Ask
			p.Columns[i].Remarks = append(c.Remarks, Remark{Key: "blanks"})
		}
	}
	slices.SortStableFunc(p.Columns, func(a, b MappedColumn) int { return p.placeOf(a, place) - p.placeOf(b, place) })
}

// placeOf orders columns as the table has them, patterns last.
func (p *proposal) placeOf(c MappedColumn, place map[string]int) int {
	if at, ok := place[c.Header]; ok {
		return at
	}
	return len(p.facts)
}

func isPart(is string) bool {
	_, ok := reports.ParseDim(is)
	return ok || is == "area code" || is == "period" || is == "year"
}
