package sheet

import (
	"fmt"
	"strconv"
)

// The limits of what is read. A file that exceeds one is refused with a
// sentence that names it. They are variables for tests; nothing else changes
// them.
var (
	MaxDepth          = 4             // archives within archives
	MaxFiles          = 10_000        // members of an archive, those of nested ones included
	MaxBytes    int64 = 1 << 30       // of a text, and of all that an archive holds when unpacked
	MaxRatio    int64 = 250           // of unpacked to packed bytes, beyond FreeBytes
	FreeBytes   int64 = 8 << 20       // unpacked without a look at the ratio
	MaxRows           = 50_000_000    // of a table
	MaxColumns        = 16_384        // of a table, as many as Excel has
	MaxCell           = 1 << 20       // bytes of a cell
	MaxCells          = 1_000_000_000 // of a table, the empty ones between others included
	MaxSheets         = 1_000         // of a workbook that lists them one by one: ods, xls
	MaxRepeats        = 10_000_000    // of the cells of an OpenDocument sheet, by its attributes alone
	MaxNesting        = 500           // elements or values within each other
	MaxElements       = 5_000_000     // of a page, texts included
	MaxValues         = 20_000_000    // of a JSON document
)

// tooMany says that a file exceeds a limit.
func tooMany(file, what string, limit int, of string) *Error {
	return &Error{File: file, What: fmt.Sprintf("%s more than %s %s, the most that Vitrine reads", what, grouped(int64(limit)), of), Do: "split it"}
}

// grouped writes a number with commas between its thousands.
func grouped(n int64) string {
	text := strconv.FormatInt(n, 10)
	for i := len(text) - 3; i > 0; i -= 3 {
		text = text[:i] + "," + text[i:]
	}
	return text
}

// size writes a number of bytes in the unit that suits it.
func size(n int64) string {
	units := []string{"bytes", "KB", "MB", "GB"}
	for len(units) > 1 && n >= 1024 && n%1024 == 0 || len(units) > 1 && n >= 10*1024 {
		n, units = n/1024, units[1:]
	}
	return grouped(n) + " " + units[0]
}
