package reports

import (
	"cmp"
	"iter"
	"slices"
	"strconv"
)

// Columns names the columns of a kind of tables: first those that say what a
// row is about, then what is said of it.
func (k RecordKind) Columns() []string { return append(slices.Clone(k.about()), recordSays[k]...) }

// about names the columns by which rows are told apart.
func (k RecordKind) about() []string { return recordAbout[k] }

// RecordKinds lists the kinds of tables.
func RecordKinds() []RecordKind {
	return []RecordKind{AnswerRecord, BehindRecord, FiguresRecord, ComparisonRecord, RevisionsRecord, RevisionCountRecord}
}

// Known tells whether there is such a kind.
func (k RecordKind) Known() bool { return recordAbout[k] != nil }

var recordFigure = slices.Concat([]string{"publisher", "table", "measure", "period"}, dimNames[:])

var recordAbout = map[RecordKind][]string{
	AnswerRecord:  append(slices.Clone(recordFigure), "code", "worked"),
	BehindRecord:  append(slices.Clone(recordFigure), "split_by"),
	FiguresRecord: append(slices.Clone(recordFigure), "split_by"),
	ComparisonRecord: append(slices.Clone(recordFigure),
		"code", "publisher_to", "table_to", "period_to", "part"),
	RevisionsRecord:     append(slices.Clone(recordFigure), "split_by", "formerly", "vintage_before", "vintage_after"),
	RevisionCountRecord: {"by", "publisher", "table", "vintage_before", "vintage_after", "measure", "category"},
}

var recordSays = map[RecordKind][]string{
	AnswerRecord:  {"value", "low", "high", "status", "basis", "place"},
	BehindRecord:  {"value", "low", "high", "status", "place", "text"},
	FiguresRecord: {"value", "low", "high", "status", "place", "text"},
	ComparisonRecord: {"from", "from_low", "from_high", "from_status", "from_basis", "to", "to_low", "to_high", "to_status", "to_basis",
		"difference", "difference_low", "difference_high", "percent", "share_from", "share_to", "contribution", "change"},
	RevisionsRecord: {"change", "before", "after", "place_before", "place_after"},
	RevisionCountRecord: {"compared", "differing", "changed", "rounded", "taken_back", "vanished", "added", "ranges", "ranges_changed",
		"renamed"},
}

// AnswerRows lists the numbers of an answer as rows of a record.
func AnswerRows(a Answer) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, s := range a.Series {
			for _, n := range s.Numbers {
				if !yield(answerRow(s, n), nil) {
					return
				}
			}
		}
	}
}

func answerRow(s Series, n Number) []string {
	row := figureCells(s.Publisher, cmp.Or(n.Table, s.Table), s.Measure, n.Period, s.About())
	low, high := "", ""
	if n.HasRange {
		low, high = Decimal(n.Low), Decimal(n.High)
	}
	return append(row, s.Code, string(s.Transform.Kind), Decimal(n.Value), low, high, n.StatusText(), n.BasisCells(), n.placeText())
}

// placeText writes where a number stands that is one cell's.
func (n Number) placeText() string {
	if n.Basis != Published {
		return ""
	}
	return n.Origin.placeText()
}

func (o Origin) placeText() string {
	if o.Source == "" {
		return ""
	}
	return o.String()
}

func figureCells(publisher, table string, m Measure, p Period, s Split) []string {
	row := make([]string, 0, 32)
	row = append(row, publisher, table, string(m), p.String())
	for d := range dimCount {
		row = append(row, s.Get(d))
	}
	return row
}

// FigureRows lists figures as rows of a record.
func FigureRows(figures iter.Seq2[Figure, error]) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for f, err := range figures {
			if err != nil {
				yield(nil, err)
				return
			}
			if !yield(figureRow(f), nil) {
				return
			}
		}
	}
}

