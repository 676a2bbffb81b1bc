package window

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"
)

// TestTheGuideKnowsTheWindow holds the guide to the window: each key that it
// names does something, and each text in bold is one that the window shows.
func TestTheGuideKnowsTheWindow(t *testing.T) {
	for language, own := range map[string][]string{"en": {"Ctrl+Enter", "Ctrl+Home", "Ctrl+End"}, "fr": {"Ctrl+Entrée", "Ctrl+Début", "Ctrl+Fin"}} {
		b, err := os.ReadFile("../../docs/guide/" + language + ".md")
		if err != nil {
			t.Fatal(err)
		}
		p := newPage(test.NewTempApp(t), Options{Language: language}, inline)
		keys, texts := map[string]bool{"Ctrl+C": true, "F2": true}, map[string]bool{}
		for _, key := range own {
			keys[key] = true
		}
		for _, a := range p.actions() {
			keys[a.keyText(p)] = true
			texts[p.say("action."+a.name)] = true
		}
		for v := range views {
			texts[p.say("view."+view(v).String())] = true
		}
		for _, key := range []string{"side.number", "side.showfile", "period.say", "view.more", "get.again"} {
			texts[p.say(key)] = true
		}
		guide := strings.ReplaceAll(string(b), "\u202f", "\u00a0")
		for _, key := range regexp.MustCompile(`Ctrl\+(?:Alt\+)?(?:Shift\+|Maj\+)?[A-Z0-9]\p{L}*[0-9]*|\bF[0-9]\b`).FindAllString(guide, -1) {
			if !keys[key] {
				t.Errorf("%s: the window has no key %s", language, key)
			}
		}
		for _, bold := range regexp.MustCompile(`\*\*([^*]+)\*\*`).FindAllStringSubmatch(guide, -1) {
			if !texts[bold[1]] {
				t.Errorf("%s: the window shows no %q", language, bold[1])
			}
		}
	}
}
