package reports

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// A RevisionCount says what became of the figures of one vintage in the next.
type RevisionCount struct {
	Compared  int // figures with a single number in both
	Differing int // of them, those whose numbers differ, compared as numbers
	Changed   int // of these, those that no rounding explains
	Rounded   int // of these, those that one explains
	TakenBack int // figures with the number of a vintage before again
	Vanished  int
	Added     int
	Ranges    int // figures with a range in one of them, which are not among the compared
	Redrawn   int // of them, those that changed
	Renamed   int // of the compared, those whose category has another name in each
}

// Percent returns the changed figures in percent of the compared; NaN where
// there are none.
func (c RevisionCount) Percent() float64 {
	if c.Compared == 0 {
		return math.NaN()
	}
	return 100 * float64(c.Changed) / float64(c.Compared)
}

func (c *RevisionCount) plus(o RevisionCount) {
	c.Compared += o.Compared
	c.Differing += o.Differing
	c.Changed += o.Changed
	c.Rounded += o.Rounded
	c.TakenBack += o.TakenBack
	c.Vanished += o.Vanished
	c.Added += o.Added
	c.Ranges += o.Ranges
	c.Redrawn += o.Redrawn
	c.Renamed += o.Renamed
}

// A RevisionLine counts the figures of a publisher's table between two
// vintages: all, or those of a measure, or of a category.
type RevisionLine struct {
	By               string // "vintage", "measure" or "category"
	Publisher, Table string
	Before, After    Vintage
	Measure          Measure
	Category         string
	RevisionCount
}

// A RevisionSummary counts revisions by vintage, measure and category.
type RevisionSummary struct {
	counts map[revisionKey]*RevisionCount
}

type revisionKey struct {
	publisher, table string
	before, after    Vintage
	measure          Measure
	category         string
}

// Vintages counts by pair of vintages, in the order of publisher, table and
// day.
func (s RevisionSummary) Vintages() []RevisionLine {
	return s.by("vintage", func(k revisionKey) revisionKey { k.measure, k.category = "", ""; return k })
}

// Measures counts by pair of vintages and measure.
func (s RevisionSummary) Measures() []RevisionLine {
	return s.by("measure", func(k revisionKey) revisionKey { k.category = ""; return k })
}

// Categories counts by pair of vintages and category. Figures that are not
// about one are left out.
func (s RevisionSummary) Categories() []RevisionLine {
	lines := s.by("category", func(k revisionKey) revisionKey { k.measure = ""; return k })
	return slices.DeleteFunc(lines, func(l RevisionLine) bool { return l.Category == "" })
}

// Events lists those of some events that are the publishers' own affairs: what
// they say of their method, scope and errors, and of their data.
func (s RevisionSummary) Events(all Events) Events {
	publishers := map[string]bool{}
	for k := range s.counts {
		publishers[strings.ToLower(k.publisher)] = true
	}
	type said struct {
		publisher, text string
		at              Period
	}
	told := map[said]bool{}
	return slices.DeleteFunc(slices.Clone(all), func(e Event) bool {
		if !publishers[strings.ToLower(e.Publisher)] || !e.Kind.Breaks() && e.Kind != DataEvent {
			return true
		}
		again := said{e.Publisher, e.Text("en"), e.Period}
		defer func() { told[again] = true }()
		return told[again]
	})
}

// Total counts all.
func (s RevisionSummary) Total() RevisionCount {
	var total RevisionCount
	for _, c := range s.counts {
		total.plus(*c)
	}
	return total
}

func (s RevisionSummary) by(name string, key func(revisionKey) revisionKey) []RevisionLine {
	at := map[revisionKey]int{}
	var lines []RevisionLine
	for k, c := range s.counts {
		k = key(k)
		i, known := at[k]
		if !known {
			i = len(lines)
			at[k] = i
			lines = append(lines, RevisionLine{
				By: name, Publisher: k.publisher, Table: k.table, Before: k.before, After: k.after, Measure: k.measure, Category: k.category,
			})
		}
		lines[i].plus(*c)
	}
	slices.SortFunc(lines, RevisionLine.compare)
	return lines
}

func (l RevisionLine) compare(o RevisionLine) int {
	return cmp.Or(
		cmp.Compare(l.Publisher, o.Publisher), cmp.Compare(l.Table, o.Table),
		cmp.Compare(l.After.Day, o.After.Day), cmp.Compare(l.Before.Day, o.Before.Day),
		cmp.Compare(l.After.Source, o.After.Source), cmp.Compare(l.Before.Source, o.Before.Source),
		cmp.Compare(l.Measure, o.Measure), cmp.Compare(l.Category, o.Category),
	)
}

// of returns the count of a block, two vintages and a category.
func (s *RevisionSummary) of(b Block, before, after Vintage, category string) *RevisionCount {
	k := revisionKey{b.Publisher, b.Table, before, after, b.Measure, category}
	if s.counts == nil {
		s.counts = map[revisionKey]*RevisionCount{}
	}
	if s.counts[k] == nil {
		s.counts[k] = &RevisionCount{}
	}
	return s.counts[k]
}

// Compare counts what two vintages have in common.
func (s *RevisionSummary) Compare(c Compared) {
	n := s.of(c.Block, c.Before, c.After, c.Category)
	n.Compared += c.Numbers
	n.Ranges += c.Ranges
}

// Add counts a revision. What it was among is counted by Compare, but for
// figures that have another name.
func (s *RevisionSummary) Add(r Revision) {
	f := r.Figure()
	n := s.of(Block{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure}, r.Before.Vintage, r.After.Vintage, f.Category)
	both := r.Before.Says() && r.After.Says()
	numbers := both && r.Before.Known() && r.After.Known()
	switch {
	case r.Renamed && numbers:
		n.Renamed++
		n.Compared++
	case r.Renamed:
		n.Renamed++
		n.Ranges++
	}
	switch r.Change {
	case RevisionVanished:
		n.Vanished++
	case RevisionAdded:
		n.Added++
	case RevisionRounded:
		n.Rounded++
		n.Differing++
	case RevisionTakenBack:
		n.TakenBack++
	}
	switch {
	case r.Change != RevisionChanged && r.Change != RevisionTakenBack:
	case numbers && r.Before.Value != r.After.Value:
		n.Changed++
		n.Differing++
	case both && !numbers:
		n.Redrawn++
	}
}
