package publisher

import (
	"fmt"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A mappedHeader is the header of a table that a mapping knows, and what its
// columns mean.
type mappedHeader struct {
	*header
	columns []placedColumn
	title   string // the texts above it
}

// A placedColumn is a column of a table, named as its header names it.
type placedColumn struct {
	*mappedColumn
	name   string // unique in the table
	period reports.Period
	within string // the part of a year that the header names: "Jan", "Q3"
	part   reports.Split
	what   reports.Measure
}

// columnNames returns the names of the columns of a header of some rows: the
// texts of a column joined by a space. A text of an upper row stands for the
// columns right of it up to the next text, as in merged cells. A column
// without a text is named by its letters, one whose name stands there before
// by its place among them.
func columnNames(rows []sheet.Row) []string {
	width := 0
	for _, r := range rows {
		width = max(width, len(r.Cells))
	}
	names := make([]string, width)
	seen := map[string]int{}
	above := make([]string, len(rows))
	for i := range names {
		var parts []string
		for n, r := range rows {
			text := strings.Join(strings.Fields(r.Text(i+1)), " ")
			last := n == len(rows)-1
			switch {
			case text != "":
				if above[n] = text; !last && rows[n+1].Text(i+1) == "" {
					above[n] = "" // merged with the cell below it
				}
			case !last && strings.TrimSpace(rows[len(rows)-1].Text(i+1)) != "":
				text = above[n]
			}
			if text != "" && (len(parts) == 0 || parts[len(parts)-1] != text) {
				parts = append(parts, text)
			}
		}
		names[i] = uniqueName(strings.Join(parts, " "), i+1, seen)
	}
	return names
}

func uniqueName(name string, column int, seen map[string]int) string {
	if name == "" {
		name = "(column " + reports.ColumnName(column) + ")"
	}
	key := foldHeader(name)
	if seen[key]++; seen[key] > 1 {
		return fmt.Sprintf("%s (%d)", name, seen[key])
	}
	return name
}

// rowsOfHeader is how many rows a header of the mapping has.
func (m Mapping) rowsOfHeader() int { return max(1, m.HeaderRows) }

// find looks for the header of a table; nil if it has none that the mapping
// knows, or is of another sheet.
func (t *mapped) find(table *sheet.Table) *mappedHeader {
	if !t.isOf(table) {
		return nil
	}
	var held []sheet.Row
	var title []string
	n := 0
	for row, err := range table.Rows() {
		if n++; err != nil || n > headerRows {
			return nil
		}
		if row.Blank() {
			continue
		}
		if held = append(held, row); len(held) > t.rowsOfHeader() {
			title = append(title, held[0].Text(1))
			held = held[1:]
		}
		if len(held) < t.rowsOfHeader() {
			continue
		}
		if h := t.match(held); h != nil {
			h.title = strings.Join(title, "\n")
			return h
		}
	}
	return nil
}

// match tells what the columns of a header mean; nil if one is not there
// that the mapping names.
func (t *mapped) match(rows []sheet.Row) *mappedHeader {
	names := columnNames(rows)
	if len(names) > mostColumns {
		return nil
	}
	last := rows[len(rows)-1]
	cells := make([]sheet.Cell, len(names))
	for i, name := range names {
		cells[i].Text = name
	}
	h := &mappedHeader{header: newHeader(sheet.Row{Number: last.Number, Cells: cells})}
	taken := make([]bool, len(names)+1)
	for i := range t.columns {
		k := &t.columns[i]
		if k.placeholder != "" {
			continue
		}
		at := h.column[foldHeader(k.Header)]
		switch {
		case at > 0:
			taken[at] = true
			h.columns = append(h.columns, k.at(names[at-1]))
		case !k.Optional:
			return nil
		}
	}
	for i := range t.columns {
		if k := &t.columns[i]; k.placeholder != "" && !t.spread(h, k, names, taken) && !k.Optional {
			return nil
		}
	}
	return h
}

// at places a column.
func (k *mappedColumn) at(name string) placedColumn {
	return placedColumn{mappedColumn: k, name: name, period: k.period, part: k.part, what: reports.Measure(k.Measure)}
}

// spread places a pattern at the columns that fit it and no other column has.
func (t *mapped) spread(h *mappedHeader, k *mappedColumn, names []string, taken []bool) bool {
	found := false
	for i, name := range names {
		if taken[i+1] {
			continue
		}
		if p, ok := t.fits(k, name); ok {
			taken[i+1], found = true, true
			h.columns = append(h.columns, p)
		}
	}
	return found
}

// fits tells whether a column's name fits a pattern, and what it then says.
func (t *mapped) fits(k *mappedColumn, name string) (p placedColumn, ok bool) {
	p = k.at(name)
	text, fits := strings.CutPrefix(foldHeader(name), k.before)
	text, ends := strings.CutSuffix(text, k.after)
	if !fits || !ends || strings.TrimSpace(text) == "" {
		return p, false
	}
	// The text as it stands, not folded, since it may become a value.
	if whole := strings.Join(strings.Fields(name), " "); len(whole) == len(foldHeader(name)) {
		text = whole[len(k.before) : len(whole)-len(k.after)]
	}
	text = strings.TrimSpace(text)
	switch k.placeholder {
	case "period":
		if p.period, ok = readPeriod(text, t.order); ok {
			p.period = k.around(p.period)
		}
	case "month", "quarter", "half":
		_, ok = partOfYear("2024", text, k.placeholder)
		p.within = text
	case "measure":
		p.what, ok = t.measures[foldWords(text)]
	case "area":
		code, known := areaNamed(text)
		p.part.Area, ok = code, known || isTotal(text)
	default:
		d, _ := reports.ParseDim(k.placeholder)
		if ok = len(text) <= mostText; !isTotal(text) {
			p.part = p.part.With(d, text)
		}
	}
	return p, ok
}

// lacking names the first column of the mapping that no row near the top of
// a table has.
func (t *mapped) lacking(table *sheet.Table) string {
	present := map[string]bool{}
	n := 0
	for row, err := range table.Rows() {
		if n++; err != nil || n > headerRows {
			break
		}
		for _, c := range row.Cells {
			present[foldHeader(c.Text)] = true
		}
	}
	for _, k := range t.columns {
		if k.placeholder == "" && !k.Optional && !present[foldHeader(k.Header)] {
			return k.Header
		}
	}
	return ""
}
