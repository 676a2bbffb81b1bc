package reports

import (
	"fmt"
	"strings"
)

// An Unnamed is the error of a question that names what there are no figures
// of, or what several values are called: one sentence that says so, and its
// translation's key.
type Unnamed struct {
	Note
	What   string   // publisher, table, measure, code, country, or a dimension
	Values []string // what can be named instead, or what was meant, as figures have it
}

// Error returns the sentence, lower case.
func (e Unnamed) Error() string { return e.Text }

// unnamed makes the error about a name; {what}, {name} and {list} stand in the
// text for its parts.
func unnamed(key, text, what, name string, values ...string) error {
	return Unnamed{Note: noteOf("unnamed."+key, text, "what", what, "name", name, "list", list(values)), What: what, Values: values}
}

// mostListed is how many values an error lists.
const mostListed = 12

// list writes at most a dozen values for an error.
func list(values []string) string {
	if len(values) > mostListed {
		return strings.Join(values[:mostListed], ", ") + fmt.Sprintf(" and %d more", len(values)-mostListed)
	}
	return strings.Join(values, ", ")
}
