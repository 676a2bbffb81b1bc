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
	decoder
	ends   ends
	match  func(Statement) bool
	limit  int
	yield  func(Place) bool
	found  int
	answer map[kind]bool
}

func (t *tracer) block(b block, path string) (int64, error) {
	if t.tally == nil || t.full() || len(t.answer) > maxKinds {
		t.decoder, t.answer = decoder{tally: newTally()}, map[kind]bool{}
	}
	line := b.first
	for row := range bytes.Lines(b.lines) {
		row = trimEnd(row)
		if k, ok := t.row(b.layout, row, &t.ends); ok && t.matches(k) {
			t.found++
			id := string(unquoted(t.ends.field(row, b.layout.at[uuid])))
			if !t.yield(Place{Part: path, Line: line, UUID: id}) || t.found == t.limit {
				return 0, errEnough
			}
		}
		line++
	}
	return line - b.first, nil
}

// matches remembers what was asked of a kind.
func (t *tracer) matches(k kind) bool {
	answer, asked := t.answer[k]
	if !asked {
		answer = t.match(t.statement(k))
		t.answer[k] = answer
	}
	return answer
}
