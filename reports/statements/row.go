package statements

import "vitrine/reports"

// row reads what a line is counted by.
func (t *tally) row(l *layout, line []byte, e *ends) (k kind, ok bool) {
	if !l.read(line, e) {
		return k, false
	}
	return t.kindOf(l, line, e)
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
