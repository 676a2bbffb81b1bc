package audit

import (
	"cmp"
	"math"

	"vitrine/reports"
)

// mayBeNegative are the measures of what was given back less what was taken
// again: these can be below zero.
var mayBeNegative = map[reports.Measure]bool{"projects restored, net": true}

// ranges looks for numbers that no such count or rate can have: a rate over
// 100 %, a negative count.
func (a *auditor) ranges() error {
	extremes, err := a.library.Extremes(a.ctx)
	if err != nil {
		return err
	}
	beyond := map[string]reports.Extreme{}
	for _, e := range extremes {
		beyond[blockName(e.Publisher, e.Table, e.Measure, e.Breakdown)] = e
	}
	for _, b := range a.blocks {
		low, high := possible(b)
		if e := beyond[nameOf(b)]; e.Low < low || e.High > high {
			if err := a.outside(b, low, high); err != nil {
				return err
			}
		}
	}
	return nil
}

// possible returns the least and the greatest number that a block's measure
// can have.
func possible(b reports.Block) (low, high float64) {
	high = math.Inf(1)
	if b.Info().Unit == percent {
		high = 100
	}
	if mayBeNegative[b.Measure] {
		low = math.Inf(-1)
	}
	return low, high
}

func (a *auditor) outside(b reports.Block, low, high float64) error {
	f := Finding{Check: "range", Severity: Error, Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Compared: b.Figures}
	figures, err := a.library.Outside(a.ctx, requestOf(b), low, high)
	if err != nil || len(figures) == 0 {
		return err
	}
	for _, v := range figures {
		f.Cases = append(f.Cases, Case{
			Period: v.Period, Split: v.Split, Sides: []Side{sideOfFigure(v)}, Weight: math.Max(low-v.Value, v.Value-high),
		})
	}
	key := "finding.range"
	if b.Info().Unit == percent {
		key = "finding.range.rate"
	}
	a.wordOne(&f, key)
	f.Settle = Phrase{Key: "settle.range"}
	a.add(f)
	return nil
}

func requestOf(b reports.Block) reports.Request {
	return reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown}
}

// sideOfFigure is the side of one published figure.
func sideOfFigure(f reports.Figure) Side {
	return Side{
		Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Breakdown: f.Breakdown,
		Group: f.Split.Stated(), Key: f.Split, Periods: []reports.Period{f.Period},
		Number: reports.Number{
			Period: f.Period, Value: f.Value, Low: f.Low, High: f.High, HasRange: f.HasRange, Status: f.Status,
			Basis: reports.Published, Table: f.Table, Breakdown: f.Breakdown, Origin: f.Origin, Note: f.Note,
		},
	}
}

// twice looks for one thing that the loaded sources state more than once, with
// different numbers.
func (a *auditor) twice() error {
	figures, err := a.library.Twice(a.ctx)
	if err != nil {
		return err
	}
	byTable := map[string]*Finding{}
	var order []string
	cases := map[reports.Identity]int{}
	for _, v := range figures {
		if !a.publisher(v.Publisher) {
			continue
		}
		name := v.Publisher + " | " + v.Table + " | " + string(v.Measure)
		f := byTable[name]
		if f == nil {
			f = &Finding{Check: "twice", Severity: Error, Publisher: v.Publisher, Table: v.Table, Measure: v.Measure}
			byTable[name] = f
			order = append(order, name)
		}
		at, known := cases[v.Identity()]
		if !known {
			at = len(f.Cases)
			cases[v.Identity()] = at
			f.Cases = append(f.Cases, Case{Period: v.Period, Split: v.Split})
		}
		c := &f.Cases[at]
		c.Sides = append(c.Sides, sideOfFigure(v))
		c.Weight = math.Max(c.Weight, distance(c.Sides[0].Number, c.Sides[len(c.Sides)-1].Number))
	}
	for _, name := range order {
		f := byTable[name]
		f.Compared = len(f.Cases)
		a.wordTwice(f)
		a.add(*f)
	}
	return nil
}

func (a *auditor) wordTwice(f *Finding) {
	worst := f.Cases[0]
	for _, c := range f.Cases {
		if cmp.Compare(c.Weight, worst.Weight) > 0 {
			worst = c
		}
	}
	key := "finding.twice.many"
	if len(f.Cases) == 1 {
		key = "finding.twice.one"
	}
	f.Text = Phrase{Key: key, Args: []any{"measure", f.Measure, "place", worst.about(),
		"left", worst.Sides[0].Number, "right", worst.Sides[len(worst.Sides)-1].Number, "cases", len(f.Cases)}}
	f.Settle = Phrase{Key: "settle.twice"}
}
