package library

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io/fs"
	"time"

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
	older, err := sources(ctx, l.db, "WHERE s.id = ? OR (s.starter AND s.name = ?)", id, name)
	if err != nil || len(older) > 0 && older[0].ID == id {
		return err
	}
	book, err := sheet.Open(ctx, name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return fmt.Errorf("starter figures: %w", err)
	}
	reading, err := publisher.Read(ctx, book, name)
	if err != nil {
		return fmt.Errorf("starter figures: %w", err)
	}
	if _, err := l.Load(ctx, starterSource(name, reading), content, reading); err != nil {
		return err
	}
	for _, s := range older {
		if err := l.change(ctx, func(ctx context.Context, t *transaction) error { return t.remove(ctx, s) }); err != nil {
			return err
		}
	}
	return nil
}

// starterSource is retrieved on the day of its vintage: it came in no file.
func starterSource(name string, r reports.Reading) reports.Source {
	s := reports.Source{Name: name, Starter: true}
	if r.Published != 0 {
		s.Retrieved = r.Published.Time()
	} else {
		s.Retrieved = time.Time{}
	}
	return s
}
