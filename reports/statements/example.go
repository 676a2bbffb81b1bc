package statements

import (
	"cmp"
	"slices"
	"strings"
)

// An example is a rejected line of a part, which is known by its number.
type example struct {
	part int
	Line
}

// examples are the first rejected lines, in the order of the dump.
type examples []example

// add keeps the example if it is one of the first hundred.
func (e *examples) add(x example) {
	at, _ := slices.BinarySearchFunc(*e, x, func(a, b example) int {
		return cmp.Or(cmp.Compare(a.part, b.part), cmp.Compare(a.Line.Line, b.Line.Line))
	})
	if at == maxShown {
		return
	}
	*e = slices.Insert(*e, at, x)
	*e = (*e)[:min(len(*e), maxShown)]
}

func (e examples) lines() []Line {
	lines := make([]Line, len(e))
	for i, x := range e {
		lines[i] = x.Line
	}
	return lines
}

// shown returns the beginning of a line as a text to be shown.
func shown(line []byte) string {
	return strings.Map(printable, strings.ToValidUTF8(string(line[:min(len(line), 300)]), "\ufffd"))
}
