package statements

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"hash/crc32"
	"io"

	"github.com/klauspost/compress/flate"
)

// wholePacked is up to how many packed bytes an entry is read at once. The
// exporter's files of 100,000 statements take 5 MB.
const wholePacked = 16 << 20

// errDamaged says that an entry does not hold what the archive states.
var errDamaged = errors.New("its size or checksum is another than the archive states")

// inflate writes what an entry of an archive holds to w. It passes the
// decompressor's own window on, so that nothing is copied and all stays in the
// cache.
func (a *archive) inflate(f *zip.File, w io.Writer) error {
	offset, err := f.DataOffset()
	if err != nil {
		return err
	}
	packed := io.NewSectionReader(a.r, offset, int64(f.CompressedSize64))
	check := &checker{w: w, left: f.UncompressedSize64}
	if f.Method == zip.Store {
		_, err = io.CopyBuffer(check, struct{ io.Reader }{packed}, make([]byte, 128<<10))
	} else {
		err = inflate(packed, check)
	}
	if err == nil && (check.left != 0 || check.sum != f.CRC32) {
		err = errDamaged
	}
	return err
}

// inflate unpacks r. The decompressor is quickest on bytes in memory.
func inflate(packed *io.SectionReader, w io.Writer) error {
	var in flate.Reader = bufio.NewReaderSize(packed, 256<<10)
	if packed.Size() <= wholePacked {
		whole := make([]byte, packed.Size())
		if _, err := io.ReadFull(packed, whole); err != nil {
			return err
		}
		in = bytes.NewReader(whole)
	}
	r := flate.NewReader(in)
	defer r.Close()
	_, err := r.(io.WriterTo).WriteTo(w)
	return err
}

// A checker passes on what it is written, and checks it.
type checker struct {
	w    io.Writer
	left uint64 // bytes that are yet to come
	sum  uint32
}

func (c *checker) Write(p []byte) (int, error) {
	if uint64(len(p)) > c.left {
		return 0, errDamaged
	}
	c.left -= uint64(len(p))
	c.sum = crc32.Update(c.sum, crc32.IEEETable, p)
	return c.w.Write(p)
}
