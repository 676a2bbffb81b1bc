package assets

import (
	"regexp"
	"strings"

	"vitrine/reports"
)

// Reason returns why something is not offered: a Reason constant of reports,
// or another text that has a translation.
func (w *Words) Reason(reason string) string {
	return w.or(reason, w.or("reason."+reason, reason))
}

// Break returns why a line is broken: the translation of the format's phrase,
// or else the phrase.
func (w *Words) Break(b reports.Break) string { return w.or("break."+b.Why, w.Reason(b.Why)) }

// Note returns a note of an answer in the language; its English text where
// there is no translation.
func (w *Words) Note(n reports.Note) string {
	key := n.Key
	if n.Key == "note.notsplit" && n.Args["group"] == "" {
		key = "note.notsplit.total"
	}
	if !w.Has(key) {
		return n.Text
	}
	var args []any
	for name, value := range n.Args {
		args = append(args, name, w.noteValue(name, value))
	}
	return w.Say(key, args...)
}

// noteValue translates what a note's text leaves open; the rules of figures
// write it in English.
func (w *Words) noteValue(name, value string) string {
	switch name {
	case "table", "other":
		return w.anyTable(value)
	case "code":
		return w.Code(value)
	case "day":
		if day, err := reports.ParseDay(value); err == nil {
			return w.Day(day)
		}
	case "at", "period", "from", "to":
		return w.periodText(value)
	case "reason":
		return w.Reason(value)
	case "measure", "othermeasure":
		return w.Small(w.Measure(reports.Measure(value)))
	case "sum", "total", "differ", "shared", "count":
		return w.numberText(value)
	case "list":
		return w.listText(value)
	case "areas":
		return w.areasText(value)
	case "source":
		return w.PeopleSource(value)
	case "every":
		if g, err := reports.ParseGrain(value); err == nil {
			return w.Grain(g)
		}
	case "group":
		return w.dimsText(value)
	case "before", "after":
		return w.how(value)
	case "held":
		return w.held(value)
	case "periods":
		return w.partials(value)
	}
	return value
}

// anyTable returns a table's name whoever publishes it.
func (w *Words) anyTable(table string) string {
	if name, ok := w.statementsTable(table); ok {
		return name
	}
	for key := range w.keys {
		if strings.HasPrefix(key, "table.") && strings.HasSuffix(key, "."+table) {
			return w.Say(key)
		}
	}
	return table
}

func (w *Words) periodText(text string) string {
	p, err := reports.ParsePeriod(text)
	if err != nil {
		return text
	}
	return w.Period(p)
}

// dimsText translates a list of dimensions: "area, category".
func (w *Words) dimsText(list string) string {
	var names []string
	for _, name := range strings.Split(list, ", ") {
		names = append(names, w.or("by."+name, name))
	}
	return w.and(names)
}

func (w *Words) how(text string) string {
	dims, parts := strings.CutPrefix(text, "sum of parts by ")
	switch {
	case parts:
		return w.Say("how.parts", "list", w.dimsText(dims))
	case text == "sum over time":
		return w.Say("how.time")
	}
	return w.or("how."+text, text)
}

// held translates by what figures are published: "in total; by area".
func (w *Words) held(text string) string {
	var list []string
	for _, item := range strings.Split(text, "; ") {
		dims, by := strings.CutPrefix(item, "by ")
		if by {
			list = append(list, w.Say("headline.by", "list", w.dimsText(dims)))
			continue
		}
		list = append(list, w.Say("headline.total"))
	}
	return w.and(list)
}

var partialPeriod = regexp.MustCompile(`^(.*): (\d+) of (\d+) days$`)

// partials translates a list of incomplete periods: "2026-06: 17 of 30 days".
func (w *Words) partials(text string) string {
	var list []string
	for _, item := range strings.Split(text, ", ") {
		if m := partialPeriod.FindStringSubmatch(item); m != nil {
			item = w.Say("note.partial.period", "period", w.periodText(m[1]), "days", m[2], "of", m[3])
		}
		list = append(list, item)
	}
	return strings.Join(list, w.Say("list.semicolon"))
}
