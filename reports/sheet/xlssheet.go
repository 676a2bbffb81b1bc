package sheet

import (
	endian "encoding/binary"
	"math"
	"slices"
)

// An xlsSheet is a sheet of a workbook of Excel 97.
type xlsSheet struct {
	*xlsBook
	name string
	at   int // of its first record
}

// The cells of a sheet of Excel 97: 65,536 rows of 256 columns.
const (
	xlsColumns = 1 << 8
	xlsCells   = 1 << 24
)

// rows reads the sheet.
func (s xlsSheet) rows(yield func(Row, error) bool) {
	places, err := s.places()
	if err != nil {
		yield(Row{}, err)
		return
	}
	for begin := 0; begin < len(places); {
		row := Row{Number: places[begin].row() + 1}
		end := begin
		for end < len(places) && places[end].row() == places[begin].row() {
			end++
		}
		if row.Cells, err = s.cells(places[begin:end]); err == nil && row.Number%1024 == 0 {
			err = s.ctx.Err()
		}
		if len(row.Cells) > 0 || err != nil {
			if !yield(row, err) || err != nil {
				return
			}
		}
		begin = end
	}
}

// An xlsPlace is a cell's row and column, and the place of its record, in one
// number, so that places sort by row and column: programs may write them in
// any order.
type xlsPlace uint64

func placeOf(row, column, at int) xlsPlace {
	return xlsPlace(row)<<40 | xlsPlace(column)<<32 | xlsPlace(uint32(at))
}

func (p xlsPlace) row() int    { return int(p >> 40) }
func (p xlsPlace) column() int { return int(p>>32) % xlsColumns }
func (p xlsPlace) at() int     { return int(uint32(p)) }

// places returns the cells of the sheet that have a value, in order.
func (s xlsSheet) places() ([]xlsPlace, error) {
	var places []xlsPlace
	depth := 0 // within charts that stand in the sheet
	r, ok := s.record(s.at)
	if !ok || r.kind != biffBegin {
		return nil, s.wrong()
	}
	for ; ; r, ok = s.record(r.next) {
		switch {
		case !ok:
			return nil, s.wrong()
		case r.kind == biffBegin:
			depth++
		case r.kind == biffEnd:
			depth--
		}
		if depth == 0 {
			slices.Sort(places)
			return places, s.ctx.Err()
		}
		row, column, n := r.place()
		if depth > 1 || n == 0 {
			continue
		}
		if column+n > xlsColumns || len(places)+n > xlsCells {
			return nil, &Error{File: s.path, Sheet: s.name, What: "the sheet claims more cells than a sheet of Excel 97 has", Do: saveAsXLSX}
		}
		for i := range n {
			places = append(places, placeOf(row, column+i, r.at))
		}
	}
}

// place returns where the first cell of a record stands, and how many cells it
// has.
func (r biffRecord) place() (row, column, cells int) {
	if len(r.data) < 6 {
		return 0, 0, 0
	}
	switch r.kind {
	case biffNumber, biffText, biffRichText, biffTextIndex, biffBool, biffRK, biffFormula:
		cells = 1
	case biffMultiRK:
		cells = (len(r.data) - 6) / 6
	}
	return int(endian.LittleEndian.Uint16(r.data)), int(endian.LittleEndian.Uint16(r.data[2:])), cells
}

func (s xlsSheet) wrong() error {
	return &Error{File: s.path, Sheet: s.name, What: "the workbook is cut or damaged", Do: "download it again"}
}

// cells returns the cells of a row. Of two at one place the last counts.
func (s xlsSheet) cells(places []xlsPlace) ([]Cell, error) {
	var cells []Cell
	for _, p := range places {
		cell, err := s.cell(p)
		if err != nil {
			return nil, err
		}
		if cell.Kind == Empty {
			continue
		}
		if cells == nil {
			cells = make([]Cell, 0, places[len(places)-1].column()+1)
		}
		for len(cells) <= p.column() {
			cells = append(cells, Cell{})
		}
		cells[p.column()] = cell
	}
	return cells, nil
}

