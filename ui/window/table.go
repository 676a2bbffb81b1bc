package window

import (
	"slices"

	"iter"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

// A table shows the numbers of an answer: a row a series, a column a period,
// the newest last. It shows whole rows and columns only and scrolls by them,
// so that it is exact at every length; the last column stands at the right.
type table struct {
	widget.BaseWidget
	OnPin  func(pin)
	OnHint func(reports.Series, reports.Number)
	OnSay  func(string) // of a cell that was worked out of numbers
	OnOut  func()       // the pointer is at no number
	OnKey  func(*fyne.KeyEvent)

	lines    listing
	sided    []tableRow    // of a comparison, in place of lines
	heads    []string      // of its columns; nil: they are periods
	hows     []sidedColumn // of a comparison
	words    *assets.Words
	compared *reports.Comparison // what heads and texts are of
	widths   []float32           // of the periods' columns
	widest   float32             // that any of the series' names needs
	name     float32             // width that they have
	measures *worker             // looks at all rows where they are very many

	top, last int  // the first row and the last column that are shown
	at        spot // where the keyboard is
	pinned    spot
	focused   bool
	dragged   float32
	barred    bool // what is dragged is the bar
}

// A spot is a cell of the table: a row and a period.
type spot struct{ row, column int }

// stepped returns the spot that an arrow leads to, or a page of so many rows.
func (s spot) stepped(key fyne.KeyName, page int) spot {
	switch key {
	case fyne.KeyLeft:
		s.column--
	case fyne.KeyRight:
		s.column++
	case fyne.KeyUp:
		s.row--
	case fyne.KeyDown:
		s.row++
	case fyne.KeyPageUp:
		s.row -= page
	case fyne.KeyPageDown:
		s.row += page
	}
	return s
}

// nowhere is the spot of nothing.
var nowhere = spot{-1, -1}

const (
	cellMargin  = 8
	trendWidth  = 112
	nameMost    = 260
	namePart    = 0.34 // of a wide table, which names may take, too
	nameLeast   = 90
	tableHeight = pitch * 3
)

func newTable(measures *worker) *table {
	t := &table{at: nowhere, pinned: nowhere, measures: measures}
	t.ExtendBaseWidget(t)
	return t
}

// show fills the table with series, and scrolls to the newest period.
func (t *table) show(series []reports.Series, periods []reports.Period, total bool, words *assets.Words) {
	if t.lines.is(series) && t.words == words {
		return
	}
	t.words, t.lines, t.sided, t.heads, t.compared = words, newListing(series, periods, total, words), nil, nil, nil
	t.fill()
}

// fill begins with what the table was given, at the newest period.
func (t *table) fill() {
	t.measure()
	t.top, t.last, t.at, t.pinned = 0, t.columns()-1, nowhere, nowhere
	t.Refresh()
}

// setName gives the names what they need: at most nameMost, a part of a wide
// table, or what the columns leave.
func (t *table) setName() {
	t.name = 0
	most := fyne.Max(nameMost, namePart*t.Size().Width)
	t.name = roundUp(fyne.Min(t.widest, fyne.Max(most, t.Size().Width-t.left()-sum(t.widths)-1)))
}

// trends tells whether there is a sparkline in each row: a single period has no
// trend, and in a narrow table the numbers come first.
func (t *table) trends() bool {
	if t.heads != nil || t.columns() < 2 {
		return false
	}
	rest := t.Size().Width - fyne.Min(t.widest, nameMost) - trendWidth
	return t.Size().Width == 0 || len(t.widths) == 0 || rest > slices.Max(t.widths)
}

func roundUp(v float32) float32 { return float32(int(v) + 1) }

// columns returns how many columns there are beside the names.
func (t *table) columns() int {
	if t.heads != nil {
		return len(t.heads)
	}
	return len(t.lines.periods)
}

// count returns how many rows there are.
func (t *table) count() int {
	if t.heads != nil {
		return len(t.sided)
	}
	return len(t.lines.series)
}

// row returns a row by its place.
func (t *table) row(i int) tableRow {
	if t.heads != nil {
		return t.sided[i]
	}
	return t.lines.row(i)
}

// all goes through the rows.
func (t *table) all() iter.Seq2[int, tableRow] {
	return func(yield func(int, tableRow) bool) {
		for i := range t.count() {
			if !yield(i, t.row(i)) {
				return
			}
		}
	}
}

func (t *table) header(i int) string {
	if t.heads != nil {
		return t.heads[i]
	}
	text := t.words.PeriodShort(t.lines.periods[i])
	if i == len(t.lines.periods)-1 {
		text += " " + t.words.Say("window.table.newest")
	}
	return text
}

// number returns the number at a spot.
func (t *table) number(at spot) (reports.Series, reports.Number, bool) {
	if at.row < 0 || at.row >= t.count() || at.column < 0 {
		return reports.Series{}, reports.Number{}, false
	}
	row := t.row(at.row)
	if at.column >= len(row.numbers) || row.numbers[at.column] == nil {
		return reports.Series{}, reports.Number{}, false
	}
	return row.about(at.column), *row.numbers[at.column], true
}

// find returns the spot of a number; nowhere where it is not in the table.
func (t *table) find(p pin) spot {
	to := nowhere
	for i := range t.count() {
		if !p.set() || t.heads == nil && !t.lines.series[i].Is(p.series) {
			continue
		}
		row := t.row(i)
		for c, n := range row.numbers {
			if n != nil && n.Period == p.period && row.about(c).Is(p.series) {
				to = spot{i, c}
			}
		}
	}
	return to
}

// sel marks the pinned number, and scrolls to it.
func (t *table) sel(p pin) {
	to := t.find(p)
	if to == t.pinned {
		return
	}
	t.pinned = to
	if to != nowhere {
		t.at = to
		t.reveal(to)
	}
	t.Refresh()
}

// Resize keeps the pinned number in sight.
func (t *table) Resize(size fyne.Size) {
	t.BaseWidget.Resize(size)
	t.setName()
	if t.pinned != nowhere {
		t.reveal(t.pinned)
		t.Refresh()
	}
}

// CreateRenderer draws the rows and columns that fit.
func (t *table) CreateRenderer() fyne.WidgetRenderer { return newTableRenderer(t) }
