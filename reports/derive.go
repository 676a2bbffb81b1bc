package reports

import (
	"cmp"
	"math"
	"slices"
)

// A shared is a published share and the base that it is a share of.
type shared struct {
	share candidate
	base  Block
}

// derivable lists the shares from which a measure can be derived for the
// question, each with its base, the one that is split the finest first.
func (a *asker) derivable(s subject) []shared {
	var list []shared
	for _, b := range a.all {
		info := MeasureOf(b.Measure)
		if b.Publisher != s.publisher || info.Derives != s.measure || s.measure == "" {
			continue
		}
		for _, c := range candidates([]Block{b}, a.group, a.by) {
			if c.extra != 0 {
				continue
			}
			if base, ok := a.baseOf(c, info.Base); ok {
				list = append(list, shared{c, base})
			}
		}
	}
	slices.SortStableFunc(list, func(x, y shared) int { return cmp.Compare(y.base.Breakdown.Len(), x.base.Breakdown.Len()) })
	return list
}

// baseOf returns the block of numbers that a share is a share of, in its own
// table if that has them: split as the share is, less the dimensions over
// which the shares add to the whole. Where the share's format does not say
// these, it is the block that is split the finest. A coarser one would be the
// base of something else: a share of the videos in one country is none of the
// videos in the world.
func (a *asker) baseOf(share candidate, measure Measure) (base Block, ok bool) {
	whole := share.Breakdown.Without(share.Complete)
	best := -1
	for _, b := range a.all {
		if b.Publisher != share.Publisher || b.Measure != measure || !share.Breakdown.Contains(b.Breakdown) {
			continue
		}
		rank := b.Breakdown.Len()
		if share.Complete != 0 && b.Breakdown == whole {
			rank += int(dimCount)
		}
		if b.Table == share.Table {
			rank += 2 * int(dimCount)
		}
		if rank > best {
			base, best = b, rank
		}
	}
	return base, best >= 0
}

// derive answers the question with share × base of the same source, period
// and split, where only the share was published (rule 7).
func (a *asker) derive(s subject, published []Series) ([]Series, error) {
	out := slices.Clone(published)
	for _, d := range a.derivable(s) {
		span := a.span([]candidate{d.share})
		shares, err := lines(a.ctx, a.ledger, []candidate{d.share}, Request{Group: a.group, Where: a.where, Span: span})
		if err != nil {
			return nil, err
		}
		bases, err := a.bases(d.base, span)
		if err != nil {
			return nil, err
		}
		for _, ln := range shares {
			numbers := a.deriveLine(ln, d, bases, span)
			if len(numbers) == 0 || !a.asksFor(s.publisher, ln.key) {
				continue
			}
			a.usesShare(d.share, s.measure)
			out = addDerived(out, Series{
				Publisher: s.publisher, Table: d.share.Table, Measure: s.measure, Unit: MeasureOf(s.measure).Unit, Key: ln.key, Group: a.group, Numbers: numbers,
			})
		}
	}
	return out, nil
}

// usesShare remembers that derived numbers came of a block of shares: they
// add up where the shares do.
func (a *asker) usesShare(share candidate, derived Measure) {
	name := blockName(share.Block)
	share.Measure = derived
	a.used[name] = &share
}

type basePlace struct {
	key    Split
	period Period
}

// bases returns the published bases by split and period.
func (a *asker) bases(b Block, span Period) (map[basePlace]Figure, error) {
	figures, err := a.ledger.Figures(a.ctx, Request{
		Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Span: span,
	})
	if err != nil {
		return nil, err
	}
	found := make(map[basePlace]Figure, len(figures))
	for _, f := range figures {
		found[basePlace{f.Split.Only(b.Breakdown), f.Period}] = f
	}
	return found, nil
}

func (a *asker) deriveLine(ln line, d shared, bases map[basePlace]Figure, span Period) []Number {
	var out []Number
	for _, p := range a.periods(ln, span) {
		share, ok := ln.at(p)
		if !ok || share.N != 1 {
			continue
		}
		base, ok := bases[basePlace{ln.key.Only(d.base.Breakdown), p}]
		if !ok || base.Origin.Source != share.Origin.Source {
			continue
		}
		out = append(out, product(share, base))
	}
	return out
}

// product multiplies a share, in percent, with its base. Its bounds come from
// the share's rounding, as its format states it, and the base's range.
func product(share piece, base Figure) Number {
	n := share.number()
	lowShare, highShare := share.bounds()
	lowBase, highBase := base.Bounds()
	n.Basis, n.Status = Derived, max(n.Status, base.Status)
	n.Value = percentOf(share.knownValue(), base.Value)
	n.Low, n.High, n.HasRange = percentOf(lowShare, lowBase), percentOf(highShare, highBase), true
	if math.IsNaN(n.High) {
		n.High = math.Inf(1)
	}
	n.BaseOrigin = base.Origin
	return n
}

// percentOf multiplies a share in percent with its base, to a millionth: what
// lies beyond is the error of binary fractions.
func percentOf(share, base float64) float64 {
	product := share * base / 100
	if math.Abs(product) >= 1e9 {
		return product
	}
	return math.Round(product*1e6) / 1e6
}

// addDerived adds a derived line to the published ones, number by number
// where none was published.
func addDerived(list []Series, derived Series) []Series {
	i := slices.IndexFunc(list, func(s Series) bool { return s.Key == derived.Key })
	if i < 0 {
		return append(list, derived)
	}
	for _, n := range derived.Numbers {
		if _, ok := list[i].Number(n.Period); !ok {
			list[i].Numbers = append(list[i].Numbers, n)
		}
	}
	slices.SortFunc(list[i].Numbers, func(x, y Number) int { return x.Period.Compare(y.Period) })
	return list
}
