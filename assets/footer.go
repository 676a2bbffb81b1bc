package assets

import (
	"strings"

	"vitrine/reports"
)

// footerSources is how many sources a footer names; it counts the others.
const footerSources = 2

// Subtitle returns what an answer's measure counts, its unit, and what was
// worked out of its numbers. It is empty for an answer with several measures,
// which its title names.
func (w *Words) Subtitle(a reports.Answer) string {
	var measures set
	for _, s := range a.Series {
		measures.add(string(s.Measure))
	}
	if len(measures) != 1 {
		return ""
	}
	m, last := reports.Measure(measures[0]), a.Series[len(a.Series)-1]
	key := "subtitle"
	switch {
	case last.Transform.Kind == reports.Indexed:
		key = "subtitle.index"
	case w.Unit(m) == "%":
		key = "subtitle.share"
	}
	text := w.Say(key, "definition", w.Definition(m), "unit", w.UnitOf(last), "period", w.Period(last.Transform.At))
	if last.Transform.Kind == reports.WeekMean {
		text += " " + w.Say("subtitle.mean")
	}
	return strings.TrimSpace(text)
}

// Footer returns an answer's sources, each with its vintage, whether its
// figures were published or summed, and its notes.
func (w *Words) Footer(a reports.Answer, sources []reports.Source) string {
	return w.FooterOf(BasesOf(a), a.Notes, sources)
}

// FooterOf returns the footer of an answer of whose numbers the bases are
// known.
func (w *Words) FooterOf(b Bases, notes []reports.Note, sources []reports.Source) string {
	var parts []string
	if text := w.sources(sources); text != "" {
		parts = append(parts, text)
	}
	parts = append(parts, w.bases(b)...)
	return strings.Join(append(parts, w.Notes(notes)...), " ")
}

// Notes returns an answer's notes in order; those that name other tables
// beside the same one are one sentence.
func (w *Words) Notes(notes []reports.Note) []string {
	var list []string
	others, at := map[string][]string{}, map[string]int{}
	for _, n := range notes {
		table := n.Args["table"]
		if n.Key != "note.othertable" {
			list = append(list, w.Note(n))
			continue
		}
		if others[table] == nil {
			at[table] = len(list)
			list = append(list, "")
		}
		others[table] = append(others[table], w.Say("footer.other",
			"table", w.anyTable(n.Args["other"]), "differ", w.numberText(n.Args["differ"]), "shared", w.numberText(n.Args["shared"])))
	}
	for table, also := range others {
		list[at[table]] = w.Say("footer.others", "table", w.anyTable(table), "list", w.and(also))
	}
	return list
}

func (w *Words) sources(sources []reports.Source) string {
	var list []string
	for _, s := range sources[:min(len(sources), footerSources)] {
		list = append(list, w.Source(s))
	}
	if more := len(sources) - footerSources; more > 0 {
		list = append(list, w.Plural("footer.more", more))
	}
	switch {
	case len(sources) == 0:
		return ""
	case len(sources) == 1:
		return w.Say("footer.source", "list", list[0])
	}
	return w.Say("footer.sources", "list", strings.Join(list, w.Say("list.semicolon")))
}

// Source names a source: its publisher, its file and its vintage.
func (w *Words) Source(s reports.Source) string {
	key := "footer.file"
	if text, ok := w.dump(s); ok {
		return text
	}
	switch {
	case s.Published == 0:
		key = "footer.undated"
	case s.Starter:
		key = "footer.starter"
	}
	return w.Say(key, "publisher", w.Publisher(s.Publisher), "name", s.Name, "day", w.Day(s.Published))
}

// Bases says how the numbers of an answer came about, if some did in that way.
type Bases struct{ Published, Summed, Derived, Means bool }

// BasesOf looks at every number of an answer.
func BasesOf(a reports.Answer) Bases {
	var b Bases
	for i := range a.Series {
		for j := range a.Series[i].Numbers {
			n := &a.Series[i].Numbers[j]
			if n.Transform == reports.WeekMean {
				b.Means = true
				continue
			}
			b.Published = b.Published || n.Basis == reports.Published
			b.Summed = b.Summed || n.Basis == reports.Summed
			b.Derived = b.Derived || n.Basis == reports.Derived
		}
	}
	return b
}

func (w *Words) bases(b Bases) []string {
	var list []string
	switch {
	case b.Published && b.Summed:
		list = append(list, w.Say("footer.mixed"))
	case b.Summed:
		list = append(list, w.Say("footer.summed"))
	case b.Published:
		list = append(list, w.Say("footer.published"))
	}
	switch {
	case b.Derived && len(list) == 0:
		list = append(list, w.Say("footer.derivedalone"))
	case b.Derived:
		list = append(list, w.Say("footer.derived"))
	}
	if b.Means {
		list = append(list, w.Say("footer.means"))
	}
	return list
}
