package window

import (
	"context"
	"slices"

	"vitrine/reports"
)

// findSources looks up, in the background, which sources the answer came
// from, for the line below the picture and for what is exported.
func (p *page) findSources() {
	a, l := *p.result.answer, p.ledger
	latest(p.sourcing, func(ctx context.Context) []reports.Source {
		found, err := l.Answering(ctx, a)
		if err != nil {
			return nil
		}
		return found
	}, func(found []reports.Source) {
		p.from = nil
		for _, s := range found {
			p.from = append(p.from, s.ID)
		}
		p.centre.foot()
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
// format reads, or else those that have a figure of it. Of a source that has
// notes alone it shows these.
func (p *page) goToSource(s reports.Source) {
	if p.notesOf(s) {
		return
	}
	if len(tablesOf(s.Format)) > 0 {
		p.moveToBlocks(p.blocksOf(s, nil))
		return
	}
	l := p.ledger
	latest(p.choosing, func(ctx context.Context) []reports.Block {
		found, err := l.BlocksOf(ctx, s.ID)
		if err != nil {
			return nil
		}
		return found
	}, func(found []reports.Block) {
		if len(found) == 0 {
			p.status.say(p.say("replaced.all", "name", s.Name))
			return
		}
		p.moveToBlocks(found)
	})
}
