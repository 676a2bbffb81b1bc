package assets

import (
	"strings"

	"vitrine/reports"
)

// summaryMost is how many lines a summary tells of, the first ones.
const summaryMost = 8

// Summary tells in words what an answer shows, to be heard: what is counted,
// in which unit, from when to when, and of each line its first, highest and
// last number.
func (w *Words) Summary(a reports.Answer) string {
	if len(a.Series) == 0 || len(a.Periods) == 0 {
		return w.Say("summary.nothing", "title", w.Title(a))
	}
	span := reports.Period{Start: a.Periods[0].Start, End: a.Periods[len(a.Periods)-1].End}
	parts := []string{w.Say("summary", "title", w.Title(a), "lines", w.Plural("summary.lines", len(a.Series)), "unit", w.UnitOf(a.Series[0]), "span", w.Span(span))}
	for _, s := range a.Series[:min(len(a.Series), summaryMost)] {
		parts = append(parts, w.LineSummary(w.SeriesOf(a, s), s.Numbers))
	}
	if more := len(a.Series) - summaryMost; more > 0 {
		parts = append(parts, w.Plural("summary.more", more))
	}
	return strings.Join(parts, " ")
}

// LineSummary tells a line's first, highest and last number; its only one; that
// it has none.
func (w *Words) LineSummary(label string, numbers []reports.Number) string {
	var first, high, last *reports.Number
	for i := range numbers {
		n := &numbers[i]
		if !n.Known() {
			continue
		}
		if first == nil {
			first, high = n, n
		}
		if last = n; n.Value > high.Value {
			high = n
		}
	}
	if first == nil {
		return w.Say("summary.unknown", "series", label)
	}
	at := func(n *reports.Number) string { return w.Amount(*n) + " (" + w.Period(n.Period) + ")" }
	if first == last {
		return w.Say("summary.one", "series", label, "number", at(first))
	}
	return w.Say("export.alt.series", "series", label, "first", at(first), "high", at(high), "last", at(last))
}

// EditionsSummary tells in words what a chart over vintages shows: of each
// figure what the first and the last of them state.
func (w *Words) EditionsSummary(e reports.Editions, grid bool) string {
	parts := []string{w.EditionsTitle(e, grid) + "."}
	for _, h := range e.Histories[:min(len(e.Histories), summaryMost)] {
		var told []string
		for _, st := range h.Statements {
			if st.Says() && st.Known() {
				told = append(told, w.Number(st.Value))
			}
		}
		if len(told) > 0 {
			parts = append(parts, w.Say("export.comparison.alt.item", "item", w.EditionsName(e.Histories, h), "from", told[0], "to", told[len(told)-1]))
		}
	}
	if more := len(e.Histories) - summaryMost; more > 0 {
		parts = append(parts, w.Plural("summary.more", more))
	}
	return strings.Join(parts, " ")
}

// ComparisonSummary tells in words what a comparison shows: the items in their
// order, with both numbers and the change.
func (w *Words) ComparisonSummary(c reports.Comparison) string {
	parts := []string{w.ComparisonTitle(c) + "."}
	for _, i := range c.Items[:min(len(c.Items), summaryMost)] {
		parts = append(parts, w.Say("export.comparison.alt.item", "item", w.ItemName(c, i), "from", w.SideQuantity(i, 0), "to", w.SideQuantity(i, 1)))
	}
	if more := len(c.Items) - summaryMost; more > 0 {
		parts = append(parts, w.Plural("summary.more", more))
	}
	return strings.Join(parts, " ")
}
