package audit

import (
	"math"
	"slices"

	"vitrine/reports"
)

// percent is the unit of shares and rates, from 0 to 100.
const percent = "%"

// hundred is what shares of one whole must add to.
var hundred = reports.Number{Value: 100}

// shares looks for the shares of one whole that cannot add to 100, whatever
// they were rounded by.
func (a *auditor) shares() error {
	for _, b := range a.blocks {
		parts := b.Complete
		if b.Info().Unit != percent || parts == 0 {
			continue
		}
		if err := a.sharesOf(b, b.Breakdown.Without(parts)|b.Constant, parts); err != nil {
			return err
		}
	}
	return nil
}

func (a *auditor) sharesOf(b reports.Block, group, parts reports.Dims) error {
	f := Finding{Check: "shares", Severity: Warning, Publisher: b.Publisher, Table: b.Table, Measure: b.Measure}
	err := a.inPieces(b.Breakdown.Without(parts), []reports.Block{b}, func(limit reports.Request) error {
		sums, err := a.gather(b, group, limit)
		for _, s := range sums {
			if s.N < 2 || s.Value == 0 {
				continue // of nothing there are no shares
			}
			f.Compared++
			side := added(b, group, s)
			if low, high := bounds(side.Number); low > 100+slack(s) || high < 100-slack(s) {
				f.Cases = append(f.Cases, Case{
					Period: s.Period, Split: s.Key, Sides: []Side{side}, Weight: math.Max(low-100, 100-high),
				})
			}
		}
		return err
	})
	if err == nil {
		err = a.ofOneSource(&f)
	}
	if err != nil || len(f.Cases) == 0 {
		return err
	}
	a.wordOne(&f, "finding.shares", "by", parts)
	f.Settle = Phrase{Key: "settle.shares", Args: []any{"by", parts}}
	a.add(f)
	return nil
}

// slack is what the last digits of so many shares can add up to where their
// rounding is not known: half a tenth each.
func slack(s reports.Sum) float64 {
	if s.Ranged {
		return 1e-6
	}
	return 0.05 * float64(s.N)
}

// wordOne gives a finding of one side its sentence: KEY.one or KEY.many.
func (a *auditor) wordOne(f *Finding, key string, args ...any) {
	worst := slices.MaxFunc(f.Cases, func(a, b Case) int {
		switch {
		case a.Weight > b.Weight:
			return 1
		case a.Weight < b.Weight:
			return -1
		}
		return 0
	})
	form := ".many"
	if len(f.Cases) == 1 {
		form = ".one"
	}
	f.Text = Phrase{Key: key + form, Args: append([]any{"measure", f.Measure, "place", worst.about(),
		"value", worst.Sides[0].Number, "cases", len(f.Cases), "of", f.Compared}, args...)}
}

// rates holds a published rate against the two numbers that it is made of.
func (a *auditor) rates() error {
	for _, rate := range a.blocks {
		info := reports.MeasureOf(rate.Measure)
		if info.Base == "" || info.Derives == "" || info.Base == info.Derives {
			continue
		}
		base, some := a.beside(rate, info.Base), a.beside(rate, info.Derives)
		if base == nil || some == nil {
			continue
		}
		if err := a.rate(rate, *some, *base); err != nil {
			return err
		}
	}
	return nil
}

// beside returns the block of another measure that splits the same table as
// a block does.
func (a *auditor) beside(b reports.Block, m reports.Measure) *reports.Block {
	i := slices.IndexFunc(a.blocks, func(o reports.Block) bool { return o.Measure == m && sameSplit(b, o) })
	if i < 0 {
		return nil
	}
	return &a.blocks[i]
}

func (a *auditor) rate(rate, some, base reports.Block) error {
	f := Finding{Check: "rate", Severity: Warning, Publisher: rate.Publisher, Table: rate.Table, Measure: rate.Measure}
	group := rate.Breakdown | rate.Constant
	err := a.inPieces(rate.Breakdown, []reports.Block{rate}, func(limit reports.Request) error {
		var index [3]map[spot]*reports.Sum
		for i, b := range []reports.Block{rate, some, base} {
			sums, err := a.gather(b, group, limit)
			if err != nil {
				return err
			}
			index[i] = bySpot(sums)
		}
		for at, r := range index[0] {
			if c, ok := rateCase(rate, some, base, group, *r, index[1][at], index[2][at]); ok {
				f.Compared++
				if c.Weight > 0 {
					f.Cases = append(f.Cases, c)
				}
			}
		}
		return nil
	})
	if err == nil {
		err = a.ofOneSource(&f)
	}
	if err != nil || len(f.Cases) == 0 {
		return err
	}
	slices.SortStableFunc(f.Cases, func(x, y Case) int { return int(100*y.Weight) - int(100*x.Weight) })
	worst := f.Cases[0]
	a.wordOne(&f, "finding.rate", "some", worst.Sides[1].Number, "base", worst.Sides[2].Number,
		"other", some.Measure, "all", base.Measure, "computed", computed(worst.Sides[1].Number, worst.Sides[2].Number))
	f.Settle = Phrase{Key: "settle.rate"}
	a.add(f)
	return nil
}

func computed(some, base reports.Number) float64 {
	return math.Round(1000*some.Value/base.Value) / 10
}

// rateCase compares one rate with the numbers that it is made of; its weight
// is 0 where they agree.
func rateCase(rate, some, base reports.Block, group reports.Dims, r reports.Sum, s, b *reports.Sum) (c Case, ok bool) {
	if s == nil || b == nil || r.Unknown+s.Unknown+b.Unknown > 0 || b.Value <= 0 || s.Ranged || b.Ranged || s.Value > b.Value {
		return c, false
	}
	left, one := published(rate, group, r)
	part, two := published(some, group, *s)
	whole, three := published(base, group, *b)
	if !one || !two || !three {
		return c, false
	}
	low, high := bounds(left.Number)
	if low == high {
		low, high = low-0.5, high+0.5
	}
	exact := 100 * s.Value / b.Value
	c = Case{Period: r.Period, Split: r.Key, Sides: []Side{left, part, whole}}
	c.Weight = math.Max(0, math.Max(low-exact, exact-high)-1e-6)
	// A percentage cut off instead of rounded is no finding.
	if math.Abs(left.Number.Value-exact) < math.Max(1, high-low) {
		c.Weight = 0
	}
	return c, true
}
