package assets

import (
	"cmp"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
)

// A pattern finds a text again in an English sentence that was made of it.
type pattern struct {
	key   string
	names []string // of what the text leaves open
	text  *regexp.Regexp
	fixed int // letters that are always the same
}

// patterns are those of files of translations, the longest first.
type patterns []pattern

// patternsOf makes patterns of the English texts of topics.
func patternsOf(topics ...string) patterns {
	var list patterns
	for _, topic := range topics {
		content, err := Translations.ReadFile("translations/" + topic + ".en.json")
		if err != nil {
			return nil
		}
		var texts map[string]string
		if json.Unmarshal(content, &texts) != nil {
			return nil
		}
		for key, text := range texts {
			list = append(list, patternOf(key, text))
		}
	}
	slices.SortFunc(list, func(a, b pattern) int {
		return cmp.Or(cmp.Compare(b.fixed, a.fixed), cmp.Compare(a.key, b.key))
	})
	return list
}

var leftOpen = regexp.MustCompile(`\{\{\.(\w+)\}\}`)

func patternOf(key, text string) pattern {
	p := pattern{key: key, fixed: len(leftOpen.ReplaceAllString(text, ""))}
	for _, m := range leftOpen.FindAllStringSubmatch(text, -1) {
		p.names = append(p.names, m[1])
	}
	var expression strings.Builder
	for i, part := range leftOpen.Split(text, -1) {
		expression.WriteString(regexp.QuoteMeta(part))
		switch {
		case i == len(p.names):
		case p.names[i] == "n": // a number
			expression.WriteString(`([\d,.]+?)`)
		default:
			expression.WriteString(`(.+?)`)
		}
	}
	p.text = regexp.MustCompile(`(?s)^` + expression.String() + `$`)
	return p
}

// find returns the key of the first text that a sentence fits, and what the
// sentence has in the places that the text leaves open: names and strings in
// turn, as Words.Say takes them.
func (list patterns) find(sentence string) (key string, args []any, found bool) {
	for _, p := range list {
		if in := p.text.FindStringSubmatch(sentence); in != nil {
			for i, name := range p.names {
				args = append(args, name, in[i+1])
			}
			return p.key, args, true
		}
	}
	return "", nil, false
}
