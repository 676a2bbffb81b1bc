package window

import (
	"context"
	"testing"

	"vitrine/reports"
)

// A looking shelf counts how often recipients are looked up.
type lookingShelf struct {
	*shelf
	looked int
}

func (s *lookingShelf) Figures(ctx context.Context, r reports.Request) ([]reports.Figure, error) {
	if r.Measure == "monthly active recipients" {
		s.looked++
	}
	return s.shelf.Figures(ctx, r)
}

// Recipients are looked up once, and anew after the library changed.
func TestRecipientsAreLookedUpOnce(t *testing.T) {
	s := &lookingShelf{shelf: telegram()}
	s.Declared = append(s.Declared, reports.Block{Publisher: "Telegram", Table: "DSA report, recipients", Measure: "monthly active recipients", Order: 2})
	year := reports.EveryYear.Around(reports.DayOf(2024, 1, 1))
	s.Held = append(s.Held, reports.Figure{Publisher: "Telegram", Table: "DSA report, recipients", Measure: "monthly active recipients", Period: year, Value: 2e6})
	p := opened(t, s)
	p.ask(func(q *reports.Question) { q.By, q.Every = nil, reports.EveryYear })
	p.ask(func(q *reports.Question) { q.By, q.Every = []reports.Dim{reports.Category}, reports.EveryYear })
	if s.looked != 1 || p.unworkable(reports.PerRecipients) != "" {
		t.Fatalf("looked up %d times, and %q", s.looked, p.unworkable(reports.PerRecipients))
	}
	s.Held[len(s.Held)-1].Value = 4e6
	p.hold(func(held) { p.result = unasked(); p.update() })
	p.change(func(s *state) { s.worked = reports.PerRecipients })
	if n := p.result.answer.Series[0].Numbers[0]; s.looked != 2 || n.Value != n.Stated/4 {
		t.Errorf("after another load, looked up %d times, %v of %v", s.looked, n.Value, n.Stated)
	}
}
