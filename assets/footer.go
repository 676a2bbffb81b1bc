package assets

import (
	"strings"

	"vitrine/reports"
)

// footerSources is how many sources a footer names; it counts the others.
const footerSources = 2

// Subtitle returns what an answer's measure counts, and its unit. It is empty
// for an answer with several measures, which its title names.
func (w *Words) Subtitle(a reports.Answer) string {
	var measures set
	for _, s := range a.Series {
		measures.add(string(s.Measure))
	}
	if len(measures) != 1 {
		return ""
	}
	m := reports.Measure(measures[0])
	key := "subtitle"
	if w.Unit(m) == "%" {
		key = "subtitle.share"
	}
	return strings.TrimSpace(w.Say(key, "definition", w.Definition(m), "unit", w.Unit(m)))
}

// Footer returns an answer's sources, each with its vintage, whether its
// figures were published or summed, and its notes.
func (w *Words) Footer(a reports.Answer, sources []reports.Source) string {
	var parts []string
	if text := w.sources(sources); text != "" {
		parts = append(parts, text)
	}
	parts = append(parts, w.bases(a)...)
	for _, n := range a.Notes {
		parts = append(parts, w.Note(n))
	}
	return strings.Join(parts, " ")
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
	switch {
	case s.Published == 0:
		key = "footer.undated"
	case s.Starter:
		key = "footer.starter"
	}
	return w.Say(key, "publisher", s.Publisher, "name", s.Name, "day", w.Day(s.Published))
}

func (w *Words) bases(a reports.Answer) []string {
	var published, summed, derived bool
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			published = published || n.Basis == reports.Published
			summed = summed || n.Basis == reports.Summed
			derived = derived || n.Basis == reports.Derived
		}
	}
	var list []string
	switch {
	case published && summed:
		list = append(list, w.Say("footer.mixed"))
	case summed:
		list = append(list, w.Say("footer.summed"))
	case published:
		list = append(list, w.Say("footer.published"))
	}
	if derived {
		list = append(list, w.Say("footer.derived"))
	}
	return list
}
