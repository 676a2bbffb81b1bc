package window

import (
	"slices"
	"testing"
)

// Counts beside the figures are written as the figures are: with narrow spaces
// in French, with commas in English.
func TestCountsAreWrittenByLocale(t *testing.T) {
	for lang, want := range map[string]string{"en": "12,345 ⚠", "fr": "12\u202f345 ⚠"} {
		s := telegram()
		s.sources[0].Problems = 12345
		p := opened(t, s)
		p.press(t, lang)
		if got := texts(p.panel.rows); !slices.Contains(got, want) {
			t.Errorf("%s: the library says %q, want %s", lang, got, want)
		}
	}
}
