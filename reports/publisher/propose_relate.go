package publisher

import (
	"context"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// relate reads the sample as proposed, and proposes how its parts relate: a
// split is complete where the parts add to every total that the table prints.
func (p *proposal) relate() {
	r, err := p.sample()
	if err != nil {
		return
	}
	var all reports.Dims
	for _, f := range r.Figures {
		all |= f.Breakdown
	}
	p.tellDoubles(r)
	if all == 0 {
		return
	}
	complete, broken := addsUp(r.Figures, all)
	for _, d := range complete.Without(broken).List() {
		p.Complete = append(p.Complete, d.String())
	}
	switch open := all.Without(complete.Without(broken)); {
	case broken != 0:
		p.remark("complete", "broken", "dims", broken)
	case open == all:
		p.remark("complete", "open", "dims", open)
	case open != 0:
		p.remark("complete", "adds")
		p.remark("complete", "open", "dims", open)
	default:
		p.remark("complete", "adds")
	}
}

// sample reads the rows that were looked at.
func (p *proposal) sample() (reports.Reading, error) {
	file := *p.file
	file.Tables = []*sheet.Table{p.table}
	m := p.Mapping
	if m.Period != "" && m.Period != "columns" {
		m.Period = "title"
		if _, ok := periodInText(strings.Join(p.firstCells(), "\n")); !ok {
			m.Period, m.Columns = "", append([]MappedColumn(nil), m.Columns...)
			for i := range m.Columns {
				if m.Columns[i].Is == "value" {
					m.Columns[i].Period = "2000"
				}
			}
		}
	}
	return m.Preview(context.Background(), &sheet.Book{Name: file.Path, Files: []*sheet.File{&file}}, sampleRows)
}

// tellDoubles says that cells state the same thing with different numbers.
func (p *proposal) tellDoubles(r reports.Reading) {
	n := 0
	for _, problem := range r.Problems {
		if strings.Contains(problem.What, "of the same: kept as a range") {
			n++
		}
	}
	if n > 0 {
		p.remark("publisher", "doubles", "n", n)
	}
}

// addsUp compares each printed total with the sum of its parts by all
// dimensions that the table splits by. It returns the dimensions over which
// all of them agree somewhere, and those over which one does not.
func addsUp(figures []reports.Figure, all reports.Dims) (complete, broken reports.Dims) {
	figures = slices.DeleteFunc(slices.Clone(figures), func(f reports.Figure) bool { return !countsThings(f.Measure) })
	type place struct {
		measure reports.Measure
		period  reports.Period
		over    reports.Dims
		split   reports.Split
	}
	parts := map[place][]float64{}
	overs := map[reports.Dims]bool{}
	for _, f := range figures {
		if f.Breakdown != all {
			overs[all.Without(f.Breakdown)] = true
		}
	}
	for _, f := range figures {
		if f.Breakdown != all {
			continue
		}
		for over := range overs {
			at := place{f.Measure, f.Period, over, f.Split.Only(^over)}
			parts[at] = append(parts[at], f.Value)
		}
	}
	for _, f := range figures {
		over := all.Without(f.Breakdown)
		values := parts[place{f.Measure, f.Period, over, f.Split}]
		if over == 0 || len(values) < 2 || !f.Known() {
			continue
		}
		sum := 0.0
		for _, v := range values {
			sum += v
		}
		if math.IsNaN(sum) {
			continue
		}
		if math.Abs(sum-f.Value) < 1e-6*math.Abs(f.Value)+1e-9 {
			complete |= over
		} else {
			broken |= over
		}
	}
	return complete, broken
}

// countsThings tells whether parts of a measure can add to a total: shares
// and averages cannot.
func countsThings(m reports.Measure) bool {
	if info := reports.MeasureOf(m); info.Unit != "" {
		return info.OverParts
	}
	return unitNamed(string(m)) == "" && !isAverage(string(m))
}
