package export

import (
	"bufio"
	"encoding/csv"
	"io"
	"iter"
	"slices"
	"strings"

	"vitrine/reports"
)

// Options say how a csv is written. The zero Options write UTF-8 without a
// byte order mark.
type Options struct {
	BOM bool // for spreadsheet programs that take a csv without it for Latin-1
}

// WriteCSV writes the numbers of an answer under Columns: RFC 4180, UTF-8,
// lines that end in \n, text that could be a formula guarded.
func WriteCSV(w io.Writer, a reports.Answer, o Options) error {
	return WriteRecordsCSV(w, Records(a), o)
}

// WriteRecordsCSV writes records as WriteCSV does, holding one at a time.
func WriteRecordsCSV(w io.Writer, records iter.Seq2[Record, error], o Options) error {
	out, err := newTable(w, slices.Clone(Columns), o)
	if err != nil {
		return err
	}
	for r, err := range records {
		if err != nil {
			return err
		}
		if err := out.write(guardText(r.Texts())); err != nil {
			return err
		}
	}
	return out.flush()
}

// A table writes the rows of a csv.
type table struct {
	buffer *bufio.Writer
	csv    *csv.Writer
}

func newTable(w io.Writer, columns []string, o Options) (*table, error) {
	t := &table{buffer: bufio.NewWriterSize(w, 1<<16)}
	t.csv = csv.NewWriter(t.buffer)
	if o.BOM {
		if _, err := t.buffer.WriteString("\ufeff"); err != nil {
			return nil, err
		}
	}
	return t, t.write(columns)
}

func (t *table) write(cells []string) error {
	for i, c := range cells {
		cells[i] = strings.ToValidUTF8(c, "\ufffd")
	}
	return t.csv.Write(cells)
}

func (t *table) flush() error {
	t.csv.Flush()
	if err := t.csv.Error(); err != nil {
		return err
	}
	return t.buffer.Flush()
}

// guardText guards the cells under Columns that hold text.
func guardText(cells []string) []string {
	for i, name := range Columns {
		if !numeric[name] {
			cells[i] = Guard(cells[i])
		}
	}
	return cells
}
