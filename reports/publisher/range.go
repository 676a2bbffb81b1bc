package publisher

import (
	"math"
	"strings"

	"vitrine/reports"
)

// AddRange adds the figure whose least and greatest number stand in two
// columns. Of the figure only the numbers, the status and the places are
// taken from them. Two empty cells state none.
func (l *Line) AddRange(low, high string, f reports.Figure) {
	if l.failed || l.Text(low) == "" && l.Text(high) == "" {
		return
	}
	for _, column := range []string{low, high} {
		if n, ok := spell(l.Cell(column)); !ok || math.IsNaN(n.Value) || math.IsInf(n.Value, 0) {
			l.export.Problem(l.Origin(column), "%q is not the end of a range", strings.TrimSpace(l.Cell(column).Text))
			return
		}
	}
	least, _ := spell(l.Cell(low))
	most, _ := spell(l.Cell(high))
	f.Value, f.Low, f.High, f.HasRange, f.Status = math.NaN(), least.Value, most.Value, true, max(f.Status, reports.Withheld)
	if least.Value == most.Value {
		f.Value, f.HasRange, f.Status = least.Value, false, reports.Normal
	}
	f.Origin = l.Origin(low)
	f.Origin.More = []reports.Cell{l.Origin(high).Cell()}
	l.export.Add(f)
}
