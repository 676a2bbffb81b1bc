package reports

import (
	"context"
	"errors"
)

// A Ledger holds figures and tells of them. Only current figures count: those
// that no newer source of their extent replaces.
type Ledger interface {
	// Blocks lists the blocks that hold current figures, by publisher and order.
	Blocks(ctx context.Context) ([]Block, error)
	// Breaks lists the breaks that formats declared.
	Breaks(ctx context.Context) ([]Break, error)
	// Values lists the values of a dimension that current figures have, of some
	// blocks or of all, in order.
	Values(ctx context.Context, d Dim, of ...Block) ([]string, error)
	// Gather adds up the figures of one block by group and period.
	Gather(ctx context.Context, r Request) ([]Sum, error)
	// Figures lists the figures of one block, with their origins, in the
	// order of period and split.
	Figures(ctx context.Context, r Request) ([]Figure, error)
	// SourceNotes lists what reports say in words, in the order of
	// SortSourceNotes.
	SourceNotes(ctx context.Context) ([]SourceNote, error)
}

// A Spanning ledger lists periods faster than it adds figures up.
type Spanning interface {
	// PeriodsOf lists the periods of which a block has current figures within the
	// span of a request, in order, whatever else the request names.
	PeriodsOf(ctx context.Context, r Request) ([]Period, error)
}

// A Dated ledger keeps every vintage.
type Dated interface {
	Ledger
	// AsOf returns the ledger as it stood on a day: for each extent the newest
	// source published by then.
	AsOf(ctx context.Context, day Day) (Ledger, error)
}

// asOf returns the ledger that a question asks.
func (q Question) asOf(ctx context.Context, l Ledger) (Ledger, error) {
	if q.AsOf == 0 {
		return l, nil
	}
	dated, ok := l.(Dated)
	if !ok {
		return nil, errors.New("only a library keeps what was published before; these figures have one vintage")
	}
	return dated.AsOf(ctx, q.AsOf)
}

// A Request names figures of one block.
type Request struct {
	Publisher, Table string
	Measure          Measure
	Breakdown        Dims
	Group            Dims               // sums are by these dimensions
	Where            [dimCount][]string // exact values; none: all
	Span             Period             // only figures wholly within; zero: all
}

// A Sum is what the figures of one block, group and period add up to. One
// figure is a sum of one.
type Sum struct {
	Key       Split // values of the request's group
	Period    Period
	N         int     // figures
	Unknown   int     // of them, figures without one number
	Value     float64 // of the known ones
	Low, High float64 // of all
	Ranged    bool    // a figure has a range
	Status    Status  // the gravest
	Of        int     // parts that the block knows of this group in any period; N below it: some have no cell here
	Origin    Origin  // with N = 1
	Note      string  // with N = 1
}
