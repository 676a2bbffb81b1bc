package statements

import (
	"bytes"
	"context"
)

// maxLine is the longest line that is read, maxHeader the longest header; what
// the exporter's columns can hold stays below 100 KB.
const (
	maxLine   = 1 << 20
	maxHeader = 1 << 16
)

var newline = []byte("\n")

// A block is some whole lines of a part, valid until the next one comes.
type block struct {
	layout *layout
	lines  []byte // the last of them may lack its newline
	first  int64  // the number of the first line, from 1, the header's
}

// lines calls each with the lines of a part, the header left out. each returns
// how many lines they were. A line beyond maxLine is handed over cut.
func (d *Dump) lines(ctx context.Context, p part, each func(block) (int64, error)) error {
	f := &feed{ctx: ctx, each: each, line: 1}
	err := p.copyTo(f)
	if err == nil {
		f.end()
	}
	switch {
	case f.err == errNoHeader || f.err == nil && err == nil && f.layout == nil:
		return d.notCSV(p.path)
	case f.err != nil:
		return f.err
	}
	return err
}

// A feed cuts a stream that is written to it into blocks of whole lines. It
// never holds more than a line.
type feed struct {
	ctx    context.Context
	each   func(block) (int64, error)
	layout *layout
	line   int64  // the number of the next line
	carry  []byte // the beginning of a line whose end is yet to come
	err    error  // what ended the feed
}

// Write takes the next bytes of the stream.
func (f *feed) Write(p []byte) (int, error) {
	n := len(p)
	if f.err == nil {
		f.err = f.ctx.Err()
	}
	if len(f.carry) > 0 {
		p = f.finish(p)
	}
	if last := bytes.LastIndexByte(p, '\n'); last >= 0 {
		f.pass(p[:last+1])
		p = p[last+1:]
	}
	f.keep(p)
	if f.err != nil {
		return 0, f.err
	}
	return n, nil
}

// finish passes on the line that was begun, if its end has come, and returns
// what follows.
func (f *feed) finish(p []byte) []byte {
	i := bytes.IndexByte(p, '\n')
	if i < 0 {
		f.keep(p)
		return nil
	}
	f.keep(p[:i])
	f.carry = append(f.carry, '\n')
	f.pass(f.carry)
	f.carry = f.carry[:0]
	return p[i+1:]
}

// keep keeps the beginning of a line, no more of it than maxLine.
func (f *feed) keep(p []byte) {
	f.carry = append(f.carry, p[:min(len(p), maxLine-len(f.carry))]...)
	if f.layout == nil && len(f.carry) > maxHeader && f.err == nil {
		f.err = errNoHeader
	}
}

// end passes on the last line, which has no newline.
func (f *feed) end() {
	if len(f.carry) > 0 {
		f.pass(f.carry)
	}
}

// pass hands whole lines over. The first of a part is its header.
func (f *feed) pass(lines []byte) {
	if f.err != nil {
		return
	}
	if f.layout == nil {
		var header []byte
		header, lines, _ = bytes.Cut(lines, newline)
		f.line++
		var ok bool
		if f.layout, ok = readLayout(bytes.TrimSuffix(header, []byte("\r"))); !ok {
			f.layout, f.err = nil, errNoHeader
			return
		}
	}
	var n int64
	n, f.err = f.each(block{f.layout, lines, f.line})
	f.line += n
}

// trimEnd takes the end of a line off.
func trimEnd(line []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(line, newline), []byte("\r"))
}
