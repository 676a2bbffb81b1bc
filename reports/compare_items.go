package reports

import "slices"

// makeItems pairs what the sides say of the same thing, and works out the
// differences.
func (c *comparer) makeItems() {
	var keys []Series
	var pairs [][2]Series
	for i := range c.sides {
		for _, s := range c.Sides[i].Answer.Series {
			at := slices.IndexFunc(keys, func(k Series) bool { return c.alike(k, s) })
			if at < 0 {
				at = len(keys)
				keys, pairs = append(keys, s), append(pairs, [2]Series{})
			}
			pairs[at][i] = s
		}
	}
	for _, pair := range pairs {
		item := c.item(pair)
		if item.Stated[0] != Told && item.Stated[1] != Told || item.Numbers[0].none() && item.Numbers[1].none() {
			continue
		}
		c.Items = append(c.Items, item)
	}
	if len(c.Items) == 1 {
		c.Total, c.HasTotal = Item{}, false
	}
	c.Unaddable = c.unaddable()
	c.addUp()
	sortItems(c.Items)
}

// alike tells whether two series are the same part, each of its side's
// subject.
func (c *comparer) alike(a, b Series) bool {
	if c.SameSubject() {
		return a.Key == b.Key && a.Code == b.Code
	}
	if a.Code != "" || b.Code != "" {
		return a.Code == b.Code && c.common(a).With(Category, "").With(Subcategory, "") == c.common(b).With(Category, "").With(Subcategory, "")
	}
	return c.common(a) == c.common(b)
}

// common returns a series' key without what only tells its side's subject.
func (c *comparer) common(s Series) Split {
	if DimsOf(c.Question.By...).Has(Service) {
		return s.Key
	}
	return s.Key.With(Service, "")
}

// item works out what becomes of one pair of series.
func (c *comparer) item(pair [2]Series) Item {
	item := Item{Series: pair, Difference: Unknown(), Percent: Unknown(), Share: nan2, Contribution: nan}
	for i := range pair {
		item.take(c, i)
	}
	item.Difference = item.Values[1].minus(item.Values[0])
	if c.Unit != percent {
		item.Percent = item.Values[1].percentOf(item.Values[0])
		if item.Numbers[0].Status == Withheld {
			item.Percent = Unknown()
		}
	}
	item.Change = item.change()
	return item
}

// take fills in what a side says of the item.
func (item *Item) take(c *comparer, i int) {
	s := item.Series[i]
	n, ok := s.Number(c.Sides[i].Period)
	if s.Measure == "" {
		item.Series[i] = c.like(i, item.Series[1-i])
	}
	item.Series[i].Numbers = nil
	if ok {
		item.Series[i].Numbers = []Number{n}
		item.Numbers[i] = n
		item.Values[i] = n.Amount()
		if n.none() {
			item.Stated[i] = ToldNone
		}
	} else {
		item.Stated[i], item.Values[i] = c.absent(i, item.Series[i])
	}
	if c.Pair.PerDay {
		item.Values[i] = item.Values[i].scaled(1 / c.Days(i, n))
	}
}

// like returns what a side's series would be about that has none.
func (c *comparer) like(i int, s Series) Series {
	if c.SameSubject() {
		return s
	}
	s.Publisher, s.Table = c.Sides[i].Publisher, c.Sides[i].Table
	s.Key = s.Key.With(Service, c.Sides[i].Service)
	return s
}

// absent says what it means that a side has no cell of an item: the question
// has decided it where the item's own table was asked; for a table that does
// not know the item it is as the table declares.
func (c *comparer) absent(i int, s Series) (Stating, Amount) {
	b, ok := c.block(i)
	if !ok || c.leavesUnsaid(i, s) {
		return NotTold, Unknown()
	}
	asked := slices.ContainsFunc(c.Sides[i].Answer.Series, func(o Series) bool { return o.Table == b.Table && c.alike(o, s) })
	switch {
	case b.Absent == AbsentNone && !asked:
		return ToldNone, Exactly(0)
	case b.Absent == AbsentSuppressed && b.Bound > 0:
		return ToldFew, Amount{nan, 0, b.Bound - 1}
	}
	return NotTold, Unknown()
}

