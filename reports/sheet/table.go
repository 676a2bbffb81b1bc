package sheet

import (
	"iter"
	"math"
	"time"
)

// A Table is a sheet of a workbook, a table of a page, or all of a csv file.
type Table struct {
	// Name is the sheet's name, the table's caption or else the heading before
	// it; "" for a csv file. Names are unique within a file.
	Name string
	rows iter.Seq2[Row, error]
}

// NewTable makes a table of rows that can be ranged over more than once.
func NewTable(name string, rows iter.Seq2[Row, error]) *Table {
	return &Table{Name: name, rows: rows}
}

// Rows reads the table from its first row. Rows without any cell are left out;
// the numbers of those around them tell. The first error ends the table. It
// may be ranged over more than once, also at the same time; rows and cells may
// be kept.
func (t *Table) Rows() iter.Seq2[Row, error] { return t.rows }

// A Row is a row of a table.
type Row struct {
	// Number is the row's number as a spreadsheet program shows it: rows count
	// from 1, blank ones included, and a cell with line breaks is part of one
	// row. In a page it counts the table's rows.
	Number int
	Cells  []Cell
}

// Cell returns the cell of a column, which counts from 1; an empty one where
// the row is shorter.
func (r Row) Cell(column int) Cell {
	if column < 1 || column > len(r.Cells) {
		return Cell{}
	}
	return r.Cells[column-1]
}

// Text returns the text of a column's cell, "" where the row is shorter.
func (r Row) Text(column int) string { return r.Cell(column).Text }

// Blank tells whether no cell of the row has a text.
func (r Row) Blank() bool {
	for _, c := range r.Cells {
		if c.Text != "" {
			return false
		}
	}
	return true
}

// A Cell is a cell of a table.
type Cell struct {
	Text   string // as the file shows it, trimmed of nothing
	Kind   CellKind
	Number float64 // of Number; of Date: days since 1899-12-30; of Bool: 0 or 1
}

// Time returns the moment of a Date, in UTC, to the second.
func (c Cell) Time() (t time.Time, ok bool) {
	if c.Kind != Date || c.Number < -1e6 || c.Number > 3e6 {
		return time.Time{}, false
	}
	days := int(math.Floor(c.Number))
	seconds := math.Round((c.Number - float64(days)) * 86_400)
	return dayZero.AddDate(0, 0, days).Add(time.Duration(seconds) * time.Second), true
}

// A CellKind says what the file takes a cell for. A csv or a page knows only
// text.
type CellKind uint8

// The kinds of cells.
const (
	Empty   CellKind = iota
	Text             // its number is 0, whatever the text says
	Number           // a number, its text in the cell's format: "12,345", "45%"
	Date             // a date or a time, its text in the cell's format
	Bool             // "TRUE" or "FALSE"
	Spanned          // of a page: covered by the cell to the left or above, whose text it repeats
)

// textCell returns the cell of a text.
func textCell(text string) Cell {
	if text == "" {
		return Cell{}
	}
	return Cell{Text: text, Kind: Text}
}
