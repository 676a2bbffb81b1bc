package export

import (
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
	"vitrine/reports"
)

// basisText says in one sentence how a group's numbers came about.
func basisText(w *assets.Words, g group) string {
	least, most, summed, others := g.sums()
	switch {
	case g.series[0].Transform.Kind != "":
		return w.Say("export.basis.worked")
	case summed == 0:
		return w.Say(g.unsummed())
	case others > 0:
		return w.Say("export.basis.mixed")
	case least == most:
		return w.Say("export.basis.sum", "n", strconv.Itoa(least))
	}
	return w.Say("export.basis.sums", "least", strconv.Itoa(least), "most", strconv.Itoa(most))
}

// unsummed returns the text about a group without sums: its numbers are as
// published, or derived, or some the one and some the other.
func (g group) unsummed() string {
	derived, published := false, false
	for _, s := range g.series {
		for _, n := range s.Numbers {
			derived = derived || n.Basis == reports.Derived
			published = published || n.Basis == reports.Published && n.Known()
		}
	}
	switch {
	case derived && published:
		return "export.basis.mixed"
	case derived:
		return "export.basis.derived"
	}
	return "export.basis.published"
}

// legend explains signs in their order: "[p] provisional; [x] not available".
func legend(w *assets.Words, used map[string]bool) string {
	var parts []string
	for _, s := range signs {
		if used[s.sign] {
			parts = append(parts, s.sign+" "+signName(w, s.sign))
		}
	}
	if len(parts) == 0 {
		return ""
	}
	return w.Say("export.shorthand", "signs", strings.Join(parts, w.Say("list.semicolon")))
}

// distinct lists texts once each, in the order in which they come.
func distinct(texts []string) []string {
	var list []string
	for _, t := range texts {
		if t != "" && !slices.Contains(list, t) {
			list = append(list, t)
		}
	}
	return list
}
