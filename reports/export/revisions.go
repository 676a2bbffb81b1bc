package export

import (
	"io"
	"math"
	"slices"
	"strconv"

	"vitrine/reports"
)

// RevisionColumns names the columns of a list of revisions: those of every
// long table, with the number and the place of the later vintage (of the
// earlier one where the later does not state the figure), then what changed.
var RevisionColumns = append(slices.Clone(Columns),
	"change", "before", "after", "difference", "percent", "vintage_before", "vintage_after",
	"category_before", "source_before", "sheet_before", "row_before", "column_before")

// FigureTexts returns a figure's cells under Columns.
func FigureTexts(f reports.Figure) []string {
	return Record{f.Publisher, f.Table, f.Measure, reports.MeasureOf(f.Measure).Unit, f.Split,
		lookUp([3]string{f.Publisher, f.Category, f.Subcategory}), numberOf(f)}.Texts()
}

// RevisionTexts returns a revision's cells under RevisionColumns.
func RevisionTexts(r reports.Revision) []string {
	f := r.Figure()
	texts := FigureTexts(f)
	was := ""
	if r.Renamed {
		was = r.Before.Category
		if r.Before.Subcategory != "" {
			was += " › " + r.Before.Subcategory
		}
	}
	texts = append(texts, string(r.Change), StatementText(r.Before), StatementText(r.After), Plain(tidy(r.Difference())), Plain(tidy(r.Percent())),
		r.Before.Vintage.Day.String(), r.After.Vintage.Day.String(), was)
	source, sheet, row, column := Record{Number: numberOf(r.Before.Figure)}.place()
	return append(texts, source, sheet, row, column)
}

// StatementText writes the number that a vintage states, plain: 1234, 4-5 for
// a range, "" for none.
func StatementText(s reports.Statement) string {
	switch {
	case !s.Says():
		return ""
	case s.Known():
		return Plain(s.Value)
	case math.IsInf(s.High, 1):
		return Plain(s.Low) + "-"
	}
	return Plain(s.Low) + "-" + Plain(s.High)
}

// tidy leaves out the noise of binary fractions.
func tidy(v float64) float64 {
	if math.IsNaN(v) || math.IsInf(v, 0) || math.Abs(v) >= 1e9 {
		return v
	}
	return math.Round(v*1e6) / 1e6
}

// guardRevision guards the cells under RevisionColumns that hold text.
func guardRevision(cells []string) []string {
	guardText(cells)
	for _, name := range []string{"category_before", "sheet_before"} {
		i := slices.Index(RevisionColumns, name)
		cells[i] = Guard(cells[i])
	}
	return cells
}

// A RevisionWriter writes revisions one by one as csv.
type RevisionWriter struct{ table *table }

// NewRevisionWriter writes the header.
func NewRevisionWriter(w io.Writer, o Options) (*RevisionWriter, error) {
	t, err := newTable(w, slices.Clone(RevisionColumns), o)
	return &RevisionWriter{t}, err
}

// Write writes a revision.
func (w *RevisionWriter) Write(r reports.Revision) error {
	return w.table.write(guardRevision(RevisionTexts(r)))
}

// Flush writes what is left.
func (w *RevisionWriter) Flush() error { return w.table.flush() }

// SummaryColumns names the columns of a summary of revisions.
var SummaryColumns = []string{
	"by", "publisher", "table", "vintage_before", "vintage_after", "measure", "category",
	"compared", "differing", "changed", "percent", "rounded", "taken_back", "vanished", "added", "ranges", "ranges_changed", "renamed",
	"source_before", "source_after",
}

// SummaryTexts returns a line's cells under SummaryColumns.
func SummaryTexts(l reports.RevisionLine) []string {
	percent := l.Percent()
	if !math.IsNaN(percent) {
		percent = math.Round(percent*100) / 100
	}
	texts := []string{l.By, l.Publisher, l.Table, l.Before.Day.String(), l.After.Day.String(), string(l.Measure), l.Category,
		strconv.Itoa(l.Compared), strconv.Itoa(l.Differing), strconv.Itoa(l.Changed), Plain(percent)}
	for _, n := range []int{l.Rounded, l.TakenBack, l.Vanished, l.Added, l.Ranges, l.Redrawn, l.Renamed} {
		texts = append(texts, strconv.Itoa(n))
	}
	return append(texts, reports.Source{ID: l.Before.Source}.Short(), reports.Source{ID: l.After.Source}.Short())
}
