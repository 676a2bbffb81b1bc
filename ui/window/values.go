package window

import (
	"context"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// A valued is a value of a dimension that some publishers have figures of.
type valued struct {
	dim        reports.Dim
	value      string
	publishers []string
}

// findValues lists the services, areas and categories of all blocks.
func findValues(ctx context.Context, l reports.Ledger, blocks []reports.Block) []valued {
	var list []valued
	at := map[string]int{}
	for _, name := range publishersWith(blocks) {
		for _, d := range []reports.Dim{reports.Service, reports.Category, reports.Subcategory, reports.Area} {
			own := slices.DeleteFunc(slices.Clone(blocks), func(b reports.Block) bool { return b.Publisher != name || !b.Breakdown.Has(d) })
			if len(own) == 0 {
				continue
			}
			values, err := l.Values(ctx, d, own...)
			if err != nil {
				return list
			}
			for _, v := range values {
				key := d.String() + "|" + v
				i, known := at[key]
				if !known {
					i = len(list)
					at[key] = i
					list = append(list, valued{dim: d, value: v})
				}
				list[i].publishers = append(list[i].publishers, name)
			}
		}
	}
	return list
}

func publishersWith(blocks []reports.Block) []string {
	var names []string
	for _, b := range blocks {
		if !slices.Contains(names, b.Publisher) {
			names = append(names, b.Publisher)
		}
	}
	return names
}

func (p *page) valueChoices(values []valued) []choice {
	var list []choice
	for _, v := range values {
		list = append(list, choice{
			Label: capital(p.words.Value(v.dim, v.value)), Also: asPublished(v.dim, v.value), Note: p.words.Dim(v.dim) + " · " + join(p.publisherNames(v.publishers)),
			Choose: func() { p.goToValue(v) },
		})
	}
	return list
}

// asPublished returns what a value is found by in any language: the
// publisher's word, and its English name.
func asPublished(d reports.Dim, value string) string {
	english := assets.For("en").Value(d, value)
	if d == reports.Area || english == value {
		return english
	}
	return value + " " + english
}

// goToValue asks about a value: what is asked now where its tables have it,
// else the first question of a publisher that does.
func (p *page) goToValue(v valued) {
	l, list := p.ledger, p.questionsAbout(v)
	latest(p.choosing, func(ctx context.Context) reports.Question { return firstAnswered(ctx, list, l) },
		func(found reports.Question) { p.ask(func(now *reports.Question) { *now = found }) })
}

// questionsAbout lists questions about a value, those nearest to what is asked
// now first: each as it is, in all of the time, and in total.
func (p *page) questionsAbout(v valued) []reports.Question {
	now := p.history.now().question
	starts := []reports.Question{now}
	for _, name := range v.publishers {
		starts = append(starts, reports.FirstQuestion(slices.DeleteFunc(slices.Clone(p.held.blocks), func(b reports.Block) bool {
			return b.Publisher != name || !b.Breakdown.Has(v.dim)
		})))
	}
	var list []reports.Question
	for _, q := range starts {
		q.Where[v.dim] = []string{v.value}
		all := q
		all.Since, all.Until, all.Every = 0, 0, reports.AsPublished
		total := all
		total.By, total.ByCountry, total.ByCode = nil, false, false
		for _, try := range []reports.Question{q, all, total} {
			if p.declared(try) {
				list = append(list, try)
			}
		}
	}
	if len(list) == 0 { // the library changed meanwhile
		return []reports.Question{now}
	}
	return list
}
