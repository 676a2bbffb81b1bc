package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// However narrow a text is, no line begins with a sign that belongs to the word
// before it, and none ends with one that opens what follows.
func TestSignsStayWithTheirWords(t *testing.T) {
	test.NewTempApp(t)
	text := "D’après «\u202fdemandes de suppression\u202f»\u202f; nombres en commun\u202f: 3\u202f382, dont différents\u202f: 45. Quoi\u202f?"
	for width := float32(60); width < 700; width += 7 {
		rows := wrapped(text, width, 12, fyne.TextStyle{}, 0)
		if joined := strings.Join(rows, " "); width > 140 && joined != text {
			t.Fatalf("at %v it says %q", width, joined)
		}
		for _, row := range rows {
			if w := fyne.MeasureText(row, 12, fyne.TextStyle{}).Width; w > width {
				t.Errorf("at %v the line %q is %v wide", width, row, w)
			}
			if width > 140 && (strings.ContainsAny(row[:1], ":;?!\u202f") || strings.HasSuffix(row, "«") || strings.HasSuffix(row, "\u202f")) {
				t.Errorf("at %v a line is %q", width, row)
			}
		}
	}
}

func TestWrapped(t *testing.T) {
	test.NewTempApp(t)
	for _, c := range []struct {
		text  string
		width float32
		most  int
		want  []string
	}{
		{"one two", 500, 0, []string{"one two"}},
		{"one\ntwo", 500, 0, []string{"one", "two"}},
		{"", 500, 0, []string{""}},
		{"google-government-removals.zip/requests.csv", 130, 0, []string{"google-government-", "removals.zip/", "requests.csv"}},
		{"one two three four", 50, 2, []string{"one two", "three f…"}},
		{"one", 0, 0, []string{"o", "n", "e"}},
	} {
		if got := wrapped(c.text, c.width, 12, fyne.TextStyle{}, c.most); !slices.Equal(got, c.want) {
			t.Errorf("%q at %v is broken as %q, want %q", c.text, c.width, got, c.want)
		}
	}
}

func TestParagraphGrowsWithItsLines(t *testing.T) {
	test.NewTempApp(t)
	p := note(strings.Repeat("several words ", 12))
	one := p.MinSize().Height
	p.Resize(fyne.NewSize(200, one))
	if p.MinSize().Height < 3*one/2 {
		t.Errorf("%v high as one line, %v in %d", one, p.MinSize().Height, len(p.rows))
	}
	if p.MinSize().Width > 100 {
		t.Errorf("it asks for a width of %v", p.MinSize().Width)
	}
	if !p.set("short") || p.set("brief") {
		t.Error("it does not tell when it takes another number of lines")
	}
}

// Notes for which there is no room are left out whole.
func TestParagraphLeavesOutWholeParts(t *testing.T) {
	test.NewTempApp(t)
	p := note("")
	p.Inset, p.Most = 0, 2
	p.Resize(fyne.NewSize(200, 40))
	p.set("Source: Telegram, telegram.csv, as of 17 June 2026.", "The first note.", "Another note that has no room in two lines of such a width.")
	if got := strings.Join(p.rows, " "); got != "Source: Telegram, telegram.csv, as of 17 June 2026. The first note." {
		t.Errorf("it says %q", got)
	}
}
