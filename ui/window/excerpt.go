package window

import (
	"context"
	"path"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
)

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
	head := container.NewVBox(note(joinPlaces(o.File, o.Sheet, p.cellText(o))))
	if o.Text != "" {
		head.Add(prose(p.say("side.text", "text", o.Text)))
	}
	if o.Text == "" {
		return framed(head, nil, nil, nil, body)
	}
	whole := wire(p, newButton(p.say("side.showfile"), boxedButton, func() { p.showInFile(o) }), p.say("hint.showfile"))
	return framed(head, container.New(margins{6, 6, 0, 6}, container.NewHBox(whole)), nil, nil, body)
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
		return p.failure(p.say("failed.file", "why", p.why(e.err)))
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
	r := p.newReader(rows)
	r.scroll.Offset.Y = fyne.Max(0, top-120)
	return r
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

// base returns the last element of a path.
func base(p string) string { return path.Base(strings.ReplaceAll(p, "\\", "/")) }
