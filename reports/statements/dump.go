// Package statements counts the daily dumps of the EU's DSA Transparency
// Database while they stream: statements of reasons by service, category,
// action and whatever else each states. No row is kept.
//
// A dump is a zip of zips of CSV files, as the database publishes it; a zip of
// CSV files, as it did until April 2024; or one CSV file of these, packed or
// not. The CSV is PHP's, not RFC 4180's.
package statements

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"

	"vitrine/reports"
)

// A Dump is a day's statements, or one part of them, in the database's own
// file. Nothing is counted yet.
type Dump struct {
	Name    string
	Size    int64       // of the file
	Slug    string      // global, or the platform's; "" where no name says it
	Day     reports.Day // that the names state, else of the first statement; 0 where there is neither
	Version Version
	Schema  Schema
	Part    string // "" for a whole dump, 00003 for one of its archives, 00003-00007 for one CSV file

	// Made is the day on which the archive was made, as its entries state it: the
	// database makes a day anew where it mends it. 0 where they do not.
	Made reports.Day

	named bool // a name states the day
	r     io.ReaderAt
}

// Open recognises a dump by its content. The error is ErrNotDump, wrapped,
// where the file is something else, and an *Error where it is a dump that
// cannot be read. The file must stay readable as long as the dump is used;
// several goroutines read it.
func Open(name string, r io.ReaderAt, size int64) (*Dump, error) {
	d := &Dump{Name: name, Size: size, r: r}
	err := d.walk(context.Background(), d.recognise)
	if err == errRecognised {
		return d, nil
	}
	if !d.looksLikeDump() {
		return nil, fmt.Errorf("%s: %w", name, ErrNotDump)
	}
	if err == nil {
		err = &Error{File: name, What: "the archive is empty", Do: downloadAgain}
	}
	return nil, err
}

// errRecognised ends the walk over the parts, errNoHeader the reading of one.
var (
	errRecognised = errors.New("recognised")
	errNoHeader   = errors.New("no header of a dump")
)

// recognise reads what a dump is from its first part.
func (d *Dump) recognise(p part) error {
	defer p.done()
	var first block
	err := d.lines(context.Background(), p, func(b block) (int64, error) {
		first = b
		line, _, _ := bytes.Cut(b.lines, newline)
		first.lines = bytes.Clone(line)
		return 0, errRecognised
	})
	if err != errRecognised {
		return err
	}
	d.describe(first.layout, p.path)
	if d.Day == 0 {
		d.Day = first.layout.day(trimEnd(first.lines))
	}
	return errRecognised
}

// describe says what names and columns state.
func (d *Dump) describe(l *layout, path string) {
	d.Version, d.Schema = Light, V1
	if l.has("territorial_scope") || l.has("decision_facts") {
		d.Version = Full
	}
	if l.has("content_id_ean") {
		d.Schema = V2
	}
	own, ok := readName(d.Name)
	if !ok {
		own, _ = readName(lastOf(path))
		own.part = ""
	}
	d.Slug, d.Day, d.Part = own.slug, own.day, own.part
	d.named = d.Day != 0
}

// looksLikeDump tells whether a file that cannot be read was meant to be a
// dump: by its own name, or that of its first entry.
func (d *Dump) looksLikeDump() bool {
	if _, ok := readName(d.Name); ok {
		return true
	}
	head := make([]byte, 512)
	n, _ := d.r.ReadAt(head, 0)
	return isZip(d.r) && bytes.Contains(head[:n], []byte("sor-"))
}

func (d *Dump) notCSV(path string) error {
	return &Error{File: d.Name, Part: path, Line: 1, What: "it is not a CSV file with the columns of the database", Do: "open the dump as the database offers it"}
}
