package sheet

import (
	"archive/zip"
	"context"
	"io"
	"strings"
)

// A content is the bytes of a file or of an archive's member, before they are
// recognised.
type content struct {
	path   string
	r      io.ReaderAt
	size   int64
	whole  string // all bytes, if they are in memory
	member bool   // of an archive
	depth  int    // archives around it

	unzipped *zip.Reader // its directory, once it was asked for
	zipErr   error
}

// head returns the first bytes.
func (c *content) head() (string, error) {
	buffer := make([]byte, min(c.size, headSize))
	n, err := c.r.ReadAt(buffer, 0)
	if n < len(buffer) {
		return "", c.failed(err)
	}
	return string(buffer), nil
}

// headSize is how much of a file tells what it is.
const headSize = 8 << 10

// text returns all bytes. It reads them in pieces, so that a read from a slow
// disk can be cancelled.
func (c *content) text(ctx context.Context) (string, error) {
	if c.size > MaxBytes {
		return "", &Error{File: c.path, What: "it has " + size(c.size) + ", more than the " + size(MaxBytes) + " that Vitrine reads", Do: "split the file"}
	}
	if c.whole != "" {
		return c.whole, nil
	}
	var all strings.Builder
	all.Grow(int(c.size))
	buffer := make([]byte, min(c.size, 1<<20))
	for at := int64(0); at < c.size; {
		if err := ctx.Err(); err != nil {
			return "", err
		}
		piece := buffer[:min(int64(len(buffer)), c.size-at)]
		n, err := c.r.ReadAt(piece, at)
		if n < len(piece) {
			return "", c.failed(err)
		}
		all.Write(piece)
		at += int64(n)
	}
	return all.String(), c.ends()
}

// ends tells whether the bytes end where they should.
func (c *content) ends() error {
	var beyond [1]byte
	if n, _ := c.r.ReadAt(beyond[:], c.size); n > 0 {
		return changed(c.path)
	}
	return nil
}

// failed says why fewer bytes came than were there.
func (c *content) failed(err error) error {
	if err == nil || err == io.EOF {
		return changed(c.path)
	}
	return unreadable(c.path, err)
}
