package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// finest is how many decimals of a fraction can be a rounding: one that has
// more was not rounded.
const finest = 9

// AddFraction adds the figure of a column that states a share as a fraction
// of 1, or with a percent sign: 0.944 is 94.4 %. The publisher rounded it to
// as many decimals as it has, and to the given number of decimals at least;
// its bounds are those of the rounding. Of the figure only the number, its
// status and its place are taken from the column. An empty cell states none.
func (l *Line) AddFraction(column string, decimals int, f reports.Figure) {
	cell := l.Cell(column)
	if l.failed || strings.TrimSpace(cell.Text) == "" {
		return
	}
	n, ok := spell(cell)
	if n.Percent {
		n.Value /= 100
	}
	if !ok || n.HasRange || n.Value < 0 || n.Value > 1 {
		l.export.Problem(l.Origin(column), "%q is not a share, from 0 to 1", strings.TrimSpace(cell.Text))
		return
	}
	f.Value, f.Low, f.High, f.HasRange = inPercent(n.Value, decimals)
	f.Status = max(f.Status, n.Status)
	f.Origin = l.Origin(column)
	if f.Note == "" {
		f.Note = n.Mark
	}
	l.export.Add(f)
}

// inPercent writes a fraction in percent, without the noise that a binary
// fraction has behind its decimals (0.9109999999999999), and says between
// which bounds it was rounded.
func inPercent(fraction float64, decimals int) (value, low, high float64, rounded bool) {
	for ; decimals <= finest; decimals++ {
		scale := math.Pow10(decimals)
		n := math.Round(fraction * scale)
		if math.Abs(n/scale-fraction) < 1e-12 {
			scale /= 100
			return n / scale, max(0, (n-0.5)/scale), min(100, (n+0.5)/scale), true
		}
	}
	return fraction * 100, 0, 0, false
}
