package publisher

import (
	"context"
	"fmt"

	"vitrine/reports/sheet"
)

// A Layout is a table as a mapping finds it: its first rows, and which of the
// mapping's columns each of its columns is.
type Layout struct {
	File, Sheet string      // where the table stands
	HeaderRow   int         // the number of the header's last row
	Rows        []sheet.Row // the table's first rows, with those above its header
	Columns     []LaidColumn
}

// A LaidColumn is a column of a table.
type LaidColumn struct {
	Name string // as a mapping calls it: its header, or its letters where it has none
	At   int    // its place among the mapping's columns; -1: the mapping has none of it
}

// Layout lays out the first table of a book that the mapping fits, with at
// most so many of its rows. The error is ErrNoTable where it fits none.
func (m Mapping) Layout(ctx context.Context, b *sheet.Book, rows int) (Layout, error) {
	t, err := m.lax()
	if err != nil {
		return Layout{}, err
	}
	for _, file := range b.Files {
		for _, table := range file.Tables {
			if h := t.find(table); h != nil && file.Err == nil {
				l := Layout{File: file.Path, Sheet: table.Name, HeaderRow: h.row, Columns: t.laid(h)}
				l.Rows, err = rowsAtTop(ctx, table, rows)
				return l, err
			}
		}
	}
	return Layout{}, fmt.Errorf("%s: %w", b.Name, ErrNoTable)
}

func (t *mapped) laid(h *mappedHeader) []LaidColumn {
	list := make([]LaidColumn, len(h.texts))
	for i, name := range h.texts {
		list[i] = LaidColumn{Name: name, At: -1}
		for _, c := range h.columns {
			if c.name == name {
				list[i].At = t.placeOfColumn(c.mappedColumn)
			}
		}
	}
	return list
}

func rowsAtTop(ctx context.Context, table *sheet.Table, most int) ([]sheet.Row, error) {
	var list []sheet.Row
	for row, err := range table.Rows() {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return list, err
		}
		if list = append(list, row); len(list) == most {
			break
		}
	}
	return list, nil
}

// placeOfColumn returns the place of a column among the mapping's.
func (t *mapped) placeOfColumn(k *mappedColumn) int {
	for i := range t.columns {
		if &t.columns[i] == k {
			return i
		}
	}
	return -1
}
