package window

import (
	"bytes"
	"context"
	"path"
	"strconv"
	"strings"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/sheet"
)

// around is how many rows an excerpt shows before and after the cell's.
const around = 6

// An excerpt is what stands around a cell in its source.
type excerpt struct {
	lines []excerptLine
	err   error
}

// An excerptLine is a row or a line of a source: the cell, and what stands
// before and after it.
type excerptLine struct {
	number              int
	before, cell, after string
	here                bool
}

// excerptSide shows the surroundings of a cell.
func (p *page) excerptSide(o reports.Origin) fyne.CanvasObject {
	body := container.NewStack(note(p.say("wait.file")))
	l := p.ledger
	latest(p.looking, func(ctx context.Context) excerpt { return excerptOf(ctx, l, o) }, func(e excerpt) {
		body.Objects = []fyne.CanvasObject{e.object(p)}
		body.Refresh()
	})
	head := container.NewVBox(note(joinPlaces(o.File, o.Sheet, p.cellText(o))), prose(p.say("side.text", "text", o.Text)))
	return container.NewBorder(head, nil, nil, nil, body)
}

func joinPlaces(places ...string) string {
	var list []string
	for _, s := range places {
		if s != "" {
			list = append(list, s)
		}
	}
	return strings.Join(list, " › ")
}

func (e excerpt) object(p *page) fyne.CanvasObject {
	if e.err != nil {
		return failure(p.say("failed.file", "why", e.err))
	}
	rows, top := container.New(stackedLines{}), float32(0)
	for _, l := range e.lines {
		text := l.object()
		text.Resize(fyne.NewSize(drawerWidth-30, 1))
		if l.number < e.here() {
			top += text.MinSize().Height
		}
		rows.Add(text)
	}
	scroll := container.NewVScroll(rows)
	scroll.Offset.Y = fyne.Max(0, top-120)
	return scroll
}

// here returns the number of the cell's line.
func (e excerpt) here() int {
	for _, l := range e.lines {
		if l.here {
			return l.number
		}
	}
	return 0
}

// object shows the line; the cell stands out in its own.
func (l excerptLine) object() *widget.RichText {
	part := func(text string, color fyne.ThemeColorName, bold bool) *widget.TextSegment {
		return &widget.TextSegment{Text: text, Style: widget.RichTextStyle{
			Inline: true, ColorName: color, SizeName: theme.SizeNameCaptionText, TextStyle: fyne.TextStyle{Bold: bold},
		}}
	}
	color := theme.ColorNamePlaceHolder
	if l.here {
		color = theme.ColorNameForeground
	}
	text := widget.NewRichText(part(strconv.Itoa(l.number)+"  "+l.before, color, false))
	if l.cell != "" {
		text.Segments = append(text.Segments, part(l.cell, theme.ColorNamePrimary, true), part(l.after, color, false))
	}
	text.Wrapping = fyne.TextWrapWord
	return text
}

// excerptOf reads a source and cuts out the rows around a cell: rows of the
// sheet where it has sheets, else lines of its text.
func excerptOf(ctx context.Context, l ledger, o reports.Origin) excerpt {
	content, err := l.Content(ctx, o.Source)
	if err != nil {
		return excerpt{err: err}
	}
	if t := tableOf(ctx, content, o); t != nil {
		if lines := rowsAround(t, o); len(lines) > 0 {
			return excerpt{lines: lines}
		}
	}
	return excerpt{lines: linesAround(string(content), o)}
}

// tableOf finds the sheet that a cell is in; nil where its file has none.
func tableOf(ctx context.Context, content []byte, o reports.Origin) *sheet.Table {
	name, _, _ := strings.Cut(o.File, "/")
	book, err := sheet.Open(ctx, name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		return nil
	}
	for _, f := range book.Files {
		for _, t := range f.Tables {
			if f.Path == o.File && t.Name == o.Sheet {
				return t
			}
		}
	}
	return nil
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
		l := excerptLine{number: r.Number, here: r.Number == o.Row}
		for i, c := range r.Cells {
			text := short(c.Text, 120)
			switch {
			case l.here && i+1 == o.Column:
				l.cell = text
			case l.cell == "":
				l.before += text + " │ "
			default:
				l.after += " │ " + text
			}
		}
		l.before, l.after = short(strings.TrimSuffix(l.before, " │ ")+gapBefore(l.cell), 400), short(l.after, 400)
		list = append(list, l)
	}
	return list
}

func gapBefore(cell string) string {
	if cell == "" {
		return ""
	}
	return " │ "
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

// base returns the last element of a path.
func base(p string) string { return path.Base(strings.ReplaceAll(p, "\\", "/")) }
