package publisher

import (
	"math"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/sheet"
)

// Format returns the format that the mapping describes. The error says in
// one sentence why nothing can be loaded with it.
func (m Mapping) Format() (Format, error) {
	if err := m.Check(); err != nil {
		return Format{}, err
	}
	t, err := m.compile()
	if err != nil {
		return Format{}, err
	}
	return Format{
		Name: m.FormatName(), Publisher: m.Publisher, Title: m.Title, URL: m.Address,
		Extent: t.extent, spelled: true,
		Recognise: func(file *sheet.File) bool { return t.claims(file) },
		Explicit: func(e *Export) {
			t, _ := m.compile() // one of its own: a reading notes the measures that it meets
			e.readMapped(t, math.MaxInt)
		},
	}, nil
}

// FormatName returns the name of the format that the mapping describes.
func (m Mapping) FormatName() string { return "mapping: " + m.Publisher + ", " + m.Table }

// claims tells whether a table of a file has the mapping's header.
func (t *mapped) claims(file *sheet.File) bool {
	for _, table := range file.Tables {
		if t.find(table) != nil {
			return true
		}
	}
	return false
}

// readMapped reads the tables of the export's files that have the mapping's
// header, at most so many rows of each.
func (e *Export) readMapped(t *mapped, most int) {
	for _, file := range e.Files {
		for _, table := range file.Tables {
			h := t.find(table)
			switch {
			case h == nil && (!t.isOf(table) || !hasColumns(table)):
				continue // the mapping says that it is not read, or there is nothing to read
			case h == nil:
				e.Problem(reports.Origin{File: file.Path, Sheet: table.Name}, "the mapping does not fit this table")
				continue
			}
			r := &mappedReader{mapped: t, head: h, above: map[string]string{}}
			if !r.dated(e, file) {
				return
			}
			rows := 0
			e.linesBelow(file, table, h.header, func(l *Line) {
				if rows++; rows <= most {
					r.read(l)
				}
			})
		}
	}
}

// A mappedReader reads the rows of one table.
type mappedReader struct {
	*mapped
	head   *mappedHeader
	above  map[string]string // the last text of each column that repeats it
	period reports.Period    // of the whole table
}

// dated finds the period of a table whose cells state none.
func (r *mappedReader) dated(e *Export, file *sheet.File) bool {
	ok := true
	switch r.Period {
	case "file":
		r.period, ok = e.FilePeriod(file)
	case "title":
		if r.period, ok = periodInText(r.head.title); !ok {
			e.Fail(file, "no line above the header says one period of the table, as the mapping has it; give the period with period = \"file\" and --period")
		}
	}
	return ok
}

// read adds the figures of a row. A row without a value states nothing.
func (r *mappedReader) read(l *Line) {
	r.touch(l)
	if !r.states(l) {
		return
	}
	split, total := r.split(l)
	period, sum := r.when(l)
	if sum || l.Failed() {
		return
	}
	f := reports.Figure{Publisher: r.Publisher, Table: r.Table, Period: period, Split: split, Note: r.note(l)}
	f.Measure = r.what(l)
	for _, c := range r.head.columns {
		if c.Is == "value" && !l.Failed() {
			r.value(l, c, f, total)
		}
	}
	r.ranged(l, f)
}

// touch notes every column that the mapping names as read, and what is to be
// repeated below.
func (r *mappedReader) touch(l *Line) {
	for _, c := range r.head.columns {
		text := l.Text(c.name)
		if c.Empty == "above" && text != "" {
			r.above[c.name] = text
		}
	}
}

// text returns a column's text, or the one above an empty cell that repeats it.
func (r *mappedReader) text(l *Line, c placedColumn) string {
	if text := l.Text(c.name); text != "" || c.Empty != "above" {
		return text
	}
	return r.above[c.name]
}

// states tells whether a row has a value.
func (r *mappedReader) states(l *Line) bool {
	for _, c := range r.head.columns {
		if (c.Is == "value" || c.Is == "low" || c.Is == "high") && l.Text(c.name) != "" {
			return true
		}
	}
	return false
}

