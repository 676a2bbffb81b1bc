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
// say the same one is read; of those in one workbook the newest amends the
// others.
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
			case slices.EqualFunc(before.rows, s.rows, equalCells):
				r.leave(s)
				r.Problem(reports.Origin{File: s.file.Path, Sheet: s.table.Name}, "%s is the same part of the same report: this one was not read", before)
				same[i] = before
			case before.file == s.file:
				s.amends = append(before.amends, before)
				r.leave(before)
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
		if s.isNotes() && (!s.explains() || s.report.unclear) {
			continue
		}
		key := fmt.Sprint(s.whose(), s.part, s.surface, r.span(s))
		i, known := at[key]
		if !known {
			i = len(groups)
			at[key], groups = i, append(groups, nil)
		}
		groups[i] = append(groups[i], s)
	}
	return groups
}

// leave leaves out a part.
func (r *dsaReader) leave(s *dsaSheet) {
	r.sheets = slices.DeleteFunc(r.sheets, func(other *dsaSheet) bool { return other == s })
}

// outdated returns the files that are of an earlier period of a service than
// the newest one that the source has, and were published before it. They are
// sources of their own, since a source has one day of publication.
func (r *dsaReader) outdated() []*sheet.File {
	newest := map[string]*dsaSheet{}
	day := func(s *dsaSheet) reports.Day { return s.report.day(r.span(s)) }
	for _, s := range r.sheets {
		if best := newest[s.whose()]; s.filled && (best == nil || day(s) > day(best)) {
			newest[s.whose()] = s
		}
	}
	var files []*sheet.File
	for _, s := range r.sheets {
		best := newest[s.whose()]
		if s.filled && !s.report.unclear && day(s) < day(best) && r.span(s) != r.span(best) && !slices.Contains(files, s.file) {
			files = append(files, s.file)
		}
	}
	return slices.DeleteFunc(files, func(f *sheet.File) bool {
		return slices.ContainsFunc(r.sheets, func(s *dsaSheet) bool { return s.file == f && s.filled && day(s) >= day(newest[s.whose()]) })
	})
}

// whose returns the service of a part; "" where nothing says it.
func (s *dsaSheet) whose() string { return cmp.Or(s.named, s.report.service, s.report.provider) }

// equalCells tells whether two rows say the same.
func equalCells(a, b sheet.Row) bool {
	return slices.EqualFunc(a.Cells, b.Cells, func(a, b sheet.Cell) bool { return a.Text == b.Text })
}
