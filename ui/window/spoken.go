package window

import (
	"strings"

	"fyne.io/fyne/v2"

	"vitrine/reports/chart"
)

// What a screen reader says of the window's own widgets. Fyne asks for it in
// builds with the tag accessibility, on Windows and macOS.
var _ = []fyne.Accessible{(*picture)(nil), (*table)(nil), (*button)(nil), (*word)(nil), (*swatch)(nil), (*fitted)(nil), (*paragraph)(nil), (*chooserRow)(nil), (*grid)(nil), (*splitter)(nil), (*readerRing)(nil)}

// AccessibilityRole is that of text.
func (p *picture) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel tells in words what the picture shows.
func (p *picture) AccessibilityLabel() string {
	switch {
	case p.wanted.words == nil:
		return ""
	case p.wanted.compared != nil:
		return p.wanted.words.ComparisonSummary(*p.wanted.compared)
	case p.wanted.editions != nil:
		return p.wanted.words.EditionsSummary(*p.wanted.editions, p.wanted.edition == chart.Grid)
	case p.wanted.answer != nil:
		return p.wanted.words.Summary(*p.wanted.answer)
	}
	return ""
}

// AccessibilityRole is that of text.
func (t *table) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel tells in words what the rows that are shown state.
func (t *table) AccessibilityLabel() string {
	var lines []string
	for _, row := range t.all() {
		if len(lines) == spokenRows {
			break
		}
		lines = append(lines, t.spokenRow(row))
	}
	return strings.Join(lines, " ")
}

// spokenRows is how many rows of a table are said at once.
const spokenRows = 8

func (t *table) spokenRow(row tableRow) string {
	if len(row.texts) > 0 {
		return row.label + ": " + strings.Join(row.texts, ", ") + "."
	}
	return t.words.LineSummary(row.label, row.series.Numbers)
}

// AccessibilityRole is that of a button.
func (c *control) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the button's text, and its state: why it cannot be
// pressed, or that it is the chosen one of several.
func (b *button) AccessibilityLabel() string {
	switch {
	case b.words == nil:
		return b.Text
	case b.Refused && b.Hint != "":
		return b.words.Say("window.spoken.refused", "text", b.Text, "why", b.Hint)
	case b.Chosen:
		return b.words.Say("window.spoken.chosen", "text", b.Text)
	}
	return b.Text
}

// AccessibilityLabel is the word, and that it is a menu.
func (w *word) AccessibilityLabel() string {
	return w.words.Say("window.spoken.word", "text", w.Text)
}

// AccessibilityLabel is the line's name, and whether it is shown.
func (s *swatch) AccessibilityLabel() string {
	if s.On {
		return s.words.Say("window.spoken.on", "text", s.Text)
	}
	return s.words.Say("window.spoken.off", "text", s.Text)
}

// AccessibilityRole is that of text.
func (f *fitted) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the whole text, also where it is cut on screen.
func (f *fitted) AccessibilityLabel() string { return f.Text }

// AccessibilityRole is that of text.
func (p *paragraph) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the whole text, also where its last line is cut.
func (p *paragraph) AccessibilityLabel() string { return p.Text }

// AccessibilityRole is that of a button.
func (r *chooserRow) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleButton }

// AccessibilityLabel is the choice with what is said beside it: why it is
// refused, or that it is chosen.
func (r *chooserRow) AccessibilityLabel() string {
	switch c := r.choice; {
	case c == nil:
		return ""
	case c.Refused != "":
		return c.Label + ", " + c.Refused
	case c.Checked:
		return "✓ " + c.Label
	case c.Note != "":
		return c.Label + ", " + c.Note
	}
	return r.choice.Label
}

// AccessibilityRole is that of text.
func (g *grid) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel is the text of the cell where the keyboard is.
func (g *grid) AccessibilityLabel() string {
	if g.at.row < 0 || g.at.row >= len(g.rows) {
		return g.leaf.Name
	}
	return g.rows[g.at.row].Text(g.at.column + 1)
}

// AccessibilityRole is that of text.
func (s *splitter) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel says how the bar is moved.
func (s *splitter) AccessibilityLabel() string { return s.Hint }

// AccessibilityRole is that of text.
func (r *readerRing) AccessibilityRole() fyne.AccessibleRole { return fyne.AccessibleRoleText }

// AccessibilityLabel says how one moves in what is read.
func (r *readerRing) AccessibilityLabel() string { return r.Hint }