// split returns the row's value of each dimension. Where one cell says that
// the row is a total, empty ones say so too.
func (r *mappedReader) split(l *Line) (s reports.Split, total bool) {
	s = r.constant
	for _, c := range r.head.columns {
		total = total || c.isDim && isTotal(r.text(l, c))
	}
	for _, c := range r.head.columns {
		if !c.isDim {
			continue
		}
		text := r.text(l, c)
		switch {
		case isTotal(text) || text == "" && total:
			continue
		case text == "":
			text = reports.NotStated
		case c.Is == "area code":
			if code, ok := assets.Areas().LookupCode(text); ok {
				text = code
			}
		case c.dim == reports.Area:
			text = areaOf(text)
		case c.dim == reports.Facet:
			text = joined(s.Facet, "; ", c.name+": "+text)
		}
		s = s.With(c.dim, text)
	}
	return s, total
}

func joined(a, between, b string) string {
	if a == "" {
		return b
	}
	return a + between + b
}

func (r *mappedReader) note(l *Line) string {
	note := ""
	for _, c := range r.head.columns {
		if text := l.Text(c.name); c.Is == "note" && text != "" {
			note = joined(note, "; ", text)
		}
	}
	return note
}

// what returns the measure that a row names; "" where no column does.
func (r *mappedReader) what(l *Line) reports.Measure {
	for _, c := range r.head.columns {
		if c.Is != "measure" {
			continue
		}
		m, ok := r.measures[foldWords(r.text(l, c))]
		if !ok {
			l.Fail(c.name, "the mapping has no measure that says %q", r.text(l, c))
		}
		return m
	}
	return ""
}

// value adds the figure of a value column.
func (r *mappedReader) value(l *Line, c placedColumn, f reports.Figure, total bool) {
	if l.Text(c.name) == "" {
		return
	}
	if c.what != "" {
		f.Measure = c.what
	}
	for _, d := range c.part.Stated().List() {
		f.Split = f.Split.With(d, c.part.Get(d))
	}
	switch {
	case c.period != (reports.Period{}):
		f.Period = c.period
	case c.within != "":
		if f.Period = r.within(l, c); l.Failed() {
			return
		}
	}
	f.Breakdown = r.splitsBy(f.Measure) & f.Split.Stated()
	if n, ok := r.number(l, c.name); ok {
		l.export.Declare(r.declare(l, f))
		l.AddStated(c.name, n, f)
	}
}

// declare returns the declaration of a figure's block.
func (r *mappedReader) declare(l *Line, f reports.Figure) reports.Block {
	b := r.declared(f.Measure, f.Breakdown)
	b.Order += l.export.order
	return b
}

// ranged adds the figure of the columns of a range.
func (r *mappedReader) ranged(l *Line, f reports.Figure) {
	var low, high placedColumn
	for _, c := range r.head.columns {
		switch c.Is {
		case "value":
			return
		case "low":
			low = c
		case "high":
			high = c
		}
	}
	if low.name == "" || high.name == "" || l.Failed() {
		return
	}
	if low.what != "" {
		f.Measure = low.what
	}
	f.Breakdown = r.splitsBy(f.Measure) & f.Split.Stated()
	least, okLow := r.number(l, low.name)
	most, okHigh := r.number(l, high.name)
	if !okLow || !okHigh || math.IsNaN(least.Value) || math.IsNaN(most.Value) {
		return
	}
	n := reports.Stated{Value: math.NaN(), Low: least.Value, High: most.Value, HasRange: true, Status: reports.Withheld}
	if least.Value == most.Value {
		n = least
	}
	l.export.Declare(r.declare(l, f))
	l.AddStated(low.name, n, f)
}

// number reads a cell in the mapping's style. Where the style is open, a
// number that could be two is none.
func (r *mappedReader) number(l *Line, column string) (reports.Stated, bool) {
	cell := l.Cell(column)
	if cell.Kind == sheet.Number {
		return spell(cell)
	}
	var found reports.Stated
	ok := false
	for _, s := range r.spellings {
		n, reads := s.Read(cell.Text)
		switch {
		case !reads:
		case ok && n.Value != found.Value && !(math.IsNaN(n.Value) && math.IsNaN(found.Value)):
			l.export.Problem(l.Origin(column), "%q could be %v or %v: the mapping does not say how numbers are written", strings.TrimSpace(cell.Text), found.Value, n.Value)
			return n, false
		default:
			found, ok = n, true
		}
	}
	if !ok {
		l.export.Problem(l.Origin(column), "%q is not a number as the mapping has them", strings.TrimSpace(cell.Text))
	}
	return found, ok
}
