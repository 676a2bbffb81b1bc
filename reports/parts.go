package reports

import (
	"cmp"
	"context"
	"slices"
)

// Parts returns the published figures that a number of an answer was made of,
// in the order of period and split: one for a published number, those that
// were added for a sum, the share and its base for a derived one.
func Parts(ctx context.Context, q Question, l Ledger, names Names, s Series, n Number) ([]Figure, error) {
	l, err := q.asOf(ctx, l)
	if err != nil {
		return nil, err
	}
	q.AsOf = 0
	if n.Transform == PerRecipients {
		return partsPerRecipient(ctx, q, l, names, s, n)
	}
	if n.Basis == Published {
		return publishedParts(ctx, l, s, n)
	}
	a, err := newAsker(ctx, q, l, names)
	if err != nil {
		return nil, err
	}
	a.narrow(s)
	if n.Basis == Derived {
		return a.derivedParts(s, n)
	}
	var blocks []Block
	for _, b := range a.blocks {
		if b.Publisher == s.Publisher && b.Measure == s.Measure && b.Table == n.Table {
			blocks = append(blocks, b)
		}
	}
	list := candidates(blocks, a.group, a.by)
	if len(list) == 0 {
		return nil, nil
	}
	if err := a.widen(s, blocks); err != nil {
		return nil, err
	}
	found, err := lines(ctx, l, list, Request{Group: a.group, Where: a.where, Span: n.Period})
	if err != nil {
		return nil, err
	}
	var out []Figure
	for _, ln := range found {
		if s.Code != "" && !a.hasCode(s, ln.key) {
			continue
		}
		_, parts, ok := ln.answer(n.Period, list[0].Info().OverTime, q)
		if !ok {
			continue
		}
		figures, err := a.figuresOf(ln.key, parts, n.Period)
		if err != nil {
			return nil, err
		}
		out = append(out, figures...)
	}
	sortFigures(out)
	return out, nil
}

// narrow restricts the question to one series.
func (a *asker) narrow(s Series) {
	for _, d := range s.Group.List() {
		if v := s.Key.Get(d); v != "" {
			a.where[d] = []string{v}
		}
	}
}

func (a *asker) hasCode(s Series, key Split) bool {
	code, _, ok := a.names.Crosswalk.Lookup(s.Publisher, key.Category, key.Subcategory)
	return ok && code == s.Code
}

// figuresOf fetches the figures of the parts of one group, block by block.
func (a *asker) figuresOf(key Split, parts []piece, span Period) ([]Figure, error) {
	periods := map[*candidate]map[Period]bool{}
	var order []*candidate
	for _, p := range parts {
		if periods[p.from] == nil {
			periods[p.from] = map[Period]bool{}
			order = append(order, p.from)
		}
		periods[p.from][p.Period] = true
	}
	var out []Figure
	for _, c := range order {
		r := Request{Publisher: c.Publisher, Table: c.Table, Measure: c.Measure, Breakdown: c.Breakdown, Span: span, Where: a.where}
		for _, d := range a.group.List() {
			if v := key.Get(d); v != "" {
				r.Where[d] = []string{v}
			}
		}
		figures, err := a.ledger.Figures(a.ctx, r)
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			if periods[c][f.Period] {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

// publishedParts finds the one figure of a published number.
func publishedParts(ctx context.Context, l Ledger, s Series, n Number) ([]Figure, error) {
	r := Request{Publisher: s.Publisher, Table: n.Table, Measure: s.Measure, Breakdown: n.Breakdown, Span: n.Period}
	for _, d := range s.Group.List() {
		if v := s.Key.Get(d); v != "" {
			r.Where[d] = []string{v}
		}
	}
	figures, err := l.Figures(ctx, r)
	return slices.DeleteFunc(figures, func(f Figure) bool { return f.Period != n.Period }), err
}

// derivedParts finds the share and the base of a derived number.
func (a *asker) derivedParts(s Series, n Number) ([]Figure, error) {
	var out []Figure
	for _, b := range a.all {
		info := MeasureOf(b.Measure)
		isShare := info.Derives == s.Measure && b.Table == n.Table
		if b.Publisher != s.Publisher || !isShare && !a.isBase(b, s.Measure) {
			continue
		}
		r := Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Span: n.Period}
		figures, err := a.ledger.Figures(a.ctx, r)
		if err != nil {
			return nil, err
		}
		for _, f := range figures {
			if same(f.Origin, n.Origin) || same(f.Origin, n.BaseOrigin) {
				out = append(out, f)
			}
		}
	}
	return out, nil
}

func (a *asker) isBase(b Block, derived Measure) bool {
	return slices.ContainsFunc(a.all, func(o Block) bool {
		info := MeasureOf(o.Measure)
		return info.Derives == derived && info.Base == b.Measure
	})
}

// A cellPlace is where the cell of an origin stands.
type cellPlace struct {
	source, file, sheet string
	row, column         int
}

func (o Origin) cell() cellPlace {
	return cellPlace{o.Source, o.File, o.Sheet, o.Row, o.Column}
}

func same(a, b Origin) bool { return a.cell() == b.cell() }

func sortFigures(list []Figure) {
	slices.SortStableFunc(list, func(a, b Figure) int {
		return cmp.Or(a.Period.Compare(b.Period), a.Split.Compare(b.Split))
	})
}
