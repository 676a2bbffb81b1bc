package library

import (
	"context"
	"slices"

	"vitrine/reports"
)

// Answering returns the sources that state the figures of an answer, in the
// order of Sources: those of the cells that its numbers stand in, and of sums
// those with figures of their block and time that are current, or were on the
// day that the answer is about.
func (l *Library) Answering(ctx context.Context, a reports.Answer) ([]reports.Source, error) {
	from, err := l.at(ctx, a.Question.AsOf)
	if err != nil {
		return nil, err
	}
	ids, err := from.stating(ctx, sumsOf(a))
	if err != nil {
		return nil, err
	}
	for id := range cellsOf(a) {
		ids[id] = true
	}
	all, err := l.Sources(ctx)
	return slices.DeleteFunc(all, func(s reports.Source) bool { return !ids[s.ID] }), err
}

// cellsOf lists the sources of the cells that numbers stand in, or of the
// shares, the bases and the recipients that they were worked out of.
func cellsOf(a reports.Answer) map[string]bool {
	ids := map[string]bool{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			ids[n.Origin.Source] = true
			ids[n.BaseOrigin.Source] = true
			if n.Recipients != nil {
				ids[n.Recipients.Origin.Source] = true
			}
		}
	}
	delete(ids, "")
	return ids
}

// sumsOf lists the blocks of which an answer has sums, and others without a cell
// of their own, with the time from the first to the last of them.
func sumsOf(a reports.Answer) map[blockName]reports.Period {
	sums := map[blockName]reports.Period{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if n.Basis == reports.Derived || n.Origin.Source != "" {
				continue
			}
			name := blockName{s.Publisher, n.Table, s.Measure, n.Breakdown}
			span, ok := sums[name]
			if !ok {
				span = n.Period
			}
			sums[name] = reports.Period{Start: min(span.Start, n.Period.Start), End: max(span.End, n.Period.End)}
		}
	}
	return sums
}

// stating returns the sources with current figures in some blocks, each within
// its time.
func (l *Library) stating(ctx context.Context, blocks map[blockName]reports.Period) (map[string]bool, error) {
	ids := map[string]bool{}
	err := l.eachStated(ctx, func(b blockName, id string, held reports.Period) {
		if span, ok := blocks[b]; ok && held.Start < span.End && held.End > span.Start {
			ids[id] = true
		}
	})
	return ids, err
}

// BlocksOf lists the blocks in which a source has current figures, in the
// order of Blocks.
func (l *Library) BlocksOf(ctx context.Context, id string) ([]reports.Block, error) {
	stated := map[blockName]bool{}
	err := l.eachStated(ctx, func(b blockName, source string, _ reports.Period) {
		if source == id {
			stated[b] = true
		}
	})
	if err != nil {
		return nil, err
	}
	all, err := l.Blocks(ctx)
	return slices.DeleteFunc(all, func(b reports.Block) bool {
		return !stated[blockName{b.Publisher, b.Table, b.Measure, b.Breakdown}]
	}), err
}

// eachStated tells of each block which sources have current figures in it, and
// of which time.
func (l *Library) eachStated(ctx context.Context, tell func(b blockName, source string, held reports.Period)) error {
	return each(ctx, l.db, `
		SELECT DISTINCT b.publisher, b.table_name, b.measure, b.breakdown, c.source_id, c.starts, c.ends
		FROM blocks b JOIN (`+l.holdings()+`) c ON c.block = b.id`, nil,
		func(scan func(...any) error) error {
			var b blockName
			var id string
			var held reports.Period
			err := scan(&b.publisher, &b.table, &b.measure, &b.breakdown, &id, &held.Start, &held.End)
			tell(b, id, held)
			return err
		})
}
