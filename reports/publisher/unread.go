package publisher

import (
	"fmt"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// unread notes the columns that no line read and the format does not ignore.
func (e *Export) unread(file *sheet.File, t *sheet.Table, h *header) {
	for _, name := range e.format.Ignored {
		h.find(name)
	}
	for i, text := range h.texts {
		if text == "" || h.read[i+1] {
			continue
		}
		text = strings.TrimSpace(text)
		e.Problem(reports.Origin{File: file.Path, Sheet: t.Name, Row: h.row, Column: i + 1, Text: h.texts[i]},
			"%s does not know the column %q: it was not read", e.format, text)
		if e.unreadWords == nil {
			e.unreadWords = map[tableKey]string{}
		}
		if key := (tableKey{file.Path, t.Name}); e.unreadWords[key] == "" && hasWords(t, h.row, i+1) {
			e.unreadWords[key] = text
		}
	}
}

// A tableKey names a table of an export.
type tableKey struct{ file, sheet string }

// hasWords tells whether a column below a header has a cell that is no number:
// it may say what its row is about.
func hasWords(t *sheet.Table, header, column int) bool {
	for row, err := range t.Rows() {
		if err != nil {
			return false
		}
		if row.Number > header {
			if _, number := spellText(row.Text(column)); !number {
				return true
			}
		}
	}
	return false
}

// refuseUndivided leaves out the figures that several rows of a table state
// which a column of words that was not read may tell apart: they are parts,
// and none of them is the figure.
func (e *Export) refuseUndivided() {
	if len(e.unreadWords) == 0 {
		return
	}
	rows := map[string]map[int]bool{}
	name := func(f reports.Figure) string { return fmt.Sprint(f.Origin.File, f.Origin.Sheet, f.Identity()) }
	for _, f := range e.reading.Figures {
		if e.unreadWords[tableKey{f.Origin.File, f.Origin.Sheet}] == "" {
			continue
		}
		if rows[name(f)] == nil {
			rows[name(f)] = map[int]bool{}
		}
		rows[name(f)][f.Origin.Row] = true
	}
	kept := e.reading.Figures[:0]
	for _, f := range e.reading.Figures {
		column := e.unreadWords[tableKey{f.Origin.File, f.Origin.Sheet}]
		if column != "" && len(rows[name(f)]) > 1 {
			e.Problem(f.Origin, "%q is one of several rows that the column %q tells apart: it was not read", f.Origin.Text, column)
			continue
		}
		kept = append(kept, f)
	}
	e.reading.Figures = kept
}
