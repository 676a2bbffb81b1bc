package publisher

import (
	"path"
	"slices"
	"strings"

	"vitrine/reports/sheet"
)

// isGitHub tells whether a file is one of the repository's, or the
// description of all of them.
func isGitHub(file *sheet.File) bool {
	if githubResources(file) > 0 {
		return true
	}
	t, _ := findGitHub(file)
	return t != nil
}

// findGitHub finds the table of a file: of those whose columns its header has,
// the one with the most.
func findGitHub(file *sheet.File) (*githubTable, *header) {
	if file.Page != nil || len(file.Tables) != 1 {
		return nil, nil
	}
	for row, err := range file.Tables[0].Rows() {
		if err != nil || row.Number > headerRows {
			break
		}
		h := newHeader(row)
		var best *githubTable
		for i := range githubTables {
			t := &githubTables[i]
			if (best == nil || len(t.columns) > len(best.columns)) && h.hasAll(t.columns) && h.saysWhen() && !t.ignores(h) && t.fits(file, h) {
				best = t
			}
		}
		if best != nil {
			return best, h
		}
	}
	return nil, nil
}

// saysWhen tells whether a header has columns of a period.
func (h *header) saysWhen() bool { return h.hasAny([]string{"year", "calendar_year_half"}) }

// fits tells whether the rows of a file are of the table: columns such as
// "type" and "count" say too little.
func (t *githubTable) fits(file *sheet.File, h *header) bool {
	switch {
	case t.byName:
		return h.column["government_iso2_code"] != 0 || strings.Contains(path.Base(file.Path), t.file)
	case t.kinds == nil && !t.sorts():
		return true
	}
	for row, err := range file.Tables[0].Rows() {
		if err != nil || row.Number > h.row+headerRows {
			return false
		}
		if row.Number > h.row && t.knows(foldHeader(row.Text(h.column["type"]))) {
			return true
		}
	}
	return false
}

// ignores tells whether a header splits by what the table knows nothing of:
// its rows are then not the table's.
func (t *githubTable) ignores(h *header) bool {
	return slices.ContainsFunc([]githubDim{githubGovernment, githubGround}, func(d githubDim) bool {
		known := slices.Contains(t.columns, d.column) || t.kinds != nil || t.sorts() ||
			slices.ContainsFunc(t.dims, func(own githubDim) bool { return own.column == d.column })
		return h.column[d.column] != 0 && !known
	})
}

// sorts tells whether the kind of a row says what it counts.
func (t *githubTable) sorts() bool {
	return slices.ContainsFunc(t.counts, func(c githubCount) bool { return c.kind != "" })
}

// knows tells whether rows of the table can be of a kind.
func (t *githubTable) knows(kind string) bool {
	return slices.Contains(t.kinds, kind) || slices.ContainsFunc(t.counts, func(c githubCount) bool { return c.kind == kind && kind != "" })
}
