package assets

import (
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/font/sfnt"
)

// drawn are the files whose texts charts draw; two signs in them stand in
// cells and tooltips only, where the window finds another font.
var (
	drawn    = []string{"", "chart."} // and the language
	notDrawn = []string{"format.atleast", "format.infinity"}
)

// TestFontsHaveEverySign: a sign that a font lacks is drawn as a box.
func TestFontsHaveEverySign(t *testing.T) {
	var texts strings.Builder
	files := translationFiles(t)
	for _, lang := range Languages() {
		for _, subject := range drawn {
			name := subject + lang + ".json"
			for key, text := range parseTexts(t, name, files[name]) {
				if !slices.Contains(notDrawn, key) {
					texts.WriteString(text)
				}
			}
		}
		for _, a := range Areas().All() {
			texts.WriteString(a.Names[lang])
		}
		for _, c := range Codes().All() {
			texts.WriteString(c.Names[lang])
		}
		texts.WriteString(For(lang).Number(-1234567890.5))
	}
	for name, content := range map[string][]byte{"regular": Font(), "bold": BoldFont()} {
		font, err := sfnt.Parse(content)
		if err != nil {
			t.Fatal(err)
		}
		missing := map[rune]bool{}
		for _, r := range texts.String() {
			if i, err := font.GlyphIndex(nil, r); (err != nil || i == 0) && !missing[r] {
				missing[r] = true
				t.Errorf("the %s font lacks %q", name, r)
			}
		}
	}
}
