package window

import (
	"vitrine/reports"
	"vitrine/reports/chart"
)

// statement returns what a point of a chart of editions stands for.
func (d drawn) statement(at chart.Point) reports.Statement {
	if d.edition == chart.Grid {
		return d.editions.Grids[0].Cells[at.Series][at.Number]
	}
	return d.editions.Histories[at.Series].Statements[at.Number]
}

// editionTip writes what stands beside the cursor: the day, the number, and its
// change.
func (d drawn) editionTip(at chart.Point) string {
	st := d.statement(at)
	r, ok := d.editionChange(at)
	return d.words.Period(st.Period) + "  " + d.words.Edition(st, r, ok)
}

// editionChange returns what became of a figure since the vintage before.
func (d drawn) editionChange(at chart.Point) (reports.Revision, bool) {
	if d.edition == chart.Grid {
		before, after, ok := d.editions.Grids[0].Against(at.Series, at.Number)
		return reports.Revision{Before: before, After: after}, ok
	}
	return d.editions.Histories[at.Series].Revision(at.Number)
}

// statedNumber returns a statement as a number of a series, as a picture hands
// them on.
func statedNumber(st reports.Statement) (reports.Series, reports.Number) {
	s := reports.Series{Publisher: st.Publisher, Table: st.Table, Measure: st.Measure, Key: st.Split, Group: st.Split.Stated()}
	n := reports.Number{Period: st.Period, Value: st.Value, Low: st.Low, High: st.High, HasRange: st.HasRange, Status: st.Status,
		Table: st.Table, Breakdown: st.Breakdown, Origin: st.Origin}
	return s, n
}

// statedAt finds the point of the statement that stands in a cell.
func (p *picture) statedAt(o reports.Origin) (chart.Point, bool) {
	if o.Source == "" {
		return chart.Point{}, false
	}
	for _, at := range p.chart.Points {
		if st := p.drawn.statement(at); st.Origin.File == o.File && st.Origin.String() == o.String() {
			return at, true
		}
	}
	return chart.Point{}, false
}
