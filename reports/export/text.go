package export

import (
	"bufio"
	"io"
	"iter"
	"slices"
	"strings"

	"golang.org/x/text/width"

	"vitrine/assets"
	"vitrine/reports"
)

// textWidth is how wide a table of text grows before its columns go on below.
const textWidth = 118

// WriteText writes an answer for people to read on a terminal: a table for
// each publisher, table and measure, with a row a period and a column a
// series; below it what its shorthand means, how the numbers came about, and
// the answer's notes.
func WriteText(w io.Writer, a reports.Answer, words *assets.Words) error {
	out := bufio.NewWriter(w)
	groups := groupsOf(a)
	for _, g := range groups {
		writeGroup(out, a, g, words)
	}
	if len(groups) == 0 {
		out.WriteString(words.Say("export.text.none") + "\n")
	}
	for _, n := range a.Notes {
		rows := wrap(words.Note(n), textWidth-2)
		out.WriteString("· " + strings.Join(rows, "\n  ") + "\n")
	}
	return out.Flush()
}

func writeGroup(out *bufio.Writer, a reports.Answer, g group, words *assets.Words) {
	part := a
	part.Series, part.Periods = g.series, g.periods
	for _, row := range wrap(words.Title(part), textWidth) {
		out.WriteString(row + "\n")
	}
	out.WriteString(words.Publisher(g.publisher) + ", " + words.Table(g.publisher, g.table) + words.Say("list.semicolon") + words.UnitOf(g.series[0]) + "\n\n")
	used := map[string]bool{}
	periods := make([]string, len(g.periods))
	for i, p := range g.periods {
		periods[i] = words.Period(p)
	}
	columns := []textual{{cells: periods}}
	for _, s := range g.series {
		numbers, marks := textual{head: words.Series(s), right: true}, textual{}
		for _, n := range g.numbers(s) {
			numbers.cells = append(numbers.cells, words.Amount(n))
			mark := ""
			if !isMissing(n) {
				mark = statusText(words, n, s.Breaks)
				for _, sign := range signsOf(n, s.Breaks) {
					used[sign] = true
				}
			}
			marks.cells = append(marks.cells, mark)
		}
		columns = append(columns, numbers, marks)
	}
	writeColumns(out, columns, 1)
	for _, text := range []string{legend(words, used), basisText(words, g)} {
		for _, row := range wrap(text, textWidth) {
			if row != "" {
				out.WriteString(row + "\n")
			}
		}
	}
	out.WriteString("\n")
}

// WriteRecordsText writes records as aligned text under the names of Columns.
// What is the same in all of them stands once, above; columns without a value
// are left out.
func WriteRecordsText(w io.Writer, records iter.Seq2[Record, error]) error {
	columns := make([]textual, len(Columns))
	for i, name := range Columns {
		columns[i] = textual{head: name, right: dataKind(name) == numberColumn}
	}
	for r, err := range records {
		if err != nil {
			return err
		}
		for i, text := range r.Texts() {
			columns[i].cells = append(columns[i].cells, text)
		}
	}
	out := bufio.NewWriter(w)
	var shown []textual
	for _, c := range columns {
		switch {
		case c.empty():
		case len(c.cells) > 1 && c.constant():
			out.WriteString(c.head + ": " + oneLine(c.cells[0]) + "\n")
		default:
			shown = append(shown, c)
		}
	}
	if len(shown) > 0 {
		out.WriteString("\n")
		writeColumns(out, shown, 0)
	}
	return out.Flush()
}

// A textual is a column of text.
type textual struct {
	head  string
	cells []string
	right bool
}

func (c textual) empty() bool {
	return !slices.ContainsFunc(c.cells, func(s string) bool { return s != "" })
}

func (c textual) constant() bool {
	return !slices.ContainsFunc(c.cells, func(s string) bool { return s != c.cells[0] })
}

// width is that of the column's widest cell.
func (c textual) width() int {
	most := cellsOf(oneLine(c.head))
	for _, s := range c.cells {
		most = max(most, cellsOf(oneLine(s)))
	}
	return most
}

// writeColumns writes columns side by side, in as many blocks as the width
// needs, each with the first fixed columns before it. Columns without a text
// are left out. With no fixed columns all stand side by side.
func writeColumns(out *bufio.Writer, columns []textual, fixed int) {
	columns = slices.DeleteFunc(slices.Clone(columns), func(c textual) bool { return c.empty() && c.head == "" })
	rest := columns[fixed:]
	for first := true; first || len(rest) > 0; first = false {
		n, total := 0, 0
		for _, c := range columns[:fixed] {
			total += c.width() + 2
		}
		for n < len(rest) && (n == 0 || fixed == 0 || total+rest[n].width() <= textWidth || rest[n].head == "") {
			total += rest[n].width() + 2
			n++
		}
		writeBlock(out, slices.Concat(columns[:fixed], rest[:n]))
		rest = rest[n:]
	}
}

func writeBlock(out *bufio.Writer, columns []textual) {
	widths := make([]int, len(columns))
	heads := make([]string, len(columns))
	for i, c := range columns {
		widths[i], heads[i] = c.width(), c.head
	}
	writeTextRow(out, columns, widths, heads)
	for row := range columns[0].cells {
		cells := make([]string, len(columns))
		for i, c := range columns {
			cells[i] = c.cells[row]
		}
		writeTextRow(out, columns, widths, cells)
	}
	out.WriteString("\n")
}

func writeTextRow(out *bufio.Writer, columns []textual, widths []int, cells []string) {
	var row strings.Builder
	for i, text := range cells {
		text = oneLine(text)
		space := strings.Repeat(" ", widths[i]-cellsOf(text))
		if columns[i].right {
			text, space = space, text
		}
		row.WriteString(text + space + "  ")
	}
	out.WriteString(strings.TrimRight(row.String(), " ") + "\n")
}

// oneLine keeps a text from breaking a row, and from moving the cursor of a
// terminal.
func oneLine(text string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 {
			return ' '
		}
		return r
	}, strings.ToValidUTF8(text, "\ufffd"))
}

// cellsOf counts the cells of a terminal that a text takes.
func cellsOf(text string) int {
	n := 0
	for _, r := range text {
		switch width.LookupRune(r).Kind() {
		case width.EastAsianWide, width.EastAsianFullwidth:
			n += 2
		default:
			n++
		}
	}
	return n
}
