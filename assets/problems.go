package assets

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// A problemPattern finds a problem's text again in what a format said.
type problemPattern struct {
	key   string
	names []string // of what the text leaves open
	text  *regexp.Regexp
	fixed int // letters that are always the same
}

// problemPatterns are made of the English texts of problems, the longest first.
var problemPatterns = sync.OnceValue(func() []problemPattern {
	content, err := Translations.ReadFile("translations/problems.en.json")
	if err != nil {
		return nil
	}
	var texts map[string]string
	if json.Unmarshal(content, &texts) != nil {
		return nil
	}
	var list []problemPattern
	for key, text := range texts {
		list = append(list, patternOf(key, text))
	}
	slices.SortFunc(list, func(a, b problemPattern) int {
		return cmp.Or(cmp.Compare(b.fixed, a.fixed), cmp.Compare(a.key, b.key))
	})
	return list
})

var leftOpen = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func patternOf(key, text string) problemPattern {
	p := problemPattern{key: key, fixed: len(leftOpen.ReplaceAllString(text, ""))}
	for _, m := range leftOpen.FindAllStringSubmatch(text, -1) {
		p.names = append(p.names, m[1])
	}
	parts := leftOpen.Split(text, -1)
	for i := range parts {
		parts[i] = regexp.QuoteMeta(parts[i])
	}
	p.text = regexp.MustCompile(`(?s)^` + strings.Join(parts, `(.+?)`) + `$`)
	return p
}

// Problem writes what a format said of a cell in the words' language. Formats
// say it in English; what no text of problems.en.json fits stays so.
func (w *Words) Problem(what string) string {
	if w.Lang == "en" {
		return what
	}
	for _, p := range problemPatterns() {
		if found := p.text.FindStringSubmatch(what); found != nil {
			var args []any
			for i, name := range p.names {
				text := w.requoted(found[i+1])
				if name == "why" { // a reason is a text of its own
					text = w.Problem(text)
				}
				args = append(args, name, text)
			}
			return w.Say(p.key, args...)
		}
	}
	return what
}

// requoted writes a quoted text with the quotes of the language.
func (w *Words) requoted(text string) string {
	if plain, err := strconv.Unquote(text); err == nil && strings.HasPrefix(text, `"`) {
		return w.Say("quote", "text", plain)
	}
	return text
}
