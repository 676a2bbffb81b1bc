package publisher

import (
	"math"

	"vitrine/reports"
)

// AddUnknown adds a figure of which a column says that there is no number, and
// status why.
func (l *Line) AddUnknown(column string, status reports.Status, f reports.Figure) {
	if l.header.find(column) > 0 {
		l.AddStated(column, reports.Stated{Value: math.NaN(), Status: status}, f)
	}
}

// AddStated adds a figure with the number that a column states in a way of its
// publisher's own: "-" for none.
func (l *Line) AddStated(column string, n reports.Stated, f reports.Figure) {
	if l.failed {
		return
	}
	f.Value, f.Low, f.High, f.HasRange = n.Value, n.Low, n.High, n.HasRange
	f.Status = max(f.Status, n.Status)
	f.Origin = l.Origin(column)
	if f.Note == "" {
		f.Note = n.Mark
	}
	l.export.Add(f)
}
