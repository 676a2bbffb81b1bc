package export

import (
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// sums are the checksums of a workbook's sheets of numbers, so far as they
// are written.
type sums struct{ list []reports.RecordedSheet }

// hasNumbers tells whether a page is a sheet of numbers.
func (p page) hasNumbers() bool {
	return p.grid != nil && slices.ContainsFunc(p.grid.columns, func(c column) bool { return c.kind == numberColumn || c.kind == dayColumn })
}

// cellNumber returns the number that a cell holds, as a spreadsheet has it.
func cellNumber(v any) (float64, bool) {
	switch v := v.(type) {
	case formula:
		return v.value, true
	case reports.Day:
		return float64(v) + serialOf1970, true
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// recordPages makes the sheets of the audit record: the numbers of its tables,
// and last the record itself, since it tells of all sheets before it. They
// follow some pages and the contents.
func recordPages(r reports.AuditRecord, w *assets.Words, after []page, s *sums, n names) []page {
	if r.Form == 0 {
		return nil
	}
	var pages []page
	if rows, ok := recordRows(r, w, n); ok {
		pages = append(pages, rows)
	}
	sheets := 1 // the contents
	for _, p := range slices.Concat(after, pages) {
		if p.hasNumbers() {
			sheets++
		}
	}
	return append(pages, recordPage(r, w, s, sheets, n))
}

// recordPage lists all of a record but the rows of its tables.
func recordPage(r reports.AuditRecord, w *assets.Words, s *sums, sheets int, n names) page {
	r.Sheets = make([]reports.RecordedSheet, sheets)
	p := page{name: n.take(w.Say("record.sheet")), title: w.Say("record.title"), landscape: true,
		lines: []line{{text: w.Say("record.about")}, {text: w.Say("record.verify")}}}
	p.grid = &grid{
		name: n.takeTable("Audit record"), count: len(r.Lines()),
		columns: []column{
			{w.Say("record.column.part"), textColumn, 12}, {w.Say("record.column.item"), textColumn, 18},
			{w.Say("record.column.entry"), wrapColumn, 72}, {w.Say("record.column.meaning"), wrapColumn, 52},
		},
	}
	p.grid.rows = func(yield func([]any, error) bool) {
		r.Sheets = s.list
		for _, l := range r.Lines() {
			if !yield([]any{l.Part, l.Item, orText(l.Entry, signNotApplicable), w.Say("record.item." + l.Item)}, nil) {
				return
			}
		}
	}
	return p
}

// recordRows lists the rows of a record's tables under the names that they
// have in JSON.
func recordRows(r reports.AuditRecord, w *assets.Words, n names) (page, bool) {
	heads, count := []string{"record"}, 0
	for _, t := range r.Tables {
		for _, name := range t.Columns {
			if !slices.Contains(heads, name) {
				heads = append(heads, name)
			}
		}
		count += len(t.Rows)
	}
	if count == 0 {
		return page{}, false
	}
	p := page{name: n.take(w.Say("record.sheet.rows")), title: w.Say("record.rows.title"), landscape: true,
		lines: []line{{text: w.Say("record.rows.about")}}}
	p.grid = &grid{name: n.takeTable("Audit record numbers"), count: count, columns: rowColumns(heads, r.Tables)}
	p.grid.rows = func(yield func([]any, error) bool) {
		for i, t := range r.Tables {
			for _, row := range t.Rows {
				cells := make([]any, len(heads))
				cells[0] = "table " + strconv.Itoa(i+1)
				for k, name := range heads[1:] {
					text := ""
					if at := slices.Index(t.Columns, name); at >= 0 {
						text = row[at]
					}
					cells[k+1] = rowCell(text, p.grid.columns[k+1].kind)
				}
				if !yield(cells, nil) {
					return
				}
			}
		}
	}
	return p, true
}

// rowColumns finds for each column what it holds, and how wide it is.
func rowColumns(heads []string, tables []reports.RecordedTable) []column {
	list := make([]column, len(heads))
	for k, name := range heads {
		c := column{name, numberColumn, float64(len(name) + 4)}
		longest := 0
		for _, t := range tables {
			at := slices.Index(t.Columns, name)
			for _, row := range t.Rows {
				if at < 0 {
					break
				}
				longest = max(longest, len([]rune(row[at])))
				if _, exact := reports.ReadDecimal(row[at]); !exact && row[at] != "" && row[at] != "inf" {
					c.kind = textColumn
				}
			}
		}
		if name == "record" || name == "period" || strings.HasPrefix(name, "period_") {
			c.kind = textColumn
		}
		c.width = max(c.width, float64(min(longest+2, 34)))
		list[k] = c
	}
	return list
}

func rowCell(text string, k kind) any {
	if v, exact := reports.ReadDecimal(text); exact && k == numberColumn {
		return v
	}
	return reports.RecordCell(text)
}
