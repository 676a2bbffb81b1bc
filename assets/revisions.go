package assets

import (
	"vitrine/reports"
)

// RevisionKind returns the name of what a later vintage did to a figure.
func (w *Words) RevisionKind(c reports.RevisionKind) string {
	return w.or("revisions.change."+string(c), string(c))
}

// Revised says in one sentence what became of a table's figures between two
// vintages.
func (w *Words) Revised(l reports.RevisionLine) string {
	text := w.Say("revisions.pair", "publisher", w.Publisher(l.Publisher), "table", w.Table(l.Publisher, l.Table),
		"before", w.Day(l.Before.Day), "after", w.Day(l.After.Day))
	number := func(n int) string { return w.Number(float64(n)) }
	if l.Differing == 0 {
		text += w.Say("revisions.same", "compared", number(l.Compared))
	} else {
		text += w.Say("revisions.differ", "compared", number(l.Compared), "differing", number(l.Differing), "changed", number(l.Changed), "rounded", number(l.Rounded))
	}
	for _, part := range []struct {
		key string
		n   int
	}{{"takenback", l.TakenBack}, {"vanished", l.Vanished}, {"added", l.Added}, {"ranges", l.Redrawn}, {"renamed", l.Renamed}} {
		if part.n > 0 {
			text += w.Say("list.semicolon") + w.Say("revisions.also."+part.key, "n", number(part.n))
		}
	}
	return text
}
