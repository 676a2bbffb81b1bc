package window

import (
	"context"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
)

// asked answers a question, and asks for the total beside its parts.
func asked(ctx context.Context, q reports.Question, l reports.Ledger) result {
	a, err := ask(ctx, q, l)
	r := result{question: q, answer: a, err: err}
	if err == nil {
		r.total = total(ctx, q, a, l)
	}
	return r
}

// total returns the total of one publisher's parts where the publisher
// states it, not where it would be the sum of these parts.
func total(ctx context.Context, q reports.Question, a reports.Answer, l reports.Ledger) *reports.Series {
	if len(a.Series) == 0 || (len(q.By) == 0 && !q.ByCountry && !q.ByCode) {
		return nil
	}
	split := q.Group()
	whole := q
	whole.By, whole.ByCountry, whole.ByCode = nil, false, false
	whole.Table = []string{a.Series[0].Table}
	t, err := ask(ctx, whole, l)
	if err != nil || len(t.Series) != 1 {
		return nil
	}
	s := t.Series[0]
	stated := func(n reports.Number) bool { return n.Breakdown&split.Without(whole.Group()) == 0 }
	if !slices.ContainsFunc(s.Numbers, stated) {
		return nil
	}
	return &s
}

// names is what is known of areas and codes.
func names() reports.Names {
	return reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
}

func ask(ctx context.Context, q reports.Question, l reports.Ledger) (reports.Answer, error) {
	return reports.Ask(ctx, q, l, names())
}
