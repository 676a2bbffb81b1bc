package publisher

import "vitrine/reports"

// amend holds an older version of a part against the figures and notes of the
// newest one in the same workbook. What both state has the cells of both; what
// was corrected, or left out, is told with its cell and does not count.
func (r *dsaReader) amend(before *dsaSheet, figures []reports.Figure, notes []reports.SourceNote) {
	older := r.alone(before)
	now := map[reports.Identity]*reports.Figure{}
	for i := range figures {
		now[figures[i].Identity()] = &figures[i]
	}
	for _, f := range older.Figures {
		held := now[f.Identity()]
		switch {
		case held == nil:
			r.Problem(f.Origin, "the corrected part no longer states this: it does not count")
		case held.Agrees(f) && held.Status == f.Status:
			o := f.Origin
			held.Origin.More = append(held.Origin.More, reports.Cell{Row: o.Row, Column: o.Column, Text: o.Text, File: o.File, Sheet: o.Sheet})
		default:
			r.Problem(f.Origin, "%q was corrected to %q in %s!%s: the older number does not count", f.Origin.Text, held.Origin.Text, held.Origin.Sheet, held.Origin.Cell().Address())
		}
	}
	for _, n := range older.Notes {
		if !restated(n, notes) {
			r.Problem(n.Origin, "the corrected part no longer says this: it is no note")
		}
	}
}

func restated(n reports.SourceNote, notes []reports.SourceNote) bool {
	for _, other := range notes {
		if other.Name == n.Name && other.Category == n.Category && other.Subcategory == n.Subcategory && other.Text == n.Text {
			return true
		}
	}
	return false
}

// alone reads one part as if it were all of the export.
func (r *dsaReader) alone(s *dsaSheet) reports.Reading {
	all := r.Export
	defer func() { r.Export = all }()
	r.Export = &Export{Name: all.Name, Book: all.Book, Files: all.Files, ctx: all.ctx, options: all.options, format: all.format, order: all.order, blocks: map[blockKey]int{}}
	r.readPart(s)
	all.reading.Problems = append(all.reading.Problems, r.reading.Problems...)
	return r.reading
}
