package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"path"

	"vitrine/reports"
)

// earlier loads a file of an archive that another file there corrects, as a
// source of its own: unless it was loaded before.
func (r *Receipt) earlier(ctx context.Context, t *transaction, archive reports.Source, e reports.Earlier) error {
	sum := sha256.Sum256(e.Content)
	src := reports.Source{
		ID: hex.EncodeToString(sum[:]), Bytes: int64(len(e.Content)), Name: valid(path.Base(e.File)), Path: archive.Path,
		Address: archive.Address, Retrieved: archive.Retrieved,
	}
	if e.Content == nil {
		return fmt.Errorf("the bytes of %s are not known", src.Name)
	}
	fillIn(&src, e.Reading)
	*r = Receipt{Path: valid(e.File), Source: src}
	n := &loading{transaction: t, receipt: r, reading: clean(e.Reading), content: e.Content, tell: func(string, int, int) {}}
	return n.run(ctx)
}

// renew looks up again what the source's figures have become.
func (r *Receipt) renew(ctx context.Context, t *transaction) error {
	held, err := sources(ctx, t, "WHERE s.id = ?", r.Source.ID)
	if err == nil && len(held) == 1 {
		r.Source = held[0].Source
	}
	return err
}
