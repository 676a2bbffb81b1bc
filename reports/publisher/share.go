package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// AddShare adds the figure that a column of percentages states, rounded by
// the publisher to a multiple of step percent: its bounds are those of the
// rounding. Of the figure only the number, its status and its place are taken
// from the column. An empty cell states none.
func (l *Line) AddShare(column string, step float64, f reports.Figure) {
	cell := l.Cell(column)
	if l.failed || strings.TrimSpace(cell.Text) == "" {
		return
	}
	n, ok := spell(cell)
	if !ok || n.Value < 0 || n.Value > 100 {
		l.export.Problem(l.Origin(column), "%q is not a percentage", strings.TrimSpace(cell.Text))
		return
	}
	f.Value, f.Low, f.High, f.HasRange = decimal(n.Value), n.Low, n.High, n.HasRange
	if !math.IsNaN(n.Value) {
		f.Low, f.High, f.HasRange = max(0, decimal(n.Value-step/2)), min(100, decimal(n.Value+step/2)), true
	}
	f.Status = max(f.Status, n.Status)
	f.Origin = l.Origin(column)
	if f.Note == "" {
		f.Note = n.Mark
	}
	l.export.Add(f)
}

// decimal rounds to nine decimals: 0.05 less 0.005 is 0.045, and not a little
// more.
func decimal(v float64) float64 { return math.Round(v*1e9) / 1e9 }
