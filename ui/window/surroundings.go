package window

import (
	"bytes"
	"context"
	"strings"
	"unicode/utf8"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// around is how many rows an excerpt shows before and after the cell's.
const around = 6

// excerptOf reads a source and cuts out the rows around a cell: rows of the
// sheet where it has sheets, else lines of its text.
func excerptOf(ctx context.Context, l ledger, o reports.Origin) excerpt {
	content, err := l.Content(ctx, o.Source)
	if err != nil {
		return excerpt{err: err}
	}
	if f := fileOf(ctx, content, o); f != nil {
		if lines := cellsAround(f, o); len(lines) > 0 {
			return excerpt{lines: lines}
		}
	}
	return excerpt{lines: linesAround(string(content), o)}
}

// fileOf finds the file that a cell is in; nil where the source is none that
// can be opened.
func fileOf(ctx context.Context, content []byte, o reports.Origin) *sheet.File {
	name, _, _ := strings.Cut(o.File, "/")
	book, err := sheet.Open(ctx, name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil
	}
	for _, f := range book.Files {
		if f.Path == o.File {
			return f
		}
	}
	return nil
}

// cellsAround cuts out the rows around a cell of a sheet, or of the lists
// that a page's script draws as a chart.
func cellsAround(f *sheet.File, o reports.Origin) []excerptLine {
	for _, t := range f.Tables {
		if t.Name == o.Sheet {
			return rowsAround(t, o)
		}
	}
	for _, c := range f.Calls {
		if c.Name == o.Sheet {
			return listsAround(c.Value.Get("columns"), o)
		}
	}
	return nil
}

// listsAround shows lists side by side, as the columns that they are: the
// first entry of each is its name. It shows nothing where the cell is not
// where its origin says.
func listsAround(columns *sheet.Value, o reports.Origin) []excerptLine {
	rows := map[int][]string{}
	for i, list := range columns.Items() {
		for row, v := range list.Items() {
			if row == 0 || row+1 >= o.Row-around && row+1 <= o.Row+around {
				for len(rows[row+1]) < i {
					rows[row+1] = append(rows[row+1], "")
				}
				rows[row+1] = append(rows[row+1], v.String())
			}
		}
	}
	if here := rows[o.Row]; o.Column < 1 || o.Column > len(here) || here[o.Column-1] != o.Text {
		return nil
	}
	list := []excerptLine{lineOf(1, rows[1], o)}
	for n := max(2, o.Row-around); n <= o.Row+around; n++ {
		if len(rows[n]) > 0 {
			list = append(list, lineOf(n, rows[n], o))
		}
	}
	return list
}

// lineOf joins the cells of a row; the cell that is looked for stands apart.
func lineOf(number int, cells []string, o reports.Origin) excerptLine {
	l := excerptLine{number: number, here: number == o.Row}
	for i, text := range cells {
		text = short(text, 120)
		switch {
		case l.here && i+1 == o.Column:
			l.cell = text
		case l.cell == "":
			l.before += text + " │ "
		default:
			l.after += " │ " + text
		}
	}
	if l.cell == "" {
		l.before = strings.TrimSuffix(l.before, " │ ")
	}
	l.before, l.after = short(l.before, 400), short(l.after, 400)
	return l
}

// rowsAround cuts out the first row, which names the columns, and the rows
// around a cell.
func rowsAround(t *sheet.Table, o reports.Origin) []excerptLine {
	var list []excerptLine
	for r, err := range t.Rows() {
		if err != nil || r.Number > o.Row+around {
			break
		}
		if len(list) > 0 && r.Number < o.Row-around {
			continue
		}
		cells := make([]string, len(r.Cells))
		for i, c := range r.Cells {
			cells[i] = c.Text
		}
		list = append(list, lineOf(r.Number, cells, o))
	}
	return list
}

// linesAround cuts out the lines around a cell of a text: the row is its
// line; in a long line, what stands around the cell's text.
func linesAround(text string, o reports.Origin) []excerptLine {
	all := strings.Split(text, "\n")
	at := o.Row
	if at < 1 || at > len(all) || !strings.Contains(all[at-1], o.Text) {
		at = lineWith(all, o.Text)
	}
	var list []excerptLine
	for n := max(1, at-around); n <= min(len(all), at+around); n++ {
		l := excerptLine{number: n, before: aroundText(all[n-1], o.Text), here: n == at}
		if l.here {
			l.before, l.cell, l.after = cutAround(l.before, o.Text)
		}
		list = append(list, l)
	}
	return list
}

// cutAround cuts a line into what is before, in and after the first cell of
// that text.
func cutAround(l, text string) (before, cell, after string) {
	before, after, found := strings.Cut(l, text)
	if !found || text == "" {
		return l, "", ""
	}
	return before, text, after
}

func lineWith(all []string, text string) int {
	for i, l := range all {
		if text != "" && strings.Contains(l, text) {
			return i + 1
		}
	}
	return 1
}

// aroundText cuts 200 bytes each side of the text out of a long line.
func aroundText(l, text string) string {
	l = strings.TrimRight(l, "\r")
	if at := strings.Index(l, text); len(l) > 400 && at > 200 {
		return "…" + short(strings.ToValidUTF8(l[at-200:], ""), 400)
	}
	return short(l, 400)
}

// short cuts a text after n bytes, between characters.
func short(text string, n int) string {
	text = strings.ToValidUTF8(text, "�")
	if len(text) <= n {
		return text
	}
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n] + "…"
}
