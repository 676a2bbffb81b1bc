package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// ErrNoSource says that a library does not hold a source.
var ErrNoSource = errors.New("the library does not hold it")

// Input returns the bytes of the source of an ID, to be loaded again: those
// that the library keeps, else those of the source's file. It does not look
// whether they are still the same. Where there is no such source the error is
// ErrNoSource.
func (l *Library) Input(ctx context.Context, id string) (sheet.Input, error) {
	held, err := sources(ctx, l.db, "WHERE s.id = ?", id)
	if err != nil {
		return sheet.Input{}, err
	}
	if len(held) == 0 {
		return sheet.Input{}, ErrNoSource
	}
	s := held[0]
	var size int64 = -1
	err = each(ctx, l.db, "SELECT octet_length(content) FROM contents WHERE source = ?", []any{s.number},
		func(scan func(...any) error) error { return scan(&size) })
	if err != nil || size >= 0 {
		return l.kept(ctx, s, size), err
	}
	inputs, errs := sheet.Inputs([]string{s.Path})
	if len(errs) > 0 {
		return sheet.Input{}, fmt.Errorf("the library keeps no bytes of it, and its file is gone: %w", errs[0])
	}
	return inputs[0], nil
}

// kept is an input whose bytes the library keeps: they are read when it is
// opened.
func (l *Library) kept(ctx context.Context, s numbered, size int64) sheet.Input {
	return sheet.Input{Name: s.Name, Size: size, Open: func() (io.ReaderAt, io.Closer, error) {
		var content []byte
		err := each(ctx, l.db, "SELECT content FROM contents WHERE source = ?", []any{s.number},
			func(scan func(...any) error) error { return scan(&content) })
		return bytes.NewReader(content), io.NopCloser(nil), err
	}}
}

// StarterInput returns the starter figures of an ID; false where this Vitrine
// has others.
func StarterInput(id string) (sheet.Input, bool) {
	files := assets.Starter()
	names, _ := fs.Glob(files, "*.csv")
	for _, name := range names {
		content, err := fs.ReadFile(files, name)
		if sum := sha256.Sum256(content); err == nil && hex.EncodeToString(sum[:]) == id {
			return inputOf(name, content), true
		}
	}
	return sheet.Input{}, false
}

// inputOf is an input whose bytes are in memory.
func inputOf(name string, content []byte) sheet.Input {
	return sheet.Input{Name: name, Size: int64(len(content)), Open: func() (io.ReaderAt, io.Closer, error) {
		return bytes.NewReader(content), io.NopCloser(nil), nil
	}}
}

// Identify returns the SHA-256 of an input's bytes, without keeping them.
func Identify(ctx context.Context, in sheet.Input) (string, error) {
	r, closer, err := in.Open()
	if err != nil {
		return "", err
	}
	defer closer.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, readerWith(ctx, io.NewSectionReader(r, 0, in.Size))); err != nil {
		return "", err
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

// TakeAgain loads a source as it was loaded before, under the same name and
// with what was said of it then. Bytes with another SHA-256 than the source's
// are refused.
func (l *Library) TakeAgain(ctx context.Context, s reports.Source, in sheet.Input, progress func(Progress)) (Receipt, error) {
	if progress == nil {
		progress = func(Progress) {}
	}
	in.Name = s.Name
	if s.Starter {
		return l.takeStarterAgain(ctx, s, in)
	}
	o, err := optionsOf(s)
	if err != nil {
		return Receipt{}, err
	}
	t := taking{Library: l, options: o, in: in, expected: s.ID, progress: progress,
		at: Progress{Path: in.Name, Total: 1, Of: in.Size}}
	receipt, err := t.take(ctx)
	return receipt, cancelled(ctx, err)
}

func (l *Library) takeStarterAgain(ctx context.Context, s reports.Source, in sheet.Input) (Receipt, error) {
	r, closer, err := in.Open()
	if err != nil {
		return Receipt{}, err
	}
	defer closer.Close()
	content, err := io.ReadAll(io.NewSectionReader(r, 0, in.Size))
	if err != nil {
		return Receipt{}, err
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != s.ID {
		return Receipt{}, fmt.Errorf("%s: it changed while it was read", s.Name)
	}
	return Receipt{Source: s}, l.loadStarter(ctx, s.Name, content)
}

// Supporting lists the sources on which tables of some publishers rest, in
// the order in which they were loaded: all that state current figures of
// these publishers on a day, since what one does not state can matter as much
// as what it does. The zero Day is today; with everyVintage all count, also
// those that were replaced.
func (l *Library) Supporting(ctx context.Context, publishers []string, day reports.Day, everyVintage bool) ([]reports.Source, error) {
	if everyVintage {
		day = everything
	}
	from, err := l.at(ctx, day)
	if err != nil {
		return nil, err
	}
	wanted, ids := map[string]bool{}, map[string]bool{}
	for _, p := range publishers {
		wanted[p] = true
	}
	if err := from.eachStated(ctx, func(b blockName, id string, _ reports.Period) { ids[id] = ids[id] || wanted[b.publisher] }); err != nil {
		return nil, err
	}
	all, err := l.Sources(ctx)
	var list []reports.Source
	for _, s := range all {
		if ids[s.ID] {
			list = append(list, s)
		}
	}
	return list, err
}
