package sheet

import (
	"io"
	"strconv"
	"strings"
	"time"

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
	number int // of the row
	column int // of the last cell
	width  int // cells of the last row
	total  int
	cells  []Cell
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
		case token == xmlStart && r.xml.is("c"):
			err = r.cell()
		case token == xmlEnd && r.xml.is("row") && len(r.cells) > 0:
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
	r.number, r.column = number, 0
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
	kind, style := string(r.xml.raw("t")), number(string(r.xml.raw("s")))
	value, err := r.value()
	if err != nil {
		return err
	}
	cell, err := r.convert(kind, style, value)
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

// columnOf returns the column of a reference such as AB12; 0 if it is none.
func columnOf(ref []byte) int {
	column := 0
	for _, b := range ref {
		if !letter(b) || column > MaxColumns {
			break
		}
		column = column*26 + int(b|0x20-'a') + 1
	}
	return column
}

// value reads the value of a cell up to the cell's end.
func (r *sheetReader) value() (value string, err error) {
	in := false
	for {
		token, err := r.xml.next()
		if err != nil {
			return "", r.xml.failed(err)
		}
		switch {
		case token == xmlText:
			if in {
				value += r.xml.text()
			}
		case token == xmlEnd && r.xml.is("c"):
			return value, nil
		case r.xml.is("v"):
			in = token == xmlStart
		case r.xml.is("is") && token == xmlStart:
			if value, err = richText(r.xml, "is"); err != nil {
				return "", err
			}
		}
		if len(value) > MaxCell {
			return "", r.wrong("a cell is larger than " + size(int64(MaxCell)))
		}
	}
}

// convert returns the cell of a value.
func (r *sheetReader) convert(kind string, style int, value string) (Cell, error) {
	switch kind {
	case "s":
		n := number(value)
		if n < 0 || n >= len(r.texts) {
			return Cell{}, r.wrong("a cell of row " + strconv.Itoa(r.number) + " refers to a text that is not there")
		}
		return textCell(r.texts[n]), nil
	case "b":
		if isTrue(value) {
			return Cell{"TRUE", Bool, 1}, nil
		}
		return Cell{"FALSE", Bool, 0}, nil
	case "d":
		return isoDate(value), nil
	case "", "n":
		n, err := strconv.ParseFloat(value, 64)
		if err != nil {
			return textCell(value), nil
		}
		var format numberFormat
		if style >= 0 && style < len(r.formats) {
			format = r.formats[style]
		}
		return format.cell(n, r.is1904), nil
	}
	return textCell(unescapeX(value)), nil
}

// unescapeX replaces the escapes of workbooks, _x000D_ for a carriage return.
func unescapeX(text string) string {
	from := strings.Index(text, "_x")
	if from < 0 {
		return text
	}
	var out strings.Builder
	for ; from >= 0; from = strings.Index(text, "_x") {
		r, n := hex(text[from:], 2, 4)
		if n == 0 || from+n >= len(text) || text[from+n] != '_' {
			r, n = '_', 0
		}
		out.WriteString(text[:from])
		out.WriteRune(r)
		text = text[from+n+1:]
	}
	return out.String() + text
}

// isoDate returns the cell of a date as strict workbooks write it.
func isoDate(value string) Cell {
	for _, layout := range []string{"2006-01-02", "2006-01-02T15:04:05", "2006-01-02T15:04:05.999", time.RFC3339} {
		if t, err := time.Parse(layout, value); err == nil {
			return Cell{value, Date, t.Sub(dayZero).Hours() / 24}
		}
	}
	return textCell(value)
}

// dayZero is where days of dates count from.
var dayZero = time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
