package sheet

import (
	"strings"
	"sync"

	"vitrine/reports"
)

// A Leaf is a part of a file as a person can look at it: the rows of a table,
// or of the lists that a page's script draws as a chart, or the lines of a
// text.
type Leaf struct {
	File  string // the path of its file
	Name  string // of the table, or of the chart; "" for a csv and for text
	Lines bool   // its rows are lines of a text, of one cell each
	named bool   // its first row names the columns, and no other does
	read  func() ([]Row, error)
}

// Rows reads the leaf, in order. Rows without any cell may be left out; their
// numbers tell.
func (l Leaf) Rows() ([]Row, error) { return l.read() }

// Leaves lists what a book's files can be looked at as, in the order of the
// files: tables, then charts, then the text of what is no table. A leaf that
// was read once stays in memory.
func (b *Book) Leaves() []Leaf {
	b.looked.Do(func() {
		for _, f := range b.Files {
			for _, leaf := range f.leaves() {
				leaf.read = sync.OnceValues(leaf.read)
				b.leaves = append(b.leaves, leaf)
			}
		}
	})
	return b.leaves
}

func (f *File) leaves() []Leaf {
	var leaves []Leaf
	for _, t := range f.Tables {
		lines := f.Kind == PlainText
		leaves = append(leaves, Leaf{File: f.Path, Name: t.Name, Lines: lines, named: f.Kind == Parquet, read: t.all})
	}
	for _, c := range f.Calls {
		if columns := c.Value.Get("columns"); columns.Kind() == ArrayValue {
			leaves = append(leaves, Leaf{File: f.Path, Name: c.Name, read: func() ([]Row, error) { return sideBySide(columns), nil }})
		}
	}
	if f.text != "" {
		leaves = append(leaves, Leaf{File: f.Path, Lines: true, read: func() ([]Row, error) { return lines(f.text), nil }})
	}
	return leaves
}

// all reads a table to its end, or to what ends it.
func (t *Table) all() ([]Row, error) {
	var rows []Row
	for r, err := range t.Rows() {
		if err != nil {
			return rows, err
		}
		rows = append(rows, r)
	}
	return rows, nil
}

// sideBySide shows lists as the columns that they are: the first entry of each
// is its name.
func sideBySide(columns *Value) []Row {
	var rows []Row
	for i, list := range columns.Items() {
		for n, v := range list.Items() {
			for len(rows) <= n {
				rows = append(rows, Row{Number: len(rows) + 1})
			}
			for len(rows[n].Cells) < i {
				rows[n].Cells = append(rows[n].Cells, Cell{})
			}
			rows[n].Cells = append(rows[n].Cells, textCell(v.String()))
		}
	}
	return rows
}

// lines shows a text, a row a line.
func lines(text string) []Row {
	list := strings.Split(text, "\n")
	rows := make([]Row, len(list))
	for i, l := range list {
		rows[i] = Row{Number: i + 1, Cells: []Cell{textCell(strings.TrimRight(l, "\r"))}}
	}
	return rows
}

// A Place is a cell of a leaf. In a text the row is the line, and the column
// says nothing.
type Place struct {
	Leaf
	Row, Column int
	Text        string // the cell's, or, in a line, what it states
}

// Find returns the place in a book that a figure's origin means. It is false
// where nothing of the book has the origin's text there: then it is another
// file than the figure's.
func (b *Book) Find(o reports.Origin) (Place, bool) {
	p := Place{Row: o.Row, Column: o.Column, Text: o.Text}
	var text *Leaf
	for _, leaf := range b.Leaves() {
		switch {
		case leaf.File != o.File:
		case leaf.Lines && text == nil:
			text = &leaf
		case leaf.Name == o.Sheet && leaf.has(o):
			p.Leaf = leaf
			return p, true
		}
	}
	if text == nil {
		return p, false
	}
	p.Leaf = *text
	p.Row = text.lineOf(o)
	return p, p.Row > 0
}

// has tells whether the leaf has the origin's text where it says.
func (l Leaf) has(o reports.Origin) bool {
	rows, _ := l.Rows()
	r, found := rowOf(rows, o.Row)
	return found && r.Text(o.Column) == o.Text
}

// lineOf returns the line with the origin's text: the one that it names, else
// the first one; 0 where there is none.
func (l Leaf) lineOf(o reports.Origin) int {
	rows, _ := l.Rows()
	if r, found := rowOf(rows, o.Row); found && strings.Contains(r.Text(1), o.Text) {
		return o.Row
	}
	for _, r := range rows {
		if o.Text != "" && strings.Contains(r.Text(1), o.Text) {
			return r.Number
		}
	}
	return 0
}
