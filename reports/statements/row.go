package statements

import (
	"bytes"

	"vitrine/reports"
)

// A reader reads lines, and keeps the last plain one as a model of the next.
type reader struct {
	*tally
	model model
	ends  ends
}

// same tells whether a line is of the model's kind, where that is quick to
// say.
func (r *reader) same(l *layout, line []byte) bool {
	return r.model.layout == l && r.model.matches(line)
}

// read reads what a line is counted by; ok is false where it cannot be split.
// The model learns from it where it is plain to split.
func (r *reader) read(l *layout, line []byte) (k kind, learnt, ok bool) {
	learnt = l.split(line, &r.ends) && l.fits(line, &r.ends)
	if !learnt && !l.rescue(line, &r.ends) {
		return k, false, false
	}
	k, ok = r.kindOf(l, line, &r.ends)
	if learnt = learnt && ok; learnt {
		r.model.learn(l, line, &r.ends, k)
	}
	return k, learnt, ok
}

// uuidIn returns the UUID of a line that was read.
func (r *reader) uuidIn(l *layout, line []byte) []byte {
	if l.at[uuid] == 0 {
		line = bytes.TrimPrefix(line, []byte(`"`))
		return line[:len("24260a30-3eae-4cf1-8292-03655fc6a3c7")]
	}
	l.read(line, &r.ends)
	return unquoted(r.ends.field(line, l.at[uuid]))
}

// kindOf reads what a line that was split is counted by.
func (t *tally) kindOf(l *layout, line []byte, e *ends) (k kind, ok bool) {
	for r := range counted {
		if at := l.at[r]; at >= 0 {
			k[r] = t.number(r, e.field(line, at))
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
