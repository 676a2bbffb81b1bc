package assets

import (
	"strings"

	"vitrine/reports"
)

// EditionsTitle returns what a chart over vintages shows: "Content actioned at
// Meta: what its editions state".
func (w *Words) EditionsTitle(e reports.Editions, grid bool) string {
	if len(e.Histories) == 0 {
		return ""
	}
	h, key := e.Histories[0], "editions.title"
	if grid {
		key = "editions.title.grid"
	}
	return capital(w.Say(key, "measure", w.Measure(h.Measure), "publisher", w.Publisher(h.Publisher)))
}

// EditionsSubtitle returns how a chart over vintages is to be read.
func (w *Words) EditionsSubtitle(e reports.Editions, grid bool) string {
	switch {
	case len(e.Histories) == 0:
		return ""
	case grid:
		return w.Say("editions.subtitle.grid")
	case len(e.Histories) > 1:
		return w.Say("editions.subtitle.several")
	}
	return w.Say("editions.subtitle")
}

// EditionsFooter names the sources that the editions are.
func (w *Words) EditionsFooter(sources []reports.Source) string { return w.sources(sources) }

// EditionsAbout returns what some histories have in common: their part and
// their period, "Facebook, spam, Q1 2023".
func (w *Words) EditionsAbout(list []reports.History) string {
	split, period := alike(list)
	var parts []string
	if split {
		if text := w.SplitText(list[0].Split); text != "" {
			parts = append(parts, text)
		}
	}
	if period {
		parts = append(parts, w.Period(list[0].Period))
	}
	return capital(strings.Join(parts, w.Say("list.comma")))
}

// EditionsName returns what tells a history apart from others.
func (w *Words) EditionsName(list []reports.History, h reports.History) string {
	split, period := alike(list)
	var parts []string
	if text := w.SplitText(h.Split); !split && text != "" {
		parts = append(parts, text)
	}
	if !period {
		parts = append(parts, w.PeriodShort(h.Period))
	}
	return capital(strings.Join(parts, w.Say("list.comma")))
}

func alike(list []reports.History) (split, period bool) {
	split, period = true, true
	for _, h := range list {
		split = split && h.Split == list[0].Split
		period = period && h.Period == list[0].Period
	}
	return split, period
}

// SplitText names all values of a split: "Facebook, spam"; "" where it has none.
func (w *Words) SplitText(s reports.Split) string {
	var parts []string
	for _, d := range s.Stated().List() {
		parts = append(parts, w.Value(d, s.Get(d)))
	}
	return strings.Join(parts, w.Say("list.comma"))
}

// Edition writes what a vintage states of a figure, with its day and its change
// from the one before: "as published on 1 August 2023: 12,345, +3 (+0.1%)".
func (w *Words) Edition(s reports.Statement, r reports.Revision, changed bool) string {
	number := w.Amount(reports.Number{Value: s.Value, Low: s.Low, High: s.High, HasRange: s.HasRange, Status: s.Status})
	text := w.Say("editions.stated", "day", w.Day(s.Vintage.Day), "number", number)
	if !changed {
		return text
	}
	if r.Difference() == 0 {
		return text + w.Say("list.comma") + w.Say("editions.same")
	}
	text += w.Say("list.comma") + w.Difference(reports.Exactly(r.Difference()))
	if percent := reports.Exactly(r.Percent()); percent.Known() {
		text += " (" + w.DifferencePercent(percent) + ")"
	}
	return text
}
