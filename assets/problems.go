package assets

import (
	"strconv"
	"strings"
	"sync"
)

var problemPatterns = sync.OnceValue(func() patterns { return patternsOf("problems") })

// Problem writes what a format said of a cell in the words' language. Formats
// say it in English; what no text of problems.en.json fits stays so.
func (w *Words) Problem(what string) string {
	if w.Lang == "en" {
		return what
	}
	if key, args, found := problemPatterns().find(what); found {
		for i := 0; i < len(args); i += 2 {
			text := w.requoted(args[i+1].(string))
			if args[i] == "why" { // a reason is a text of its own
				text = w.errorText(text)
			}
			args[i+1] = text
		}
		return w.Say(key, args...)
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
