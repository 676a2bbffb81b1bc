package wording

import (
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// TestWordsHaveNames: what the codes are called has a name in each language.
func TestWordsHaveNames(t *testing.T) {
	french := assets.For("fr")
	for _, a := range actions {
		if !french.Translates(reports.Action, a.word) {
			t.Errorf("no name for %q", a.word)
		}
	}
	dims := []reports.Dim{reports.Trigger, reports.Detection, reports.Decision, reports.Ground}
	for _, word := range known {
		named := false
		for _, d := range dims {
			named = named || french.Translates(d, word)
		}
		if !named {
			t.Errorf("no name for %q", word)
		}
	}
}
