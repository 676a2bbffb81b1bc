package audit

import (
	"slices"

	"vitrine/reports"
)

// excess looks for parts that exceed their whole where they need not add to
// it: disjoint parts together, overlapping ones each alone.
func (a *auditor) excess() error {
	for _, s := range a.splits(countedInWhole) {
		if partition(s) {
			continue
		}
		f := Finding{Check: "excess", Severity: Error}
		look := a.excessOfEach
		if s.parts.Info().OverParts && s.parts.Overlapping&s.extra == 0 {
			look = a.excessOfSum
		}
		if err := look(&f, s); err != nil {
			return err
		}
		if len(f.Cases) == 0 {
			continue
		}
		a.word(&f, "finding.excess", "by", s.extra)
		f.Settle = Phrase{Key: "settle.excess", Args: []any{"by", s.extra}}
		a.add(f)
	}
	return nil
}

// countedInWhole tells whether a part of a pair can at most be the whole:
// so with counts, not with rates, medians or shares.
func countedInWhole(s split) bool {
	info := s.parts.Info()
	return info.OverParts || info.Unit == "accounts" || info.Unit == "recipients"
}

func exceeds(whole, parts reports.Number) bool {
	low, _ := bounds(parts)
	_, high := bounds(whole)
	return low > high && differ(whole, parts)
}

func (a *auditor) excessOfSum(f *Finding, s split) error {
	return a.compareParts(f, s, exceeds)
}

// excessOfEach compares each part alone with its whole.
func (a *auditor) excessOfEach(f *Finding, s split) error {
	f.Publisher, f.Table, f.Measure = s.whole.Publisher, s.whole.Table, s.whole.Measure
	group, all := s.whole.Breakdown|s.whole.Constant, s.parts.Breakdown|s.parts.Constant
	err := a.inPieces(s.whole.Breakdown, []reports.Block{s.whole, s.parts}, func(limit reports.Request) error {
		wholes, err := a.gather(s.whole, group, limit)
		if err != nil {
			return err
		}
		parts, err := a.gather(s.parts, all, limit)
		if err != nil {
			return err
		}
		index := bySpot(wholes)
		for _, p := range parts {
			w := index[spot{p.Key.Only(group), p.Period}]
			if w == nil {
				continue
			}
			whole, one := published(s.whole, group, *w)
			part, alone := published(s.parts, all, p)
			if !one || !alone {
				continue
			}
			f.Compared++
			if exceeds(whole.Number, part.Number) {
				f.Cases = append(f.Cases, Case{
					Period: p.Period, Split: p.Key, Sides: []Side{whole, part}, Weight: distance(whole.Number, part.Number),
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

// A subset is a measure that counts some of what another one counts.
type subset struct{ some, all reports.Measure }

// subsetsOf lists measures that can at most be another one of the same table,
// period and split.
var subsetsOf = []subset{
	{"demands answered with data", "information requests received"},
	{"demands answered with content", "information requests received"},
	{"emergency demands answered with data", "emergency demands received"},
	{"legal demands for information answered with data", "legal demands for information received"},
	{"preservation demands complied with", "preservation demands received"},
	{"demands complied with", "removal requests received"},
	{"removal requests objected to", "removal requests received"},
	{"account restriction requests complied with", "account restriction requests received"},
	{"appeals granted", "appeals received"},
	{"user reports actioned", "user reports received"},
	{"content requests granted", "content requests received"},
	{"user data requests granted", "user data requests received"},
	{"usernames whose data were disclosed", "usernames named in user data requests"},
	{"accounts with data disclosed", "accounts named in information requests"},
	{"intellectual property notices complied with", "intellectual property notices received"},
	{"copyright notices complied with", "copyright notices received"},
	{"trademark notices complied with", "trademark notices received"},
	{"accounts preserved", "accounts named in preservation demands"},
	{"projects remaining offline", "projects taken down"},
}

// subsets looks for measures that exceed the one of which they count some.
func (a *auditor) subsets() error {
	for _, pair := range subsetsOf {
		for _, all := range a.blocks {
			i := slices.IndexFunc(a.blocks, func(b reports.Block) bool {
				return b.Measure == pair.some && sameSplit(all, b)
			})
			if all.Measure != pair.all || i < 0 {
				continue
			}
			if err := a.subset(all, a.blocks[i]); err != nil {
				return err
			}
		}
	}
	return nil
}

// sameSplit tells whether two blocks of a table are about the same parts.
func sameSplit(a, b reports.Block) bool {
	return a.Publisher == b.Publisher && a.Table == b.Table && a.Breakdown == b.Breakdown && a.Constant == b.Constant
}

func (a *auditor) subset(all, some reports.Block) error {
	f := Finding{Check: "subset", Severity: Warning}
	if err := a.compareParts(&f, split{whole: all, parts: some}, exceeds); err != nil || len(f.Cases) == 0 {
		return err
	}
	f.Measure = some.Measure
	a.word(&f, "finding.subset", "other", all.Measure)
	f.Settle = Phrase{Key: "settle.subset", Args: []any{"measure", some.Measure, "other", all.Measure}}
	a.add(f)
	return nil
}
