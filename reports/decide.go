package reports

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// A candidate is a block that can answer a question: its breakdown is what
// the question needs (rule 3), or contains it and splits further only where
// the parts are complete and disjoint (rule 4).
type candidate struct {
	Block
	extra Dims // what the block splits by beyond what the question needs
}

// candidates returns the blocks of one table and measure that can answer a
// question about group, the smallest breakdown first.
func candidates(blocks []Block, group, by Dims) []candidate {
	var list []candidate
	for _, b := range blocks {
		constant := group & b.Constant
		if constant&by != 0 {
			continue // constant over the table: may be filtered by, is no breakdown
		}
		needed := group.Without(constant)
		if !b.Breakdown.Contains(needed) {
			continue
		}
		extra := b.Breakdown.Without(needed)
		if extra != 0 && !(b.Complete.Contains(extra) && b.Info().OverParts) {
			continue
		}
		list = append(list, candidate{b, extra})
	}
	slices.SortStableFunc(list, func(a, b candidate) int {
		return cmp.Or(a.extra.Len()-b.extra.Len(), a.Order-b.Order, int(a.Breakdown)-int(b.Breakdown))
	})
	return list
}

// A part is what one candidate says of one group and period.
type piece struct {
	*Sum
	from *candidate
	// overlapped says that the candidate states the group for another period
	// with some of the same days: what has no cell here may have one there.
	overlapped bool
}

// unknowns counts what keeps the part from being a whole number: figures
// without a value and parts without a cell.
func (p piece) unknowns() int { return p.Unknown + p.missing() }

// missing counts the parts that have no cell, where that does not mean none.
func (p piece) missing() int {
	if p.from.extra == 0 || p.from.Absent == AbsentNone && !p.overlapped {
		return 0
	}
	return max(0, p.Of-p.N)
}

// A line holds the parts of one group by period, in order.
type line struct {
	key   Split
	parts []piece
}

// at returns the part of exactly a period.
func (l line) at(p Period) (piece, bool) {
	i, ok := slices.BinarySearchFunc(l.parts, p, func(a piece, p Period) int { return a.Period.Compare(p) })
	if !ok {
		return piece{}, false
	}
	return l.parts[i], true
}

// within returns the parts that lie within a period.
func (l line) within(p Period) []piece {
	first, _ := slices.BinarySearchFunc(l.parts, p.Start, func(a piece, d Day) int { return cmp.Compare(a.Period.Start, d) })
	var inside []piece
	for _, a := range l.parts[first:] {
		if a.Period.Start >= p.End {
			break
		}
		if a.Period.End <= p.End {
			inside = append(inside, a)
		}
	}
	return inside
}

// lines asks the ledger what the candidates say and decides for each group
// and period which of them answers: the first that has it.
func lines(ctx context.Context, l Ledger, list []candidate, r Request) ([]line, error) {
	found := gathering{at: map[Split]int{}}
	said := make([][]Sum, len(list))
	for i := range list {
		c := &list[i]
		r.Publisher, r.Table, r.Measure, r.Breakdown = c.Publisher, c.Table, c.Measure, c.Breakdown
		sums, err := l.Gather(ctx, r)
		if err != nil {
			return nil, err
		}
		said[i] = sums
		found.add(sums, c)
	}
	out := found.lines
	slices.SortFunc(out, func(a, b line) int { return a.key.Compare(b.key) })
	if err := fillNone(ctx, l, list, said, r, out); err != nil {
		return nil, err
	}
	for i := range out {
		slices.SortFunc(out[i].parts, func(a, b piece) int { return a.Period.Compare(b.Period) })
	}
	return out, nil
}

// fillNone adds the parts that have no cell where their table declares that
// this means none: a country without a row had no requests. Only periods that
// the table states for somebody count as stated, and of those none of which it
// leaves a part of the group unstated, and none of which it tells the group
// some days in another period: beside its year a half-year is not none.
func fillNone(ctx context.Context, l Ledger, list []candidate, said [][]Sum, r Request, out []line) error {
	for i := range list {
		c := &list[i]
		if c.Absent != AbsentNone || r.Group&c.Breakdown == 0 {
			continue
		}
		stated, err := statedPeriods(ctx, l, c, said[i], r)
		if err != nil {
			return err
		}
		unsaid, err := notStated(ctx, l, c, said[i], r)
		if err != nil {
			return err
		}
		for j := range out {
			told := out[j].told()
			for _, p := range stated {
				if !told(p) && unsaid[p].Without(out[j].unstated()) == 0 {
					out[j].parts = append(out[j].parts, piece{Sum: &Sum{Key: out[j].key, Period: p}, from: c})
				}
			}
		}
	}
	return nil
}

