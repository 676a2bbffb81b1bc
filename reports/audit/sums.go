package audit

import (
	"math"

	"vitrine/reports"
)

// figuresAtOnce is about how many figures of a block are added up at a time,
// so that memory does not grow with the library.
const figuresAtOnce = 60_000

// inPieces calls work with requests that together name all figures of some
// blocks, cut along the dimension of dims that has the most values, and each
// request about as large as is handled at once.
func (a *auditor) inPieces(dims reports.Dims, blocks []reports.Block, work func(limit reports.Request) error) error {
	figures := 0
	for _, b := range blocks {
		figures = max(figures, b.Figures)
	}
	var whole reports.Request
	if figures <= figuresAtOnce || dims == 0 {
		return work(whole)
	}
	along, values, err := a.widest(dims, blocks)
	if err != nil {
		return err
	}
	size := max(1, len(values)*figuresAtOnce/figures)
	for first := 0; first < len(values); first += size {
		limit := whole
		limit.Where[along] = values[first:min(first+size, len(values))]
		if err := work(limit); err != nil {
			return err
		}
	}
	return nil
}

// widest returns the dimension that has the most values, and these.
func (a *auditor) widest(dims reports.Dims, blocks []reports.Block) (along reports.Dim, values []string, err error) {
	for _, d := range dims.List() {
		list, err := a.library.Values(a.ctx, d, blocks...)
		if err != nil {
			return 0, nil, err
		}
		if len(list) > len(values) {
			along, values = d, list
		}
	}
	return along, values, nil
}

// gather adds up figures of a block by group.
func (a *auditor) gather(b reports.Block, group reports.Dims, limit reports.Request) ([]reports.Sum, error) {
	limit.Publisher, limit.Table, limit.Measure, limit.Breakdown, limit.Group = b.Publisher, b.Table, b.Measure, b.Breakdown, group
	return a.library.Gather(a.ctx, limit)
}

// A spot tells sums of several blocks that are about the same.
type spot struct {
	key    reports.Split
	period reports.Period
}

// bySpot indexes sums by what they are about.
func bySpot(sums []reports.Sum) map[spot]*reports.Sum {
	index := make(map[spot]*reports.Sum, len(sums))
	for i := range sums {
		index[spot{sums[i].Key, sums[i].Period}] = &sums[i]
	}
	return index
}

// published is the side of a published number; it is false where the sum is
// of several, of which none can be told to be the one.
func published(b reports.Block, group reports.Dims, s reports.Sum) (Side, bool) {
	side := sideOf(b, group, s)
	side.Number.Basis, side.Number.Origin, side.Number.N, side.Number.Note = reports.Published, s.Origin, 0, s.Note
	if s.N == 1 && s.Unknown == 1 {
		side.Number.Value = math.NaN()
		side.Number.HasRange = true
	}
	return side, s.N == 1
}

// added is the side of a sum of parts, with what its table says of parts that
// have no cell.
func added(b reports.Block, group reports.Dims, s reports.Sum) Side {
	side := sideOf(b, group, s)
	n := &side.Number
	if s.Unknown > 0 {
		n.HasRange, n.Incomplete = true, true
	}
	switch missing := s.Of - s.N; {
	case missing <= 0 || b.Absent == reports.AbsentNone:
	case b.Absent == reports.AbsentSuppressed:
		n.HasRange, n.Incomplete, n.High = true, true, n.High+float64(missing)*max(0, b.Bound-1)
	default:
		n.HasRange, n.Incomplete, n.High = true, true, math.Inf(1)
	}
	if s.N == 1 {
		n.Origin = s.Origin
	}
	return side
}

func sideOf(b reports.Block, group reports.Dims, s reports.Sum) Side {
	return Side{
		Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown,
		Group: group, Key: s.Key, Periods: []reports.Period{s.Period},
		Number: reports.Number{
			Period: s.Period, Value: s.Value, Low: s.Low, High: s.High, HasRange: s.Ranged, Status: s.Status,
			Basis: reports.Summed, N: s.N, Table: b.Table, Breakdown: b.Breakdown,
		},
	}
}
