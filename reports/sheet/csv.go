package sheet

import (
	"context"
	"strings"
)

// isText takes any text that nothing else took.
func isText(_ *content, h head) bool { return h.text != "" }

// readText reads a csv, or another text as lines.
func readText(o *opener, c *content) error {
	bytes, err := c.text(o.ctx)
	if err != nil {
		return err
	}
	text, encoding := decode(bytes, false)
	delimiter, found := sniffDelimiter(text)
	kind := CSV
	if !found && !named(c.path, ".csv", ".tsv", ".tab") {
		kind = PlainText
	}
	table := csvTable{ctx: o.ctx, path: c.path, text: text, delimiter: delimiter, lines: kind == PlainText}
	table.bareCR = !strings.Contains(text, "\n")
	o.add(&File{Path: c.path, Kind: kind, Encoding: encoding, Tables: []*Table{NewTable("", table.rows)}})
	return nil
}

// named tells whether a path has one of the extensions, whatever their case.
func named(path string, extensions ...string) bool {
	for _, e := range extensions {
		if len(path) > len(e) && strings.EqualFold(path[len(path)-len(e):], e) {
			return true
		}
	}
	return false
}

// A csvTable is the text of a csv file. Rows may be ragged; quotes count only
// at the beginning of a cell; lines end with LF, CRLF or both.
type csvTable struct {
	ctx       context.Context
	path      string
	text      string
	delimiter byte
	bareCR    bool // CR alone ends a line
	lines     bool // every line is one cell
}

// rows reads the table.
func (t *csvTable) rows(yield func(Row, error) bool) {
	r := csvReader{csvTable: t}
	for r.next() {
		if !yield(r.row, nil) {
			return
		}
	}
	if r.err != nil {
		yield(Row{}, r.err)
	}
}

// A csvReader reads the rows of a csvTable.
type csvReader struct {
	*csvTable
	at    int
	row   Row
	err   error
	cells []Cell // a block that rows are cut from
}

// next reads the next row that has a cell.
func (r *csvReader) next() bool {
	for r.at < len(r.text) && r.err == nil {
		r.row.Number++
		if r.row.Number%1024 == 0 && r.ctx.Err() != nil {
			r.err = r.ctx.Err()
			return false
		}
		if r.row.Number > MaxRows {
			r.err = tooMany(r.path, "it has", MaxRows, "rows")
			return false
		}
		if r.record(); r.err == nil && len(r.row.Cells) > 0 {
			return true
		}
	}
	return false
}

// record reads a record. A line without anything has no cell.
func (r *csvReader) record() {
	if cap(r.cells)-len(r.cells) < 32 {
		r.cells = make([]Cell, 0, 2048)
	}
	first := len(r.cells)
	for more := true; more && r.err == nil; {
		var text string
		begin := r.at
		if r.at < len(r.text) && r.text[r.at] == '"' && !r.lines {
			text, more = r.quoted(len(r.cells) - first + 1)
		} else {
			text, more = r.bare()
		}
		switch column := len(r.cells) - first + 1; {
		case len(text) > MaxCell:
			r.fail(column, "the cell is larger than "+size(int64(MaxCell)), "check that the file is a table, and that its quotes are closed")
		case column > MaxColumns:
			r.err = tooMany(r.path, "row "+grouped(int64(r.row.Number))+" has", MaxColumns, "columns")
		case text == "" && !more && column == 1 && r.text[begin] != '"':
		default:
			r.cells = append(r.cells, textCell(text))
		}
	}
	r.row.Cells = r.cells[first:len(r.cells):len(r.cells)]
}

// bare reads the rest of a cell up to the delimiter or the end of the line,
// and tells whether another cell follows.
func (r *csvReader) bare() (text string, more bool) {
	s, begin := r.text, r.at
	for i := begin; i < len(s); i++ {
		switch b := s[i]; {
		case b == r.delimiter && !r.lines:
			r.at = i + 1
			return s[begin:i], true
		case b == '\n':
			r.at = i + 1
			return strings.TrimSuffix(s[begin:i], "\r"), false
		case b == '\r' && r.bareCR:
			r.at = i + 1
			return s[begin:i], false
		}
	}
	r.at = len(s)
	return s[begin:], false
}

// quoted reads a cell in quotes. What follows the closing quote up to the
// delimiter belongs to the cell.
func (r *csvReader) quoted(column int) (text string, more bool) {
	begin := r.at + 1
	var parts strings.Builder
	for {
		n := strings.IndexByte(r.text[begin:], '"')
		if n < 0 || n+parts.Len() > MaxCell {
			r.at = len(r.text)
			r.fail(column, "the quote that opens this cell is not closed", "the file may be cut: download it again")
			return "", false
		}
		end := begin + n + 1
		if end < len(r.text) && r.text[end] == '"' {
			parts.WriteString(r.text[begin:end])
			begin = end + 1
			continue
		}
		text = r.text[begin : end-1]
		if parts.Len() > 0 {
			text = parts.String() + text
		}
		r.at = end
		rest, more := r.bare()
		return text + rest, more
	}
}

func (r *csvReader) fail(column int, what, do string) {
	r.err = &Error{File: r.path, Row: r.row.Number, Column: column, What: what, Do: do}
}
