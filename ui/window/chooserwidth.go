package window

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// How wide a menu with search is: as wide as its choices need, within these.
const (
	chooserWidth, chooserMost = 400, 600
	chooserMargin             = 8 // of the menu, left and right of its rows
)

// measured is how many of the longest choices a menu measures: each takes a
// tenth of a millisecond.
const measured = 12

// wide returns the width that a menu takes in the window for its choices.
func wide(cv fyne.Canvas, list []choice) float32 {
	longest := slices.SortedFunc(slices.Values(list), func(a, b choice) int { return b.letters() - a.letters() })
	width := float32(chooserWidth)
	for _, c := range longest[:min(len(longest), measured)] {
		width = fyne.Max(width, roundUp(c.width()+chooserMargin))
	}
	return fyne.Min(width, fyne.Max(chooserWidth, fyne.Min(chooserMost, cv.Size().Width-8)))
}

// beside is what stands at the right of the label.
func (c choice) beside() string {
	if c.Refused != "" {
		return c.Refused
	}
	return c.Note
}

func (c choice) letters() int { return len(c.Label) + len(c.beside()) }

// width is what a row needs to show the choice whole.
func (c choice) width() float32 {
	width := tickWidth + rowMarginRight + fyne.MeasureText(c.Label, theme.TextSize(), fyne.TextStyle{Bold: true}).Width
	if c.beside() != "" {
		width += besideGap + fyne.MeasureText(c.beside(), noteSize, fyne.TextStyle{}).Width
	}
	return width
}

// whole is the text of a choice that its row has no room for; "" where it has.
func (c choice) whole(width float32, lines int) string {
	if !c.lay(width, lines).cut {
		return ""
	}
	if c.beside() == "" {
		return c.Label
	}
	return c.Label + " · " + c.beside()
}

// rowLines is how many lines the rows need of those that they may have.
func rowLines(list []choice, width float32, most int) int {
	if most > 1 && slices.ContainsFunc(list, func(c choice) bool { return c.lay(width-chooserMargin, 1).cut }) {
		return most
	}
	return 1
}

// heightOf is that of a row of so many lines.
func heightOf(lines int) float32 {
	return rowHeight + float32(lines-1)*fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
}

// tellWhole says below the rows what the row at which the menu stands has no
// room for.
func (c *chooser) tellWhole() {
	text := ""
	if c.at < len(c.shown) {
		text = c.shown[c.at].whole(c.width-chooserMargin, c.lines)
	}
	c.whole.set(text)
	c.whole.Hidden = text == ""
	c.whole.Resize(fyne.NewSize(c.width-chooserMargin, c.whole.MinSize().Height))
}

// newWhole makes the text below the rows of a menu.
func newWhole() *paragraph {
	p := note("")
	p.Most = 3
	return p
}
