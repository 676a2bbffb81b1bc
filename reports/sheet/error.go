package sheet

import (
	"strconv"
	"strings"
	"unicode"

	"vitrine/reports"
)

// An Error says in one sentence what is wrong with a file, where, and what to
// do about it. It reads "file › sheet › row 3 › column B: what is wrong; what
// to do".
type Error struct {
	File   string // as File.Path
	Sheet  string // the table; "" where the file has only one
	Line   int    // of a text, from 1; 0 where rows tell the place
	Row    int    // from 1; 0: the whole table
	Column int    // from 1; 0: the whole row
	What   string // what is wrong, lower case, without a full stop
	Do     string // what the user can do; "" where that is plain
	Err    error  // the error beneath, if any
}

// Error returns the sentence.
func (e *Error) Error() string {
	place := []string{e.File}
	if e.Sheet != "" {
		place = append(place, e.Sheet)
	}
	if e.Line > 0 {
		place = append(place, "line "+strconv.Itoa(e.Line))
	}
	if e.Row > 0 {
		place = append(place, "row "+strconv.Itoa(e.Row))
	}
	if e.Column > 0 {
		place = append(place, "column "+reports.ColumnName(e.Column))
	}
	text := strings.Join(place, " › ") + ": " + e.What
	if e.Do != "" {
		text += "; " + e.Do
	}
	return strings.Map(printable, text)
}

// printable replaces what would break a sentence that quotes a file.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

// Unwrap returns the error beneath.
func (e *Error) Unwrap() error { return e.Err }
