package export

import (
	"fmt"
	"math"
	"slices"

	"vitrine/reports"
)

// makeColumns says what stands in each column of the sheet of items.
func (s *comparisonSheet) makeColumns() {
	w, c := s.Words, s.Comparison
	heads := newNames()
	add := func(key, header string, k kind, width float64, cell func(i reports.Item, row int) any) {
		s.columns = append(s.columns, comparisonColumn{key, column{heads.take(clip(header, 120)), k, width}, cell})
	}
	say := func(key string) string { return w.Say("comparison.column." + key) }
	widest := 18
	for _, i := range c.Items {
		widest = max(widest, len([]rune(w.ItemName(c, i)))+3)
	}
	add("item", say("item"), textColumn, float64(min(widest, 70)), func(i reports.Item, _ int) any { return w.ItemName(c, i) })
	for side, key := range []string{"from", "to"} {
		add(key, w.SideName(c, side), numberColumn, 18, func(i reports.Item, row int) any { return s.compared(i, side, row) })
	}
	add("difference", say("difference"), numberColumn, 16, s.difference)
	if s.hasPercent() {
		add("percent", say("percent"), numberColumn, 13, s.percent)
	}
	if c.Unaddable == "" {
		for side, key := range []string{"from", "to"} {
			add("share "+key, say("share")+", "+w.SideName(c, side), numberColumn, 14, func(i reports.Item, row int) any {
				return s.ofWhole(i.Share[side], s.ref(key, row), []string{"B", "C"}[side])
			})
		}
		add("contribution", say("contribution"), numberColumn, 16, func(i reports.Item, row int) any {
			return s.ofWhole(i.Contribution, s.ref("difference", row), "B")
		})
	}
	s.rangeColumns(add)
	s.dayColumns(add)
	for side, key := range []string{"from", "to"} {
		if slices.ContainsFunc(c.Items, func(i reports.Item) bool { return s.status(i, side) != w.Say("export.normal") }) {
			add("status "+key, w.SideName(c, side)+", "+w.Say("export.column.status"), statusColumn, 20, func(i reports.Item, _ int) any {
				return s.status(i, side)
			})
		}
		if s.Profile == Analyst {
			add("basis "+key, w.SideName(c, side)+", "+w.Say("export.column.basis"), statusColumn, 18, func(i reports.Item, _ int) any {
				if i.Stated[side] != reports.Told {
					return signNotApplicable
				}
				return w.Basis(i.Numbers[side])
			})
		}
	}
	add("change", say("change"), statusColumn, 22, s.change)
}

// rangeColumns adds the bounds of both sides and of the difference, where an
// item has any.
func (s *comparisonSheet) rangeColumns(add func(string, string, kind, float64, func(reports.Item, int) any)) {
	w, c := s.Words, s.Comparison
	ranged := func(i reports.Item) bool {
		return !i.Values[0].Exact() && i.Values[0].Bounded() || !i.Values[1].Exact() && i.Values[1].Bounded()
	}
	if !slices.ContainsFunc(c.Items, ranged) {
		return
	}
	for side, key := range []string{"from", "to"} {
		add("low "+key, w.SideName(c, side)+", "+w.Say("export.column.low"), numberColumn, 16, func(i reports.Item, _ int) any { return bound(i.Values[side].Low) })
		add("high "+key, w.SideName(c, side)+", "+w.Say("export.column.high"), numberColumn, 16, func(i reports.Item, _ int) any { return bound(i.Values[side].High) })
	}
	least, most := w.Say("comparison.column.difference")+", "+w.Say("export.column.low"), w.Say("comparison.column.difference")+", "+w.Say("export.column.high")
	add("low difference", least, numberColumn, 18, func(i reports.Item, row int) any {
		return worked(i.Difference.Low, s.ref("low to", row)+"-"+s.ref("high from", row))
	})
	add("high difference", most, numberColumn, 18, func(i reports.Item, row int) any {
		return worked(i.Difference.High, s.ref("high to", row)+"-"+s.ref("low from", row))
	})
}

// dayColumns adds what per-day values are worked out from.
func (s *comparisonSheet) dayColumns(add func(string, string, kind, float64, func(reports.Item, int) any)) {
	w, c := s.Words, s.Comparison
	if !c.Pair.PerDay {
		return
	}
	for side, key := range []string{"from", "to"} {
		add("whole "+key, w.SideName(c, side)+", "+w.Say("export.comparison.whole"), numberColumn, 18, func(i reports.Item, _ int) any {
			if i.Stated[side] == reports.ToldNone {
				return 0.0
			}
			return numberCell(i.Numbers[side])
		})
		add("days "+key, w.SideName(c, side)+", "+w.Say("export.comparison.days"), numberColumn, 12, func(i reports.Item, _ int) any {
			return c.Days(side, i.Numbers[side])
		})
	}
}

