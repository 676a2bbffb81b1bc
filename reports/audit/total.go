package audit

import (
	"math"
	"strings"

	"vitrine/reports"
)

// A split is two blocks of a table that state the same, one of them split
// further.
type split struct {
	whole, parts reports.Block
	extra        reports.Dims // what the parts are split by further
}

// splits lists the pairs of blocks of which one splits the other further, and
// nothing that is between the two.
func (a *auditor) splits(fits func(split) bool) []split {
	var all []split
	for _, whole := range a.blocks {
		for _, parts := range a.blocks {
			s := split{whole, parts, parts.Breakdown.Without(whole.Breakdown)}
			if s.extra != 0 && parts.Breakdown.Contains(whole.Breakdown) && sameCount(whole, parts) && fits(s) {
				all = append(all, s)
			}
		}
	}
	var nearest []split
	for _, s := range all {
		if !between(all, s) {
			nearest = append(nearest, s)
		}
	}
	return nearest
}

// sameCount tells whether two blocks of one table count the same, about the
// same.
func sameCount(a, b reports.Block) bool {
	return a.Publisher == b.Publisher && a.Table == b.Table && a.Measure == b.Measure && a.Constant == b.Constant
}

// between tells whether other pairs lead from the whole of a pair to its parts.
func between(all []split, s split) bool {
	for _, first := range all {
		if nameOf(first.whole) != nameOf(s.whole) || first.parts.Breakdown == s.parts.Breakdown {
			continue
		}
		for _, second := range all {
			if nameOf(second.parts) == nameOf(s.parts) && nameOf(second.whole) == nameOf(first.parts) {
				return true
			}
		}
	}
	return false
}

// partition tells whether the parts of a pair must add to the whole, as the
// format declares or a rule demands.
func partition(s split) bool {
	_, ruled := ruleOf(s)
	return (s.parts.Complete.Contains(s.extra) || ruled) && s.parts.Info().OverParts
}

// A Rule says that parts must add to their whole by what a law or a publisher
// demands, though the format declares no such thing because reports exist that
// break it.
type Rule struct {
	Tables string       // the beginning of the tables' names
	Parts  reports.Dims // along these
	Why    string       // a key of the translations: who demands it
}

// Rules lists the demands that parts add up. An empty cell is none there.
var Rules = []Rule{
	{Tables: "DSA report, ", Parts: reports.ByCategory, Why: "rule.dsa"},
	{Tables: "DSA report, ", Parts: reports.BySubcategory, Why: "rule.dsa"},
}

func ruleOf(s split) (Rule, bool) {
	for _, r := range Rules {
		if s.extra == r.Parts && strings.HasPrefix(s.parts.Table, r.Tables) && s.parts.Overlapping&s.extra == 0 {
			return r, true
		}
	}
	return Rule{}, false
}

func (a *auditor) totals() error {
	return a.partitions(func(s split) bool { return s.extra != reports.BySubcategory && s.extra != reports.ByArea })
}

func (a *auditor) subcategories() error {
	return a.partitions(func(s split) bool { return s.extra == reports.BySubcategory })
}

// countries holds the areas of a table against the world: what they must add
// to, or how much of it a list covers that is not complete.
func (a *auditor) countries() error {
	if err := a.partitions(func(s split) bool { return s.extra == reports.ByArea }); err != nil {
		return err
	}
	for _, s := range a.splits(listOfAreas) {
		if err := a.coverage(s); err != nil {
			return err
		}
	}
	return nil
}

func listOfAreas(s split) bool {
	return s.extra == reports.ByArea && !s.parts.Complete.Has(reports.Area) && !s.parts.Overlapping.Has(reports.Area) &&
		s.whole.Breakdown == 0 && s.parts.Info().OverParts
}

// partitions compares wholes with the sum of their parts where these must be
// equal.
func (a *auditor) partitions(which func(split) bool) error {
	for _, s := range a.splits(partition) {
		if !which(s) {
			continue
		}
		check := "total"
		switch s.extra {
		case reports.BySubcategory:
			check = "subcategories"
		case reports.ByArea:
			check = "countries"
		}
		f := Finding{Check: check, Severity: Error}
		if _, ruled := ruleOf(s); ruled {
			f.Severity, s.parts.Absent = Warning, reports.AbsentNone
		}
		if err := a.compareParts(&f, s, func(whole, parts reports.Number) bool { return differ(whole, parts) }); err != nil {
			return err
		}
		a.addTotals(f, s)
	}
	return nil
}

