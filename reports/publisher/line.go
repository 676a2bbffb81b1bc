package publisher

import (
	"slices"
	"strings"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// A Line is a row of a table while a format reads it. Columns are named as in
// the format, whatever their case and spaces in the file. The first cell that
// says when, where or what, and makes no sense, is a problem, and the line
// then adds no figure; so a format needs no error handling.
type Line struct {
	export *Export
	file   *sheet.File
	table  *sheet.Table
	header *header
	row    sheet.Row
	failed bool
}

// headerRows is how many rows may stand above a table's header.
const headerRows = 20

// A header tells where the columns of a table are, and which were read.
type header struct {
	row     int
	texts   []string
	column  map[string]int // by foldHeader, from 1
	asked   map[string]int // by the names that the format uses: saves folding
	read    []bool
	told    bool                      // that rows were left out
	marked  map[string]bool           // by Line.Mark
	spelled map[string]reports.Period // the texts that were read as periods
	// The period of the file, once it was asked for.
	dated, undated bool
	period         reports.Period
}

// newHeader reads a row as the header of a table of the format.
func (f *Format) newHeader(row sheet.Row) *header {
	h := newHeader(row)
	if f.Rename == nil {
		return h
	}
	for i, name := range f.Rename(h.texts) {
		name = foldHeader(name)
		if _, taken := h.column[name]; name != "" && !taken {
			h.column[name] = i + 1
		}
	}
	return h
}

func newHeader(row sheet.Row) *header {
	h := &header{row: row.Number, column: map[string]int{}, asked: map[string]int{}, marked: map[string]bool{}, spelled: map[string]reports.Period{}, read: make([]bool, len(row.Cells)+1)}
	for i, c := range row.Cells {
		h.texts = append(h.texts, c.Text)
		name := foldHeader(c.Text)
		if _, twice := h.column[name]; name != "" && !twice {
			h.column[name] = i + 1
		}
	}
	return h
}

// foldHeader writes a column's name so that what publishers change between two
// editions of a table (spaces, case) does not matter.
func foldHeader(text string) string {
	return strings.ToLower(strings.Join(strings.Fields(text), " "))
}

// find returns the column of a name, 0 if the table has none.
func (h *header) find(name string) int {
	column, known := h.asked[name]
	if !known {
		column = h.column[foldHeader(name)]
		h.asked[name] = column
		h.read[column] = true
	}
	return column
}

// findHeader looks for the row that has all columns of the format.
func (f *Format) findHeader(t *sheet.Table) (h *header, ok bool) {
	if len(f.Columns) == 0 {
		return nil, false
	}
	n := 0
	for row, err := range t.Rows() {
		if n++; err != nil || n > headerRows {
			return nil, false
		}
		if len(row.Cells) < len(f.Columns) {
			continue
		}
		h = f.newHeader(row)
		if h.hasAll(f.Columns) && !h.hasAny(f.Lacks) {
			return h, true
		}
	}
	return nil, false
}

func (h *header) hasAll(columns []string) bool {
	for _, c := range columns {
		if h.column[foldHeader(c)] == 0 {
			return false
		}
	}
	return true
}

func (h *header) hasAny(columns []string) bool {
	return slices.ContainsFunc(columns, func(c string) bool { return h.column[foldHeader(c)] != 0 })
}

// eachLine reads the rows below a table's header. A column that was not read
// is a problem.
func (e *Export) eachLine(file *sheet.File, t *sheet.Table) {
	h, ok := e.format.findHeader(t)
	if !ok {
		e.Problem(reports.Origin{File: file.Path, Sheet: t.Name}, "no format reads this table")
		return
	}
	if e.format.Before != nil {
		e.lines(file, t, h, e.format.Before)
	}
	if e.lines(file, t, h, e.format.Read) > 0 {
		e.unread(file, t, h)
	}
}

// lines passes the rows below a header to read, and returns how many there
// are.
func (e *Export) lines(file *sheet.File, t *sheet.Table, h *header, read func(*Line)) int {
	lines := 0
	for row, err := range t.Rows() {
		if err == nil {
			err = e.ctx.Err()
		}
		if err != nil {
			e.fail(err)
			return 0
		}
		if row.Number <= h.row || row.Blank() {
			continue
		}
		lines++
		read(&Line{export: e, file: file, table: t, header: h, row: row})
	}
	return lines
}

// Cell returns the cell of a column; an empty one if the table has no such
// column.
func (l *Line) Cell(column string) sheet.Cell { return l.row.Cell(l.header.find(column)) }

// Text returns the text of a column, without spaces around it.
func (l *Line) Text(column string) string { return strings.TrimSpace(l.Cell(column).Text) }

// Origin returns the place of a column's cell.
func (l *Line) Origin(column string) reports.Origin {
	return reports.Origin{
		File: l.file.Path, Sheet: l.table.Name,
		Row: l.row.Number, Column: l.header.find(column), Text: l.Cell(column).Text,
	}
}

// Fail says that a cell makes no sense: the line adds no further figure.
func (l *Line) Fail(column, format string, args ...any) {
	if !l.failed {
		l.export.Problem(l.Origin(column), format, args...)
	}
	l.failed = true
}

// Mark keeps a mark for the other rows of the table.
func (l *Line) Mark(mark string) { l.header.marked[mark] = true }

// Marked tells whether a row of the table left a mark.
func (l *Line) Marked(mark string) bool { return l.header.marked[mark] }

// Failed tells whether a cell of the line made no sense.
func (l *Line) Failed() bool { return l.failed }

// Add adds the figure that a column states. An empty cell states none: what
// that means is the block's Absent. The figure's breakdown is the format's,
// less what the split leaves out.
func (l *Line) Add(column string, m reports.Measure, p reports.Period, s reports.Split) {
	l.AddFigure(column, reports.Figure{
		Measure: m, Period: p, Split: s, Breakdown: l.export.format.Breakdown & s.Stated(),
	})
}

// AddFigure adds a figure of which only the number, its status and its place
// are taken from the column.
func (l *Line) AddFigure(column string, f reports.Figure) {
	cell := l.Cell(column)
	if l.failed || strings.TrimSpace(cell.Text) == "" {
		return
	}
	n, ok := spell(cell)
	if !ok {
		l.export.Problem(l.Origin(column), "%q is not a number", strings.TrimSpace(cell.Text))
		return
	}
	f.Value, f.Low, f.High, f.HasRange = n.Value, n.Low, n.High, n.HasRange
	f.Status = max(f.Status, n.Status)
	f.Origin = l.Origin(column)
	if f.Note == "" {
		f.Note = n.Mark
	}
	l.export.Add(f)
}

// spell reads a cell as a number. A workbook's own number is more exact than
// the text that it shows.
func spell(c sheet.Cell) (reports.Stated, bool) {
	n, ok := spellText(c.Text)
	if c.Kind != sheet.Number {
		return n, ok
	}
	n.Value, n.HasRange, n.Status = c.Number, false, reports.Normal
	if n.Percent {
		n.Value *= 100
	}
	return n, true
}
