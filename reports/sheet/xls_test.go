package sheet

import (
	"context"
	endian "encoding/binary"
	"math"
	"os"
	"reflect"
	"strings"
	"testing"
)

// biff writes a record of numbers of two bytes and of bytes.
func biff(kind uint16, parts ...any) string {
	var data []byte
	for _, p := range parts {
		switch p := p.(type) {
		case int:
			data = endian.LittleEndian.AppendUint16(data, uint16(p))
		case float64:
			data = endian.LittleEndian.AppendUint64(data, math.Float64bits(p))
		case string:
			data = append(data, p...)
		}
	}
	head := endian.LittleEndian.AppendUint16(nil, kind)
	return string(endian.LittleEndian.AppendUint16(head, uint16(len(data)))) + string(data)
}

// biffBook writes the records of a workbook with one sheet of those records.
func biffBook(shared, sheet string) string {
	begin := biff(biffBegin, 0x0600, 0x0005) + shared
	list := func(at int) string { return biff(biffSheet, at, at>>16, 0, "\x08\x00Requests") }
	at := len(begin) + len(list(0)) + len(biff(biffEnd))
	return begin + list(at) + biff(biffEnd) + biff(biffBegin, 0x0600, 0x0010) + sheet + biff(biffEnd)
}

// readBiff reads the records of a workbook; an error stands as the last row.
func readBiff(records string) ([]Row, error) {
	w := &xlsBook{ctx: context.Background(), path: "a.xls", records: []byte(records)}
	tables, err := w.sheets()
	if err != nil {
		return nil, err
	}
	var rows []Row
	for row, err := range tables[0].Rows() {
		if err != nil {
			return nil, err
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func TestOldWorkbookCells(t *testing.T) {
	shared := biff(biffDateMode, 0) + biff(biffFormat, 164, "\x04\x00\x000.0%") +
		biff(biffStyle, 0, 0) + biff(biffStyle, 0, 164) + biff(biffStyle, 0, 14) +
		biff(biffTexts, 3, 0, 3, 0, "\x05\x00\x00plain", "\x04\x00\x08\x01\x00ab") +
		biff(biffContinue, "\x01c\x00\x2d\x4e", "\x00\x00\x01\x00", "\x02\x00\x05\x03\x00\x00\x00\xe9\x00") +
		biff(biffContinue, "\x00!xyz")
	for _, c := range []struct {
		name, sheet string
		want        []Cell
	}{
		{"numbers", biff(biffNumber, 0, 0, 0, 1.5) + biff(biffRK, 0, 1, 1, 50<<2|3, 0) + biff(biffMultiRK, 0, 2, 0, 7<<2|2, 0, 2, 0x2140, 0x40e6, 3),
			[]Cell{{"1.5", Number, 1.5}, {"50.0%", Number, 0.5}, {"7", Number, 7}, {"2024-01-31", Date, 45322}}},
		{"texts that go on in the next record", biff(biffTextIndex, 0, 0, 0, 0, 0) + biff(biffTextIndex, 0, 1, 0, 1, 0) + biff(biffTextIndex, 0, 2, 0, 2, 0),
			[]Cell{{"plain", Text, 0}, {"abc中", Text, 0}, {"é!", Text, 0}}},
		{"texts in cells", biff(biffText, 0, 0, 0, "\x01\x00\x00a") + biff(biffRichText, 0, 1, 0, "\x01\x00\x01\x2d\x4e", 0),
			[]Cell{{"a", Text, 0}, {"中", Text, 0}}},
		{"results of formulas", biff(biffFormula, 0, 0, 0, 2.5) + biff(biffFormula, 0, 1, 0, 0, 0, 0, 0xffff) + biff(0x04bc, "shared") + biff(biffResult, "\x02\x00\x00ok") +
			biff(biffFormula, 0, 2, 0, 1, 1, 0, 0xffff) + biff(biffFormula, 0, 3, 0, 2, 7, 0, 0xffff) + biff(biffFormula, 0, 4, 0, 3, 0, 0, 0xffff),
			[]Cell{{"2.5", Number, 2.5}, {"ok", Text, 0}, {"TRUE", Bool, 1}, {"#DIV/0!", Text, 0}}},
		{"truth and errors", biff(biffBool, 0, 0, 0, "\x00\x00") + biff(biffBool, 0, 1, 0, "\x2a\x01"),
			[]Cell{{"FALSE", Bool, 0}, {"#N/A", Text, 0}}},
		{"any order, twice, a chart in the sheet", biff(biffNumber, 0, 1, 0, 2.0) + biff(biffBegin, 0x0600, 0x0020) + biff(biffNumber, 0, 0, 0, 9.0) + biff(biffEnd) + biff(biffNumber, 0, 0, 0, 1.0) + biff(biffNumber, 0, 1, 0, 3.0),
			[]Cell{{"1", Number, 1}, {"3", Number, 3}}},
	} {
		rows, err := readBiff(biffBook(shared, c.sheet))
		if err != nil || len(rows) != 1 || !reflect.DeepEqual(rows[0].Cells, c.want) {
			t.Errorf("%s: %v %v\nwant %v", c.name, rows, err, c.want)
		}
	}
}

func TestOldWorkbookTraps(t *testing.T) {
	number := biff(biffNumber, 0, 0, 0, 1.0)
	for _, c := range []struct{ name, records, want string }{
		{"locked", biffBook(biff(biffLocked, 1), number), "it has a password; open it in a spreadsheet program, save it without one and try again"},
		{"old", biff(biffBegin, 0x0500, 0x0005), "it is a workbook of Excel 95 or older; save it as .xlsx in a spreadsheet program and open that"},
		{"cut", biffBook("", number)[:50], "the workbook is cut or damaged; download it again"},
		{"texts", biffBook(biff(biffTexts, 0, 0, 0xffff, 0xffff), number), "the workbook has more than 20,000,000 texts, the most that Vitrine reads; split it"},
		{"fewer texts", biffBook(biff(biffTexts, 0, 0, 9, 0), number), "the workbook is cut or damaged; download it again"},
		{"columns", biffBook("", biff(biffNumber, 0, 256, 0, 1.0)), "the sheet claims more cells than a sheet of Excel 97 has; save it as .xlsx in a spreadsheet program and open that"},
		{"a text that is not there", biffBook("", biff(biffTextIndex, 0, 0, 0, 5, 0)), "the workbook is cut or damaged; download it again"},
		{"a short cell", biffBook("", biff(biffNumber, 0, 0, 0)), "the workbook is cut or damaged; download it again"},
		{"no sheet", biff(biffBegin, 0x0600, 5) + biff(biffEnd), "the workbook has no sheet with cells; open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"},
	} {
		if _, err := readBiff(c.records); err == nil || !strings.HasPrefix(err.Error(), "a.xls") || !strings.HasSuffix(err.Error(), ": "+c.want) {
			t.Errorf("%s: %v\nwant %s", c.name, err, c.want)
		}
	}
}

// TestOldWorkbookDamaged cuts and changes a workbook everywhere: it is read or
// refused with a sentence.
func TestOldWorkbookDamaged(t *testing.T) {
	bytes, err := os.ReadFile("testdata/workbook97.xls")
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i < len(bytes); i += 61 {
		changed := append([]byte(nil), bytes...)
		changed[i] ^= 0xff
		for _, text := range []string{string(bytes[:i]), string(changed)} {
			book, err := openText("a.xls", text)
			if err == nil {
				dump(book)
			} else if !strings.HasPrefix(err.Error(), "a.xls: ") {
				t.Errorf("byte %d: %v", i, err)
			}
		}
	}
}
