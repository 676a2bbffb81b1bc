package statements

import (
	"archive/zip"
	"bufio"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
	"strings"
	"sync/atomic"

	"github.com/klauspost/compress/flate"

	"vitrine/reports"
)

// The limits of what is read, far beyond what the database publishes. They
// are variables for tests; nothing else changes them.
var (
	maxDirectory int64  = 16 << 20 // bytes of an archive's directory
	maxEntries          = 20_000   // files in an archive
	maxRatio     uint64 = 300      // of unpacked to packed bytes, beyond freeBytes
	freeBytes    uint64 = 64 << 20 // unpacked without a look at the ratio
)

// A part is one CSV file of a dump.
type part struct {
	path   string // "inner.csv.zip › file.csv"; "" where the dump is the CSV itself
	copyTo func(io.Writer) error
	done   func() // tells the archive that nothing more is read of it
}

// walk calls each with the parts in their order, until it fails. The parts may
// be read at the same time, and after walk has returned.
func (d *Dump) walk(ctx context.Context, each func(part) error) error {
	if !isZip(d.r) {
		return each(part{done: func() {}, copyTo: func(w io.Writer) error {
			_, err := io.CopyBuffer(w, struct{ io.Reader }{io.NewSectionReader(d.r, 0, d.Size)}, make([]byte, 128<<10))
			return err
		}})
	}
	outer := archive{dump: d, r: d.r, size: d.Size}
	return outer.walk(ctx, each)
}

func isZip(r io.ReaderAt) bool {
	var magic [4]byte
	r.ReadAt(magic[:], 0)
	return string(magic[:]) == "PK\x03\x04" || string(magic[:]) == "PK\x05\x06"
}

// An archive is a zip whose entries are parts or, in the outer one, archives.
type archive struct {
	dump   *Dump
	path   string
	r      io.ReaderAt
	size   int64
	inner  bool
	closer io.Closer
	users  atomic.Int32 // parts that are still read, and walk itself
}

func (a *archive) release() {
	if a.users.Add(-1) == 0 && a.closer != nil {
		a.closer.Close()
	}
}

func (a *archive) fail(path, what, do string, err error) error {
	return &Error{File: a.dump.Name, Part: path, What: what, Do: do, Err: err}
}

func (a *archive) walk(ctx context.Context, each func(part) error) error {
	a.users.Add(1)
	defer a.release()
	directory, err := a.directory()
	if err != nil {
		return err
	}
	if !a.inner && a.dump.Made == 0 {
		a.dump.Made = madeOn(directory)
	}
	for _, f := range directory.File {
		if err := ctx.Err(); err != nil {
			return err
		}
		if f.FileInfo().IsDir() || strings.HasPrefix(f.Name, "__MACOSX/") || strings.HasSuffix(f.Name, ".DS_Store") {
			continue
		}
		if err := a.entry(ctx, f, each); err != nil {
			return err
		}
	}
	return nil
}

// madeOn returns the last day of an archive's entries; 0 where they state none:
// a zip cannot state a day before 1980.
func madeOn(z *zip.Reader) reports.Day {
	day := reports.DayOf(1980, 1, 1)
	for _, f := range z.File {
		if !f.Modified.IsZero() {
			day = max(day, reports.DayOf(f.Modified.Date()))
		}
	}
	if day == reports.DayOf(1980, 1, 1) {
		return 0
	}
	return day
}

// directory lists the archive. How much of it is read is bounded: a directory
// may claim anything.
func (a *archive) directory() (*zip.Reader, error) {
	bounded := &boundedReaderAt{r: a.r, left: maxDirectory + 1<<17}
	z, err := zip.NewReader(bounded, a.size)
	switch {
	case bounded.left < 0 || err == nil && len(z.File) > maxEntries:
		return nil, a.fail(a.path, "it lists more than 20,000 files, and a day's dump has some hundreds", "check where it came from", nil)
	case err != nil || !a.owns(z):
		return nil, a.fail(a.path, "the zip archive has no end, so a part of it is missing", downloadAgain, err)
	}
	if packed := uint64(0); slices.ContainsFunc(z.File, func(f *zip.File) bool { packed += f.CompressedSize64; return packed > uint64(a.size) }) {
		return nil, a.fail(a.path, "its files take more room than it has, as in a bomb", "check where it came from", nil)
	}
	bounded.off = true
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	return z, nil
}

// owns tells whether a directory is the archive's own. In a dump that was cut
// the last thing that looks like a directory is that of an archive within.
func (a *archive) owns(z *zip.Reader) bool {
	const fixed = 30 // bytes of an entry's header before its name
	header := make([]byte, fixed)
	if _, err := a.r.ReadAt(header, 0); err != nil || len(z.File) == 0 {
		return len(z.File) == 0
	}
	first := make([]byte, binary.LittleEndian.Uint16(header[26:]))
	a.r.ReadAt(first, fixed)
	return slices.ContainsFunc(z.File, func(f *zip.File) bool { return f.Name == string(first) })
}

