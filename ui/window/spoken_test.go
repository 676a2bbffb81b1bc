package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"vitrine/reports"
)

func TestPictureAndTableAreSpoken(t *testing.T) {
	p := opened(t, telegram())
	want := "Groups and channels blocked at Telegram by category, each month, January 2024 to January 2025, worldwide. 2 lines, in groups and channels, January 2024 to January 2025. " +
		"child abuse: first 620 (January 2024), highest 620 (January 2024), last 620 (January 2025). terrorism: first 310 (January 2024), highest 310 (January 2024), last 310 (January 2025)."
	if got := p.picture.AccessibilityLabel(); !strings.EqualFold(got, want) {
		t.Errorf("the picture is spoken as\n%s\nwant\n%s", got, want)
	}
	if got := p.table.AccessibilityLabel(); !strings.HasPrefix(got, "Total: first 31,000 (January 2024)") || !strings.Contains(got, "Terrorism: first 310") {
		t.Errorf("the table is spoken as %s", got)
	}
	p.press(t, "fr")
	if got := p.picture.AccessibilityLabel(); !strings.Contains(got, "2 courbes, en groupes et canaux, de janvier 2024 à janvier 2025") {
		t.Errorf("the picture is spoken in French as %s", got)
	}
}

func TestControlsAreSpokenWithTheirState(t *testing.T) {
	p := opened(t, telegram())
	if got := p.headline.words["by"].AccessibilityLabel(); got != "by category, menu" {
		t.Errorf("the word is spoken as %q", got)
	}
	said := map[string]bool{}
	for _, b := range buttons(p.bar.object) {
		said[b.AccessibilityLabel()] = true
		if b.AccessibilityRole() != fyne.AccessibleRoleButton {
			t.Errorf("%s is no button", b.Text)
		}
	}
	if !said["Lines, chosen"] || !said["Table"] {
		t.Errorf("the views are spoken as %v", said)
	}
	w := p.legend.links[0]
	if got := w.AccessibilityLabel(); got != w.Text+", shown" {
		t.Errorf("the legend is spoken as %q", got)
	}
	p.openWord("measure")
	if got := p.chooser.rows[0].AccessibilityLabel(); !strings.HasPrefix(got, "✓ Groups and channels blocked") {
		t.Errorf("the choice is spoken as %q", got)
	}
}

// What has the focus or can be pressed in the window can be spoken.
func TestEverythingThatHasTheFocusIsSpoken(t *testing.T) {
	p := opened(t, telegram())
	p.ask(func(q *reports.Question) { q.Every = reports.EveryYear })
	for _, f := range focusable(p.window.Content()) {
		a, ok := f.(fyne.Accessible)
		if !ok || strings.TrimSpace(a.AccessibilityLabel()) == "" {
			t.Errorf("%T is not spoken", f)
		}
	}
}
