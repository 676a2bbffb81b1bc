package publisher

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// ErrUnknownTable says of a book that no format knows, beside
// reports.ErrUnknownExport, that it has a table: a mapping can say what the
// columns of it mean.
var ErrUnknownTable = errors.New("a table that no format knows")

// An unknownTable is the error of a book that has a table.
type unknownTable struct{ error }

// Is tells that the error is ErrUnknownTable.
func (unknownTable) Is(target error) bool { return target == ErrUnknownTable }

// Unwrap returns what went wrong.
func (e unknownTable) Unwrap() error { return e.error }

// Samples returns the first different texts of each of the mapping's columns,
// at most n, in the order of Columns. Of a pattern they are the headers that
// fit it. The error is ErrNoTable where the mapping fits no table of the book.
func (m Mapping) Samples(ctx context.Context, b *sheet.Book, n int) ([][]string, error) {
	t, err := m.lax()
	if err != nil {
		return nil, err
	}
	for _, file := range b.Files {
		for _, table := range file.Tables {
			if h := t.find(table); h != nil && file.Err == nil {
				return t.samples(ctx, table, h, n)
			}
		}
	}
	return nil, fmt.Errorf("%s: %w", b.Name, ErrNoTable)
}

func (t *mapped) samples(ctx context.Context, table *sheet.Table, h *mappedHeader, n int) ([][]string, error) {
	list := make([][]string, len(t.columns))
	add := func(at int, text string) {
		if text = strings.TrimSpace(text); text != "" && len(list[at]) < n && !slices.Contains(list[at], text) {
			list[at] = append(list[at], text)
		}
	}
	place := map[int]int{} // from a column of the table to one of the mapping
	for _, c := range h.columns {
		at := slices.IndexFunc(t.columns, func(k mappedColumn) bool { return k.Header == c.Header })
		if c.placeholder != "" {
			add(at, c.name)
			continue
		}
		place[h.column[foldHeader(c.name)]] = at
	}
	rows := 0
	for row, err := range table.Rows() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return list, err
		}
		if row.Number <= h.row {
			continue
		}
		if rows++; rows > sampleRows {
			break
		}
		for column, at := range place {
			add(at, row.Text(column))
		}
	}
	return list, nil
}

// Splits returns the dimensions that the mapping's columns split by: those of
// which it can say whether the parts add up.
func (m Mapping) Splits() reports.Dims {
	t, err := m.lax()
	if err != nil {
		return 0
	}
	all := t.breakdown
	for _, d := range t.differing {
		all |= d
	}
	return all
}

// lax makes the mapping ready to look at tables by, whether or not it says
// enough to read one.
func (m Mapping) lax() (*mapped, error) {
	m.Publisher = Ask
	m.Complete, m.Disjoint, m.Overlapping, m.Extent = nil, nil, nil, nil
	return m.compile()
}
