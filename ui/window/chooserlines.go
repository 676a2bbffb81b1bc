package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// A laidChoice is how a row of a menu shows a choice.
type laidChoice struct {
	label []string
	note  string
	under bool // the note stands below the label, not at its right
	cut   bool // something has no room
}

// lay places label and note in a row of a width that has one line or two.
func (c choice) lay(width float32, lines int) laidChoice {
	space := width - tickWidth - rowMarginRight
	style := fyne.TextStyle{Bold: c.Checked}
	label := fyne.MeasureText(c.Label, theme.TextSize(), style).Width
	note := fyne.MeasureText(c.beside(), noteSize, fyne.TextStyle{}).Width
	if c.beside() != "" {
		note += besideGap
	}
	switch {
	case label+note <= space:
		return laidChoice{label: []string{c.Label}, note: c.beside()}
	case lines < 2:
		return laidChoice{label: []string{fit(c.Label, space, theme.TextSize(), style)}, note: c.fitNote(space - label), cut: true}
	case label <= space:
		return laidChoice{label: []string{c.Label}, note: fit(c.beside(), space, noteSize, fyne.TextStyle{}), under: true, cut: note-besideGap > space}
	}
	room := fyne.Min(note, space/4)
	rows := wrapped(c.Label, space-room, theme.TextSize(), style, 0)
	cut := len(rows) > lines || note > room
	return laidChoice{label: wrapped(c.Label, space-room, theme.TextSize(), style, lines), note: c.fitNote(room), cut: cut}
}

// fitNote cuts what stands beside a label; where there is too little room it
// leaves a sign of it.
func (c choice) fitNote(rest float32) string {
	const least = 40
	rest -= besideGap
	switch whole := fyne.MeasureText(c.beside(), noteSize, fyne.TextStyle{}).Width; {
	case rest > least || rest >= whole:
		return fit(c.beside(), rest, noteSize, fyne.TextStyle{})
	case c.beside() != "" && rest > 0:
		return "…"
	}
	return ""
}
