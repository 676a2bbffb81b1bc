package sheet

import (
	"strconv"
	"time"
)

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

// cellType returns how a cell's value is written: s, a shared text; b, true or
// false; d, a date; n, a number; t, a text.
func cellType(attribute []byte) string {
	switch string(attribute) {
	case "", "n":
		return "n"
	case "s":
		return "s"
	case "b":
		return "b"
	case "d":
		return "d"
	}
	return "t"
}

// convert returns the cell of the value that was read.
func (r *sheetReader) convert(kind string, style int) (Cell, error) {
	switch kind {
	case "s":
		n := number(r.text)
		if n < 0 || n >= len(r.texts) {
			return Cell{}, r.wrong("a cell of row " + strconv.Itoa(r.number) + " refers to a text that is not there")
		}
		return textCell(r.texts[n]), nil
	case "b":
		if isTrue(string(r.text)) {
			return Cell{"TRUE", Bool, 1}, nil
		}
		return Cell{"FALSE", Bool, 0}, nil
	case "d":
		return isoDate(string(r.text)), nil
	case "n":
		n, err := strconv.ParseFloat(string(r.text), 64)
		if err != nil {
			return textCell(string(r.text)), nil
		}
		var format numberFormat
		if style >= 0 && style < len(r.formats) {
			format = r.formats[style]
		}
		return format.cell(n, r.is1904), nil
	}
	return textCell(unescapeX(string(r.text))), nil
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
