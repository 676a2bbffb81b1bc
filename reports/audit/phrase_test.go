package audit

import (
	"strings"
	"testing"

	"vitrine/assets"
)

// Events within a sentence end with its full stop, not with one of their own.
func TestEventsWithinASentence(t *testing.T) {
	for _, lang := range assets.Languages() {
		p := Phrase{Key: "settle.jump.event", Args: []any{"events", assets.Events()[:2]}}
		if said := p.Say(assets.For(lang)); strings.Contains(said, "..") || strings.Contains(said, ".;") {
			t.Errorf("%s: %s", lang, said)
		}
	}
}
