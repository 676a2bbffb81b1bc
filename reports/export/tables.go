package export

import (
	"fmt"
	"iter"
	"math"
	"slices"
	"strings"

	"vitrine/reports"
)

// widest is how many series a table sheet sets side by side at most; beyond
// it the long data alone have them.
const widest = 1000

// A wide is a table sheet's layout: a row a period, a column a series, then
// the columns that say how each number is to be taken.
type wide struct {
	group
	book   Book
	labels []string // of the series
	rows   [][]reports.Number
	ranges []bool // of each series: whether it has columns for its bounds
	status []bool // of each series: whether it has a column for its status
	basis  bool   // whether each series has a column for its basis
	days   bool   // each period is a day
}

func (b Book) wideOf(g group) wide {
	t := wide{group: g, book: b, basis: b.Profile == Analyst}
	grain, even := g.grain()
	t.days = even && grain == reports.EveryDay
	labels := newNames()
	for _, s := range g.series {
		t.labels = append(t.labels, labels.take(clip(b.Words.Series(s), 120)))
		numbers := g.numbers(s)
		t.rows = append(t.rows, numbers)
		t.ranges = append(t.ranges, slices.ContainsFunc(numbers, func(n reports.Number) bool { return n.HasRange }))
		t.status = append(t.status, slices.ContainsFunc(numbers, func(n reports.Number) bool {
			return !isMissing(n) && len(signsOf(n, s.Breaks)) > 0
		}))
	}
	return t
}

// groupPages makes the sheets of a group: its table and, where one may be
// drawn, its chart.
func (b Book) groupPages(g group, i int, n names) []page {
	if len(g.series) > widest {
		return nil
	}
	t := b.wideOf(g)
	title := b.groupTitle(g)
	table := page{
		name:  n.take(fmt.Sprintf("%s %d", b.Words.Say("export.sheet.table"), i+1)),
		title: title, lines: t.lines(), landscape: true,
	}
	table.grid = &grid{
		name:    n.takeTable(string(g.measure) + " " + t.every()),
		columns: t.columns(), rows: t.cells(), count: len(g.periods),
		freeze: b.Profile == Analyst, filter: b.Profile == Analyst,
	}
	return append([]page{table}, t.chartPages(table, i, n)...)
}

// groupTitle is the title of the answer's part that a group is.
func (b Book) groupTitle(g group) string {
	part := b.Answer
	if len(groupsOf(b.Answer)) == 1 && b.Title != "" {
		return b.Title
	}
	part.Series, part.Periods = g.series, g.periods
	return b.Words.Title(part)
}

// every names the grain of the periods: "month".
func (t wide) every() string {
	if grain, even := t.grain(); even {
		return grain.String()
	}
	return t.book.Answer.Question.Every.String()
}

// lines say what the table is, what its numbers are, which shorthand it uses
// and where it is from.
func (t wide) lines() []line {
	w := t.book.Words
	lines := []line{{text: joinSentences(
		w.Say("export.unit", "unit", t.unit(w)), w.Definition(t.measure))}}
	lines = append(lines, line{text: joinSentences(basisText(w, t.group), t.addingText())})
	if text := t.shorthandText(); text != "" {
		lines = append(lines, line{text: text})
	}
	return append(lines, line{text: w.Say("export.source", "source", w.Publisher(t.publisher)+", "+w.Table(t.publisher, t.table))})
}

// addingText says why no total stands beside the parts.
func (t wide) addingText() string {
	if len(t.series) < 2 || t.book.Answer.Unstackable == "" {
		return ""
	}
	w := t.book.Words
	return w.Say("export.notadded", "reason", w.Reason(t.book.Answer.Unstackable))
}

// shorthandText explains the shorthand that the table uses, and no other.
func (t wide) shorthandText() string {
	used := map[string]bool{}
	for i, s := range t.series {
		for _, n := range t.rows[i] {
			for _, sign := range signsOf(n, s.Breaks) {
				used[sign] = true
			}
			if !n.Known() {
				used[instead(n)] = true
			}
		}
	}
	return legend(t.book.Words, used)
}

func (t wide) columns() []column {
	w := t.book.Words
	list := []column{{w.Say("export.column.day"), dayColumn, 14}}
	if !t.days {
		list = []column{
			{w.Say("export.column.period"), textColumn, 24},
			{w.Say("export.column.first"), dayColumn, 14},
			{w.Say("export.column.last"), dayColumn, 14},
		}
	}
	heads := newNames()
	for _, c := range list {
		heads.take(c.header)
	}
	add := func(header string, k kind, width float64) {
		list = append(list, column{heads.take(header), k, width})
	}
	for _, label := range t.labels {
		add(label, numberColumn, min(30, max(14, float64(len([]rune(label)))*1.1+4)))
	}
	t.extras(func(i int, key string, k kind) {
		add(t.labels[i]+", "+w.Say("export.column."+key), k, t.extraWidth(i, key, k))
	})
	return list
}

// extraWidth is what the longest text of a column that follows the numbers
// needs, in characters.
func (t wide) extraWidth(i int, key string, k kind) float64 {
	if k == numberColumn {
		return 16
	}
	longest := len([]rune(t.labels[i]+key)) / 2 // the header may take two rows
	for _, n := range t.rows[i] {
		if text, ok := t.extra(n, t.series[i].Breaks, key).(string); ok {
			longest = max(longest, len([]rune(text)))
		}
	}
	return float64(min(longest, 40))*1.05 + 5
}

// extras goes through the columns that follow the series' numbers.
func (t wide) extras(each func(series int, key string, k kind)) {
	for i := range t.series {
		if t.ranges[i] {
			each(i, "low", numberColumn)
			each(i, "high", numberColumn)
		}
		if t.status[i] {
			each(i, "status", statusColumn)
		}
		if t.basis {
			each(i, "basis", statusColumn)
		}
	}
}

func (t wide) cells() iter.Seq2[[]any, error] {
	return func(yield func([]any, error) bool) {
		for row, p := range t.periods {
			if !yield(t.row(row, p), nil) {
				return
			}
		}
	}
}

func (t wide) row(row int, p reports.Period) []any {
	cells := []any{p.Start}
	if !t.days {
		cells = []any{t.book.Words.Period(p), p.Start, p.Last()}
	}
	for i := range t.series {
		cells = append(cells, numberCell(t.rows[i][row]))
	}
	t.extras(func(i int, key string, _ kind) {
		cells = append(cells, t.extra(t.rows[i][row], t.series[i].Breaks, key))
	})
	return cells
}

func (t wide) extra(n reports.Number, breaks []reports.Break, key string) any {
	w := t.book.Words
	switch {
	case key == "low" && n.HasRange:
		return boundCell(n.Low)
	case key == "high" && n.HasRange:
		return boundCell(n.High)
	case (key == "low" || key == "high") && n.Known():
		return n.Value
	case key == "status" && len(signsOf(n, breaks)) > 0:
		return statusText(w, n, breaks)
	case key == "status":
		return w.Say("export.normal")
	case key == "basis" && !isMissing(n):
		return w.Basis(n)
	case math.IsNaN(n.Value):
		return instead(n)
	}
	return signNotApplicable
}

// joinSentences joins what is not empty.
func joinSentences(texts ...string) string {
	return strings.Join(slices.DeleteFunc(texts, func(s string) bool { return s == "" }), " ")
}