// statedPeriods returns the periods that a block states for somebody. What it
// said of the request tells them where no filter left any out.
func statedPeriods(ctx context.Context, l Ledger, c *candidate, said []Sum, r Request) ([]Period, error) {
	if r.filters() {
		all := Request{Publisher: c.Publisher, Table: c.Table, Measure: c.Measure, Breakdown: c.Breakdown, Span: r.Span}
		if spanning, ok := l.(Spanning); ok {
			return spanning.PeriodsOf(ctx, all)
		}
		var err error
		if said, err = l.Gather(ctx, all); err != nil {
			return nil, err
		}
	}
	seen := map[Period]bool{}
	var periods []Period
	for _, s := range said {
		if !seen[s.Period] {
			seen[s.Period] = true
			periods = append(periods, s.Period)
		}
	}
	return periods, nil
}

// filters tells whether the request names values.
func (r Request) filters() bool {
	return slices.ContainsFunc(r.Where[:], func(values []string) bool { return len(values) > 0 })
}

// notStated returns the dimensions of the group of which a block leaves parts
// unstated, by period: what is absent there may be among them, and is not
// none. What it said of the request tells them, but for a dimension that is
// filtered by.
func notStated(ctx context.Context, l Ledger, c *candidate, said []Sum, r Request) (map[Period]Dims, error) {
	unsaid := map[Period]Dims{}
	for _, d := range (r.Group & c.Breakdown).List() {
		sums := said
		if len(r.Where[d]) > 0 {
			asked := Request{
				Publisher: c.Publisher, Table: c.Table, Measure: c.Measure, Breakdown: c.Breakdown, Group: DimsOf(d), Where: r.Where, Span: r.Span,
			}
			asked.Where[d] = []string{NotStated}
			var err error
			if sums, err = l.Gather(ctx, asked); err != nil {
				return nil, err
			}
		}
		for _, s := range sums {
			if s.Key.Get(d) == NotStated && (s.Value != 0 || s.Unknown > 0) {
				unsaid[s.Period] |= 1 << d
			}
		}
	}
	return unsaid, nil
}

// unstated returns the dimensions of which the line is the unstated part.
func (l line) unstated() Dims {
	var dims Dims
	for d := Dim(0); d < dimCount; d++ {
		if l.key.Get(d) == NotStated {
			dims |= 1 << d
		}
	}
	return dims
}

// number turns a part into a number of an answer.
func (p piece) number() Number {
	n := Number{
		Period: p.Period, Value: p.knownValue(), Status: p.Status, Basis: Summed, N: p.N,
		Table: p.from.Table, Breakdown: p.from.Breakdown,
	}
	if p.from.extra == 0 && p.N > 1 {
		return n.disputed()
	}
	if p.from.extra == 0 && p.N == 1 {
		n.Basis, n.N, n.Origin, n.Note = Published, 0, p.Origin, p.Note
		n.HasRange = p.Ranged
	}
	low, high := p.bounds()
	if p.unknowns() > 0 && n.Basis == Summed {
		n.Incomplete, n.HasRange = true, true
	}
	if p.Ranged {
		n.HasRange = true
	}
	if n.HasRange {
		n.Low, n.High = low, high
	}
	return n
}

// disputed says that current sources state one identity more than once: no
// number can be said, and the statements are never added.
func (n Number) disputed() Number {
	n.Value, n.Status, n.Incomplete = math.NaN(), NotAvailable, true
	n.Note = "stated more than once by the sources that are loaded"
	return n
}

// bounds returns the least and greatest number that the part can stand for,
// with what its table says of parts that have no cell.
func (p piece) bounds() (low, high float64) {
	if p.from.extra == 0 && p.N > 1 {
		return 0, math.Inf(1)
	}
	low, high = p.Low, p.High
	if missing := p.missing(); missing > 0 {
		if p.from.Absent == AbsentSuppressed {
			high += float64(missing) * (p.from.Bound - 1)
		} else {
			high = math.Inf(1)
		}
	}
	return low, high
}
