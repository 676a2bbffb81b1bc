package audit

import (
	"cmp"
	"math"
	"slices"

	"vitrine/reports"
)

// A step is a number that stands for its own days, and the published periods
// that it was made of.
type step struct {
	reports.Number
	of []reports.Period
}

// steps returns the numbers of a series as steps: of running totals, which
// begin on one day, what each adds to the one before it.
func steps(numbers []reports.Number) []step {
	list := slices.SortedFunc(slices.Values(numbers), func(a, b reports.Number) int {
		return cmp.Or(cmp.Compare(a.Period.Start, b.Period.Start), cmp.Compare(a.Period.End, b.Period.End))
	})
	out := make([]step, len(list))
	for i, n := range list {
		out[i] = step{n, []reports.Period{n.Period}}
		if i == 0 || list[i-1].Period.Start != n.Period.Start || !exact(n) || !exact(list[i-1]) {
			continue
		}
		before := list[i-1]
		out[i].of = []reports.Period{before.Period, n.Period}
		out[i].Period.Start = before.Period.End
		out[i].Value, out[i].Basis = n.Value-before.Value, reports.Derived
	}
	return out
}

// exact tells whether a number is one number.
func exact(n reports.Number) bool { return n.Known() && !n.HasRange && !n.Incomplete }

// tiling returns numbers, in the order of their periods, that follow each
// other within a period, the longest where several begin on one day, and how
// many of its days they leave out.
func tiling(numbers []reports.Number, p reports.Period) (tiles []reports.Number, missing int) {
	at := p.Start
	first, _ := slices.BinarySearchFunc(numbers, p.Start, func(n reports.Number, d reports.Day) int { return cmp.Compare(n.Period.Start, d) })
	for _, n := range numbers[first:] {
		if n.Period.Start >= p.End {
			break
		}
		if n.Period.Start < at || n.Period.End > p.End || !n.Known() && !n.HasRange {
			continue
		}
		missing += int(n.Period.Start - at)
		tiles = append(tiles, n)
		at = n.Period.End
	}
	return tiles, missing + int(p.End-at)
}

// total adds numbers up, with their bounds.
func total(tiles []reports.Number, p reports.Period) reports.Number {
	if len(tiles) == 1 && tiles[0].Period == p {
		return tiles[0]
	}
	sum := reports.Number{Period: p, Basis: reports.Summed}
	if len(tiles) == 0 {
		sum.Value, sum.HasRange, sum.High = math.NaN(), true, math.Inf(1)
		return sum
	}
	for _, n := range tiles {
		low, high := bounds(n)
		sum.Low, sum.High = sum.Low+low, sum.High+high
		sum.HasRange = sum.HasRange || n.HasRange || n.Incomplete || !n.Known()
		sum.Incomplete = sum.Incomplete || n.Incomplete || !n.Known()
		sum.Status = max(sum.Status, n.Status)
		sum.N += max(n.N, 1)
		if n.Known() {
			sum.Value += n.Value
		}
	}
	return sum
}

// sideOfStep is the side of a step of a series.
func sideOfStep(s reports.Series, n step) Side {
	return Side{
		Publisher: s.Publisher, Table: s.Table, Measure: s.Measure, Breakdown: n.Breakdown, Group: s.Group, Key: s.Key,
		Periods: n.of, Number: n.Number,
	}
}

// sideOfTiles is the side of numbers of an answer that were added up.
func sideOfTiles(s reports.Series, p reports.Period, tiles []reports.Number) Side {
	side := sideOfStep(s, step{Number: total(tiles, p)})
	for _, n := range tiles {
		side.Breakdown = n.Breakdown
		side.Periods = append(side.Periods, n.Period)
	}
	return side
}
