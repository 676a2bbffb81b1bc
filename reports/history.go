package reports

import (
	"cmp"
	"slices"
)

// A History is what the vintages of a report state of one figure, the oldest
// first: a line over vintages.
type History struct {
	Identity
	Statements []Statement
}

// Histories sorts statements into one history a figure, in the order of
// publisher, table, measure, period and split. Statements of one figure stay
// in the order in which they come: that of the vintages.
func Histories(statements []Statement) []History {
	at := map[Identity]int{}
	var list []History
	for _, s := range statements {
		id := s.Identity()
		i, known := at[id]
		if !known {
			i = len(list)
			at[id] = i
			list = append(list, History{Identity: id})
		}
		list[i].Statements = append(list[i].Statements, s)
	}
	slices.SortStableFunc(list, func(a, b History) int {
		return cmp.Or(
			cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.Table, b.Table), cmp.Compare(a.Measure, b.Measure),
			cmp.Compare(a.Breakdown, b.Breakdown), a.Period.Compare(b.Period), a.Split.Compare(b.Split),
		)
	})
	return list
}

// A RevisionGrid is what each vintage states of each period of one series: a
// heat map of period × vintage.
type RevisionGrid struct {
	Publisher, Table string
	Measure          Measure
	Split            Split
	Breakdown        Dims
	Periods          []Period  // the rows
	Vintages         []Vintage // the columns, the oldest first
	// Cells has a row a period and a column a vintage; a vintage that does not
	// state the period has the zero Statement there.
	Cells [][]Statement
}

// GridOf lays out statements of one series, in the order of the vintages.
// Those of another series than the first are left out.
func GridOf(statements []Statement) RevisionGrid {
	var g RevisionGrid
	rows, columns := map[Period]int{}, map[Vintage]int{}
	for i, s := range statements {
		if i == 0 {
			g.Publisher, g.Table, g.Measure, g.Split, g.Breakdown = s.Publisher, s.Table, s.Measure, s.Split, s.Breakdown
		}
		if !g.holds(s) {
			continue
		}
		if _, known := rows[s.Period]; !known {
			rows[s.Period] = len(g.Periods)
			g.Periods = append(g.Periods, s.Period)
		}
		if _, known := columns[s.Vintage]; !known {
			columns[s.Vintage] = len(g.Vintages)
			g.Vintages = append(g.Vintages, s.Vintage)
		}
	}
	slices.SortFunc(g.Periods, Period.Compare)
	for i, p := range g.Periods {
		rows[p] = i
		g.Cells = append(g.Cells, make([]Statement, len(g.Vintages)))
	}
	for _, s := range statements {
		if g.holds(s) {
			g.Cells[rows[s.Period]][columns[s.Vintage]] = s
		}
	}
	return g
}

func (g RevisionGrid) holds(s Statement) bool {
	return s.Publisher == g.Publisher && s.Table == g.Table && s.Measure == g.Measure && s.Split == g.Split && s.Breakdown == g.Breakdown
}

// Change returns by how much, in percent, a cell's number differs from the
// one that the last vintage before it states of the period, 0 where it is the
// same. ok is false where either states no single number, or the earlier one
// is 0 and the later is not.
func (g RevisionGrid) Change(row, column int) (percent float64, ok bool) {
	before, after, ok := g.Against(row, column)
	switch {
	case !ok:
		return 0, false
	case before.Value == after.Value:
		return 0, true
	case before.Value == 0:
		return 0, false
	}
	return 100 * (after.Value - before.Value) / before.Value, true
}
