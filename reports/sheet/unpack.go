package sheet

import (
	"archive/zip"
	"context"
	"errors"
	"io"
	"math"
	"strings"
)

// directory returns the archive's directory.
func (c *content) directory() (*zip.Reader, error) {
	if c.unzipped == nil && c.zipErr == nil {
		r := &directoryReader{from: c.r, left: maxDirectory}
		c.unzipped, c.zipErr = zip.NewReader(r, c.size)
		r.left = math.MaxInt64
		if errors.Is(c.zipErr, zip.ErrInsecurePath) {
			c.zipErr = nil
		}
	}
	if c.zipErr != nil {
		return nil, damaged(c.path, c.zipErr)
	}
	return c.unzipped, nil
}

// maxDirectory is how much of an archive is read to list its members.
const maxDirectory = 16 << 20

// A directoryReader reads so many bytes and no more.
type directoryReader struct {
	from io.ReaderAt
	left int64
}

// ReadAt reads as the reader beneath does.
func (r *directoryReader) ReadAt(buffer []byte, at int64) (int, error) {
	if r.left -= int64(len(buffer)); r.left < 0 {
		return 0, errors.New("the directory is too large")
	}
	return r.from.ReadAt(buffer, at)
}

func damaged(path string, err error) error {
	return &Error{File: path, What: "the zip archive is cut or damaged", Do: "download it again", Err: err}
}

// readable tells whether a member can be unpacked at all.
func readable(path string, f *zip.File) error {
	switch {
	case f.Flags&1 != 0 || f.Method == 99:
		return &Error{File: path, What: "it is encrypted", Do: "unpack it with its password and open the files"}
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return &Error{File: path, What: "it is packed in a way that Vitrine does not read", Do: unpackFirst}
	}
	return nil
}

// A budget bounds what an archive may hold when it is unpacked.
type budget struct{ spent int64 }

// spend counts bytes that were unpacked.
func (b *budget) spend(path string, n int) error {
	if b.spent += int64(n); b.spent > MaxBytes {
		return &Error{File: path, What: "unpacked, it has more than the " + size(MaxBytes) + " that Vitrine reads", Do: "unpack it and open the files one by one"}
	}
	return nil
}

// An unpacker reads a member of an archive while it stays within the limits.
type unpacker struct {
	ctx     context.Context
	path    string
	packed  int64 // its size as it is packed
	from    io.ReadCloser
	budget  *budget
	read    int64
	damaged func(path string, err error) error
}

// unpack begins to read a member.
func unpack(ctx context.Context, path string, f *zip.File, b *budget) (*unpacker, error) {
	if err := readable(path, f); err != nil {
		return nil, err
	}
	from, err := f.Open()
	if err != nil {
		return nil, damaged(path, err)
	}
	return &unpacker{ctx: ctx, path: path, packed: int64(f.CompressedSize64), from: from, budget: b, damaged: damaged}, nil
}

// Read reads the next bytes of the member.
func (u *unpacker) Read(buffer []byte) (int, error) {
	if err := u.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := u.from.Read(buffer)
	u.read += int64(n)
	if over := u.budget.spend(u.path, n); over != nil {
		return 0, over
	}
	if u.read > FreeBytes && u.read/MaxRatio > u.packed {
		return 0, &Error{File: u.path, What: "it unpacks to more than " + grouped(MaxRatio) + " times its size", Do: "it is a trap or damaged: download it again from its publisher"}
	}
	if err != nil && err != io.EOF {
		return n, u.damaged(u.path, err)
	}
	return n, err
}

// Close ends the reading.
func (u *unpacker) Close() error { return u.from.Close() }

// all returns the whole member, which claims to have so many bytes.
func (u *unpacker) all(claimed int64) (string, error) {
	var text strings.Builder
	text.Grow(int(min(claimed, FreeBytes+u.packed*4)))
	_, err := io.CopyBuffer(&text, struct{ io.Reader }{u}, make([]byte, 64<<10))
	return text.String(), err
}
