package publisher

import (
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// A Remark says why a proposal says what it says, or what to think of before
// what it leaves open is answered.
type Remark struct {
	Key string // its text in each language is remark.KEY
	// Args are names and values, in turn, of what the text leaves open. Texts
	// of the table stand in quotes; an int n tells which plural goes with it.
	Args []any
}

// Text writes the remark in a language.
func (r Remark) Text(w *assets.Words) string {
	args, plural := make([]any, len(r.Args)), -1
	for i, arg := range r.Args {
		switch v := arg.(type) {
		case int:
			plural = v
		case reports.Dims:
			arg = w.Dims(v)
		case []string:
			arg = quotedList(w, v)
		case string:
			if i%2 == 1 {
				arg = quotedList(w, []string{v})
			}
		}
		args[i] = arg
	}
	if plural >= 0 {
		return w.Plural("remark."+r.Key, plural, args...)
	}
	return w.Say("remark."+r.Key, args...)
}

// quotedList writes the beginnings of texts of a table.
func quotedList(w *assets.Words, texts []string) string {
	var list []string
	for _, text := range texts {
		if len(text) > 80 {
			text = strings.ToValidUTF8(text[:80], "") + "…"
		}
		list = append(list, w.Say("quote", "text", text))
	}
	return strings.Join(list, ", ")
}

// remarkHints say how an answer to a remark is written in a mapping's file.
var remarkHints = map[string]string{
	"always":     `is = "category", "subcategory", "service", "trigger", "action", "facet", "note" or "ignored"`,
	"texts":      `is = "category", "subcategory", "service", "trigger", "action", "facet", "note" or "ignored"`,
	"blanks":     `empty = "above" or "not stated"`,
	"bounds":     `every = "day", "month", "quarter", "half" or "year"`,
	"headerdays": `every = "day", "month", "quarter", "half" or "year"`,
	"own":        `unit = "…", over_time = true, over_parts = true`,
	"mixed":      `numbers = "1,234.5", "1.234,5" or "1 234,5"`,
	"dot":        `numbers = "1,234.5" or "1.234,5"`,
	"comma":      `numbers = "1,234.5" or "1.234,5"`,
	"dayorder":   `days = "day first" or "month first"`,
	"open":       `complete, disjoint or overlapping = ["…"]`,
	"partof":     `is = "value", measure = "…", part = { category = "…" }`,
	"several":    `is = "value", measure = "…"; of a part also part = { category = "…" }`,
	"file":       `or --period`,
}
