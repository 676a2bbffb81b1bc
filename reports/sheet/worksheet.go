package sheet

import (
	"io"
	"strconv"

	"vitrine/reports"
)

// xlsxRows is how many rows a sheet of Excel can have.
const xlsxRows = 1 << 20

// A sheetPart is a sheet of a workbook.
type sheetPart struct {
	*workbook
	name, part string
}

// rows reads the sheet.
func (s sheetPart) rows(yield func(Row, error) bool) {
	f := s.parts[partName(s.part)]
	if f == nil {
		yield(Row{}, &Error{File: s.path, Sheet: s.name, What: "the sheet is missing in the workbook", Do: "download it again"})
		return
	}
	u, err := unpack(s.ctx, s.path, f, &budget{})
	if err != nil {
		yield(Row{}, err)
		return
	}
	defer u.Close()
	r := sheetReader{sheetPart: s, xml: newXMLReader(s.path, u)}
	for {
		row, err := r.next()
		if err == io.EOF {
			return
		}
		if !yield(row, err) || err != nil {
			return
		}
	}
}

// A sheetReader reads the rows of a sheet.
type sheetReader struct {
	sheetPart
	xml    *xmlReader
	number int  // of the row
	within bool // a row, not before or after it
	column int  // of the last cell
	width  int  // cells of the last row
	total  int
	cells  []Cell
	text   []byte // of the cell
}

// next returns the next row that has a cell with a value.
func (r *sheetReader) next() (Row, error) {
	for {
		token, err := r.xml.next()
		if err != nil {
			return Row{}, r.placed(err)
		}
		switch {
		case token == xmlText:
		case token == xmlStart && r.xml.is("row"):
			err = r.begin()
		case token == xmlStart && r.xml.is("c") && r.within:
			err = r.cell()
		case token == xmlEnd && r.xml.is("row"):
			r.within = false
			if len(r.cells) == 0 {
				continue
			}
			row := Row{Number: r.number, Cells: r.cells}
			r.width, r.cells = len(r.cells), nil
			if r.total += r.width; r.total > MaxCells {
				return Row{}, r.placed(tooMany(r.path, "the sheet has", MaxCells, "cells"))
			}
			return row, nil
		}
		if err != nil {
			return Row{}, r.placed(err)
		}
	}
}

// placed adds the sheet to an error that does not know it.
func (r *sheetReader) placed(err error) error {
	if e, ok := err.(*Error); ok && e.Sheet == "" {
		e.Sheet = r.name
	}
	return err
}

func (r *sheetReader) begin() error {
	number := r.number + 1
	if text := r.xml.raw("r"); text != nil {
		n, err := strconv.ParseInt(string(text), 10, 64)
		switch {
		case err != nil || n > xlsxRows || n < 1:
			return r.wrong("the sheet claims a row " + string(text[:min(len(text), 20)]) + ", a sheet has at most " + grouped(xlsxRows))
		case int(n) <= r.number:
			return r.wrong("row " + strconv.Itoa(int(n)) + " stands after row " + strconv.Itoa(r.number))
		}
		number = int(n)
	}
	if number > xlsxRows {
		return r.wrong("the sheet has more than " + grouped(xlsxRows) + " rows")
	}
	r.number, r.column, r.within, r.cells = number, 0, true, nil
	return nil
}

func (r *sheetReader) wrong(what string) error {
	return &Error{File: r.path, Sheet: r.name, What: what, Do: "open it in a spreadsheet program, save it and try again"}
}

// cell reads a cell and puts it at its column.
func (r *sheetReader) cell() error {
	r.column++
	if ref := r.xml.raw("r"); ref != nil {
		r.column = columnOf(ref)
	}
	if r.column < 1 || r.column > MaxColumns {
		return r.wrong("a cell of row " + strconv.Itoa(r.number) + " is beyond column " + reports.ColumnName(MaxColumns))
	}
	kind, style := cellType(r.xml.raw("t")), number(r.xml.raw("s"))
	if err := r.value(); err != nil {
		return err
	}
	cell, err := r.convert(kind, style)
	if err != nil || cell.Kind == Empty {
		return err
	}
	if r.cells == nil {
		r.cells = make([]Cell, 0, max(r.width, r.column))
	}
	for len(r.cells) < r.column {
		r.cells = append(r.cells, Cell{})
	}
	r.cells[r.column-1] = cell
	return nil
}

// value reads the value of a cell up to the cell's end.
func (r *sheetReader) value() error {
	r.text = r.text[:0]
	in := false
	for {
		token, err := r.xml.next()
		if err != nil {
			return r.xml.failed(err)
		}
		switch {
		case token == xmlText:
			if in {
				r.text = r.xml.appendText(r.text)
			}
		case token == xmlEnd && r.xml.is("c"):
			return nil
		case r.xml.is("v"):
			in = token == xmlStart
		case r.xml.is("is") && token == xmlStart:
			if r.text, err = richText(r.xml, "is", r.text); err != nil {
				return err
			}
		}
		if len(r.text) > MaxCell {
			return r.wrong("a cell is larger than " + size(int64(MaxCell)))
		}
	}
}
