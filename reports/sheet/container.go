package sheet

import (
	"context"
	"strings"
	"unicode/utf8"
)

// A container is a kind of file that holds tables, pages or documents, or
// other files. A new one is one file of this package and one line in
// containers.
type container struct {
	kind Kind // of the file; Other for what holds files
	is   func(*content, head) bool
	read func(*opener, *content) error
}

// containers returns the containers in the order in which they are tried.
func containers() []container {
	return []container{
		{XLSX, isXLSX, readXLSX},
		{ODS, isODS, readODS},
		{XLS, isXLS, readXLS},
		{Other, isZip, readZip},
		{Other, isGzip, readGzip},
		{HTML, isHTML, readHTML},
		{JSON, isJSON, readJSON},
		{PlainText, isText, readText},
	}
}

// A head is the beginning of a file: its bytes, and the text that they are if
// they are one.
type head struct{ bytes, text string }

// An opener opens a file and what it holds.
type opener struct {
	ctx     context.Context
	book    *Book
	budget  budget
	members int    // of archives
	only    string // the path of a file whose bytes are wanted, and nothing else; "": all are read
	bytes   string // of that file
}

// add adds a file that was read to the book.
func (o *opener) add(f *File) { o.book.Files = append(o.book.Files, f) }

// open recognises the content and reads it into the book. A member of an
// archive that cannot be read stands in the book with the reason.
func (o *opener) open(c *content) error {
	if err := o.ctx.Err(); err != nil {
		return err
	}
	if c.path == o.only {
		text, err := c.text(o.ctx)
		o.bytes = text
		return err
	}
	kind, err := o.read(c)
	if err == nil || !c.member || o.ctx.Err() != nil {
		return err
	}
	if kind == Other {
		return err
	}
	o.add(&File{Path: c.path, Kind: kind, Err: err})
	return nil
}

// wants tells whether a file, or one in it, is to be read.
func (o *opener) wants(path string) bool {
	return o.only == "" || o.only == path || strings.HasPrefix(o.only, path+"/")
}

// read recognises the content and reads it; it returns what the content is
// taken for.
func (o *opener) read(c *content) (Kind, error) {
	if c.size == 0 {
		return PlainText, &Error{File: c.path, What: "it is empty", Do: "download it again"}
	}
	bytes, err := c.head()
	if err != nil {
		return Other, err
	}
	h := head{bytes: bytes}
	if !binary(bytes) {
		h.text, _ = decode(bytes, true)
	}
	for _, container := range containers() {
		if container.is(c, h) {
			return container.kind, container.read(o, c)
		}
	}
	if c.member {
		o.add(&File{Path: c.path, Kind: Other})
		return Other, nil
	}
	return Other, unknown(c.path, bytes)
}

// unknown says what a file is that no container reads.
func unknown(path, bytes string) error {
	for _, s := range signatures {
		if strings.HasPrefix(bytes[min(len(bytes), s.offset):], s.magic) {
			return &Error{File: path, What: "it is " + s.what + ", not a report that Vitrine reads", Do: s.do}
		}
	}
	return &Error{File: path, What: "it is neither text nor a workbook nor a zip archive", Do: givePublished}
}

const (
	givePublished = "open the file that the publisher offers (csv, xlsx, ods, xls, html, json, gz or zip)"
	saveAsXLSX    = "save it as .xlsx in a spreadsheet program and open that"
	unpackFirst   = "unpack it and open the files"
)

// signatures tell other files apart by their first bytes.
var signatures = []struct {
	offset          int
	magic, what, do string
}{
	{0, "\x89PNG", "a PNG picture", givePublished},
	{0, "\xff\xd8\xff", "a JPEG picture", givePublished},
	{0, "GIF8", "a GIF picture", givePublished},
	{8, "WEBP", "a WebP picture", givePublished},
	{0, "%PDF", "a PDF document", givePublished},
	{0, "\xd0\xcf\x11\xe0", "an old document of Microsoft Office", givePublished},
	{0, "PAR1", "a Parquet file", givePublished},
	{0, "SQLite format 3\x00", "an SQLite database", givePublished},
	{0, "BZh", "a bzip2 archive", unpackFirst},
	{0, "\xfd7zXZ", "an xz archive", unpackFirst},
	{0, "\x28\xb5\x2f\xfd", "a Zstandard archive", unpackFirst},
	{0, "7z\xbc\xaf", "a 7-Zip archive", unpackFirst},
	{0, "Rar!", "a RAR archive", unpackFirst},
	{257, "ustar", "a tar archive", unpackFirst},
	{0, "\x7fELF", "a program", givePublished},
	{0, "MZ", "a program", givePublished},
}

// binary tells whether the first bytes of a file are no text: it has control
// characters that no text has, or begins as a known binary file does.
func binary(bytes string) bool {
	if utf16Order(bytes) != "" {
		return false
	}
	for _, s := range signatures {
		if strings.HasPrefix(bytes, s.magic) && !utf8.ValidString(s.magic) {
			return true
		}
	}
	for _, magic := range []string{"%PDF", "PAR1", "PK\x03\x04", "PK\x05\x06"} {
		if strings.HasPrefix(bytes, magic) {
			return true
		}
	}
	return strings.IndexByte(bytes, 0) >= 0
}
