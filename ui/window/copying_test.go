package window

import (
	"context"
	"strings"
	"testing"

	"vitrine/reports"
)

// A table is copied in the background; a copy that is cancelled leaves the
// clipboard as it was.
func TestCopyOfATableCanBeCancelled(t *testing.T) {
	p := opened(t, telegram())
	s := &stage{}
	p.copying = s.worker()
	p.app.Clipboard().SetContent("before")
	p.press(t, "copytable")
	if p.app.Clipboard().Content() != "before" {
		t.Error("it does not wait for the background")
	}
	p.copying.interrupt()
	s.queue[len(s.queue)-1]()
	if text := p.app.Clipboard().Content(); text != "before" || p.status.text.Text != "Cancelled" {
		t.Errorf("cancelled, it says %q and the clipboard has %q", p.status.text.Text, text)
	}
	p.press(t, "copytable")
	want := p.table.text()(t.Context())
	p.setView(bars)
	s.queue[len(s.queue)-1]()
	if text := p.app.Clipboard().Content(); text != want || strings.Count(text, "\n") != p.table.count()+1 || p.status.text.Text != p.say("copied") {
		t.Errorf("it says %q, and the clipboard has %q", p.status.text.Text, text)
	}
}

// A gatherer counts how often figures are added up.
type gatherer struct {
	ledger
	asked int
}

func (g *gatherer) Gather(ctx context.Context, r reports.Request) ([]reports.Sum, error) {
	g.asked++
	return g.ledger.Gather(ctx, r)
}

// The total beside the parts is asked for only where a table may state it: to
// add up all parts takes as long as the answer itself.
func TestTotalThatNothingStatesIsNotAddedUp(t *testing.T) {
	q := reports.Question{Publisher: []string{"Google"}, By: []reports.Dim{reports.Area}}
	l := &gatherer{ledger: countries()}
	if r := asked(t.Context(), q, l, &knownRecipients{}); r.total != nil || len(r.rows) < 2 || l.asked != 1 {
		t.Errorf("%d rows, the total %v, added up %d times", len(r.rows), r.total, l.asked)
	}
}
