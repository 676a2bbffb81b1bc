package library

import (
	"bytes"
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

	"vitrine/reports"
	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
	"vitrine/reports/statements"
)

// A Progress says how far Take is.
type Progress struct {
	Path        string
	Done, Total int   // files
	Bytes, Of   int64 // of the file that is read, counted or stored
	Rows        int64 // of a dump, while they are counted
	// Left is how long counting a dump will still take, at its pace so far; 0
	// where that cannot be said yet.
	Left  time.Duration
	Stage string // one of the Stage constants
}

// The stages of a file, in order; keys of the translations.
const (
	StageReading       = "reading"
	StageUnderstanding = "understanding"
	StageStoring       = "storing"
)

// TakeOptions say what is known of the files beside their bytes.
type TakeOptions struct {
	publisher.Options
	Address    string    // where they were fetched; "": what their format says
	Duplicates bool      // look for statements that stand twice in a dump, at some cost
	Retrieved  time.Time // when; zero: the file's date
}

// Take loads the exports that paths name: files, and folders with what is in
// them. Each gets a receipt, with one sentence in Err where it could not be
// loaded; the others are loaded all the same. Where ctx is cancelled, the file
// under way leaves nothing, and it and the rest have ctx's error.
func (l *Library) Take(ctx context.Context, paths []string, progress func(Progress)) []Receipt {
	return l.TakeWith(ctx, paths, TakeOptions{}, progress)
}

// TakeWith loads exports as Take does, with what the user says of them.
func (l *Library) TakeWith(ctx context.Context, paths []string, o TakeOptions, progress func(Progress)) []Receipt {
	if progress == nil {
		progress = func(Progress) {}
	}
	kept, broken := l.Mappings()
	o.Kept = append(slices.Clone(o.Kept), kept...)
	inputs, errs := sheet.Inputs(paths)
	receipts := make([]Receipt, 0, len(inputs)+len(errs))
	for i, in := range inputs {
		t := taking{Library: l, options: o, in: in, at: Progress{Path: in.Path, Done: i, Total: len(inputs), Of: in.Size}, progress: progress}
		receipt, err := t.take(ctx)
		if err != nil {
			receipt = Receipt{Path: in.Path, Source: t.source(""), Err: besides(cancelled(ctx, err), broken)}
		}
		earlier := receipt.Earlier
		receipt.Earlier = nil
		receipts = append(append(receipts, receipt), earlier...)
	}
	for _, err := range errs {
		receipts = append(receipts, Receipt{Path: brokenPath(err), Err: err})
	}
	return l.keepUsed(o, receipts)
}

// brokenPath returns the file that an error of sheet's is about.
func brokenPath(err error) string {
	var broken *sheet.Error
	if errors.As(err, &broken) {
		return broken.File
	}
	return ""
}

// A taking is one input on its way into the library.
type taking struct {
	*Library
	options  TakeOptions
	in       sheet.Input
	at       Progress
	progress func(Progress)
	counts   *statements.Dump // nil where the input is none
	expected string           // the ID that the input must have; "": any
}

func (t *taking) tell(stage string, bytes int64) {
	t.at.Stage, t.at.Bytes = stage, bytes
	t.progress(t.at)
}

func (t *taking) take(ctx context.Context) (Receipt, error) {
	if err := ctx.Err(); err != nil {
		return Receipt{}, err
	}
	r, closer, err := t.in.Open()
	if err != nil {
		return Receipt{}, err
	}
	defer closer.Close()
	if t.counts, err = t.openDump(r); err != nil {
		return Receipt{}, err
	}
	id, content, err := t.read(ctx, r)
	if err != nil {
		return Receipt{}, err
	}
	if t.expected != "" && id != t.expected {
		return Receipt{}, t.changed()
	}
	src := t.source(id)
	if held, err := sources(ctx, t.db, "WHERE s.id = ?", id); err != nil || len(held) > 0 {
		if err == nil {
			err = t.agrees(held[0].Source)
		}
		return already(src, held), err
	}
	if content != nil && t.counts == nil {
		r = bytes.NewReader(content)
	}
	reading, err := t.understand(ctx, r)
	if err != nil {
		return Receipt{}, err
	}
	for i := range reading.Earlier {
		e := &reading.Earlier[i]
		if e.Content, err = sheet.Bytes(ctx, t.in.Name, r, t.in.Size, e.File); err != nil {
			return Receipt{}, err
		}
	}
	if err := t.unchanged(); err != nil {
		return Receipt{}, err
	}
	if reading.Published == 0 && !t.in.Modified.IsZero() {
		reading.Published = reports.DayOf(t.in.Modified.UTC().Date())
	}
	src.Given = t.given(reading)
	return t.load(ctx, src, content, reading, func(_ string, done, total int) {
		t.tell(StageStoring, t.in.Size*int64(done)/int64(max(total, 1)))
	})
}

