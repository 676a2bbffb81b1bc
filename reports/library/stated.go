package library

import (
	"context"

	"vitrine/reports"
)

// Stated lists the figures that the source of an ID states, with their
// origins, in the order of period and split: also those that a newer source
// replaced.
func (l *Library) Stated(ctx context.Context, id string) ([]reports.Figure, error) {
	return figures(ctx, l.db, phrase{
		sql: `JOIN (SELECT h.id AS id, h.block AS block, h.extent AS extent, s.id AS source_id
			FROM holdings h JOIN sources s ON h.source = s.number WHERE s.id = ?) c ON f.holding = c.id` + words,
		args: []any{id},
	})
}
