package statements

import (
	"context"
	"io"
	"runtime"
	"sync"
)

// Options say how a dump is counted. The zero Options count with all cores,
// without looking for duplicates.
type Options struct {
	Workers    int  // parts that are read at the same time; 0 for as many as there are cores
	Duplicates bool // look for uuids that stand in the dump twice

	// Progress, if not nil, is told how far the counting is, often, by one
	// call after the other.
	Progress func(Progress)
}

// A Progress is how far a count is.
type Progress struct {
	Rows  int64
	Bytes int64 // of the file
	Size  int64 // of the file
}

// Count counts the dump. It gives either all counts or an error; it ends
// within a fraction of a second when ctx does. Statements are counted by the
// day on which the database received them, which is the dump's but for a few.
func (d *Dump) Count(ctx context.Context, o Options) (*Counts, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	parts := make(chan numbered)
	total := &ledger{Counts: newCounts()}
	var seen *shelves
	if o.Duplicates {
		seen = &shelves{}
		defer seen.close()
	}
	watch := &watch{size: d.Size, report: o.Progress}
	watched := *d
	watched.r = &watchedReaderAt{r: d.r, watch: watch}
	var group sync.WaitGroup
	for range o.Workers {
		group.Go(func() { newCounter(d, total, watch, seen).all(ctx, parts, cancel) })
	}
	if err := watched.send(ctx, parts); err != nil {
		cancel(err)
	}
	close(parts)
	group.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	if seen != nil {
		if err := seen.find(ctx, total.Counts); err != nil {
			return nil, err
		}
	}
	return total.Counts, nil
}

// A numbered part knows its place among the parts.
type numbered struct {
	part
	number int
}

// send hands the parts to the counters.
func (d *Dump) send(ctx context.Context, parts chan<- numbered) error {
	number := 0
	return d.walk(ctx, func(p part) error {
		select {
		case parts <- numbered{p, number}:
			number++
			return nil
		case <-ctx.Done():
			p.done()
			return context.Cause(ctx)
		}
	})
}

// A watch adds up how far all counters are.
type watch struct {
	sync.Mutex
	rows, bytes, size int64
	report            func(Progress)
}

func (w *watch) add(rows, bytes int64) {
	if w == nil || w.report == nil {
		return
	}
	w.Lock()
	defer w.Unlock()
	w.rows += rows
	w.bytes += bytes
	w.report(Progress{Rows: w.rows, Bytes: min(w.bytes, w.size), Size: w.size})
}

// A watchedReaderAt tells the watch what is read of the file.
type watchedReaderAt struct {
	r     io.ReaderAt
	watch *watch
}

func (w *watchedReaderAt) ReadAt(p []byte, at int64) (int, error) {
	n, err := w.r.ReadAt(p, at)
	w.watch.add(0, int64(n))
	return n, err
}

// A ledger has what all counters counted.
type ledger struct {
	sync.Mutex
	*Counts
	examples examples
}

// take takes what a tally holds; it is false when that is more than a day can
// have.
func (l *ledger) take(t *tally) bool {
	l.Lock()
	defer l.Unlock()
	t.addTo(l.Counts)
	return l.held <= maxHeld
}

// end takes what is left of a counter.
func (l *ledger) end(c *counter) {
	c.settle()
	l.take(c.tally)
	l.Lock()
	defer l.Unlock()
	l.Lines += c.counts.Lines
	l.Rows += c.counts.Rows
	l.Rejected += c.counts.Rejected
	l.Bytes += c.counts.Bytes
	for _, x := range c.examples {
		l.examples.add(x)
	}
	l.Examples = l.examples.lines()
}
