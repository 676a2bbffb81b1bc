package sheet

import (
	"io"
	"strconv"

	"vitrine/reports"
)

// An odsSheet is a sheet of an OpenDocument spreadsheet.
type odsSheet struct {
	*odsDocument
	name  string
	place int // among the document's sheets, from 0
}

// rows reads the sheet.
func (s odsSheet) rows(yield func(Row, error) bool) {
	u, err := unpack(s.ctx, s.path, s.parts[odsContent], &budget{})
	if err != nil {
		yield(Row{}, err)
		return
	}
	defer u.Close()
	r := odsReader{odsSheet: s, xml: odsXML{newXMLReader(s.path, u)}}
	if err := r.find(); err != nil {
		yield(Row{}, r.placed(err))
		return
	}
	for {
		row, err := r.next()
		if err == io.EOF {
			return
		}
		if !yield(row, r.placed(err)) || err != nil {
			return
		}
	}
}

// An odsReader reads the rows of a sheet.
type odsReader struct {
	odsSheet
	xml     odsXML
	row     Row    // the last one
	again   int    // how often it is still repeated
	number  int    // of the last row, blank ones included
	total   int    // cells
	repeats int    // of cells that are not blank
	text    []byte // of the cell
}

// find goes on to the sheet.
func (r *odsReader) find() error {
	for range r.place {
		if _, err := r.xml.sheet(); err != nil {
			return r.xml.failed(err)
		}
		if err := r.xml.skip(); err != nil {
			return err
		}
	}
	_, err := r.xml.sheet()
	return r.xml.failed(err)
}

// placed adds the sheet to an error that does not know it.
func (r *odsReader) placed(err error) error {
	if e, ok := err.(*Error); ok && e.Sheet == "" {
		e.Sheet = r.name
	}
	return err
}

func (r *odsReader) wrong(what string) error {
	return &Error{File: r.path, Sheet: r.name, What: what, Do: "open it in a spreadsheet program, save it and try again"}
}

// next returns the next row that has a cell with a value.
func (r *odsReader) next() (Row, error) {
	for r.again == 0 {
		if err := r.read(); err != nil {
			return Row{}, err
		}
	}
	r.again--
	r.number++
	r.row.Number = r.number
	if r.number > xlsxRows {
		return Row{}, r.wrong("the sheet has more than " + grouped(xlsxRows) + " rows")
	}
	if r.total += len(r.row.Cells); r.total > MaxCells {
		return Row{}, tooMany(r.path, "the sheet has", MaxCells, "cells")
	}
	if r.number%1024 == 0 {
		return r.row, r.ctx.Err()
	}
	return r.row, nil
}

// read reads the next element of the sheet. The sheet's end is io.EOF.
func (r *odsReader) read() error {
	token, err := r.xml.next()
	if err != nil {
		return r.xml.failed(err)
	}
	switch {
	case token == xmlEnd && r.xml.is("table"):
		return io.EOF
	case token != xmlStart:
		return nil
	case r.xml.is("table-row"):
		return r.readRow()
	case r.xml.is("table-rows") || r.xml.is("table-header-rows") || r.xml.is("table-row-group"):
		return nil
	}
	return r.xml.skip()
}

// readRow reads a row, and how often it stands there.
func (r *odsReader) readRow() error {
	times := repeated(r.xml.raw("number-rows-repeated"))
	cells, err := r.readCells()
	if err != nil {
		return err
	}
	if len(cells) == 0 {
		r.number = min(r.number+times, xlsxRows)
		return nil
	}
	r.row, r.again = Row{Cells: cells}, times
	return r.repeat((times - 1) * len(cells))
}

// repeat counts cells that the file does not hold one by one.
func (r *odsReader) repeat(cells int) error {
	if r.repeats += cells; r.repeats > MaxRepeats {
		return &Error{File: r.path, Sheet: r.name, What: "it repeats cells more than " + grouped(int64(MaxRepeats)) + " times", Do: "it is a trap or damaged: take the file from its publisher"}
	}
	return nil
}

// readCells reads the cells of a row up to its end.
func (r *odsReader) readCells() (cells []Cell, err error) {
	column := 0
	for {
		token, err := r.xml.next()
		switch {
		case err != nil:
			return nil, r.xml.failed(err)
		case token == xmlEnd:
			return cells, nil
		case token == xmlText:
		case r.xml.is("table-cell") || r.xml.is("covered-table-cell"):
			cells, column, err = r.readCell(cells, column)
		default:
			err = r.xml.skip()
		}
		if err != nil {
			return nil, err
		}
	}
}

// readCell adds a cell to those before it, as often as it stands there, and
// returns the column that it ends in.
func (r *odsReader) readCell(cells []Cell, column int) ([]Cell, int, error) {
	times := repeated(r.xml.raw("number-columns-repeated"))
	cell, err := r.cell()
	if err != nil || cell.Kind == Empty {
		return cells, min(column+times, MaxColumns), err
	}
	if column+times > MaxColumns {
		return nil, 0, r.wrong("a cell of row " + strconv.Itoa(r.number+1) + " is beyond column " + reports.ColumnName(MaxColumns))
	}
	cells = append(cells, make([]Cell, column-len(cells))...)
	for range times {
		cells = append(cells, cell)
	}
	return cells, column + times, r.repeat(times - 1)
}

// repeated returns how often a row or a cell stands there: once, if the
// attribute says nothing sensible.
func repeated(attribute []byte) int {
	n, err := strconv.ParseInt(string(attribute), 10, 64)
	if err != nil || n < 1 {
		return 1
	}
	return int(min(n, 1<<24))
}
