package statements

import (
	"bytes"
	"encoding/binary"
	"math/bits"
)

// A model is a line that was split, to compare the next ones with. Platforms
// file in batches, so a line is mostly the bytes of the one before it: what is
// equal need not be split again.
type model struct {
	*layout
	line  []byte
	ends  ends
	kind  kind
	count int64  // lines of this kind that the tally does not have yet
	stops []stop // the fields that differ in each line, in order
}

// A stop is a field of the model that differs in nearly every line.
type stop struct{ column, start, end int32 }

// maxRepairs is how many other fields may differ before a line is split anew.
const maxRepairs = 4

// differs tells whether a column has a value of its own in nearly every line.
func (l *layout) differs(column int) bool {
	return l.shapes[column] == id || l.shapes[column] == date || l.shapes[column] == stamp || l.names[column] == "platform_uid"
}

// learn takes a line that was split for the model.
func (m *model) learn(l *layout, line []byte, e *ends, k kind) {
	m.layout, m.kind = l, k
	m.line = append(m.line[:0], line...)
	m.ends = *e
	m.stops = m.stops[:0]
	start := int32(0)
	for c := range l.roles {
		if l.differs(c) && e[c] > start {
			m.stops = append(m.stops, stop{int32(c), start, e[c]})
		}
		start = e[c] + 1
	}
}

// matches tells whether a line is plain to split and says in all counted
// columns what the model says. It is false where that takes a closer look.
func (m *model) matches(line []byte) bool {
	p, q, repairs := 0, 0, 0 // how far line and model are compared
	for _, s := range m.stops {
		for {
			n := int(s.start) - q
			if n <= len(line)-p && n >= 0 && bytes.Equal(line[p:p+n], m.line[q:s.start]) {
				p, q = p+n, int(s.start)
				break
			}
			if repairs++; repairs > maxRepairs || !m.repair(line, &p, &q) {
				return false
			}
			if q > int(s.start) { // the field that was repaired is the stop
				break
			}
		}
		if q > int(s.start) {
			continue
		}
		end := m.pass(line, p, s)
		if end < 0 {
			return false
		}
		p, q = end, int(s.end)
	}
	for !bytes.Equal(line[p:], m.line[q:]) {
		if repairs++; repairs > maxRepairs || !m.repair(line, &p, &q) {
			return false
		}
	}
	return true
}

// repair passes over the next field that differs, unless it is counted by.
func (m *model) repair(line []byte, p, q *int) bool {
	d := firstDifference(line[*p:], m.line[*q:])
	c, start := m.columnAt(*q + d)
	if c < 0 || m.roles[c] != passed {
		return false
	}
	end := fieldEnd(line, *p+start-*q)
	if end < 0 {
		return false
	}
	*p, *q = end, int(m.ends[c])
	return true
}

// columnAt returns the model's column that has a place, its separator
// included, and where the column starts.
func (m *model) columnAt(place int) (column, start int) {
	for c := range m.roles {
		if place <= int(m.ends[c]) {
			return c, start
		}
		start = int(m.ends[c]) + 1
	}
	return -1, 0
}

// pass returns where the field of a stop ends that begins at p of the line, or
// -1 where it is not as it should be.
func (m *model) pass(line []byte, p int, s stop) int {
	switch m.shapes[s.column] {
	case id:
		if end := p + int(s.end-s.start); end <= len(line) && id.fits(line[p:end]) {
			return end
		}
		return -1
	case date:
		if isQuotedTime(line, p) {
			return p + quotedTime
		}
	case stamp:
		const day = len(`"2025-08-01`)
		if !isQuotedTime(line, p) || s.end-s.start != quotedTime || string(line[p:p+day]) != string(m.line[s.start:int(s.start)+day]) {
			return -1
		}
		return p + quotedTime
	}
	return fieldEnd(line, p)
}

// quotedTime is the length of "2025-08-01 12:00:00" with its quotes.
const quotedTime = 21

// isQuotedTime tells whether a time as the exporter writes it stands at p.
func isQuotedTime(line []byte, p int) bool {
	return p+quotedTime <= len(line) && line[p] == '"' && line[p+20] == '"' && isTime(line[p+1:p+20])
}

// firstDifference returns how many bytes are equal at the beginning of both.
func firstDifference(a, b []byte) int {
	n := min(len(a), len(b))
	i := 0
	for ; i+8 <= n; i += 8 {
		if x := binary.LittleEndian.Uint64(a[i:]) ^ binary.LittleEndian.Uint64(b[i:]); x != 0 {
			return i + bits.TrailingZeros64(x)/8
		}
	}
	for i < n && a[i] == b[i] {
		i++
	}
	return i
}