// block returns the block that a side's published numbers are of, if it is
// one.
func (c *comparer) block(i int) (Block, bool) {
	var found []Block
	for _, s := range c.Sides[i].Answer.Series {
		n, ok := s.Number(c.Sides[i].Period)
		if !ok || n.none() {
			continue
		}
		for _, b := range c.blocks {
			if b.Publisher == s.Publisher && b.Table == n.Table && b.Measure == s.Measure && b.Breakdown == n.Breakdown && !slices.Contains(found, b) {
				found = append(found, b)
			}
		}
	}
	if len(found) != 1 || found[0].Absent == AbsentSuppressed && found[0].Breakdown != c.sides[i].by.group {
		return Block{}, false
	}
	return found[0], true
}

// leavesUnsaid tells whether a side has a part that its table leaves
// unstated, which what is absent may be among.
func (c *comparer) leavesUnsaid(i int, s Series) bool {
	return slices.ContainsFunc(c.Sides[i].Answer.Series, func(o Series) bool {
		n, ok := o.Number(c.Sides[i].Period)
		if !ok || n.none() || n.Known() && n.Value == 0 {
			return false
		}
		return slices.ContainsFunc(o.Group.List(), func(d Dim) bool { return o.Key.Get(d) == NotStated && s.Key.Get(d) != NotStated })
	})
}

// change says in one word what became of the item.
func (item Item) change() Change {
	d := item.Difference
	switch {
	case item.Stated[0] == ToldNone && item.Values[1].Low > 0:
		return New
	case item.Stated[1] == ToldNone && item.Values[0].Low > 0:
		return Vanished
	case d.Low > 0 || d.High < 0:
		return Changed
	case d.Known() && d.Value != 0:
		return Changed
	case d.Exact():
		return Unchanged
	}
	return Unclear
}

// unaddable returns why the items are not added, "" where they are.
func (c *comparer) unaddable() string {
	if len(c.Items) < 2 {
		return ReasonOneSeries
	}
	for _, s := range c.sides {
		a := s.answer
		if a.sideBySide() {
			return ReasonSideBySide
		}
		if reason := a.unaddable(s.by); reason != "" {
			return reason
		}
	}
	for _, item := range c.Items {
		if !item.Values[0].Exact() || !item.Values[1].Exact() {
			return ReasonIncomplete
		}
	}
	return ""
}

// addUp adds up the items where they may be, and gives each its share of the
// whole and its part in the change.
func (c *comparer) addUp() {
	if c.Unaddable != "" {
		return
	}
	for i := range c.Sides {
		sum := Exactly(0)
		for _, item := range c.Items {
			sum = sum.plus(item.Values[i])
		}
		c.Sides[i].Sum = sum
	}
	for n := range c.Items {
		item := &c.Items[n]
		for i := range item.Share {
			if whole := c.Sides[i].Sum.Value; whole > 0 {
				item.Share[i] = item.Values[i].Value / whole * 100
			}
		}
		if base := c.Sides[0].Sum.Value; base > 0 {
			item.Contribution = item.Difference.Value / base * 100
		}
	}
	c.noteSums()
}

// noteSums says where the items add to something else than the whole that the
// publisher prints.
func (c *comparer) noteSums() {
	for i, side := range c.Sides {
		if total := c.Total.Values[i]; c.HasTotal && total.Known() && total.Value != side.Sum.Value {
			c.note("sum", "{period}: the parts add to {sum}, the total that is published is {total}.",
				"period", side.Period.String(), "sum", numeral(side.Sum.Value), "total", numeral(total.Value))
		}
	}
}
