package statements

import (
	"bytes"
	"context"
	"io"
	"runtime"
	"sync"

	"vitrine/reports"
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
	counters := make([]*counter, o.Workers)
	var seen *shelves
	if o.Duplicates {
		seen = &shelves{}
		defer seen.close()
	}
	watch := &watch{size: d.Size, report: o.Progress}
	watched := *d
	watched.r = &watchedReaderAt{r: d.r, watch: watch}
	var group sync.WaitGroup
	for i := range counters {
		counters[i] = newCounter(d, watch, seen)
		group.Go(func() { counters[i].all(ctx, parts, cancel) })
	}
	if err := watched.send(ctx, parts); err != nil {
		cancel(err)
	}
	close(parts)
	group.Wait()
	if err := context.Cause(ctx); err != nil {
		return nil, err
	}
	total := sum(counters)
	if seen != nil {
		if err := seen.find(ctx, total); err != nil {
			return nil, err
		}
	}
	return total, nil
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

// A counter counts parts, one after the other.
type counter struct {
	*tally
	dump     *Dump
	watch    *watch
	counts   Counts
	examples examples
	model    model
	ends     ends
	shelver  *shelver // nil where nobody looks for duplicates
}

func newCounter(d *Dump, w *watch, seen *shelves) *counter {
	c := &counter{tally: newTally(), dump: d, watch: w}
	if seen != nil {
		c.shelver = &shelver{shelves: seen}
	}
	return c
}

// all counts parts until there are no more; a failure ends all counters.
func (c *counter) all(ctx context.Context, parts <-chan numbered, fail func(error)) {
	for p := range parts {
		if err := c.part(ctx, p); err != nil {
			fail(err)
		}
		p.done()
	}
	if c.shelver != nil {
		c.shelver.end()
	}
}

func (c *counter) part(ctx context.Context, p numbered) error {
	return c.dump.lines(ctx, p.part, func(b block) (int64, error) {
		rows := c.counts.Rows
		n, err := c.block(b, p)
		if err != nil {
			return 0, err
		}
		c.counts.Bytes += int64(len(b.lines))
		c.watch.add(c.counts.Rows-rows, 0)
		if c.full() {
			return 0, c.dump.tooVaried(p.path)
		}
		return n, nil
	})
}

func (d *Dump) tooVaried(path string) error {
	return &Error{File: d.Name, Part: path, What: "its statements name more different services, categories and scopes than any day has", Do: "check where it came from"}
}

// block counts the lines of a block, and returns how many they are.
func (c *counter) block(b block, p numbered) (int64, error) {
	line := b.first
	for rest := b.lines; len(rest) > 0; line++ {
		row := rest
		if i := bytes.IndexByte(rest, '\n'); i >= 0 {
			row, rest = rest[:i], rest[i+1:]
		} else {
			rest = nil
		}
		if row = bytes.TrimSuffix(row, []byte("\r")); len(row) == 0 {
			continue
		}
		if err := c.line(b.layout, row, p, line); err != nil {
			return 0, err
		}
	}
	return line - b.first, nil
}

// line counts a line of a part.
func (c *counter) line(l *layout, row []byte, p numbered, line int64) error {
	c.counts.Lines++
	if c.model.layout == l && c.model.matches(row) {
		c.model.count++
	} else if !c.other(l, row) {
		c.counts.Rejected++
		c.examples.add(example{p.number, Line{Part: p.path, Line: line, Text: shown(row)}})
		return nil
	}
	c.counts.Rows++
	if c.shelver != nil {
		return c.shelver.put(parseUUID(c.uuidIn(l, row)))
	}
	return nil
}

// uuidIn returns the UUID of a line that was read.
func (c *counter) uuidIn(l *layout, row []byte) []byte {
	if l.at[uuid] == 0 {
		row = bytes.TrimPrefix(row, []byte(`"`))
		return row[:36]
	}
	l.read(row, &c.ends)
	return c.ends.field(row, l.at[uuid])
}

// other counts a line that is not as the model is; it is false where the line
// cannot be split.
func (c *counter) other(l *layout, row []byte) bool {
	plain := l.split(row, &c.ends) && l.fits(row, &c.ends)
	if !plain && !l.rescue(row, &c.ends) {
		return false
	}
	k, ok := c.kindOf(l, row, &c.ends)
	if !ok {
		return false
	}
	if !plain {
		c.kinds[k]++
		return true
	}
	c.settle()
	c.model.learn(l, row, &c.ends, k)
	c.model.count++
	return true
}

// settle gives the tally what the model counted.
func (c *counter) settle() {
	if c.model.count > 0 {
		c.kinds[c.model.kind] += c.model.count
		c.model.count = 0
	}
}

// row reads what a line is counted by.
func (c *counter) row(l *layout, line []byte, e *ends) (k kind, ok bool) {
	if !l.read(line, e) {
		return k, false
	}
	return c.kindOf(l, line, e)
}

// kindOf reads what a line that was split is counted by.
func (c *counter) kindOf(l *layout, line []byte, e *ends) (k kind, ok bool) {
	for r := range counted {
		if at := l.at[r]; at >= 0 {
			k[r] = c.number(r, e.field(line, at))
		}
	}
	day, ok := dayIn(e.field(line, l.at[received]))
	k[dayOf] = uint32(day)
	return k, ok
}

// day returns the day on which the database received a statement, or 0.
func (l *layout) day(line []byte) reports.Day {
	var e ends
	if !l.read(line, &e) {
		return 0
	}
	day, _ := dayIn(e.field(line, l.at[received]))
	return day
}

// dayIn returns the day of a date as the exporter writes it.
func dayIn(raw []byte) (reports.Day, bool) {
	day, err := reports.ParseDay(string(unquoted(raw)[:len("2025-08-01")]))
	return day, err == nil
}

// sum adds up what the counters counted.
func sum(counters []*counter) *Counts {
	total := &Counts{decisions: map[Key]int64{}, keywords: map[Detail]int64{}, contentTypes: map[Detail]int64{}, languages: map[Detail]int64{}}
	var shown examples
	for _, c := range counters {
		total.Lines += c.counts.Lines
		total.Rows += c.counts.Rows
		total.Rejected += c.counts.Rejected
		total.Bytes += c.counts.Bytes
		c.settle()
		c.addTo(total)
		for _, e := range c.examples {
			shown.add(e)
		}
	}
	total.Examples = shown.lines()
	return total
}
