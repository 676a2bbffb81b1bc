package window

import (
	"context"
	"testing"
	"time"
)

// A stage lets a test decide when background work runs.
type stage struct{ queue []func() }

func (s *stage) worker() *worker {
	return &worker{start: func(f func()) { s.queue = append(s.queue, f) }, do: func(f func()) { f() }}
}

func TestLatestDropsStaleAnswers(t *testing.T) {
	s := &stage{}
	w := s.worker()
	var shown []string
	var first context.Context
	latest(w, func(ctx context.Context) string { first = ctx; return "old" }, func(v string) { shown = append(shown, v) })
	latest(w, func(context.Context) string { return "new" }, func(v string) { shown = append(shown, v) })
	s.queue[1]()
	s.queue[0]()
	if len(shown) != 1 || shown[0] != "new" {
		t.Errorf("shown %v, want the newest answer only", shown)
	}
	if first.Err() == nil {
		t.Error("the stale work was not told to stop")
	}
}

func TestLongWaitIsShownAndEnds(t *testing.T) {
	s := &stage{}
	w := s.worker()
	var late func()
	w.after = func(d time.Duration, f func()) { late = f }
	var said []bool
	w.busy = func(on bool) { said = append(said, on) }
	latest(w, func(context.Context) int { return 0 }, func(int) {})
	late()
	s.queue[0]()
	if len(said) != 2 || !said[0] || said[1] {
		t.Errorf("said busy %v, want true, then false", said)
	}
	latest(w, func(context.Context) int { return 0 }, func(int) {})
	s.queue[1]()
	late()
	if len(said) != 2 {
		t.Errorf("a short wait was shown: %v", said)
	}
}

func TestNewestSkipsOldNews(t *testing.T) {
	s := &stage{}
	w := s.worker()
	var later []func()
	w.do = func(f func()) { later = append(later, f) }
	var seen []int
	tell := newest(w, func(v int) { seen = append(seen, v) })
	for i := range 1000 {
		tell(i)
	}
	later[0]()
	tell(1000)
	later[1]()
	if len(later) != 2 || len(seen) != 2 || seen[0] != 999 || seen[1] != 1000 {
		t.Errorf("%d calls showed %v, want 999, then 1000", len(later), seen)
	}
}
