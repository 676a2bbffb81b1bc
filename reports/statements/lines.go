package statements

import (
	"bytes"
	"context"
	"errors"
	"io"
)

// maxLine is the longest line that is read; what the exporter's columns can
// hold stays below 100 KB. It is a variable for tests.
var maxLine = 1 << 20

// blockSize is how much of a part is held: little enough to stay in a core's
// cache.
const blockSize = 128 << 10

// lines calls each with the lines of a part in blocks of whole lines, without
// the header and with the number of the first. A line beyond maxLine is
// handed over cut, in a block of its own.
func (d *Dump) lines(ctx context.Context, p part, each func(l *layout, block []byte, line int64) error) error {
	r, err := p.open()
	if err != nil {
		return err
	}
	defer r.Close()
	s := &scanner{r: r, buffer: make([]byte, blockSize)}
	header, err := s.header()
	if err != nil {
		return d.unreadable(p.path, err)
	}
	l, ok := readLayout(header)
	if !ok {
		return d.notCSV(p.path)
	}
	for line := int64(2); ; {
		if err := ctx.Err(); err != nil {
			return err
		}
		block, err := s.next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return d.unreadable(p.path, err)
		}
		if err := each(l, block, line); err != nil {
			return err
		}
		line += int64(bytes.Count(block, newline))
	}
}

var newline = []byte("\n")

// A scanner cuts a stream into blocks of whole lines.
type scanner struct {
	r          io.Reader
	buffer     []byte
	start, end int  // what is read and was not handed over yet
	ended      bool // the stream has no more
	skipping   bool // the rest of a line that is too long
}

// header returns the first line.
func (s *scanner) header() ([]byte, error) {
	for {
		if i := bytes.IndexByte(s.buffer[s.start:s.end], '\n'); i >= 0 {
			header := s.buffer[s.start : s.start+i]
			s.start += i + 1
			return bytes.TrimSuffix(header, []byte("\r")), nil
		}
		if s.ended || s.end == len(s.buffer) {
			header := s.buffer[s.start:s.end]
			s.start = s.end
			return header, nil
		}
		if err := s.fill(); err != nil {
			return nil, err
		}
	}
}

// next returns the next block of whole lines; the last one may lack its
// newline. It is valid until the next call.
func (s *scanner) next() ([]byte, error) {
	for {
		if s.start > 0 {
			s.end = copy(s.buffer, s.buffer[s.start:s.end])
			s.start = 0
		}
		if err := s.fill(); err != nil {
			return nil, err
		}
		if s.skipping {
			s.skip()
			continue
		}
		if last := bytes.LastIndexByte(s.buffer[:s.end], '\n'); last >= 0 {
			s.start = last + 1
			return s.buffer[:s.start], nil
		}
		if s.ended {
			s.start = s.end
			if s.end == 0 {
				return nil, io.EOF
			}
			return s.buffer[:s.end], nil
		}
		if s.end < len(s.buffer) {
			continue
		}
		if len(s.buffer) >= maxLine {
			return s.cut(), nil
		}
		s.buffer = append(s.buffer, make([]byte, len(s.buffer))...)
	}
}

// cut hands over the beginning of a line that is too long, as a line.
func (s *scanner) cut() []byte {
	s.start, s.skipping = s.end, true
	s.buffer[s.end-1] = '\n'
	return s.buffer[:s.end]
}

// skip passes over the rest of the line that was cut.
func (s *scanner) skip() {
	i := bytes.IndexByte(s.buffer[:s.end], '\n')
	s.start = s.end
	if i >= 0 {
		s.start, s.skipping = i+1, false
	}
	if s.ended {
		s.skipping = false
	}
}

// fill reads until the buffer is full or the stream ends.
func (s *scanner) fill() error {
	for s.end < len(s.buffer) && !s.ended {
		n, err := s.r.Read(s.buffer[s.end:])
		s.end += n
		if errors.Is(err, io.EOF) {
			s.ended = true
		} else if err != nil {
			return err
		}
	}
	return nil
}
