package library

import (
	"context"
	"database/sql/driver"
	"iter"
	"strings"

	"vitrine/reports"
)

// The notes of reports are kept as figures are: with the extent that they are
// of, so that a newer vintage replaces them.

// placeOf returns a note as a figure that has its extent.
func placeOf(n reports.SourceNote) *reports.Figure {
	return &reports.Figure{Publisher: n.Publisher, Table: n.Table, Period: n.Period, Extent: n.Extent}
}

func (n *loading) noteRows() iter.Seq[[]driver.Value] {
	return func(yield func([]driver.Value) bool) {
		for i, note := range n.reading.Notes {
			o := note.Origin
			if !yield([]driver.Value{n.number, int32(i), n.extents[extentOf(placeOf(note))], note.Service, note.Category, note.Subcategory,
				int32(note.Period.Start), int32(note.Period.End), note.Name, joinMeasures(note.Measures), note.Text,
				o.File, o.Sheet, int32(o.Row), int32(o.Column), o.Text}) {
				return
			}
		}
	}
}

// SourceNotes lists what the current vintages of reports say in words.
func (l *Library) SourceNotes(ctx context.Context) ([]reports.SourceNote, error) {
	if l.view == nil {
		return l.sourceNotes(ctx, "WHERE e.is_current")
	}
	return l.sourceNotes(ctx, "JOIN "+l.view.extents+" v ON v.extent = e.id")
}

// NotesOf lists what the source of an ID says in words, also where a newer one
// replaced it.
func (l *Library) NotesOf(ctx context.Context, id string) ([]reports.SourceNote, error) {
	return l.sourceNotes(ctx, "WHERE s.id = ?", id)
}

func (l *Library) sourceNotes(ctx context.Context, chosen string, args ...any) ([]reports.SourceNote, error) {
	var list []reports.SourceNote
	err := each(ctx, l.db, `
		SELECT e.publisher, e.table_name, e.name, s.id, n.service, n.category, n.subcategory, n.starts, n.ends, n.name, n.measures, n.note,
			n.file, n.sheet, n.at_row, n.at_column, n.said
		FROM notes n JOIN sources s ON n.source = s.number JOIN extents e ON n.extent = e.id `+chosen+`
		ORDER BY n.source, n.place`, args,
		func(scan func(...any) error) error {
			var n reports.SourceNote
			var measures string
			o := &n.Origin
			err := scan(&n.Publisher, &n.Table, &n.Extent, &o.Source, &n.Service, &n.Category, &n.Subcategory, &n.Period.Start, &n.Period.End, &n.Name, &measures, &n.Text,
				&o.File, &o.Sheet, &o.Row, &o.Column, &o.Text)
			n.Extent, n.Measures = ownExtent(n.Extent, n.Publisher, n.Table, n.Period), splitMeasures(measures)
			list = append(list, n)
			return err
		})
	reports.SortSourceNotes(list)
	return list, err
}

// ownExtent takes the words of an extent out of its key.
func ownExtent(key, publisher, table string, p reports.Period) string {
	extent := strings.TrimPrefix(key, publisher+" | "+table+" | ")
	if extent == p.String() {
		return ""
	}
	return extent
}

func joinMeasures(list []reports.Measure) string {
	names := make([]string, len(list))
	for i, m := range list {
		names[i] = string(m)
	}
	return strings.Join(names, "\n")
}

func splitMeasures(text string) []reports.Measure {
	var list []reports.Measure
	for name := range strings.Lines(text) {
		list = append(list, reports.Measure(strings.TrimSuffix(name, "\n")))
	}
	return list
}
