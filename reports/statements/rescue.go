package statements

import "bytes"

// maxTries bounds what rescue tries on one line.
const maxTries = 20_000

// A rescue splits a line whose quoting is ambiguous. PHP's fputcsv doubles a
// quote, but not where a backslash stands before it, so that
//
//	"say \"no\"","C:\","next"
//
// has three fields: after a backslash a quote before a comma either belongs
// to the text or ends it. rescue tries the one and then the other, and takes
// the first split with as many fields as the header in which every field has
// the shape of its column.
type rescue struct {
	*layout
	line    []byte
	ends    *ends
	tries   int
	lenient bool // a quote may also stand alone in a text
}

// rescue finds where each field ends, by PHP's rules and, if these fail, with
// quotes that nobody doubled.
func (l *layout) rescue(line []byte, e *ends) bool {
	strict := rescue{layout: l, line: line, ends: e, tries: maxTries}
	if strict.field(0, 0) {
		return true
	}
	lenient := rescue{layout: l, line: line, ends: e, tries: maxTries, lenient: true}
	return lenient.field(0, 0)
}

// field splits the line from the column on, which begins at p.
func (r *rescue) field(column, p int) bool {
	if p < len(r.line) && r.line[p] == '"' {
		return r.quoted(column, p, p+1)
	}
	end := bytes.IndexByte(r.line[p:], ',')
	if end < 0 {
		end = len(r.line) - p
	}
	// The exporter quotes whatever has one of these.
	if bytes.ContainsAny(r.line[p:p+end], "\"\\ \t") {
		return false
	}
	return r.close(column, p, p+end)
}

// quoted splits the line from the column on, which begins at p and whose text
// goes on at q.
func (r *rescue) quoted(column, p, q int) bool {
	for {
		i := bytes.IndexByte(r.line[q:], '"')
		if i < 0 {
			return false
		}
		at := q + i
		q = at + 1
		escaped := at > p+1 && r.line[at-1] == '\\'
		ending := q == len(r.line) || r.line[q] == ','
		doubled := !ending && r.line[q] == '"'
		switch {
		case ending && !escaped && !r.lenient:
			return r.close(column, p, q)
		case ending:
			if r.close(column, p, q) {
				return true
			}
		case doubled && !escaped:
			q++
		case doubled: // another exporter doubles every quote
			if r.quoted(column, p, q) {
				return true
			}
			q++
		case !escaped && !r.lenient:
			return false
		}
		if r.tries--; r.tries < 0 {
			return false
		}
	}
}

// close ends the column's field and splits the rest.
func (r *rescue) close(column, p, end int) bool {
	if r.tries--; r.tries < 0 || !r.shapes[column].fits(r.line[p:end]) {
		return false
	}
	r.ends[column] = int32(end)
	if last := column == len(r.roles)-1; last || end == len(r.line) {
		return last && end == len(r.line)
	}
	return r.field(column+1, end+1)
}