// cell reads the cell at a place.
func (s xlsSheet) cell(p xlsPlace) (Cell, error) {
	r, ok := s.record(p.at())
	if !ok {
		return Cell{}, s.wrong()
	}
	style, value := int(endian.LittleEndian.Uint16(r.data[4:])), r.data[6:]
	switch r.kind {
	case biffMultiRK:
		entry := r.data[4+6*(p.column()-int(endian.LittleEndian.Uint16(r.data[2:]))):]
		return s.number(rk(endian.LittleEndian.Uint32(entry[2:])), int(endian.LittleEndian.Uint16(entry))), nil
	case biffText, biffRichText:
		return s.text(r, 6)
	}
	if len(value) < xlsValueSizes[r.kind] {
		return Cell{}, s.wrong()
	}
	switch r.kind {
	case biffTextIndex:
		n := int(endian.LittleEndian.Uint32(value))
		if n >= len(s.texts) {
			return Cell{}, s.wrong()
		}
		return textCell(s.texts[n]), nil
	case biffBool:
		return boolOrError(value[0], value[1] != 0), nil
	case biffRK:
		return s.number(rk(endian.LittleEndian.Uint32(value)), style), nil
	case biffFormula:
		return s.formula(r, style)
	}
	return s.number(math.Float64frombits(endian.LittleEndian.Uint64(value)), style), nil
}

// xlsValueSizes are the sizes of the values of records, in bytes.
var xlsValueSizes = map[int]int{biffTextIndex: 4, biffBool: 2, biffRK: 4, biffNumber: 8, biffFormula: 8}

// text reads a text that stands in a record, behind that many bytes.
func (s xlsSheet) text(r biffRecord, skip int) (Cell, error) {
	d := s.continued(r)
	d.skip(skip)
	text, err := d.text(2)
	if err != nil {
		return Cell{}, s.wrong()
	}
	return textCell(text), nil
}

// formula returns the saved result of a formula. A text stands in a record of
// its own, before the next cell.
func (s xlsSheet) formula(r biffRecord, style int) (Cell, error) {
	value := r.data[6:14]
	if value[6] != 0xff || value[7] != 0xff {
		return s.number(math.Float64frombits(endian.LittleEndian.Uint64(value)), style), nil
	}
	switch value[0] {
	case 1, 2:
		return boolOrError(value[2], value[0] == 2), nil
	case 0:
		for range 3 { // what a formula shares with others may come first
			next, ok := s.record(r.next)
			if !ok {
				return Cell{}, s.wrong()
			}
			if r = next; r.kind == biffResult {
				return s.text(r, 0)
			}
		}
	}
	return Cell{}, nil
}

// number returns the cell of a number.
func (s xlsSheet) number(n float64, style int) Cell {
	if math.IsNaN(n) || math.IsInf(n, 0) {
		return textCell("#NUM!")
	}
	var format numberFormat
	if style < len(s.formats) {
		format = s.formats[style]
	}
	return format.cell(n, s.is1904)
}

// rk returns a number that is packed into four bytes.
func rk(packed uint32) float64 {
	n := math.Float64frombits(uint64(packed&^3) << 32)
	if packed&2 != 0 {
		n = float64(int32(packed) >> 2)
	}
	if packed&1 != 0 {
		n /= 100
	}
	return n
}

// boolOrError returns the cell of a truth value or of an error.
func boolOrError(value byte, isError bool) Cell {
	switch {
	case isError:
		return textCell(xlsErrors[value])
	case value == 0:
		return Cell{"FALSE", Bool, 0}
	}
	return Cell{"TRUE", Bool, 1}
}

var xlsErrors = map[byte]string{
	0x00: "#NULL!", 0x07: "#DIV/0!", 0x0f: "#VALUE!", 0x17: "#REF!", 0x1d: "#NAME?", 0x24: "#NUM!", 0x2a: "#N/A",
}
