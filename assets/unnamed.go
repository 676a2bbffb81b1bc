package assets

import (
	"strings"

	"vitrine/reports"
)

// mostNamed is how many values a sentence lists.
const mostNamed = 12

// Unnamed returns, as a sentence, what a question names that there are no
// figures of.
func (w *Words) Unnamed(e reports.Unnamed) string {
	if !w.Has(e.Key) {
		return e.Text
	}
	more := len(e.Values) - mostNamed
	var names []string
	for _, v := range e.Values[:min(mostNamed, len(e.Values))] {
		names = append(names, w.named(e.What, v))
	}
	list := strings.Join(names, w.Say("list.comma"))
	if more > 0 {
		list = w.Say("unnamed.more", "list", list, "n", w.Number(float64(more)))
	}
	text := w.Say(e.Key, "what", w.or("dim."+e.What, e.What), "name", e.Args["name"], "list", list)
	return capital(text) + "."
}

// named writes a value that a question can name.
func (w *Words) named(what, value string) string {
	switch what {
	case "measure":
		return w.Measure(reports.Measure(value))
	case "table":
		return w.anyTable(value)
	case "code":
		return w.Code(value)
	}
	if d, known := reports.ParseDim(what); known {
		return w.Value(d, value)
	}
	return value
}
