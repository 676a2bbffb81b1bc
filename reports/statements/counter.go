package statements

import (
	"bytes"
	"context"
)

// A counter counts parts, one after the other.
type counter struct {
	reader
	dump     *Dump
	total    *ledger
	watch    *watch
	counts   Counts
	examples examples
	shelver  *shelver // nil where nobody looks for duplicates
}

func newCounter(d *Dump, total *ledger, w *watch, seen *shelves) *counter {
	c := &counter{reader: reader{tally: newTally()}, dump: d, total: total, watch: w}
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
	c.total.end(c)
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
			return n, c.empty(p)
		}
		return n, nil
	})
}

// empty gives the ledger what the tally holds and begins a new one.
func (c *counter) empty(p numbered) error {
	c.settle()
	ok := c.total.take(c.tally)
	c.tally = newTally()
	c.model.layout = nil // its kind is the old tally's
	if !ok {
		return &Error{File: c.dump.Name, Part: p.path, What: "its statements name more different services, categories and scopes than any day has", Do: "check where it came from"}
	}
	return nil
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
	if c.same(l, row) {
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

// other counts a line that is not as the model is; it is false where the line
// cannot be split.
func (c *counter) other(l *layout, row []byte) bool {
	c.settle()
	k, learnt, ok := c.read(l, row)
	switch {
	case learnt:
		c.model.count++
	case ok:
		c.kinds[k]++
	}
	return ok
}

// settle gives the tally what the model counted.
func (c *counter) settle() {
	if c.model.count > 0 {
		c.kinds[c.model.kind] += c.model.count
		c.model.count = 0
	}
}
