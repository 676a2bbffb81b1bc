package library

import (
	"context"
	"slices"

	"vitrine/reports"
)

// Editions lists what every vintage states of the figures that a request
// names, the oldest vintage first: of one block, with exact values.
func (l *Library) Editions(ctx context.Context, r reports.Request) ([]reports.Statement, error) {
	all, err := l.at(ctx, everything)
	if err != nil {
		return nil, err
	}
	list, err := all.Figures(ctx, r)
	if err != nil {
		return nil, err
	}
	sources, err := ordered(ctx, l.db)
	if err != nil {
		return nil, err
	}
	place := map[string]int{}
	for i, s := range sources {
		place[s.ID] = i
	}
	statements := make([]reports.Statement, len(list))
	for i, f := range list {
		statements[i] = reports.Statement{Figure: f, Vintage: sources[place[f.Origin.Source]].vintage(), Stated: true}
	}
	slices.SortStableFunc(statements, func(a, b reports.Statement) int {
		return place[a.Vintage.Source] - place[b.Vintage.Source]
	})
	return statements, nil
}
