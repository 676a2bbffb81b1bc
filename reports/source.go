package reports

import (
	"errors"
	"fmt"
	"time"
)

// A Source is an export that was loaded.
type Source struct {
	ID        string // the SHA-256 of its bytes, in hexadecimal
	Name      string // the file's name
	Path      string // where it was loaded from; "" if it came with Vitrine
	Address   string // where the publisher offers it
	Bytes     int64
	Retrieved time.Time // when its bytes were got: the file's date
	Published Day       // its vintage: orders the sources of one extent
	Format    string    // the name of the format that recognised it
	Publisher string
	Starter   bool // came with Vitrine: yields to any loaded source of its tables
	Figures   int  // filled by the library
	Problems  int  // filled by the library
	Current   int  // filled by the library: figures that no newer source replaces
	Notes     int  // filled by the library: what it says in words
	Given     Given
}

// Given is what the user said of a source when it was loaded, since its bytes
// and its name do not say it.
type Given struct {
	Period  Period // zero: none was given
	Mapping string // the TOML of the mapping by which it was read; "": a format read it
}

// Short returns the first eight digits of the source's ID.
func (s Source) Short() string { return s.ID[:min(8, len(s.ID))] }

// A Reading is what a format found in an export.
type Reading struct {
	Format    string
	Publisher string
	Address   string // where the publisher offers the export, if the file does not say more
	Published Day
	Figures   []Figure
	Blocks    []Block // what the format declares of the figures' blocks
	Breaks    []Break
	Notes     []SourceNote
	Problems  []Problem
	// Personal says that the export holds more than reports, such as a
	// person's other chats: its bytes are not to be kept.
	Personal bool
	// Earlier are files of an archive that others in it correct: each is a
	// source of its own, as if it had been loaded before the archive was.
	Earlier []Earlier
}

// An Earlier is a file of an archive that states what a later file there
// states too.
type Earlier struct {
	File    string // its path, as the origins of the archive's figures have it
	Content []byte // its bytes; filled by the library
	Reading Reading
}

// A Problem is a cell, a row or a column that made no sense. The rest of its
// source still loads.
type Problem struct {
	Origin Origin
	What   string // one sentence, lower case: "\"abc\" is not a number"
}

// Error writes the problem as the user reads it.
func (p Problem) Error() string {
	where := p.Origin.File
	for _, part := range []string{p.Origin.Sheet} {
		if part != "" {
			where += " › " + part
		}
	}
	if p.Origin.Row > 0 {
		where += fmt.Sprintf(" › row %d", p.Origin.Row)
	}
	if p.Origin.Column > 0 {
		where += " › column " + ColumnName(p.Origin.Column)
	}
	return where + ": " + p.What
}

// ErrUnknownExport says that no format recognises a file.
var ErrUnknownExport = errors.New("not an export that Vitrine knows; see vitrine formats")

// ErrUnknownPeriod says that neither a file nor its name says which period it
// is about.
var ErrUnknownPeriod = errors.New("neither the file nor its name says its period; give it with --period, as in --period 2023-H2")