// source returns what is known of the input before it is read.
func (t *taking) source(id string) reports.Source {
	s := reports.Source{
		ID: id, Name: t.in.Name, Path: absolute(t.in.Path), Bytes: t.in.Size,
		Address: t.options.Address, Retrieved: t.in.Modified.UTC(),
	}
	if !t.options.Retrieved.IsZero() {
		s.Retrieved = t.options.Retrieved.UTC()
	}
	return s
}

// already is the receipt of a source that the library has.
func already(src reports.Source, held []numbered) Receipt {
	for _, s := range held {
		return Receipt{Path: src.Path, Source: s.Source, Already: true}
	}
	return Receipt{}
}

// agrees refuses another day of publication than the library has of a source.
func (t *taking) agrees(held reports.Source) error {
	if day := t.options.Published; day != 0 && day != held.Published {
		return fmt.Errorf("%s: was loaded before, as published on %s; to change that, vitrine forget %s first",
			t.in.Name, held.Published, held.Short())
	}
	return nil
}

// absolute returns the whole path of a file; "" for bytes that are in none.
func absolute(path string) string {
	if path == "" {
		return ""
	}
	if full, err := filepath.Abs(path); err == nil {
		return full
	}
	return path
}

// understand turns the input's bytes into figures.
func (t *taking) understand(ctx context.Context, r io.ReaderAt) (reports.Reading, error) {
	if t.counts != nil {
		return t.count(ctx)
	}
	t.tell(StageUnderstanding, t.in.Size)
	book, closed, err := openBook(ctx, t.in.Name, r, t.in.Size)
	if err != nil {
		return reports.Reading{}, err
	}
	defer closed()
	o := t.options.Options
	o.Beside = openBeside(ctx, t.in.Path)
	return publisher.ReadWith(ctx, book, t.in.Name, o)
}

// read returns the SHA-256 of the input's bytes, and the bytes where the
// library will keep them.
func (t *taking) read(ctx context.Context, r io.ReaderAt) (id string, content []byte, err error) {
	sum := sha256.New()
	var kept bytes.Buffer
	var to io.Writer = sum
	keep := t.in.Size <= t.keptBytes()
	if keep {
		kept.Grow(int(t.in.Size))
		to = io.MultiWriter(sum, &kept)
	}
	const piece = 4 << 20
	for at := int64(0); at < t.in.Size; at += piece {
		if err := ctx.Err(); err != nil {
			return "", nil, err
		}
		t.tell(StageReading, at)
		if _, err := io.Copy(to, io.NewSectionReader(r, at, min(piece, t.in.Size-at))); err != nil {
			return "", nil, fmt.Errorf("%s: cannot be read: %w", t.in.Name, err)
		}
	}
	if keep {
		content = kept.Bytes()
		if int64(len(content)) != t.in.Size {
			return "", nil, t.changed()
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), content, t.unchanged()
}

// unchanged refuses a file that is not as it was when it was listed: its
// bytes may be of two files.
func (t *taking) unchanged() error {
	if t.in.Path == "" {
		return nil
	}
	info, err := os.Stat(t.in.Path)
	if err != nil {
		return fmt.Errorf("%s: cannot be read any longer: %w", t.in.Name, err)
	}
	if info.Mode().IsRegular() && (info.Size() != t.in.Size || !info.ModTime().Equal(t.in.Modified)) {
		return t.changed()
	}
	return nil
}

func (t *taking) changed() error {
	return fmt.Errorf("%s: it changed while it was read; open it again when it is complete", t.in.Name)
}