func figureRow(f Figure) []string {
	row := append(figureCells(f.Publisher, f.Table, f.Measure, f.Period, f.Split), f.Breakdown.String())
	low, high := "", ""
	if f.HasRange {
		low, high = Decimal(f.Low), Decimal(f.High)
	}
	return append(row, Decimal(f.Value), low, high, f.Status.String(), f.Origin.placeText(), f.Origin.Text)
}

// ComparisonRows lists the items of a comparison as rows of a record, and
// their whole last.
func ComparisonRows(c Comparison) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, i := range c.Items {
			if !yield(c.row(i, "item"), nil) {
				return
			}
		}
		if c.HasTotal {
			yield(c.row(c.Total, "whole"), nil)
		}
	}
}

func (c Comparison) row(i Item, part string) []string {
	from, to := c.Sides[0], c.Sides[1]
	about := c.About(i)
	row := figureCells(from.Publisher, cmp.Or(i.Numbers[0].Table, from.Table), c.Measure, from.Period, about.About())
	row = append(row, about.Code, to.Publisher, cmp.Or(i.Numbers[1].Table, to.Table), to.Period.String(), part)
	for side, v := range i.Values {
		row = append(row, amountCells(v)...)
		if n := i.Numbers[side]; i.Stated[side] == Told {
			row = append(row, n.StatusText(), n.BasisCells())
		} else {
			row = append(row, "", "")
		}
	}
	row = append(row, amountCells(i.Difference)...)
	return append(row, Decimal(i.Percent.Value), Decimal(i.Share[0]), Decimal(i.Share[1]), Decimal(i.Contribution), i.Change.String())
}

// amountCells writes an amount: its bounds only where they say more.
func amountCells(a Amount) []string {
	if a.Exact() || !a.Bounded() {
		return []string{Decimal(a.Value), "", ""}
	}
	return []string{Decimal(a.Value), Decimal(a.Low), Decimal(a.High)}
}

// RevisionRows lists revisions as rows of a record.
func RevisionRows(list []Revision) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, r := range list {
			if !yield(RevisionRow(r), nil) {
				return
			}
		}
	}
}

// RevisionRow writes a revision as a row of a record.
func RevisionRow(r Revision) []string {
	f, formerly := r.Figure(), ""
	if r.Renamed {
		formerly = r.Before.Category
		if r.Before.Subcategory != "" {
			formerly += " › " + r.Before.Subcategory
		}
	}
	row := append(figureCells(f.Publisher, f.Table, f.Measure, f.Period, f.Split), f.Breakdown.String(), formerly,
		r.Before.Vintage.Day.String(), r.After.Vintage.Day.String(), string(r.Change))
	return append(row, r.Before.text(), r.After.text(), r.Before.placeText(), r.After.placeText())
}

// text writes what a vintage states: 1234, 4-5 for a range, "" for no number.
func (s Statement) text() string {
	switch {
	case !s.Says():
		return ""
	case s.Known():
		return Decimal(s.Value)
	}
	return Decimal(s.Low) + "-" + Decimal(s.High)
}

func (s Statement) placeText() string {
	if !s.Stated {
		return ""
	}
	return s.Origin.placeText()
}

// RevisionCountRows lists the counts of a summary as rows of a record.
func RevisionCountRows(s RevisionSummary) iter.Seq2[[]string, error] {
	return func(yield func([]string, error) bool) {
		for _, l := range slices.Concat(s.Vintages(), s.Measures(), s.Categories()) {
			row := []string{l.By, l.Publisher, l.Table, l.Before.Day.String(), l.After.Day.String(), string(l.Measure), l.Category}
			for _, n := range []int{l.Compared, l.Differing, l.Changed, l.Rounded, l.TakenBack, l.Vanished, l.Added, l.Ranges, l.Redrawn, l.Renamed} {
				row = append(row, strconv.Itoa(n))
			}
			if !yield(row, nil) {
				return
			}
		}
	}
}
