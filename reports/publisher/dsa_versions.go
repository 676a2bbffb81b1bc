package publisher

import (
	"cmp"
	"fmt"
	"slices"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// corrected returns the files of which another file of the source states a
// part anew, the oldest first, and numbers the versions of parts: as their
// names say, else by the days in part 1, else by their order. Of parts that
// say the same, or that lie in one workbook, one is read.
func (r *dsaReader) corrected() []*sheet.File {
	r.nameSurfaces()
	var older []*sheet.File
	for _, same := range r.alike() {
		slices.SortStableFunc(same, func(a, b *dsaSheet) int {
			return cmp.Or(a.version-b.version, int(a.report.published-b.report.published))
		})
		for i := 1; i < len(same); i++ {
			before, s := same[i-1], same[i]
			switch {
			case before.file == s.file:
				r.drop(before, "%s corrects this part, which was not read: load it by itself to keep it as an older vintage", s)
			case slices.EqualFunc(before.rows, s.rows, equalCells):
				r.drop(s, "%s is the same part of the same report: this one was not read", before)
				same[i] = before
			default:
				s.version = max(s.version, before.version+1)
				if !slices.Contains(older, before.file) {
					older = append(older, before.file)
				}
			}
		}
	}
	return older
}

// nameSurfaces calls the surface of a part not stated where another file has
// the same part of a surface.
func (r *dsaReader) nameSurfaces() {
	split := map[string]bool{} // by service and part: one of them has a surface
	key := func(s *dsaSheet) string { return fmt.Sprint(s.named, s.in, s.part) }
	for _, s := range r.sheets {
		split[key(s)] = split[key(s)] || s.surface != ""
	}
	for _, s := range r.sheets {
		if split[key(s)] && s.surface == "" {
			s.surface = reports.NotStated
		}
	}
}

// alike groups the parts that state the same: of one service, period and
// surface.
func (r *dsaReader) alike() [][]*dsaSheet {
	at := map[string]int{}
	var groups [][]*dsaSheet
	for _, s := range r.sheets {
		if s.part <= 2 || s.part == 11 {
			continue
		}
		key := fmt.Sprint(cmp.Or(s.named, s.report.service, s.report.provider), s.part, s.surface, r.span(s))
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], s)
	}
	return groups
}

// drop leaves out a part.
func (r *dsaReader) drop(s *dsaSheet, why string, instead *dsaSheet) {
	r.Problem(reports.Origin{File: s.file.Path, Sheet: s.table.Name}, why, instead)
	r.sheets = slices.DeleteFunc(r.sheets, func(other *dsaSheet) bool { return other == s })
}

// equalCells tells whether two rows say the same.
func equalCells(a, b sheet.Row) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(a, b sheet.Cell) bool { return a.Text == b.Text })
}
