package assets

import (
	"cmp"

	"vitrine/reports"
)

// SourceNote returns what a note of a report is about: whose report it is of,
// of when, and what the note is called.
func (w *Words) SourceNote(n reports.SourceNote) string {
	key, period := "sourcenote.of", w.Period(n.Period)
	if service := cmp.Or(n.Service, n.Publisher); service != n.Publisher {
		key = "sourcenote.service"
	}
	return w.Say(key, "publisher", w.Publisher(n.Publisher), "service", n.Service, "period", period, "name", w.SourceNoteName(n))
}

// SourceNoteName returns what a note of a report is called: the category that
// it explains, or else its heading.
func (w *Words) SourceNoteName(n reports.SourceNote) string {
	switch {
	case n.Subcategory != "":
		return w.Value(reports.Category, n.Category) + " › " + w.Value(reports.Subcategory, n.Subcategory)
	case n.Category != "":
		return w.Value(reports.Category, n.Category)
	}
	return w.or("sourcenote."+n.Name, n.Name)
}
