package audit

import (
	"cmp"
	"slices"

	"vitrine/reports"
)

// gaps looks for days between two stated periods that a table says nothing of.
// What several tables of a publisher miss alike is one finding.
func (a *auditor) gaps() error {
	var found []*Finding
	for _, table := range a.tables() {
		f := &Finding{Check: "gap", Severity: Question, Publisher: table[0].Publisher, Table: table[0].Table}
		if err := a.missing(f, table); err != nil {
			return err
		}
		if len(f.Cases) == 0 {
			continue
		}
		i := slices.IndexFunc(found, func(o *Finding) bool { return o.Publisher == f.Publisher && sameCases(o.Cases, f.Cases) })
		if i >= 0 {
			found[i].Compared++
			continue
		}
		f.Compared = 1
		found = append(found, f)
	}
	for _, f := range found {
		a.wordGap(f)
		a.add(*f)
	}
	return nil
}

// tables groups the blocks by their tables.
func (a *auditor) tables() [][]reports.Block {
	var tables [][]reports.Block
	for _, b := range a.blocks {
		i := slices.IndexFunc(tables, func(t []reports.Block) bool { return t[0].Publisher == b.Publisher && t[0].Table == b.Table })
		if i < 0 {
			tables = append(tables, nil)
			i = len(tables) - 1
		}
		tables[i] = append(tables[i], b)
	}
	return tables
}

func sameCases(a, b []Case) bool {
	return slices.EqualFunc(a, b, func(x, y Case) bool { return x.Period == y.Period && x.Split == y.Split })
}

// wordGap words the gaps of a table, or of several that have the same.
func (a *auditor) wordGap(f *Finding) {
	for i, c := range f.Cases {
		f.Cases[i].Weight = float64(c.Period.Days())
	}
	longest := slices.MaxFunc(f.Cases, func(x, y Case) int { return x.Period.Days() - y.Period.Days() })
	key := "finding.gap"
	if f.Compared > 1 {
		key = "finding.gaps"
	}
	if len(f.Cases) == 1 {
		key += ".one"
	} else {
		key += ".many"
	}
	f.Text = Phrase{Key: key, Args: []any{"table", tableName{f.Publisher, f.Table}, "publisher", f.Publisher, "tables", f.Compared,
		"place", longest.about(), "cases", len(f.Cases)}}
	f.Settle = Phrase{Key: "settle.gap"}
}

// missing adds the gaps of a table: for each measure the days that none of its
// blocks states, and those that a line misses which nothing else states.
func (a *auditor) missing(f *Finding, table []reports.Block) error {
	periods := map[reports.Measure][]reports.Period{}
	for _, b := range table {
		for _, p := range a.stated[nameOf(b)] {
			periods[b.Measure] = append(periods[b.Measure], p.Period)
		}
	}
	for _, list := range periods {
		f.addGaps(gapsBetween(reports.Split{}, list))
	}
	if len(f.Cases) == 0 {
		for _, b := range table {
			if err := a.missingInLines(f, b); err != nil {
				return err
			}
		}
	}
	slices.SortFunc(f.Cases, func(x, y Case) int {
		return cmp.Or(x.Period.Compare(y.Period), x.Split.Compare(y.Split))
	})
	return nil
}

// addGaps adds the gaps that the finding has not yet.
func (f *Finding) addGaps(cases []Case) {
	for _, c := range cases {
		if !slices.ContainsFunc(f.Cases, func(o Case) bool { return o.Period == c.Period && o.Split == c.Split }) {
			f.Cases = append(f.Cases, c)
		}
	}
}

// mostLines is up to how many lines of a block each has its own gaps told, and
// leastStated how many periods each must state on average.
const (
	mostLines   = 50
	leastStated = 24
)

// missingInLines adds the gaps of each line of a block where what is absent is
// not known to be none, as a day without a post.
func (a *auditor) missingInLines(f *Finding, b reports.Block) error {
	if b.Breakdown.Len() != 1 || b.Absent == reports.AbsentNone || b.Figures > 4*figuresAtOnce {
		return nil
	}
	values, err := a.library.Values(a.ctx, b.Breakdown.List()[0], b)
	if err != nil || len(values) > mostLines || b.Figures < leastStated*len(values) {
		return err
	}
	sums, err := a.gather(b, b.Breakdown, reports.Request{})
	lines := map[reports.Split][]reports.Period{}
	for _, s := range sums {
		lines[s.Key] = append(lines[s.Key], s.Period)
	}
	for key, periods := range lines {
		f.addGaps(gapsBetween(key, periods))
	}
	return err
}

// gapsBetween lists the days between periods, in their order.
func gapsBetween(key reports.Split, periods []reports.Period) []Case {
	slices.SortFunc(periods, reports.Period.Compare)
	var cases []Case
	for i, end := 0, reports.Day(0); i < len(periods); i++ {
		if p := periods[i]; i > 0 && p.Start > end {
			cases = append(cases, Case{Period: reports.Period{Start: end, End: p.Start}, Split: key})
		}
		end = max(end, periods[i].End)
	}
	return cases
}
