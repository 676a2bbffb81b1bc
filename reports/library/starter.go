package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/publisher"
	"vitrine/reports/sheet"
)

// AddStarter loads the figures that come with Vitrine, once. Those that the
// user forgot stay forgotten, and those of an older Vitrine make way for this
// one's.
func (l *Library) AddStarter(ctx context.Context) error { return l.addStarter(ctx, assets.Starter()) }

func (l *Library) addStarter(ctx context.Context, files fs.FS) error {
	names, err := fs.Glob(files, "*.csv")
	if err != nil {
		return err
	}
	for _, name := range names {
		if err := l.addStarterFile(ctx, files, name); err != nil {
			return err
		}
	}
	return nil
}

func (l *Library) addStarterFile(ctx context.Context, files fs.FS, name string) error {
	forgotten, err := l.setting(ctx, forgottenStarter+name)
	if err != nil || forgotten != "" {
		return err
	}
	content, err := fs.ReadFile(files, name)
	if err != nil {
		return err
	}
	sum := sha256.Sum256(content)
	id := hex.EncodeToString(sum[:])
	held, err := sources(ctx, l.db, "WHERE s.id = ? OR (s.starter AND s.name = ?)", id, name)
	if err != nil {
		return err
	}
	same := func(s numbered) bool { return s.ID == id }
	if !slices.ContainsFunc(held, same) {
		if err := l.loadStarter(ctx, name, content); err != nil {
			return fmt.Errorf("starter figures: %w", err)
		}
	}
	for _, s := range slices.DeleteFunc(held, same) {
		if err := l.change(ctx, func(ctx context.Context, t *transaction) error { return t.remove(ctx, s) }); err != nil {
			return err
		}
	}
	return nil
}

// loadStarter loads a starter file. It is retrieved on the day of its
// vintage, since it came in no file.
func (l *Library) loadStarter(ctx context.Context, name string, content []byte) error {
	book, err := sheet.Open(ctx, name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return err
	}
	reading, err := publisher.Read(ctx, book, name)
	if err != nil {
		return err
	}
	src := reports.Source{Name: name, Starter: true}
	if reading.Published != 0 {
		src.Retrieved = reading.Published.Time()
	}
	_, err = l.Load(ctx, src, content, reading)
	return err
}
