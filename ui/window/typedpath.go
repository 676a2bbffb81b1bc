package window

import (
	"os"
	"path/filepath"
	"strings"
)

// typedChoices offers what a text leads to that no choice is called after: a
// file or folder of this machine, else a published address.
func (p *page) typedChoices(text string) []choice {
	path, ok := typedPath(text)
	if !ok {
		return p.addressChoice(text)
	}
	return []choice{{Label: base(path), Note: p.say("search.openpath"), Choose: func() { p.take([]string{path}) }}}
}

// typedPath returns the file or folder whose whole path a text is, or what
// ~ and the rest of it name; false where there is none.
func typedPath(text string) (string, bool) {
	path := strings.Trim(strings.TrimSpace(text), `"'`)
	if rest, ok := strings.CutPrefix(path, "~"); ok {
		home, err := os.UserHomeDir()
		if err != nil {
			return "", false
		}
		path = home + rest
	}
	if !filepath.IsAbs(path) {
		return "", false
	}
	_, err := os.Stat(path)
	return filepath.Clean(path), err == nil
}
