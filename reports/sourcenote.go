package reports

import (
	"cmp"
	"context"
	"slices"
)

// A SourceNote is what a report says in words beside its figures, about a
// service in a period: how it moderates content, what its categories mean.
type SourceNote struct {
	Publisher, Table string // the table is the part of the report that says it
	Service          string
	// What it is about; "": no category alone.
	Category, Subcategory string
	Period                Period
	Name                  string    // what the note is called: the report's heading
	Measures              []Measure // that it explains; none: the report as a whole
	Text                  string
	Extent                string // as a figure's
	Origin                Origin
}

// ExtentKey returns what the note's source states as a whole.
func (n SourceNote) ExtentKey() string {
	return Figure{Publisher: n.Publisher, Table: n.Table, Period: n.Period, Extent: n.Extent}.ExtentKey()
}

// Explains tells whether the note is about the measure or the category of a
// series that it is of, rather than about the report as a whole.
func (n SourceNote) Explains(s Series) bool {
	return n.isOf(s) && (n.Category != "" || slices.Contains(n.Measures, s.Measure))
}

// isOf tells whether the note is from the report of some numbers of a series.
// One about a category is of the series of this category alone.
func (n SourceNote) isOf(s Series) bool {
	about := s.About()
	if n.Publisher != s.Publisher || n.Category != "" && (n.Category != about.Category || n.Subcategory != about.Subcategory) ||
		n.Service != "" && about.Service != "" && n.Service != about.Service {
		return false
	}
	return slices.ContainsFunc(s.Numbers, func(m Number) bool { return m.Period.Overlaps(n.Period) })
}

// takeSourceNotes adds what the reports of the answer's numbers say in words,
// what explains its series first.
func (a *Answer) takeSourceNotes(ctx context.Context, l Ledger) error {
	all, err := l.SourceNotes(ctx)
	if err != nil {
		return err
	}
	for _, n := range all {
		if slices.ContainsFunc(a.Series, n.isOf) {
			a.SourceNotes = append(a.SourceNotes, n)
		}
	}
	general := func(n SourceNote) int {
		if slices.ContainsFunc(a.Series, n.Explains) {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(a.SourceNotes, func(m, n SourceNote) int { return cmp.Compare(general(m), general(n)) })
	return nil
}

// SortSourceNotes orders notes by publisher, service, the newest period, table
// and place.
func SortSourceNotes(list []SourceNote) {
	slices.SortStableFunc(list, func(a, b SourceNote) int {
		return cmp.Or(
			cmp.Compare(a.Publisher, b.Publisher), cmp.Compare(a.Service, b.Service), b.Period.Compare(a.Period),
			cmp.Compare(a.Table, b.Table), cmp.Compare(a.Origin.Row, b.Origin.Row),
		)
	})
}

// SourceNotes lists what the reports of both sides say in words.
func (c Comparison) SourceNotes() []SourceNote {
	var list []SourceNote
	for _, side := range c.Sides {
		for _, n := range side.Answer.SourceNotes {
			if !slices.ContainsFunc(list, func(m SourceNote) bool { return same(m.Origin, n.Origin) }) {
				list = append(list, n)
			}
		}
	}
	return list
}
