package window

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
	"vitrine/reports/export"
)

// plain writes a number as other programs read it.
func plain(v float64) string { return export.Plain(v) }

// numberSide shows the pinned number: how it came about, and the figures that
// it was made of.
func (p *page) numberSide(s state) fyne.CanvasObject {
	series, n, ok := s.pin.in(p.rows())
	if !ok {
		return prose(p.say("side.none"))
	}
	large := line(p.words.Amount(n), theme.ColorNameForeground, numberSize, true)
	large.TextSize = fitting(large.Text, drawerWidth-40, numberSize)
	about := container.NewVBox(
		note(capital(p.words.SeriesOf(*p.result.answer, series))+" · "+p.words.Period(n.Period)+" · "+p.words.UnitOf(series)),
		container.New(margins{0, 6, 0, 6}, large),
		prose(p.basis(n)),
	)
	if n.Basis == reports.Derived && n.HasRange && n.Low < n.High && n.Transform == "" {
		about.Add(note(p.say("side.bounds", "low", p.words.Number(math.Round(n.Low)), "high", p.words.Number(math.Round(n.High)))))
	}
	if text := p.words.People(n); text != "" {
		about.Add(note(text))
	}
	if row := p.narrowing(series).(*fyne.Container); len(row.Objects) > 0 {
		about.Add(row)
	}
	if n.Note != "" {
		about.Add(note(n.Note))
	}
	if link := p.notesLink(series); link != nil {
		about.Add(link)
	}
	list := p.newPartsList()
	latest(p.looking, func(ctx context.Context) parts { return p.parts(ctx, series, n) }, func(found parts) { list.show(p, found) })
	vintages := wire(p, newButton(p.say("side.vintages"), linkButton, p.showVintages), p.say("hint.vintages"))
	why := p.noVintages()
	vintages.Refused = why != ""
	foot := container.New(spread{wide: 1, gap: 8}, vintages, newFitted(why, theme.ColorNamePlaceHolder, noteSize))
	return framed(about, foot, nil, nil, list.object)
}

// fitting returns the largest size of text, up to size, at which it is as
// wide as width.
func fitting(text string, width, size float32) float32 {
	wide := fyne.MeasureText(text, size, fyne.TextStyle{Bold: true}).Width
	if wide <= width {
		return size
	}
	return float32(int(size * width / wide))
}

// basis says how a number came about and how it is to be taken.
func (p *page) basis(n reports.Number) string {
	text := capital(p.words.Basis(n))
	if quiet(n) {
		text += " · " + p.words.Status(n)
	}
	return text
}

// place shows the cell of a single figure.
func (p *page) place(f reports.Figure) fyne.CanvasObject {
	o := f.Origin
	show := wire(p, newButton(p.say("side.showfile"), boxedButton, func() { p.showInFile(o) }), p.say("hint.showfile"))
	rows := container.NewVBox()
	for _, part := range []string{o.File, o.Sheet, p.cellText(o)} {
		if part != "" {
			rows.Add(note(part))
		}
	}
	rows.Add(prose(p.say("side.text", "text", o.Text)))
	if f.Note != "" {
		rows.Add(note(f.Note))
	}
	rows.Add(container.New(margins{6, 6, 0, 6}, container.NewHBox(show)))
	return p.newReader(rows)
}

// cellText names a cell, or a whole row.
func (p *page) cellText(o reports.Origin) string {
	switch {
	case o.Row == 0:
		return ""
	case o.Column == 0:
		return p.say("side.row", "row", o.Row)
	}
	return p.say("side.cell", "row", o.Row, "column", reports.ColumnName(o.Column))
}
