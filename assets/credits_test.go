package assets

import (
	"os"
	"regexp"
	"strings"
	"testing"
)

// TestEverybodyIsCredited holds credits.csv to go.mod and to the data: what
// Vitrine is made of stands in About, with its licence.
func TestEverybodyIsCredited(t *testing.T) {
	named := map[string]Credit{}
	for _, c := range Credits() {
		named[c.Name] = c
		if c.Licence == "" || !strings.HasPrefix(c.Address, "https://") {
			t.Errorf("credits.csv: %s lacks a licence or an address", c.Name)
		}
		for _, lang := range Languages() {
			if c.For[lang] == "" {
				t.Errorf("credits.csv: %s does not say what it is for in %s", c.Name, lang)
			}
		}
	}
	mod, err := os.ReadFile("../go.mod")
	if err != nil {
		t.Fatal(err)
	}
	direct, _, _ := strings.Cut(string(mod), "\n)")
	count := 0
	for _, m := range regexp.MustCompile(`(?m)^\t(\S+) v`).FindAllStringSubmatch(direct, -1) {
		count++
		if named[m[1]].Kind != "library" {
			t.Errorf("credits.csv does not name the module %s", m[1])
		}
	}
	for _, c := range Credits() {
		if c.Kind == "library" {
			count--
		}
	}
	if count != 0 {
		t.Errorf("credits.csv names %d libraries that go.mod does not", -count)
	}
	for _, source := range []string{Populations().Source, Populations().UndatedSource} {
		if named[source].Kind != "data" {
			t.Errorf("credits.csv does not name %q, where populations are from", source)
		}
	}
}

// TestCreditsAreSaidInEachLanguage: a licence is a name, such as BSD-3-Clause,
// or words, which each language says in its own.
func TestCreditsAreSaidInEachLanguage(t *testing.T) {
	words := regexp.MustCompile(`^[a-z]|: |, [a-z]| [a-z]`)
	for _, c := range Credits() {
		for _, lang := range Languages()[1:] {
			if w := For(lang); words.MatchString(c.Licence) && w.Licence(c) == c.Licence {
				t.Errorf("credits.*.json: no %s for the licence %q", lang, c.Licence)
			} else if words.MatchString(c.Name) && c.Kind != "library" && !w.Has("credit."+c.Name) && w.CreditName(c) == c.Name {
				t.Errorf("credits.*.json: no %s for %q", lang, c.Name)
			}
		}
	}
	natural := Credits()[0]
	if got := For("de").Licence(natural); got != "gemeinfrei" {
		t.Errorf("the licence of %s is %q in German", natural.Name, got)
	}
}
