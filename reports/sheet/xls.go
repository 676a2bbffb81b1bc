package sheet

import (
	"context"
	endian "encoding/binary"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/richardlehane/mscfb"
)

// isXLS takes the container of Excel's old workbooks, also one that is cut.
// Other programs use it too: what holds nothing of Excel's is left alone.
func isXLS(c *content, h head) bool {
	if !strings.HasPrefix(h.bytes, compoundMagic) {
		return false
	}
	streams, err := compound(c)
	return err != nil || streams["Workbook"] != nil || streams["Book"] != nil || streams["EncryptedPackage"] != nil
}

const compoundMagic = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

// maxCompound is how large a compound file may be: Excel's old workbooks never
// had more.
const maxCompound = 100 << 20

// readXLS reads a workbook of Excel 97 to 2003 (BIFF8): its sheets, hidden
// ones included, in their order. The text of a cell is what its format shows,
// as in an xlsx; of a formula, the result that was saved with it.
func readXLS(o *opener, c *content) error {
	if c.size > maxCompound {
		return &Error{File: c.path, What: "it has " + size(c.size) + ", more than an Excel 97 workbook holds", Do: saveAsXLSX}
	}
	streams, err := compound(c)
	if err != nil {
		return cutWorkbook(c.path, err)
	}
	stream := streams["Workbook"]
	switch {
	case streams["EncryptedPackage"] != nil:
		return lockedWorkbook(c.path)
	case stream == nil:
		return &Error{File: c.path, What: "it is a workbook of Excel 95 or older", Do: saveAsXLSX}
	}
	records, err := readStream(o.ctx, stream, c.size)
	if err != nil {
		return cutWorkbook(c.path, err)
	}
	w := &xlsBook{ctx: o.ctx, path: c.path, records: records}
	tables, err := w.sheets()
	if err != nil {
		return err
	}
	o.add(&File{Path: c.path, Kind: XLS, Tables: tables})
	return nil
}

// compound returns the streams at the top of a compound file, by their names.
func compound(c *content) (streams map[string]*mscfb.File, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the directory is damaged: %v", p)
		}
	}()
	if c.size > maxCompound {
		return nil, errors.New("it is too large")
	}
	r, err := mscfb.New(io.NewSectionReader(c.r, 0, c.size))
	if err != nil {
		return nil, err
	}
	streams = map[string]*mscfb.File{}
	for _, f := range r.File {
		if len(f.Path) == 0 && !f.FileInfo().IsDir() {
			streams[f.Name] = f
		}
	}
	return streams, nil
}

// readStream returns the bytes of a stream, which are fewer than the file's.
// It reads in pieces: the library takes long for large ones.
func readStream(ctx context.Context, stream *mscfb.File, most int64) (bytes []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("the stream is damaged: %v", p)
		}
	}()
	buffer := make([]byte, 32<<10)
	for int64(len(bytes)) < min(stream.Size, most) {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		n, err := stream.Read(buffer)
		bytes = append(bytes, buffer[:n]...)
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, err
		}
	}
	if int64(len(bytes)) < stream.Size {
		return nil, io.ErrUnexpectedEOF
	}
	return bytes, nil
}

func cutWorkbook(path string, err error) error {
	if err == context.Canceled || err == context.DeadlineExceeded {
		return err
	}
	return &Error{File: path, What: "the workbook is cut or damaged", Do: "download it again", Err: err}
}

func lockedWorkbook(path string) error {
	return &Error{File: path, What: "it has a password", Do: "open it in a spreadsheet program, save it without one and try again"}
}

// The records of BIFF8 that Vitrine reads.
const (
	biffFormula   = 0x0006
	biffEnd       = 0x000a
	biffDateMode  = 0x0022
	biffLocked    = 0x002f
	biffContinue  = 0x003c
	biffSheet     = 0x0085
	biffMultiRK   = 0x00bd
	biffRichText  = 0x00d6
	biffStyle     = 0x00e0
	biffTexts     = 0x00fc
	biffTextIndex = 0x00fd
	biffNumber    = 0x0203
	biffText      = 0x0204
	biffBool      = 0x0205
	biffResult    = 0x0207
	biffRK        = 0x027e
	biffFormat    = 0x041e
	biffBegin     = 0x0809
)

// A biffRecord is a record of a workbook.
type biffRecord struct {
	kind int
	at   int // of its header among all records
	data []byte
	next int // the place behind it
}

// record returns the record at a place; false at the end, and where the
// workbook is cut.
func (w *xlsBook) record(at int) (biffRecord, bool) {
	if at < 0 || at+4 > len(w.records) {
		return biffRecord{}, false
	}
	kind := int(endian.LittleEndian.Uint16(w.records[at:]))
	next := at + 4 + int(endian.LittleEndian.Uint16(w.records[at+2:]))
	if next > len(w.records) {
		return biffRecord{}, false
	}
	return biffRecord{kind: kind, at: at, data: w.records[at+4 : next : next], next: next}, true
}

// continued returns the data of a record and of those that continue it.
func (w *xlsBook) continued(r biffRecord) biffData {
	t := biffData{pieces: [][]byte{r.data}}
	for {
		more, ok := w.record(r.next)
		if !ok || more.kind != biffContinue {
			return t
		}
		t.pieces = append(t.pieces, more.data)
		r = more
	}
}
