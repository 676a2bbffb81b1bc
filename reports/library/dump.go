package library

import (
	"bytes"
	"cmp"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/statements"
)

// StageCounting is the stage of a dump while its rows are counted.
const StageCounting = "counting"

// KeptDumpBytes is the size up to which the library keeps a dump's bytes;
// larger ones are kept by their path. A month of them would make the library
// a thousand times larger than its figures.
const KeptDumpBytes = 4 << 20

// keptBytes is the size up to which the input's bytes are kept.
func (t *taking) keptBytes() int64 {
	if t.counts != nil {
		return KeptDumpBytes
	}
	return KeptBytes
}

// openDump opens the input as a dump of the DSA database; nil where it is
// another file.
func (t *taking) openDump(r io.ReaderAt) (*statements.Dump, error) {
	d, err := statements.Open(t.in.Name, r, t.in.Size)
	if errors.Is(err, statements.ErrNotDump) {
		return nil, nil
	}
	return d, err
}

// count counts the dump.
func (t *taking) count(ctx context.Context) (reading reports.Reading, err error) {
	d := t.counts
	if err := t.verify(ctx, d); err != nil {
		return reading, err
	}
	start := time.Now()
	counts, err := d.Count(ctx, statements.Options{Duplicates: t.options.Duplicates, Progress: func(p statements.Progress) {
		t.at.Rows, t.at.Left = p.Rows, left(time.Since(start), p.Bytes, p.Size)
		t.tell(StageCounting, p.Bytes)
	}})
	t.at.Rows, t.at.Left = 0, 0
	if err != nil {
		return reading, err
	}
	reading = d.Reading(counts, assets.Areas())
	reading.Published = cmp.Or(t.options.Published, reading.Published)
	if len(reading.Figures) == 0 {
		reading.Problems = append(reading.Problems, reports.Problem{
			Origin: reports.Origin{File: t.in.Name}, What: "the dump has a header and no statement"})
	}
	return reading, nil
}

// left says how long the rest of a file takes when a part of it took spent. The
// first second tells nothing.
func left(spent time.Duration, part, whole int64) time.Duration {
	if part <= 0 || spent < time.Second {
		return 0
	}
	return time.Duration(float64(spent) * float64(whole-part) / float64(part)).Round(time.Second)
}

// verify compares the dump with the checksum that lies beside it, if one does.
func (t *taking) verify(ctx context.Context, d *statements.Dump) error {
	stated, err := os.ReadFile(t.in.Path + ".sha1")
	if err != nil || t.in.Path == "" {
		return nil
	}
	return d.VerifySHA1(ctx, string(stated))
}

// A Statement is a place of a statement of reasons in a dump.
type Statement struct {
	Source reports.Source
	statements.Place
}

// IsCounted tells whether a figure is counted from a dump's rows: its cell
// is none of the file's.
func IsCounted(f reports.Figure) bool {
	return f.Publisher == statements.Publisher && f.Measure == statements.Measure && f.Origin.Text == ""
}

// Statements reads the dumps again in which figures were counted and yields
// the statements that they count, at most limit of them where limit is more
// than zero. A dump that has changed, or is gone, is an error.
func (l *Library) Statements(ctx context.Context, figures []reports.Figure, limit int, yield func(Statement) bool) error {
	bySource := map[string][]reports.Figure{}
	var order []string
	for _, f := range figures {
		if bySource[f.Origin.Source] == nil {
			order = append(order, f.Origin.Source)
		}
		bySource[f.Origin.Source] = append(bySource[f.Origin.Source], f)
	}
	left, more := limit, true
	for _, id := range order {
		if !more || limit > 0 && left == 0 {
			return nil
		}
		err := l.statements(ctx, id, bySource[id], left, func(s Statement) bool {
			left--
			more = yield(s)
			return more
		})
		if err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) statements(ctx context.Context, id string, figures []reports.Figure, limit int, yield func(Statement) bool) error {
	held, err := find(ctx, l.db, id)
	if err != nil {
		return err
	}
	r, closer, err := l.bytesOf(ctx, held)
	if err != nil {
		return err
	}
	defer closer.Close()
	d, err := statements.Open(held.Name, r, held.Bytes)
	if err != nil {
		return err
	}
	return d.Trace(ctx, d.Matching(figures, assets.Areas()), limit, func(p statements.Place) bool {
		return yield(Statement{held.Source, p})
	})
}

// bytesOf opens what the library keeps of a source, or its file where that is
// still the same, without reading it into memory.
func (l *Library) bytesOf(ctx context.Context, s numbered) (io.ReaderAt, io.Closer, error) {
	if s.Bytes <= KeptDumpBytes {
		content, err := l.Content(ctx, s.ID)
		return bytes.NewReader(content), io.NopCloser(nil), err
	}
	f, err := os.Open(s.Path)
	if err != nil {
		return nil, nil, fmt.Errorf("the library keeps no bytes of %s, and its file cannot be read: %w", s.Name, err)
	}
	sum := sha256.New()
	if _, err := io.Copy(sum, readerWith(ctx, f)); err != nil {
		f.Close()
		return nil, nil, err
	}
	if hex.EncodeToString(sum.Sum(nil)) != s.ID {
		f.Close()
		return nil, nil, fmt.Errorf("%s has changed since it was loaded; load it again", filepath.Clean(s.Path))
	}
	return f, f, nil
}

// readerWith reads until ctx is done.
func readerWith(ctx context.Context, r io.Reader) io.Reader { return &cancelReader{ctx, r} }

type cancelReader struct {
	ctx context.Context
	r   io.Reader
}

func (c *cancelReader) Read(p []byte) (int, error) {
	if err := c.ctx.Err(); err != nil {
		return 0, err
	}
	return c.r.Read(p)
}

// CountedAt lists the first statements, at most limit, behind the figure that
// stands at an address, as Origin.String writes it. It lists none where the
// figure was not counted from a dump's rows.
func (l *Library) CountedAt(ctx context.Context, address string, limit int) ([]Statement, error) {
	figures, err := l.At(ctx, address)
	if err != nil {
		return nil, err
	}
	figures = slices.DeleteFunc(figures, func(f reports.Figure) bool { return !IsCounted(f) })
	var list []Statement
	err = l.Statements(ctx, figures, limit, func(s Statement) bool {
		list = append(list, s)
		return true
	})
	return list, err
}