// compared is the cell of what is compared: the number, or live what it is a
// day.
func (s *comparisonSheet) compared(i reports.Item, side, row int) any {
	v := s.valueCell(i, side)
	if n, known := v.(float64); known && s.Comparison.Pair.PerDay {
		key := []string{"from", "to"}[side]
		return formula{s.ref("whole "+key, row) + "/" + s.ref("days "+key, row), n}
	}
	return v
}

func (s *comparisonSheet) difference(i reports.Item, row int) any {
	return worked(i.Difference.Value, s.ref("to", row)+"-"+s.ref("from", row))
}

func (s *comparisonSheet) percent(i reports.Item, row int) any {
	if i.Difference.Known() && !i.Percent.Known() {
		return signNotApplicable
	}
	return worked(i.Percent.Value, percentFormula(s.ref("from", row), s.ref("to", row)))
}

func percentFormula(from, to string) string { return fmt.Sprintf("(%s-%s)/%[2]s*100", to, from) }

// ofWhole is a share of the sum on the sheet of totals.
func (s *comparisonSheet) ofWhole(value float64, part, column string) any {
	return worked(value, fmt.Sprintf("%s/%s!$%s$%d*100", part, quoteSheet(s.totals.name), column, s.totalRow))
}

// worked is a formula with its value, or shorthand where it has none.
func worked(value float64, text string) any {
	if math.IsNaN(value) || math.IsInf(value, 0) {
		return signNotAvailable
	}
	return formula{text, value}
}

func bound(v float64) any {
	if math.IsInf(v, 0) || math.IsNaN(v) {
		return signNotAvailable
	}
	return v
}

func (s *comparisonSheet) status(i reports.Item, side int) any {
	w := s.Words
	switch i.Stated[side] {
	case reports.ToldNone:
		return w.Say("export.comparison.none")
	case reports.NotTold:
		return signNotAvailable
	case reports.ToldFew:
		return signWithheld
	}
	if text := statusText(w, i.Numbers[side], nil); text != "" {
		return text
	}
	return w.Say("export.normal")
}

// change says in words what became of the item, and by what the two numbers do
// not count the same.
func (s *comparisonSheet) change(i reports.Item, _ int) any {
	text := s.Words.Change(s.Comparison, i)
	if text == "" {
		text = s.Words.Say("comparison." + i.Change.String())
	}
	if len(i.Events) > 0 {
		text = signBreak + " " + text
	}
	return text
}

// makeTotals makes the sheet of totals: the sum of the items where they may be
// added, and the whole that the publisher tells.
func (s *comparisonSheet) makeTotals(n names) {
	w, c := s.Words, s.Comparison
	s.totalRow = s.totals.headerRow() + 1
	var rows [][]any
	if c.Unaddable == "" {
		last := s.first + len(c.Items) - 1
		sum := func(key string, side int) any {
			return formula{fmt.Sprintf("SUM(%s!%s:%s)", quoteSheet(s.page.name), s.ref(key, s.first), s.ref(key, last)), c.Sides[side].Sum.Value}
		}
		rows = append(rows, s.totalCells(w.Say("export.comparison.sum"), sum("from", 0), sum("to", 1), s.totalRow,
			c.Sides[0].Sum.Value, c.Sides[1].Sum.Value))
	}
	if c.HasTotal {
		v := c.Total.Values
		rows = append(rows, s.totalCells(w.Say("export.comparison.whole.told"), s.valueCell(c.Total, 0), s.valueCell(c.Total, 1), s.totalRow+len(rows),
			v[0].Value, v[1].Value))
	}
	if len(rows) == 0 {
		return
	}
	heads := newNames()
	s.totals.grid = &grid{name: n.takeTable("Comparison totals"), count: len(rows), rows: listed(rows)}
	for i, header := range []string{"", w.SideName(c, 0), w.SideName(c, 1), w.Say("comparison.column.difference"), w.Say("comparison.column.percent")} {
		col := column{heads.take(header), numberColumn, 20}
		if i == 0 {
			col = column{heads.take(w.Say("export.comparison.what")), textColumn, 52}
		}
		s.totals.grid.columns = append(s.totals.grid.columns, col)
	}
	s.totalRow = s.totals.fold().headerRow() + 1
}

// totalCells are a row of the sheet of totals.
func (s *comparisonSheet) totalCells(name string, from, to any, row int, a, b float64) []any {
	f, t := fmt.Sprintf("B%d", row), fmt.Sprintf("C%d", row)
	percent := any(signNotApplicable)
	if a > 0 && s.hasPercent() {
		percent = worked((b-a)/a*100, percentFormula(f, t))
	}
	return []any{name, from, to, worked(b-a, t+"-"+f), percent}
}
