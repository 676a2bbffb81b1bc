package window

import (
	"context"
	"slices"

	"vitrine/reports"
)

// askInstead asks a question about something else. Of what was asked before it
// keeps what there are figures for: a line by month becomes one as published
// where the other measure is published by half-year.
func (p *page) askInstead(q reports.Question) {
	l, blocks := p.ledger, p.held.blocks
	latest(p.choosing, func(ctx context.Context) reports.Question { return answerable(ctx, q, l, blocks) },
		func(found reports.Question) { p.ask(func(now *reports.Question) { *now = found }) })
}

// answerable returns the question, or as much of it as has an answer; the
// question itself if nothing of it has.
func answerable(ctx context.Context, q reports.Question, l reports.Ledger, blocks []reports.Block) reports.Question {
	return firstAnswered(ctx, lesser(q, blocks), l)
}

// firstAnswered returns the first of some questions that has an answer; the
// very first if none has.
func firstAnswered(ctx context.Context, list []reports.Question, l reports.Ledger) reports.Question {
	for _, try := range list {
		if a, err := ask(ctx, try, l); err == nil && known(a) {
			return try
		}
	}
	return list[0]
}

// lesser lists the question and what is left of it without its periods, its
// span, its filters, and last its split.
func lesser(q reports.Question, blocks []reports.Block) []reports.Question {
	list := []reports.Question{q}
	q.Every = reports.AsPublished
	list = append(list, q)
	q.Since, q.Until = 0, 0
	list = append(list, q)
	first := reports.FirstQuestion(slices.DeleteFunc(slices.Clone(blocks), func(b reports.Block) bool {
		return !slices.Contains(q.Publisher, b.Publisher) || !slices.Contains(q.Measure, string(b.Measure)) || !named(q.Table, b.Table)
	}))
	if len(first.Measure) > 0 {
		first.Table = q.Table
		list = append(list, first)
	}
	return list
}