// A boundedReaderAt fails when more is read of it than is left.
type boundedReaderAt struct {
	r    io.ReaderAt
	left int64
	off  bool // no longer bounded
}

var errBound = errors.New("more is read than allowed")

func (b *boundedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	if !b.off {
		if b.left -= int64(len(p)); b.left < 0 {
			return 0, errBound
		}
	}
	return b.r.ReadAt(p, at)
}

// entry passes on an entry, or what it holds.
func (a *archive) entry(ctx context.Context, f *zip.File, each func(part) error) error {
	path := strings.Map(printable, strings.ToValidUTF8(strings.ReplaceAll(f.Name, separator, " "), "\ufffd"))
	if a.path != "" {
		path = a.path + separator + path
	}
	if err := a.check(path, f); err != nil {
		return err
	}
	nested, err := a.holdsZip(path, f)
	switch {
	case err != nil:
		return err
	case nested && a.inner:
		return a.fail(path, "it is an archive within an archive within an archive, which no dump is", "unpack it and open the files", nil)
	case nested:
		inner, err := a.nested(ctx, path, f)
		if err != nil {
			return err
		}
		return inner.walk(ctx, each)
	}
	a.users.Add(1)
	return each(part{path: path, done: a.release, copyTo: func(w io.Writer) error {
		if err := a.inflate(f, w); err != nil {
			return a.damaged(path, err)
		}
		return nil
	}})
}

// damaged says that an entry cannot be unpacked.
func (a *archive) damaged(path string, err error) error {
	return a.fail(path, "it cannot be unpacked, so it is damaged or a part of it is missing", downloadAgain, err)
}

// check refuses what cannot or must not be unpacked.
func (a *archive) check(path string, f *zip.File) error {
	switch {
	case f.Flags&1 != 0:
		return a.fail(path, "it is locked with a password", "open the dump that the database offers", nil)
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return a.fail(path, "it is packed by a method that Vitrine does not read", "unpack it and open the CSV files", nil)
	case f.UncompressedSize64 > freeBytes && f.UncompressedSize64/maxRatio > f.CompressedSize64:
		return a.fail(path, "it would grow to more than 300 times its size, as no dump does", "check where it came from", nil)
	}
	return nil
}

// holdsZip looks at the first bytes of an entry.
func (a *archive) holdsZip(path string, f *zip.File) (bool, error) {
	r, err := f.Open()
	if err != nil {
		return false, a.damaged(path, err)
	}
	defer r.Close()
	magic := make([]byte, 4)
	if n, err := io.ReadFull(r, magic); err != nil && err != io.EOF && !errors.Is(err, io.ErrUnexpectedEOF) {
		return false, a.damaged(path, err)
	} else {
		magic = magic[:n]
	}
	return bytes.HasPrefix(magic, []byte("PK\x03\x04")) || bytes.HasPrefix(magic, []byte("PK\x05\x06")), nil
}

// nested opens an archive in the archive: in its place where it is stored, as
// the database does, else unpacked into a temporary file.
func (a *archive) nested(ctx context.Context, path string, f *zip.File) (*archive, error) {
	inner := &archive{dump: a.dump, path: path, inner: true}
	if offset, err := f.DataOffset(); err == nil && f.Method == zip.Store && f.CompressedSize64 == f.UncompressedSize64 {
		inner.size = int64(f.CompressedSize64)
		inner.r = io.NewSectionReader(a.r, offset, inner.size)
		return inner, nil
	}
	r, err := f.Open()
	if err != nil {
		return nil, a.damaged(path, err)
	}
	defer r.Close()
	file, err := newTemporary()
	if err != nil {
		return nil, a.fail(path, "there is no folder for temporary files to unpack it into", "make room on the disk", err)
	}
	if inner.size, err = copyContext(ctx, file, r); err != nil {
		file.Close()
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, a.fail(path, "it cannot be unpacked into the folder for temporary files", "download it again, or make room on the disk", err)
	}
	inner.r, inner.closer = file, file
	return inner, nil
}

// A temporary is a file that is removed when it is closed.
type temporary struct{ *os.File }

func newTemporary() (temporary, error) {
	f, err := os.CreateTemp("", "vitrine-*")
	return temporary{f}, err
}

// Close removes the file.
func (t temporary) Close() error {
	return errors.Join(t.File.Close(), os.Remove(t.Name()))
}

// copyContext copies until the context ends.
func copyContext(ctx context.Context, w io.Writer, r io.Reader) (n int64, err error) {
	in := bufio.NewReaderSize(r, 1<<20)
	for {
		if err := ctx.Err(); err != nil {
			return n, err
		}
		m, err := io.CopyN(w, in, 1<<20)
		n += m
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}
