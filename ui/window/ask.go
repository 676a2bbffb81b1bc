package window

import (
	"context"
	"slices"
	"sync"

	"vitrine/assets"
	"vitrine/reports"
)

// A knownRecipients keeps what a library knows of recipients from one question
// to the next, as it stood on each day that was asked for.
type knownRecipients struct {
	lock sync.Mutex
	days map[reports.Day]reports.RecipientCounts
}

// of looks them up where it has not.
func (k *knownRecipients) of(ctx context.Context, q reports.Question, l reports.Ledger) (reports.RecipientCounts, error) {
	k.lock.Lock()
	defer k.lock.Unlock()
	if known, ok := k.days[q.AsOf]; ok {
		return known, nil
	}
	known, err := reports.LookUpRecipients(ctx, q, l)
	if err == nil {
		if k.days == nil {
			k.days = map[reports.Day]reports.RecipientCounts{}
		}
		k.days[q.AsOf] = known
	}
	return known, err
}

// asked answers a question, and asks for the total beside its parts.
func asked(ctx context.Context, q reports.Question, l reports.Ledger, known *knownRecipients) result {
	a, err := ask(ctx, q, l)
	r := result{question: q, answer: &a, whole: whole(q, a), rows: a.Series, err: err}
	if err == nil {
		r.total = total(ctx, r, l)
		r.recipients, r.err = known.of(ctx, q, l)
	}
	if r.total != nil {
		r.rows = append([]reports.Series{*r.total}, a.Series...)
	}
	return r
}

// whole asks for the total of the parts that a question asks for.
func whole(q reports.Question, a reports.Answer) reports.Question {
	q.By, q.ByCountry, q.ByCode = nil, false, false
	if len(a.Series) > 0 {
		q.Table, q.Measure = []string{a.Series[0].Table}, nil
	}
	for _, s := range a.Series {
		if m := string(s.Measure); !slices.Contains(q.Measure, m) {
			q.Measure = append(q.Measure, m)
		}
	}
	return q
}

// total returns the total of one publisher's parts where the publisher
// states it, not where it would be the sum of these parts.
func total(ctx context.Context, r result, l reports.Ledger) *reports.Series {
	q := r.question
	if len(r.answer.Series) == 0 || (len(q.By) == 0 && !q.ByCountry && !q.ByCode) {
		return nil
	}
	split := q.Group().Without(r.whole.Group())
	if split == 0 {
		return nil // a part is asked for by name: that is its own total
	}
	if !mayState(ctx, r.whole, split, l) {
		return nil // to add up all parts takes as long as the answer itself
	}
	t, err := ask(ctx, r.whole, l)
	if err != nil || len(t.Series) != 1 {
		return nil
	}
	s := t.Series[0]
	stated := func(n reports.Number) bool { return n.Breakdown&split == 0 }
	if !slices.ContainsFunc(s.Numbers, stated) {
		return nil
	}
	return &s
}

// mayState tells whether a table may state what a question asks for without
// splitting it by some dimensions.
func mayState(ctx context.Context, q reports.Question, split reports.Dims, l reports.Ledger) bool {
	if q.AsOf != 0 || q.Derived {
		return true
	}
	blocks, err := l.Blocks(ctx)
	return err == nil && slices.ContainsFunc(blocks, func(b reports.Block) bool {
		return b.Breakdown&split == 0 && slices.Contains(q.Measure, string(b.Measure))
	})
}

// names is what is known of areas and codes.
func names() reports.Names {
	return reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk(), Publishers: assets.Publishers()}
}

func ask(ctx context.Context, q reports.Question, l reports.Ledger) (reports.Answer, error) {
	return reports.Ask(ctx, q, l, names())
}
