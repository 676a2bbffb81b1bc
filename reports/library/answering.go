package library

import (
	"context"
	"slices"

	"vitrine/reports"
)

// Answering returns the sources that state the figures of an answer, in the
// order of Sources: those with current figures in the blocks that its numbers
// were made of, or with those that were current on the day that it is about.
func (l *Library) Answering(ctx context.Context, a reports.Answer) ([]reports.Source, error) {
	from, err := l.at(ctx, a.Question.AsOf)
	if err != nil {
		return nil, err
	}
	ids, err := from.stating(ctx, blocksOf(a))
	if err != nil {
		return nil, err
	}
	for id := range derivedFrom(a) {
		ids[id] = true
	}
	all, err := l.Sources(ctx)
	return slices.DeleteFunc(all, func(s reports.Source) bool { return !ids[s.ID] }), err
}

// derivedFrom lists the sources of the shares, and of the bases, that numbers
// were worked out of: no block states these numbers.
func derivedFrom(a reports.Answer) map[string]bool {
	ids := map[string]bool{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if n.Basis == reports.Derived {
				ids[n.Origin.Source] = true
			}
			ids[n.BaseOrigin.Source] = true
			if n.Recipients != nil {
				ids[n.Recipients.Origin.Source] = true
			}
		}
	}
	delete(ids, "")
	return ids
}

// blocksOf lists the blocks that an answer's numbers were made of, but for
// derived ones.
func blocksOf(a reports.Answer) map[blockName]bool {
	blocks := map[blockName]bool{}
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			if n.Basis == reports.Derived {
				continue
			}
			blocks[blockName{s.Publisher, n.Table, s.Measure, n.Breakdown}] = true
		}
	}
	return blocks
}

// stating returns the sources with current figures in some blocks.
func (l *Library) stating(ctx context.Context, blocks map[blockName]bool) (map[string]bool, error) {
	ids := map[string]bool{}
	err := l.eachStated(ctx, func(b blockName, id string) {
		if blocks[b] {
			ids[id] = true
		}
	})
	return ids, err
}

// BlocksOf lists the blocks in which a source has current figures, in the
// order of Blocks.
func (l *Library) BlocksOf(ctx context.Context, id string) ([]reports.Block, error) {
	stated := map[blockName]bool{}
	err := l.eachStated(ctx, func(b blockName, source string) {
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

// eachStated tells of each block which sources have current figures in it.
func (l *Library) eachStated(ctx context.Context, tell func(b blockName, source string)) error {
	return each(ctx, l.db, `
		SELECT DISTINCT b.publisher, b.table_name, b.measure, b.breakdown, c.source_id
		FROM blocks b JOIN (`+l.holdings()+`) c ON c.block = b.id`, nil,
		func(scan func(...any) error) error {
			var b blockName
			var id string
			err := scan(&b.publisher, &b.table, &b.measure, &b.breakdown, &id)
			tell(b, id)
			return err
		})
}
