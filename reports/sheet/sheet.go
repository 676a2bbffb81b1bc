// Package sheet opens the files that publishers offer (csv, html, json, ods, xls,
// xlsx, gz, zip) as tables of cells, trees of elements and values that know their
// place. It recognises a file by its bytes, knows no publisher, and takes
// every file for hostile until it is read: what is wrong with one is an
// [Error] of one sentence, and memory is bounded by the limits of this
// package.
package sheet

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"sync"
)

// A Book is a file that was opened.
type Book struct {
	Name  string
	Files []*File // the file itself, or the members of an archive, in order

	looked sync.Once // at its leaves
	leaves []Leaf
}

// A File is a file of a Book: the book's own, or a member of its archive.
type File struct {
	// Path is the file's name, and the path within it where it is a member of
	// an archive: "a.zip/dir/b.csv".
	Path     string
	Kind     Kind
	Encoding string // how the bytes of text were taken: "UTF-8", "Windows-1252"; "" where the file is no text
	Tables   []*Table
	Page     *Element // of html: the whole tree
	Document *Value   // of json
	Calls    []Call   // of html: the data embedded in its scripts
	// Err says why a member of an archive could not be read; the other
	// members still can. A file that is no member is refused by Open instead.
	Err error

	text string // of html and json: the text as it stood, for Leaves
}

// A Kind says what a file is.
type Kind int

// The kinds of files.
const (
	Other     Kind = iota // a member of an archive that holds no tables: a picture, a PDF
	CSV                   // cells with commas, semicolons, tabs or bars between them
	HTML                  // a web page
	JSON                  // a JSON document
	XLSX                  // an Excel workbook
	XLS                   // an Excel workbook of the years 1997 to 2003
	ODS                   // an OpenDocument spreadsheet
	PlainText             // any other text; its table has a row with one cell for each line
	Parquet               // a Parquet file, which this package does not read itself
)

var kindNames = [...]string{"other", "csv", "html", "json", "xlsx", "xls", "ods", "text", "parquet"}

// String returns the kind as messages print it.
func (k Kind) String() string { return kindNames[k] }

// Open reads the size bytes of r as a Book named name. The kind of the file is
// taken from its bytes; its name matters only to tell a csv of one column from
// other text. The Book keeps what it needs in memory, r can be closed. Ranging
// over its tables ends with an error when ctx is done.
func Open(ctx context.Context, name string, r io.ReaderAt, size int64) (*Book, error) {
	o := &opener{ctx: ctx, book: &Book{Name: name}}
	if err := o.open(&content{path: name, r: r, size: size}); err != nil {
		return nil, err
	}
	return o.book, nil
}

// Bytes returns the bytes of a file of the archive that Open reads, by its
// Path.
func Bytes(ctx context.Context, name string, r io.ReaderAt, size int64, path string) ([]byte, error) {
	o := &opener{ctx: ctx, book: &Book{Name: name}, only: path}
	if err := o.open(&content{path: name, r: r, size: size}); err != nil {
		return nil, err
	}
	if o.bytes == "" {
		return nil, &Error{File: path, What: "there is no such file in the archive", Do: "check its name"}
	}
	return []byte(o.bytes), nil
}

// OpenFile opens the file at path. A file that changes while it is read is
// refused.
func OpenFile(ctx context.Context, path string) (*Book, error) {
	name := filepath.Base(path)
	f, before, err := openRegular(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	book, err := Open(ctx, name, f, before.Size())
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	after, statErr := f.Stat()
	if statErr != nil || after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return nil, changed(name)
	}
	return book, err
}

// openRegular opens a file, and nothing that is none: a folder, a pipe or a
// device.
func openRegular(path string) (*os.File, os.FileInfo, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	if info.IsDir() {
		return nil, nil, &Error{File: name, What: "it is a folder", Do: "open the files in it"}
	}
	if !info.Mode().IsRegular() {
		return nil, nil, &Error{File: name, What: "it is a device or a pipe, not a file", Do: "open a file"}
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, nil, unreadable(name, err)
	}
	return f, info, nil
}

func unreadable(name string, err error) error {
	switch {
	case errors.Is(err, os.ErrNotExist):
		return &Error{File: name, What: "there is no such file", Do: "check its name", Err: err}
	case errors.Is(err, os.ErrPermission):
		return &Error{File: name, What: "it cannot be read, you have no permission", Do: "ask its owner, or copy it", Err: err}
	}
	var path *os.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return &Error{File: name, What: "it cannot be read (" + err.Error() + ")", Do: "copy it to this computer and try again", Err: err}
}

func changed(name string) error {
	return &Error{File: name, What: "it changed while it was read", Do: "open it again when it is complete"}
}
