package export

import (
	"fmt"
	"strings"
	"unicode"
)

// names gives out names that are unique whatever their case, as sheets,
// tables and the columns of a table must be.
type names map[string]bool

func newNames() names { return names{} }

// take returns a name, with a number after it if it is taken.
func (n names) take(name string) string {
	unique := name
	for i := 2; n[strings.ToLower(unique)]; i++ {
		unique = fmt.Sprintf("%s %d", name, i)
	}
	n[strings.ToLower(unique)] = true
	return unique
}

// takeTable returns a name that a table may have: letters, digits and
// underscores, not longer than 80, and not what is a cell's address.
func (n names) takeTable(text string) string {
	var b strings.Builder
	for _, r := range text {
		if r < 128 && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
			b.WriteRune(r)
		} else if s := b.String(); s != "" && !strings.HasSuffix(s, "_") {
			b.WriteByte('_')
		}
	}
	name := strings.Trim(b.String(), "_")
	name = name[:min(len(name), 80)]
	if !strings.Contains(name, "_") || !unicode.IsLetter(rune(name[0])) {
		name = "Table_" + name
	}
	return strings.ReplaceAll(n.take("T:"+name), " ", "_")[2:]
}

// clip shortens a text to what a cell of a table's header may hold.
func clip(text string, limit int) string {
	text = strings.Join(strings.Fields(text), " ")
	if r := []rune(text); len(r) > limit {
		return string(r[:limit-1]) + "…"
	}
	return text
}
