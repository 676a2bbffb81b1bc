package library

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"os"
	"time"

	"vitrine/reports"
)

// A numbered source is a source and the number that its rows refer to.
type numbered struct {
	reports.Source
	number int32
}

// Sources lists the sources in the order in which they were loaded.
func (l *Library) Sources(ctx context.Context) ([]reports.Source, error) {
	held, err := sources(ctx, l.db, "")
	if err != nil {
		return nil, err
	}
	givens, err := l.givens(ctx)
	list := make([]reports.Source, len(held))
	for i, s := range held {
		list[i] = s.Source
		list[i].Given = givens[s.number]
	}
	return list, err
}

func sources(ctx context.Context, q querier, where string, args ...any) ([]numbered, error) {
	var list []numbered
	err := each(ctx, q, `
		SELECT s.number, s.id, s.name, s.path, s.address, s.size, s.retrieved, s.published, s.format, s.publisher, s.starter, s.problems,
			coalesce(c.figures, 0), coalesce(c.of_current, 0), coalesce(n.notes, 0)
		FROM sources s LEFT JOIN (
			SELECT h.source AS source, sum(h.figures) AS figures, sum(CASE WHEN e.is_current THEN h.figures ELSE 0 END) AS of_current
			FROM holdings h JOIN extents e ON h.extent = e.id GROUP BY h.source) c ON c.source = s.number
		LEFT JOIN (SELECT source, count(*) AS notes FROM notes GROUP BY source) n ON n.source = s.number
		`+where+" ORDER BY s.number", args,
		func(scan func(...any) error) error {
			var s numbered
			var retrieved int64
			err := scan(&s.number, &s.ID, &s.Name, &s.Path, &s.Address, &s.Bytes, &retrieved, &s.Published,
				&s.Format, &s.Publisher, &s.Starter, &s.Problems, &s.Figures, &s.Current, &s.Notes)
			if retrieved != 0 {
				s.Retrieved = time.UnixMicro(retrieved).UTC()
			}
			list = append(list, s)
			return err
		})
	return list, err
}

// microseconds stores a time; no time is 0.
func microseconds(t time.Time) int64 {
	if t.IsZero() {
		return 0
	}
	return t.UnixMicro()
}

// find returns the one source whose ID begins with prefix.
func find(ctx context.Context, q querier, prefix string) (numbered, error) {
	held, err := sources(ctx, q, "WHERE substr(s.id, 1, ?) = ?", len(prefix), prefix)
	switch {
	case err != nil:
		return numbered{}, err
	case len(held) == 0 || prefix == "":
		return numbered{}, fmt.Errorf("no source %q; see vitrine sources", prefix)
	case len(held) > 1:
		return numbered{}, fmt.Errorf("%q begins the IDs of %d sources; give more of its digits", prefix, len(held))
	}
	return held[0], nil
}

// Content returns the bytes of the source whose ID begins with id: those that
// the library keeps, or those of its file where that is still the same.
func (l *Library) Content(ctx context.Context, id string) ([]byte, error) {
	s, err := find(ctx, l.db, id)
	if err != nil {
		return nil, err
	}
	var content []byte
	err = each(ctx, l.db, "SELECT content FROM contents WHERE source = ?", []any{s.number},
		func(scan func(...any) error) error { return scan(&content) })
	if err != nil || content != nil || s.Bytes == 0 {
		return content, err
	}
	if content, err = os.ReadFile(s.Path); err != nil {
		return nil, fmt.Errorf("the library keeps no bytes of %s, and its file cannot be read: %w", s.Name, err)
	}
	if sum := sha256.Sum256(content); hex.EncodeToString(sum[:]) != s.ID {
		return nil, fmt.Errorf("%s has changed since it was loaded; load it again", s.Path)
	}
	return content, nil
}

// Problems lists what made no sense in the source whose ID begins with id.
func (l *Library) Problems(ctx context.Context, id string) ([]reports.Problem, error) {
	s, err := find(ctx, l.db, id)
	if err != nil {
		return nil, err
	}
	var list []reports.Problem
	err = each(ctx, l.db, `SELECT file, sheet, at_row, at_column, said, what FROM problems WHERE source = ? ORDER BY place`,
		[]any{s.number}, func(scan func(...any) error) error {
			p := reports.Problem{Origin: reports.Origin{Source: s.ID}}
			o := &p.Origin
			err := scan(&o.File, &o.Sheet, &o.Row, &o.Column, &o.Text, &p.What)
			list = append(list, p)
			return err
		})
	return list, err
}
