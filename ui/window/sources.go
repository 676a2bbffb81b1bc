package window

import (
	"context"
	"slices"

	"vitrine/reports"
)

// fewFigures is how many figures of a block are looked through for the
// sources that they came from.
const fewFigures = 50_000

// findSources looks up, in the background, which sources the answer came
// from, for the line below the picture and for what is exported.
func (p *page) findSources() {
	a, l, blocks := *p.result.answer, p.ledger, p.held.blocks
	latest(p.sourcing, func(ctx context.Context) []string { return sourceIDs(ctx, l, a, blocks) }, func(ids []string) {
		p.from = ids
		p.centre.foot()
	})
}

// sourceIDs returns the sources of the blocks that an answer was made of; nil
// where a block is too large to be looked through.
func sourceIDs(ctx context.Context, l ledger, a reports.Answer, blocks []reports.Block) []string {
	var ids []string
	for _, b := range blocks {
		if !answers(b, a) {
			continue
		}
		if b.Figures > fewFigures {
			return nil
		}
		figures, err := l.Figures(ctx, reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown})
		if err != nil {
			return nil
		}
		for _, f := range figures {
			if !slices.Contains(ids, f.Origin.Source) {
				ids = append(ids, f.Origin.Source)
			}
		}
	}
	return ids
}

// answers tells whether a number of the answer came from the block.
func answers(b reports.Block, a reports.Answer) bool {
	return slices.ContainsFunc(a.Series, func(s reports.Series) bool {
		return s.Publisher == b.Publisher && s.Measure == b.Measure && slices.ContainsFunc(s.Numbers, func(n reports.Number) bool {
			return n.Table == b.Table && n.Breakdown == b.Breakdown
		})
	})
}

// sourcesOf lists the sources that the answer came from; where that is not
// known, those of its publishers that still count.
func (p *page) sourcesOf() []reports.Source {
	names := p.publishers()
	return slices.DeleteFunc(slices.Clone(p.held.sources), func(s reports.Source) bool {
		if len(p.from) > 0 {
			return !slices.Contains(p.from, s.ID)
		}
		return s.Current == 0 || !slices.Contains(names, s.Publisher)
	})
}

// goToSource asks the first question about a source's tables: those that its
// format reads, or else those that have a figure of it.
func (p *page) goToSource(s reports.Source) {
	if len(tablesOf(s.Format)) > 0 {
		p.moveToBlocks(p.blocksOf(s, nil))
		return
	}
	l, blocks := p.ledger, p.held.blocks
	latest(p.choosing, func(ctx context.Context) []reports.Block { return blocksFrom(ctx, l, s, blocks) }, func(found []reports.Block) {
		if len(found) == 0 {
			p.status.say(p.say("replaced.all", "name", s.Name))
			return
		}
		p.moveToBlocks(found)
	})
}

// blocksFrom lists the blocks that have a figure of a source.
func blocksFrom(ctx context.Context, l ledger, s reports.Source, blocks []reports.Block) []reports.Block {
	var list []reports.Block
	for _, b := range blocks {
		if b.Publisher != s.Publisher {
			continue
		}
		figures, err := l.Figures(ctx, reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown})
		if err == nil && slices.ContainsFunc(figures, func(f reports.Figure) bool { return f.Origin.Source == s.ID }) {
			list = append(list, b)
		}
	}
	return list
}
