package reports

// tile adds up published parts that tile a period exactly, without gap or
// overlap, preferring parts that are known and then the fewest (rule 5). It
// reports false where no parts do.
func (l line) tile(p Period) ([]piece, bool) {
	type step struct {
		reached       bool
		unknown, many int
		last          int // index of the part that reaches this day
	}
	inside := l.within(p)
	days := make([]step, p.Days()+1)
	days[0] = step{reached: true, last: -1}
	for i, a := range inside {
		from := days[a.Period.Start-p.Start]
		if !from.reached {
			continue
		}
		to := step{true, from.unknown + a.unknowns(), from.many + 1, i}
		if old := &days[a.Period.End-p.Start]; !old.reached || to.unknown < old.unknown ||
			to.unknown == old.unknown && to.many < old.many {
			*old = to
		}
	}
	if !days[p.Days()].reached {
		return nil, false
	}
	var tiles []piece
	for at := p.Days(); at > 0; {
		a := inside[days[at].last]
		tiles = append(tiles, a)
		at = int(a.Period.Start - p.Start)
	}
	reverse(tiles)
	return tiles, true
}

// most returns the parts without overlap that cover the most days of a
// period, the fewest of them, for an answer with --partial.
func (l line) most(p Period) []piece {
	type step struct{ days, many, last int } // last: index of the part that ends here, -1 for none
	inside := l.within(p)
	best := make([]step, p.Days()+1)
	ending := map[Day][]int{}
	for i, a := range inside {
		ending[a.Period.End] = append(ending[a.Period.End], i)
	}
	best[0].last = -1
	for d := 1; d <= p.Days(); d++ {
		best[d] = best[d-1]
		best[d].last = -1
		for _, i := range ending[p.Start+Day(d)] {
			a := inside[i]
			from := best[a.Period.Start-p.Start]
			days, many := from.days+a.Period.Days(), from.many+1
			if days > best[d].days || days == best[d].days && many < best[d].many {
				best[d] = step{days, many, i}
			}
		}
	}
	var tiles []piece
	for d := p.Days(); d > 0; {
		if best[d].last < 0 {
			d--
			continue
		}
		a := inside[best[d].last]
		tiles = append(tiles, a)
		d = int(a.Period.Start - p.Start)
	}
	reverse(tiles)
	return tiles
}

func reverse(parts []piece) {
	for i, j := 0, len(parts)-1; i < j; i, j = i+1, j-1 {
		parts[i], parts[j] = parts[j], parts[i]
	}
}

// total adds up tiles to the number of a period.
func total(tiles []piece, p Period) Number {
	n := Number{Period: p, Basis: Summed, Table: tiles[0].from.Table, Breakdown: tiles[0].from.Breakdown}
	var low, high float64
	known := false
	for _, t := range tiles {
		one := t.number()
		n.N += t.N
		n.Status = max(n.Status, one.Status)
		if one.Known() {
			known = true
			n.Value += one.Value
		} else {
			n.Incomplete = true
		}
		n.Incomplete = n.Incomplete || one.Incomplete
		n.HasRange = n.HasRange || one.HasRange
		l, h := t.bounds()
		low, high = low+l, high+h
	}
	if !known {
		n.Value = nan
	}
	n.HasRange = n.HasRange || n.Incomplete
	if n.HasRange {
		n.Low, n.High = low, high
	}
	return n
}

// answer returns the line's number for a period: the published one, else the
// sum of parts, else the sum of periods that tile it; with partial, also of
// periods that cover only some of its days. A period that the question names
// is none where all that tiles it is none.
func (l line) answer(p Period, overTime bool, q Question) (Number, []piece, bool) {
	if a, ok := l.at(p); ok {
		return a.number(), []piece{a}, true
	}
	if !overTime {
		return Number{}, nil, false
	}
	if tiles, ok := l.tile(p); ok && (stated(tiles) || len(q.Periods) > 0) {
		return total(tiles, p), tiles, true
	}
	if !q.Partial {
		return Number{}, nil, false
	}
	tiles := l.most(p)
	if len(tiles) == 0 || !stated(tiles) {
		return Number{}, nil, false
	}
	n := total(tiles, p)
	for _, t := range tiles {
		n.Days += t.Period.Days()
	}
	return n, tiles, true
}

// stated tells whether a published figure is among the parts: a period for
// which a table has only absent cells of a group is none of its business.
func stated(tiles []piece) bool {
	for _, t := range tiles {
		if t.N > 0 {
			return true
		}
	}
	return false
}
