package publisher

import (
	"fmt"
	"slices"

	"vitrine/reports/sheet"
)

// The ranks of mappings: those given for an export go before the formats,
// those kept after them.
const (
	rankGiven = -1
	rankKept  = 1
)

// formats returns the formats and the mappings that a book may be of. A
// mapping that is given must be whole; a kept one that is not reads nothing.
func (o Options) formats() ([]Format, error) {
	if len(o.Mappings)+len(o.Kept) == 0 {
		return Formats, nil
	}
	formats := slices.Clone(Formats)
	for _, m := range o.Mappings {
		f, err := m.Format()
		if err != nil {
			return nil, err
		}
		f.rank = rankGiven
		formats = append(formats, f)
	}
	for _, m := range o.Kept {
		if f, err := m.Format(); err == nil {
			f.rank = rankKept
			formats = append(formats, f)
		}
	}
	return formats, nil
}

// misfit says why a mapping that was given does not fit a book; "" if none
// was.
func (o Options) misfit(b *sheet.Book) string {
	for _, m := range o.Mappings {
		t, err := m.compile()
		if err != nil {
			return err.Error()
		}
		for _, f := range b.Files {
			for _, table := range f.Tables {
				if !m.isOf(table) {
					continue
				}
				if header := t.lacking(table); header != "" {
					return fmt.Sprintf("%s does not fit it: no header has the column %q", m.called(), header)
				}
			}
		}
		if m.Sheet != "" && !m.hasSheet(b) {
			return fmt.Sprintf("%s does not fit it: it has no sheet %q", m.called(), m.Sheet)
		}
		return m.called() + " does not fit it: no table of it has such a header"
	}
	return ""
}

// isTabular tells whether a book has a table of several columns.
func isTabular(b *sheet.Book) bool {
	return slices.ContainsFunc(b.Files, func(f *sheet.File) bool { return slices.ContainsFunc(f.Tables, hasColumns) })
}

// hasColumns tells whether one of the first rows of a table has several cells.
func hasColumns(t *sheet.Table) bool {
	n := 0
	for row, err := range t.Rows() {
		if n++; err != nil || n > headerRows {
			return false
		}
		if len(row.Cells) > 1 {
			return true
		}
	}
	return false
}

// Header returns what the mapping recognises a table by, the same for two
// mappings of one kind of table.
func (m Mapping) Header() []string {
	var names []string
	for _, c := range m.Columns {
		if !c.Optional {
			names = append(names, foldHeader(c.Header))
		}
	}
	slices.Sort(names)
	return names
}
