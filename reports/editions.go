package reports

import (
	"cmp"
	"math"
	"slices"
)

// Editions are what the vintages of a report state of one series of an answer,
// or of one number of it: what charts over vintages draw.
type Editions struct {
	// Histories are of the figures that several vintages state, the largest
	// change in percent first. Without one, Only tells how many figures a
	// single vintage states.
	Histories []History
	Only      int
	// Grids are what each vintage states of each period, a grid for each series
	// of the figures, that with most changes first.
	Grids []RevisionGrid
}

// EditionsOf sorts statements, those of the oldest vintage first.
func EditionsOf(statements []Statement) Editions {
	var e Editions
	for _, h := range Histories(statements) {
		if len(h.Statements) < 2 {
			e.Only++
			continue
		}
		e.Histories = append(e.Histories, h)
	}
	slices.SortStableFunc(e.Histories, func(a, b History) int {
		return cmp.Or(cmp.Compare(b.Moved(), a.Moved()), b.Period.Compare(a.Period))
	})
	if len(e.Histories) > 0 {
		e.Grids = GridsOf(statements)
	}
	return e
}

// Sources lists the sources that the editions come from, each once.
func (e Editions) Sources() []string {
	var list []string
	for _, h := range e.Histories {
		for _, s := range h.Statements {
			if !slices.Contains(list, s.Vintage.Source) {
				list = append(list, s.Vintage.Source)
			}
		}
	}
	return list
}

// Moved returns the largest change in percent, up or down, from one statement
// to the next: 0 where none differs, +Inf where the earlier one is 0.
func (h History) Moved() float64 {
	most := 0.0
	for i := range h.Statements {
		if r, ok := h.Revision(i); ok && r.Difference() != 0 {
			percent := math.Abs(r.Percent())
			if math.IsNaN(percent) {
				percent = math.Inf(1)
			}
			most = max(most, percent)
		}
	}
	return most
}

// Revision returns what became of the figure between a statement and the last
// one before it with a single number; ok is false where one of them has none.
func (h History) Revision(i int) (r Revision, ok bool) {
	after := h.Statements[i]
	if !after.Says() || !after.Known() {
		return Revision{}, false
	}
	for _, before := range slices.Backward(h.Statements[:i]) {
		if before.Says() && before.Known() {
			return Revision{Change: RevisionChanged, Before: before, After: after}, true
		}
	}
	return Revision{}, false
}

// GridsOf lays out statements by series, a grid each, that with most changed
// cells first.
func GridsOf(statements []Statement) []RevisionGrid {
	at := map[Identity]int{}
	var bySeries [][]Statement
	for _, s := range statements {
		id := s.Identity()
		id.Period = Period{}
		i, known := at[id]
		if !known {
			i = len(bySeries)
			at[id] = i
			bySeries = append(bySeries, nil)
		}
		bySeries[i] = append(bySeries[i], s)
	}
	var grids []RevisionGrid
	for _, list := range bySeries {
		grids = append(grids, GridOf(list))
	}
	slices.SortStableFunc(grids, func(a, b RevisionGrid) int {
		return cmp.Or(cmp.Compare(b.Changes(), a.Changes()), a.Split.Compare(b.Split))
	})
	return grids
}

// Changes counts the cells whose number differs from that of the vintage
// before.
func (g RevisionGrid) Changes() int {
	n := 0
	for row := range g.Cells {
		n += g.changes(row)
	}
	return n
}

// Changed tells whether two vintages state different numbers of a period.
func (g RevisionGrid) Changed(row int) bool { return g.changes(row) > 0 }

func (g RevisionGrid) changes(row int) (n int) {
	for column := range g.Vintages {
		if before, after, ok := g.Against(row, column); ok && before.Value != after.Value {
			n++
		}
	}
	return n
}

// Against returns a cell's statement and the last one before it of the
// period; ok is false where one of them states no single number.
func (g RevisionGrid) Against(row, column int) (before, after Statement, ok bool) {
	after = g.Cells[row][column]
	if !after.Says() || !after.Known() {
		return before, after, false
	}
	for i := column - 1; i >= 0; i-- {
		if before = g.Cells[row][i]; before.Says() && before.Known() {
			return before, after, true
		}
	}
	return Statement{}, after, false
}
