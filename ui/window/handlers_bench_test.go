package window

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
	"vitrine/reports/library"
)

// A stopwatch runs work in the background when it is told to, and keeps how
// long the longest handler held up the window.
type stopwatch struct {
	waiting []func()
	longest time.Duration
}

func (s *stopwatch) time(f func()) {
	start := time.Now()
	f()
	s.longest = max(s.longest, time.Since(start))
}

func (s *stopwatch) worker() *worker {
	return &worker{start: func(f func()) { s.waiting = append(s.waiting, f) }, do: s.time}
}

// settle does what waits, and what comes of it.
func (s *stopwatch) settle() {
	for len(s.waiting) > 0 {
		f := s.waiting[0]
		s.waiting = s.waiting[1:]
		f()
	}
}

// BenchmarkHandler tells how long the longest handler holds up the window when
// an answer of 1,000,000 numbers in 16,667 lines comes in, and with other
// views of it.
func BenchmarkHandler(b *testing.B) {
	l, err := library.Open(millionLibrary(b))
	if err != nil {
		b.Fatal(err)
	}
	defer l.Close()
	var watch stopwatch
	p := newPage(test.NewTempApp(b), Options{Language: "en", Version: "0.1.0"}, watch.worker)
	p.window.Resize(fyne.NewSize(1280, 800))
	p.use(l)
	watch.settle()
	handler := func(name string, f func(i int)) {
		b.Run(name, func(b *testing.B) {
			watch.longest = 0
			i := 0
			for b.Loop() {
				i++
				watch.time(func() { f(i) })
				watch.settle()
			}
			b.ReportMetric(float64(watch.longest.Microseconds())/1000, "ms-longest-handler")
		})
	}
	handler("Question", func(i int) {
		p.ask(func(q *reports.Question) {
			q.By, q.Since = []reports.Dim{reports.Area, reports.Category, reports.Trigger}, reports.DayOf(2019, 1, 1+i%20)
		})
	})
	if p.table.count() < 16_000 {
		b.Fatalf("%d rows", p.table.count())
	}
	handler("View", func(i int) { p.setView(view(i % len(views))) })
	handler("Paint", func(int) { p.paint() })
	handler("Worked", func(i int) { p.turn(func(s *state) { s.worked = []reports.TransformKind{"", reports.Indexed}[i%2] }) })
}
