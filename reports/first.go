package reports

import "slices"

// FirstQuestion returns the question that a reader is shown first of the
// blocks: the first measure of the first publisher's first table, split by
// what the table splits by first, by month where the figures are daily, whole
// periods only. Blocks come in the order of Ledger.Blocks; without any it is
// the zero Question.
func FirstQuestion(blocks []Block) Question {
	if len(blocks) == 0 {
		return Question{}
	}
	first := blocks[0]
	for _, b := range blocks[1:] {
		if b.Publisher == first.Publisher && b.Order < first.Order {
			first = b
		}
	}
	q := Question{Publisher: []string{first.Publisher}, Measure: []string{string(first.Measure)}}
	if !first.answersFirst(blocks) {
		q.Table = []string{first.Table}
	}
	q.By = first.splitFirst(blocks)
	if first.daily(blocks, DimsOf(q.By...)) {
		q.Every = EveryMonth
	}
	return q
}

func (b Block) sibling(o Block) bool {
	return b.Publisher == o.Publisher && b.Table == o.Table && b.Measure == o.Measure
}

// answersFirst tells whether no other table of the publisher states the
// measure, so that a question need not name the table.
func (b Block) answersFirst(blocks []Block) bool {
	for _, o := range blocks {
		if o.Publisher == b.Publisher && o.Measure == b.Measure && o.Table != b.Table {
			return o.Order > b.Order
		}
	}
	return true
}

// splitFirst chooses the dimensions that a line chart is split by: a category
// if the table has one, else the first of the smallest breakdown. What that
// splits by besides and does not add up is told apart, too: without it there
// would be no answer.
func (b Block) splitFirst(blocks []Block) []Dim {
	var least Block
	whole := b.whole(blocks)
	for _, o := range blocks {
		if !b.sibling(o) || o.Breakdown == 0 || o.single(whole) {
			continue
		}
		if o.Breakdown == ByCategory {
			return []Dim{Category}
		}
		if least.Breakdown == 0 || o.Breakdown.Len() < least.Breakdown.Len() {
			least = o
		}
	}
	var by []Dim
	first := least.Breakdown.Has(Category)
	for i, d := range least.Breakdown.List() {
		if d == Category || i == 0 && !first || !least.Complete.Has(d) || !least.Info().OverParts {
			by = append(by, d)
		}
	}
	return by
}

// single tells whether a split has a single part, as far as one can tell: it
// has no more figures in its time than the totals have in theirs.
func (b Block) single(whole Block) bool {
	return whole.Figures > 0 && b.Breakdown.Len() == 1 && b.Figures*whole.Span.Days() <= whole.Figures*b.Span.Days()
}

// whole returns the block of the table's totals of the measure; the zero Block
// where there is none.
func (b Block) whole(blocks []Block) Block {
	for _, o := range blocks {
		if b.sibling(o) && o.Breakdown == 0 {
			return o
		}
	}
	return Block{}
}

// daily tells whether the table's total, or its split by category, has about
// a figure a day and part, and whether days of it add up to months. What the
// question is answered by has to have as many.
func (b Block) daily(blocks []Block, by Dims) bool {
	few, answers := false, by == 0
	for _, o := range blocks {
		if !b.sibling(o) || o.Span.Days() <= 60 || o.Figures < o.Span.Days()*8/10 {
			continue
		}
		few = few || o.Breakdown == 0 || o.Breakdown == ByCategory
		answers = answers || o.Breakdown.Contains(by)
	}
	return few && answers && b.Info().OverTime
}

// ReadableGrain returns the grain that shows an answer as a line that can be
// read: months for hundreds of days that add up, and the shortest periods where
// published ones overlap. It is AsPublished where that is readable.
func ReadableGrain(a Answer) Grain {
	days, overlap := len(a.Periods) > 130, false
	shortest := Period{}
	for i, p := range a.Periods {
		days = days && p.Days() == 1
		overlap = overlap || i > 0 && p.Start < a.Periods[i-1].End
		if i == 0 || p.Days() < shortest.Days() {
			shortest = p
		}
	}
	if days && !slices.ContainsFunc(a.Series, func(s Series) bool { return !MeasureOf(s.Measure).OverTime }) {
		return EveryMonth
	}
	for _, g := range Grains() {
		if overlap && g.Around(shortest.Start) == shortest {
			return g
		}
	}
	return AsPublished
}
