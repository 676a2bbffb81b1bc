package library

import (
	"context"
	"database/sql/driver"
	"slices"

	"vitrine/reports"
)

// Asides lists the findings that were set aside, the first one first.
func (l *Library) Asides(ctx context.Context) ([]reports.Aside, error) {
	var list []reports.Aside
	err := each(ctx, l.db, "SELECT finding, note, said, on_day FROM asides ORDER BY on_day, finding", nil,
		func(scan func(...any) error) error {
			var a reports.Aside
			err := scan(&a.ID, &a.Note, &a.Said, &a.On)
			list = append(list, a)
			return err
		})
	return list, err
}

// SetAside keeps that a finding is set aside; one that already is gets the
// new note.
func (l *Library) SetAside(ctx context.Context, a reports.Aside) error {
	return l.change(ctx, func(ctx context.Context, t *transaction) error {
		if _, err := t.ExecContext(ctx, "DELETE FROM asides WHERE finding = ?", a.ID); err != nil {
			return err
		}
		return t.add(ctx, "asides", slices.Values([][]driver.Value{{a.ID, valid(a.Note), valid(a.Said), int32(a.On)}}))
	})
}

// PutBack makes a finding count again that was set aside.
func (l *Library) PutBack(ctx context.Context, id string) error {
	return l.change(ctx, func(ctx context.Context, t *transaction) error {
		_, err := t.ExecContext(ctx, "DELETE FROM asides WHERE finding = ?", id)
		return err
	})
}