// compareParts adds a case for each whole that its parts contradict.
func (a *auditor) compareParts(f *Finding, s split, contradicts func(whole, parts reports.Number) bool) error {
	f.Publisher, f.Table, f.Measure = s.whole.Publisher, s.whole.Table, s.whole.Measure
	group := s.whole.Breakdown | s.whole.Constant
	err := a.inPieces(s.whole.Breakdown, []reports.Block{s.whole, s.parts}, func(limit reports.Request) error {
		wholes, err := a.gather(s.whole, group, limit)
		if err != nil {
			return err
		}
		sums, err := a.gather(s.parts, group, limit)
		if err != nil {
			return err
		}
		parts := bySpot(sums)
		for _, w := range wholes {
			sum := parts[spot{w.Key, w.Period}]
			whole, one := published(s.whole, group, w)
			if sum == nil || !one {
				continue
			}
			f.Compared++
			if of := added(s.parts, group, *sum); contradicts(whole.Number, of.Number) {
				f.Cases = append(f.Cases, Case{
					Period: w.Period, Split: w.Key, Sides: []Side{whole, of}, Weight: distance(whole.Number, of.Number),
				})
			}
		}
		return nil
	})
	if err != nil {
		return err
	}
	return a.ofOneSource(f)
}

// differ tells whether two numbers cannot be the same, whatever their ranges
// and the rounding of the first.
func differ(a, b reports.Number) bool {
	d := distance(a, b)
	return d > math.Max(rounding(a), 1e-9*math.Abs(a.Value))
}

// rounding is how far a number can be from what it stands for: half of its
// last digit where it ends in three zeros or more, else nothing.
func rounding(n reports.Number) float64 {
	if !n.Known() || n.Value == 0 || math.Mod(n.Value, 1000) != 0 {
		return 0
	}
	unit := 1000.0
	for math.Mod(n.Value, unit*10) == 0 {
		unit *= 10
	}
	return unit / 2
}

// addTotals words what partitions found.
func (a *auditor) addTotals(f Finding, s split) {
	if len(f.Cases) == 0 {
		return
	}
	a.word(&f, "finding.total", "by", s.extra)
	f.Settle = Phrase{Key: "settle.total", Args: []any{"by", s.extra}}
	if r, ruled := ruleOf(s); ruled {
		f.Settle.Key = r.Why
	}
	a.add(f)
}

// word gives a finding of two sides its sentence: KEY.above or KEY.below for
// one case, KEY.many for several.
func (a *auditor) word(f *Finding, key string, args ...any) {
	worst := f.Cases[0]
	for _, c := range f.Cases[1:] {
		if c.Weight > worst.Weight {
			worst = c
		}
	}
	left, right := worst.Sides[0].Number, worst.Sides[1].Number
	args = append([]any{"measure", f.Measure, "place", worst.about(), "left", left, "right", right, "difference", worst.Weight,
		"cases", len(f.Cases), "of", f.Compared}, args...)
	low, _ := bounds(right)
	_, high := bounds(left)
	switch {
	case len(f.Cases) > 1:
		key += ".many"
	case low > high:
		key += ".below"
	default:
		key += ".above"
	}
	f.Text = Phrase{Key: key, Args: args}
}

// coverage says how much of the world a list of areas covers that its table
// declares not to be complete.
func (a *auditor) coverage(s split) error {
	f := Finding{Check: "countries", Severity: Question}
	err := a.compareParts(&f, s, func(whole, parts reports.Number) bool {
		return whole.Known() && parts.N > 0 && parts.Value > 0 && parts.Value < whole.Value
	})
	if err != nil || len(f.Cases) == 0 {
		return err
	}
	least := f.Cases[0]
	for i, c := range f.Cases {
		f.Cases[i].Weight = c.Sides[0].Number.Value - c.Sides[1].Number.Value
		if share(c) < share(least) {
			least = f.Cases[i]
		}
	}
	f.Text = Phrase{Key: "finding.coverage", Args: []any{
		"measure", f.Measure, "period", least.Period, "right", least.Sides[1].Number.Value, "left", least.Sides[0].Number.Value,
		"share", math.Floor(1000*share(least)) / 10, "cases", len(f.Cases), "of", f.Compared,
	}}
	f.Settle = Phrase{Key: "settle.coverage"}
	a.add(f)
	return nil
}

func share(c Case) float64 { return c.Sides[1].Number.Value / c.Sides[0].Number.Value }
