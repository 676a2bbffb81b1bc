package statements

import (
	"errors"
	"strconv"
	"strings"
	"unicode"
)

// ErrNotDump says that a file is no dump of the DSA Transparency Database.
var ErrNotDump = errors.New("not a daily dump of the DSA Transparency Database")

// An Error says in one sentence what is wrong with a dump, where, and what to
// do. It reads "file › part › line 3: what is wrong; what to do".
type Error struct {
	File string
	Part string // "" where the whole file is meant
	Line int64  // from 1; 0: the whole part
	What string // lower case, without a full stop
	Do   string // what the user can do
	Err  error  // the error beneath, if any
}

// Error returns the sentence.
func (e *Error) Error() string {
	place := []string{e.File}
	if e.Part != "" {
		place = append(place, e.Part)
	}
	if e.Line > 0 {
		place = append(place, "line "+strconv.FormatInt(e.Line, 10))
	}
	sentence := strings.Join(place, separator) + ": " + e.What
	if e.Do != "" {
		sentence += "; " + e.Do
	}
	return strings.Map(printable, strings.ToValidUTF8(sentence, "\ufffd"))
}

// Unwrap returns the error beneath.
func (e *Error) Unwrap() error { return e.Err }

// separator stands between the parts of a place.
const separator = " › "

// printable replaces what would break a sentence that quotes a file.
func printable(r rune) rune {
	if unicode.IsControl(r) {
		return ' '
	}
	return r
}

const downloadAgain = "download it again"
