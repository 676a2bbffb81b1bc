package window

import (
	"context"
	"fmt"
	"strings"
	"unicode/utf8"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// around is how many rows an excerpt shows before and after the cell's.
const around = 6

// excerptOf reads a source and cuts out the rows around a cell: rows of the
// sheet where it has sheets, else lines of its text.
func excerptOf(ctx context.Context, l ledger, o reports.Origin) excerpt {
	if c, able := l.(counter); able && o.Text == "" {
		if list, err := c.CountedAt(ctx, o.String(), fewStatements); err != nil || len(list) > 0 {
			return excerpt{lines: statementLines(list), err: err}
		}
	}
	content, err := l.Content(ctx, o.Source)
	if err != nil {
		return excerpt{err: err}
	}
	name, _, _ := strings.Cut(o.File, "/")
	book, err := library.OpenAt(ctx, name, content, o)
	if err != nil {
		return excerpt{err: err}
	}
	place, found := book.Find(o)
	if !found {
		return excerpt{err: fmt.Errorf("%s has no %q there any longer", o.File, o.Text)}
	}
	passage, err := place.Around(around)
	if err != nil {
		return excerpt{err: err}
	}
	return excerpt{lines: linesOf(passage, o)}
}

// fewStatements is how many statements an excerpt of a dump lists.
const fewStatements = 100

// A counter knows the statements that a figure was counted from.
type counter interface {
	CountedAt(ctx context.Context, address string, limit int) ([]library.Statement, error)
}

var _ counter = (*library.Library)(nil)

// statementLines writes statements of a dump, each with its line and part.
func statementLines(list []library.Statement) []excerptLine {
	lines := make([]excerptLine, len(list))
	for i, s := range list {
		lines[i] = excerptLine{number: int(s.Line), before: s.Part + " › ", cell: s.UUID}
	}
	return lines
}

// linesOf writes the rows of a passage, each as a line.
func linesOf(p sheet.Passage, o reports.Origin) []excerptLine {
	var list []excerptLine
	for _, r := range p.Rows {
		if p.Lines {
			list = append(list, textLine(r, p.Row, o.Text))
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

// textLine writes a line of a text; in a long one, what stands around the
// cell's text.
func textLine(r sheet.Row, at int, text string) excerptLine {
	l := excerptLine{number: r.Number, before: aroundText(r.Text(1), text), here: r.Number == at}
	if l.here {
		l.before, l.cell, l.after = cutAround(l.before, text)
	}
	return l
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

// cutAround cuts a line into what is before, in and after the first cell of
// that text.
func cutAround(l, text string) (before, cell, after string) {
	before, after, found := sheet.CutWord(l, text)
	if !found {
		return l, "", ""
	}
	return before, text, after
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
