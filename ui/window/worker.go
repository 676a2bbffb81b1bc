package window

import (
	"context"
	"sync"
	"time"
)

// patience is how long a wait may last before the window shows that it waits.
const patience = 300 * time.Millisecond

// A worker does one kind of work off the UI goroutine, the newest call only.
// Its methods and latest are called on the UI goroutine.
type worker struct {
	start func(func())                // go in the program, inline in tests
	do    func(func())                // fyne.Do in the program, inline in tests
	after func(time.Duration, func()) // calls later; nil: never
	busy  func(on bool)               // the wait got long, and ended; nil: nobody looks

	turn    int
	working bool
	shown   bool
	cancel  context.CancelFunc
}

// latest runs work in the background, then show with its result, unless a
// newer call was made meanwhile: a stale answer is never shown.
func latest[T any](w *worker, work func(context.Context) T, show func(T)) {
	ctx, turn := w.begin()
	w.start(func() {
		value := work(ctx)
		w.do(func() {
			if turn == w.turn {
				w.end()
				show(value)
			}
		})
	})
}

// lasting returns a context for what is opened by some work and read again
// when that is long done. The work can be interrupted until opened is called.
func lasting(work context.Context) (ctx context.Context, opened func()) {
	ctx, cancel := context.WithCancel(context.WithoutCancel(work))
	stop := context.AfterFunc(work, cancel)
	return ctx, func() { stop() }
}

func (w *worker) begin() (context.Context, int) {
	w.interrupt()
	ctx, cancel := context.WithCancel(context.Background())
	w.turn++
	w.working, w.cancel = true, cancel
	turn := w.turn
	if w.after != nil {
		w.after(patience, func() { w.do(func() { w.waited(turn) }) })
	}
	return ctx, turn
}

func (w *worker) waited(turn int) {
	if turn == w.turn && w.working {
		w.show(true)
	}
}

func (w *worker) end() {
	w.interrupt()
	w.working, w.cancel = false, nil
	w.show(false)
}

func (w *worker) show(on bool) {
	if w.shown != on && w.busy != nil {
		w.shown = on
		w.busy(on)
	}
}

// newest returns a function to call in the background as often as one likes:
// show gets what was told last, on the UI goroutine, once it has time. A
// queue of old news would keep the window busy long after the work is done.
func newest[T any](w *worker, show func(T)) func(T) {
	var lock sync.Mutex
	var news T
	waiting := false
	return func(v T) {
		lock.Lock()
		told := waiting
		news, waiting = v, true
		lock.Unlock()
		if told {
			return
		}
		w.do(func() {
			lock.Lock()
			last := news
			waiting = false
			lock.Unlock()
			show(last)
		})
	}
}

// interrupt asks the work under way to stop; what it has by then is shown.
func (w *worker) interrupt() {
	if w.cancel != nil {
		w.cancel()
	}
}

// drop stops the work under way, and shows nothing of it.
func (w *worker) drop() {
	w.turn++
	w.end()
}
