package export

import (
	"slices"
	"strconv"
	"strings"

	"vitrine/assets"
)

// basisText says in one sentence how a group's numbers came about.
func basisText(w *assets.Words, g group) string {
	least, most, summed, others := g.sums()
	switch {
	case g.series[0].Transform.Kind != "":
		return w.Say("export.basis.worked")
	case summed == 0:
		return w.Say("export.basis.published")
	case others > 0:
		return w.Say("export.basis.mixed")
	case least == most:
		return w.Say("export.basis.sum", "n", strconv.Itoa(least))
	}
	return w.Say("export.basis.sums", "least", strconv.Itoa(least), "most", strconv.Itoa(most))
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
