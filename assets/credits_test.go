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
