package statements

import (
	"bytes"
	"context"
	"errors"
)

// A Statement is what a statement of reasons is counted by.
type Statement struct {
	Key
	Keywords     []string // none where none is stated
	ContentTypes []string
	Language     string
}

// A Place is where a statement stands in a dump.
type Place struct {
	Part string
	Line int64 // from 1, the header's
	UUID string
}

// Trace reads the dump again and yields the places of the statements that
// match, in the dump's order, until there are limit of them, if limit is more
// than zero, or until yield is false. match must answer the same for equal
// statements: it is asked once for many of them.
func (d *Dump) Trace(ctx context.Context, match func(Statement) bool, limit int, yield func(Place) bool) error {
	t := &tracer{match: match, limit: limit, yield: yield}
	err := d.walk(ctx, func(p part) error {
		defer p.done()
		return d.lines(ctx, p, func(b block) (int64, error) { return t.block(b, p.path) })
	})
	if err == errEnough {
		return nil
	}
	return err
}

// errEnough ends a trace.
var errEnough = errors.New("enough")

type tracer struct {
	reader
	decode decoder
	wanted bool // lines of the model's kind match
	match  func(Statement) bool
	limit  int
	yield  func(Place) bool
	found  int
	answer map[kind]bool
}

func (t *tracer) block(b block, path string) (int64, error) {
	if t.tally == nil || t.full() || len(t.answer) > maxKinds {
		t.forget()
	}
	line := b.first
	for row := range bytes.Lines(b.lines) {
		if row = trimEnd(row); t.matches(b.layout, row) {
			t.found++
			id := string(t.uuidIn(b.layout, row))
			if !t.yield(Place{Part: path, Line: line, UUID: id}) || t.found == t.limit {
				return 0, errEnough
			}
		}
		line++
	}
	return line - b.first, nil
}

// forget begins with an empty memory.
func (t *tracer) forget() {
	t.tally = newTally()
	t.decode, t.answer = decoder{tally: t.tally}, map[kind]bool{}
	t.model.layout = nil
}

// matches tells whether a line is one of those that are looked for.
func (t *tracer) matches(l *layout, line []byte) bool {
	if t.same(l, line) {
		return t.wanted
	}
	k, learnt, ok := t.read(l, line)
	if !ok {
		return false
	}
	wanted, asked := t.answer[k]
	if !asked {
		wanted = t.match(t.decode.statement(k))
		t.answer[k] = wanted
	}
	if learnt {
		t.wanted = wanted
	}
	return wanted
}
