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
	c := comparison{model: m, line: line}
	for _, s := range m.stops {
		if !c.upTo(int(s.start)) || c.q == int(s.start) && !c.pass(s) {
			return false
		}
	}
	return c.upTo(len(m.line)) && c.p == len(line)
}

// A comparison of a line with the model has come as far as p in the line and
// q in the model, both at the beginning or the end of the same field. What lies
// before is split alike.
type comparison struct {
	*model
	line          []byte
	p, q, repairs int
}

// upTo compares up to a place of the model, and beyond it if a field there
// differs.
func (c *comparison) upTo(place int) bool {
	for c.q < place {
		n := place - c.q
		if n <= len(c.line)-c.p && bytes.Equal(c.line[c.p:c.p+n], c.model.line[c.q:place]) {
			c.p, c.q = c.p+n, place
			return true
		}
		if !c.repair() {
			return false
		}
	}
	return true
}

// repair passes over the next field that differs, unless it is counted by.
func (c *comparison) repair() bool {
	equal := firstDifference(c.line[c.p:], c.model.line[c.q:])
	column, start := c.columnAt(c.q + equal)
	if c.repairs++; c.repairs > maxRepairs || column < 0 || c.roles[column] != passed {
		return false
	}
	if equal == 0 && c.q > 0 { // no separator stands where the field before ends
		return false
	}
	end := fieldEnd(c.line, c.p+start-c.q)
	c.p, c.q = end, int(c.ends[column])
	return end >= 0
}

// columnAt returns the model's column that has a place, its separator
// included, and where the column starts.
func (m *model) columnAt(place int) (column, start int) {
	for column := range m.roles {
		if place <= int(m.ends[column]) {
			return column, start
		}
		start = int(m.ends[column]) + 1
	}
	return -1, 0
}

// pass passes over the field of a stop if it is as it should be.
func (c *comparison) pass(s stop) bool {
	switch c.shapes[s.column] {
	case id:
		if end := c.p + int(s.end-s.start); end > len(c.line) || !id.fits(c.line[c.p:end]) {
			return false
		}
		c.p += int(s.end - s.start)
	case stamp:
		const day = len(`"2025-08-01`)
		if s.end-s.start != quotedTime || !isQuotedTime(c.line, c.p) || !bytes.Equal(c.line[c.p:c.p+day], c.model.line[s.start:int(s.start)+day]) {
			return false
		}
		c.p += quotedTime
	default:
		if isQuotedTime(c.line, c.p) {
			c.p += quotedTime
		} else if c.p = fieldEnd(c.line, c.p); c.p < 0 {
			return false
		}
	}
	c.q = int(s.end)
	return true
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
