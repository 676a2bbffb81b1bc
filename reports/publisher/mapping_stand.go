package publisher

import (
	"slices"
	"strings"

	"vitrine/reports/sheet"
)

// A Stand says where a table stands in a book. The zero Stand is wherever
// Propose finds the largest one.
type Stand struct {
	File, Sheet string // as a Layout has them; "": any
	// Row is the number of the header's last row, and Rows how many rows that
	// are not blank it has; 0: as Propose finds them.
	Row, Rows int
}

// MostHeaderRows is how many rows a header may have.
const MostHeaderRows = 3

// MostAboveHeader is how many rows may stand above a header's last one.
const MostAboveHeader = headerRows - 1

func (s Stand) isOf(file *sheet.File, t *sheet.Table) bool {
	return (s.File == "" || s.File == file.Path) && (s.Sheet == "" || s.Sheet == t.Name)
}

// takeHeader takes the rows of the header that are said, or finds it.
func (p *proposal) takeHeader(rows []sheet.Row, at Stand) bool {
	if at.Row == 0 {
		return p.findHeader(rows)
	}
	last := slices.IndexFunc(rows, func(r sheet.Row) bool { return r.Number == at.Row })
	if last < 0 || at.Row > headerRows {
		return false
	}
	p.setHeader(rows, max(0, last-max(1, min(at.Rows, MostHeaderRows))+1), last)
	return true
}

// setHeader makes some rows the header: those above are the title, those below
// the table.
func (p *proposal) setHeader(rows []sheet.Row, from, last int) {
	p.header, p.body = rows[from:last+1], rows[last+1:]
	for _, row := range rows[:from] {
		if text := leadingText(row); text != "" {
			p.title = append(p.title, text)
		}
	}
}

// isOf tells whether a mapping reads a table, whatever its header.
func (m Mapping) isOf(t *sheet.Table) bool {
	return m.Sheet == "" || strings.EqualFold(strings.TrimSpace(m.Sheet), strings.TrimSpace(t.Name))
}

// Sharing lists the names of the sheets that have the mapping's header,
// whether or not it is of one sheet alone.
func (m Mapping) Sharing(b *sheet.Book) []string {
	m.Sheet = ""
	t, err := m.lax()
	if err != nil {
		return nil
	}
	var names []string
	for _, file := range b.Files {
		for _, table := range file.Tables {
			if file.Err == nil && t.find(table) != nil {
				names = append(names, table.Name)
			}
		}
	}
	return names
}

// OfSheet says that only a sheet is read; "": each that has the header.
func (m Mapping) OfSheet(name string) Mapping {
	m = m.clone()
	m.Sheet = name
	return m
}

// hasSheet tells whether a book has a sheet that the mapping reads.
func (m Mapping) hasSheet(b *sheet.Book) bool {
	return slices.ContainsFunc(b.Files, func(f *sheet.File) bool { return slices.ContainsFunc(f.Tables, m.isOf) })
}
