package publisher

import (
	"strings"
	"sync"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"vitrine/assets"
)

// areaNames leads from what German, Spanish, Portuguese and Italian tables
// call countries to their codes.
var areaNames = sync.OnceValue(func() map[string]string {
	names := map[string]string{}
	for _, tag := range []language.Tag{language.German, language.Spanish, language.Portuguese, language.Italian} {
		namer := display.Regions(tag)
		for _, area := range assets.Areas().All() {
			region, err := language.ParseRegion(area.Code)
			if name := foldWords(namer.Name(region)); err == nil && !area.Group && len(name) > 2 {
				names[name] = area.Code
			}
		}
	}
	return names
})

// areaNamed finds the area that a text names in any language that is known.
func areaNamed(text string) (code string, ok bool) {
	text = strings.TrimRight(text, "*† ")
	if code, ok = assets.Areas().Lookup(text); !ok && len(text) < 100 {
		code, ok = areaNames()[foldWords(text)]
	}
	return code, ok
}

// areaOf returns the code of the area that a text names, or the text.
func areaOf(text string) string {
	if code, ok := areaNamed(text); ok {
		return code
	}
	return text
}

// categoryNames are the categories that publishers use, folded.
var categoryNames = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for _, match := range assets.Crosswalk().All() {
		names[foldWords(match.Category)] = true
	}
	delete(names, "")
	return names
})

// isCategory tells whether a text is the name of a harmonised category, or of
// one that a publisher uses.
func isCategory(text string) bool {
	_, ok := assets.Codes().Lookup(text)
	return ok || len(text) < 200 && categoryNames()[foldWords(text)]
}
