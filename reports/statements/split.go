package statements

import "bytes"

// maxColumns is the most columns that a part may have; the exporter's have 38.
const maxColumns = 64

// ends are the places in a line at which its fields end, a field after the
// other.
type ends [maxColumns]int32

// field returns the column's text as it stands, quotes included.
func (e *ends) field(line []byte, column int) []byte {
	if column == 0 {
		return line[:e[0]]
	}
	return line[e[column-1]+1 : e[column]]
}

// read finds where each field of a line ends; it is false where the line
// cannot be split, or is no statement.
func (l *layout) read(line []byte, e *ends) bool {
	return l.split(line, e) && l.fits(line, e) || l.rescue(line, e)
}

// fits tells whether a line that was plain to split begins and ends as
// statements do.
func (l *layout) fits(line []byte, e *ends) bool {
	return id.fits(e.field(line, l.at[uuid])) && stamp.fits(e.field(line, l.at[received]))
}

// split finds where each field ends. It is false where the line is none that
// is plain to split: a backslash before a quote can mean two things, and then
// rescue has to look at the whole line.
func (l *layout) split(line []byte, e *ends) bool {
	p, last := 0, len(l.roles)-1
	for c := 0; c <= last; c++ {
		end := fieldEnd(line, p)
		if end < 0 || (end == len(line)) != (c == last) {
			return false
		}
		e[c] = int32(end)
		p = end + 1
	}
	return true
}

// fieldEnd returns where the field that begins at p ends, or -1 where that is
// not plain.
func fieldEnd(line []byte, p int) int {
	if p < len(line) && line[p] == '"' {
		return quotedEnd(line, p+1)
	}
	end := bytes.IndexByte(line[p:], ',')
	if end < 0 {
		end = len(line) - p
	}
	if bytes.IndexByte(line[p:p+end], '"') >= 0 {
		return -1
	}
	return p + end
}

// quotedEnd returns where the field ends whose text begins at q, behind its
// opening quote.
func quotedEnd(line []byte, q int) int {
	for {
		i := bytes.IndexByte(line[q:], '"')
		if i < 0 || i > 0 && line[q+i-1] == '\\' {
			return -1
		}
		q += i + 1
		if q == len(line) || line[q] == ',' {
			return q
		}
		if line[q] != '"' {
			return -1
		}
		q++
	}
}
