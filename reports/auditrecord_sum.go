package reports

import (
	"crypto/sha256"
	"encoding/hex"
	"hash"
	"math"
	"slices"
	"strconv"
	"strings"
)

// sumOf returns the SHA-256 of a text, in hexadecimal.
func sumOf(text string) string {
	sum := sha256.Sum256([]byte(text))
	return hex.EncodeToString(sum[:])
}

// A RowSum adds up the checksum of a table's rows: the SHA-256 of a line for
// each row, which has name=text for each cell that is not empty, with tabs
// between and a line feed at its end. Backslash, tab, line feed and carriage
// return in a text are written \\, \t, \n and \r. So a column in which a row
// has nothing makes no difference.
type RowSum struct {
	columns []string
	hash    hash.Hash
	line    []byte
}

// NewRowSum begins the sum of rows under columns.
func NewRowSum(columns []string) *RowSum { return &RowSum{columns: columns, hash: sha256.New()} }

var rowEscapes = strings.NewReplacer(`\`, `\\`, "\t", `\t`, "\n", `\n`, "\r", `\r`)

// Add adds a row.
func (s *RowSum) Add(row []string) {
	s.line = s.line[:0]
	for i, text := range row {
		if text == "" {
			continue
		}
		if len(s.line) > 0 {
			s.line = append(s.line, '\t')
		}
		s.line = append(s.line, s.columns[i]...)
		s.line = append(s.line, '=')
		s.line = append(s.line, rowEscapes.Replace(text)...)
	}
	s.hash.Write(append(s.line, '\n'))
}

// Sum returns the checksum so far, in hexadecimal.
func (s *RowSum) Sum() string { return hex.EncodeToString(s.hash.Sum(nil)) }

// A CellSum adds up the checksum of the numbers of a sheet: the SHA-256 of a
// line for each cell that holds one, in the order of rows and columns: its
// address, a tab, the number, a line feed. A whole number has all its digits,
// up to 15, which a spreadsheet keeps; another 12 of these: spreadsheet
// programs work the rest out differently.
type CellSum struct {
	hash hash.Hash
	n    int
}

// NewCellSum begins the sum of a sheet.
func NewCellSum() *CellSum { return &CellSum{hash: sha256.New()} }

// Add adds the number of a cell. Rows and columns count from 1.
func (s *CellSum) Add(row, column int, value float64) {
	s.n++
	if value = toDigits(value, 15); value != math.Trunc(value) {
		value = toDigits(value, 12)
	}
	digits := strconv.FormatFloat(value, 'f', -1, 64)
	s.hash.Write([]byte(Cell{Row: row, Column: column}.Address() + "\t" + digits + "\n"))
}

// toDigits rounds a number to so many decimal digits.
func toDigits(value float64, digits int) float64 {
	if short, err := strconv.ParseFloat(strconv.FormatFloat(value, 'g', digits, 64), 64); err == nil {
		return short
	}
	return value
}

// Sheet returns what a record says of the sheet.
func (s *CellSum) Sheet(name string) RecordedSheet {
	return RecordedSheet{Name: name, Numbers: s.n, SHA256: hex.EncodeToString(s.hash.Sum(nil))}
}

// Decimal writes a number for a record: without exponent; "" for NaN.
func Decimal(v float64) string {
	switch {
	case math.IsNaN(v):
		return ""
	case math.IsInf(v, 1):
		return "inf"
	case math.IsInf(v, -1):
		return "-inf"
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// ReadDecimal reads a number as a record writes it; exact tells that it is
// written so.
func ReadDecimal(text string) (value float64, exact bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil && !math.IsInf(v, 0) && Decimal(v) == text
}

// validRow returns a row whose texts are UTF-8, as JSON needs them.
func validRow(row []string) []string {
	if !slices.ContainsFunc(row, func(text string) bool { return strings.ToValidUTF8(text, "") != text }) {
		return row
	}
	row = slices.Clone(row)
	for i, text := range row {
		row[i] = strings.ToValidUTF8(text, "\ufffd")
	}
	return row
}
