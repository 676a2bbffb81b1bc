package library

import (
	"slices"
	"strings"
	"unicode/utf8"

	"vitrine/reports"
)

// clean returns the reading with the sign for what cannot be read in place
// of bytes that are no UTF-8, which a backend may refuse. The reading that it
// is given stays as it is.
func clean(r reports.Reading) reports.Reading {
	figures, copied := r.Figures, false
	for i := range r.Figures {
		if isText(&r.Figures[i]) {
			continue
		}
		if !copied {
			figures, copied = slices.Clone(r.Figures), true
		}
		figures[i] = cleanFigure(r.Figures[i])
	}
	r.Figures = figures
	r.Notes = slices.Clone(r.Notes)
	for i := range r.Notes {
		n := &r.Notes[i]
		n.Service, n.Category, n.Subcategory, n.Name, n.Text = valid(n.Service), valid(n.Category), valid(n.Subcategory), valid(n.Name), valid(n.Text)
		n.Publisher, n.Extent, n.Origin = valid(n.Publisher), valid(n.Extent), cleanOrigin(n.Origin)
	}
	r.Problems = slices.Clone(r.Problems)
	for i := range r.Problems {
		p := &r.Problems[i]
		p.What, p.Origin = valid(p.What), cleanOrigin(p.Origin)
	}
	return r
}

func valid(s string) string { return strings.ToValidUTF8(s, "\uFFFD") }

// isText tells whether all that a figure holds of an export's text is text.
func isText(f *reports.Figure) bool {
	s, o := &f.Split, &f.Origin
	for _, text := range [...]string{
		s.Service, s.Area, s.Category, s.Subcategory, s.Trigger, s.Detection, s.Decision, s.Ground, s.Action, s.Facet,
		f.Table, f.Note, f.Extent, o.File, o.Sheet, o.Text,
	} {
		if !utf8.ValidString(text) {
			return false
		}
	}
	return true
}

func cleanFigure(f reports.Figure) reports.Figure {
	f.Table, f.Note, f.Extent, f.Origin = valid(f.Table), valid(f.Note), valid(f.Extent), cleanOrigin(f.Origin)
	for _, d := range f.Split.Stated().List() {
		f.Split = f.Split.With(d, valid(f.Split.Get(d)))
	}
	return f
}

func cleanOrigin(o reports.Origin) reports.Origin {
	o.File, o.Sheet, o.Text = valid(o.File), valid(o.Sheet), valid(o.Text)
	return o
}
