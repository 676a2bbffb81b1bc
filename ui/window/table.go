package window

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
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
	OnOut  func() // the pointer is at no number
	OnKey  func(*fyne.KeyEvent)

	rows     []tableRow
	periods  []reports.Period
	heads    []string // of the columns where they are no periods; nil: they are
	words    *assets.Words
	compared *reports.Comparison // what heads and texts are of
	shown    *reports.Series     // the first of what is shown
	widths   []float32           // of the periods' columns
	widest   float32             // that any of the series' names needs
	name     float32             // width that they have

	top, last int  // the first row and the last column that are shown
	at        spot // where the keyboard is
	pinned    spot
	focused   bool
	dragged   float32
}

// A tableRow is a series with its numbers in the order of the columns.
type tableRow struct {
	series  reports.Series
	label   string
	total   bool
	numbers []*reports.Number // nil: there is none for the period
	texts   []string          // of the columns where they are no periods
	sides   []reports.Series  // what each number is of where the series is not one
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
	nameLeast   = 90
	indicator   = 4 // the height of the line that shows how far it is scrolled
	tableHeight = pitch * 3
)

func newTable() *table {
	t := &table{at: nowhere, pinned: nowhere}
	t.ExtendBaseWidget(t)
	return t
}

// show fills the table with series, and scrolls to the newest period.
func (t *table) show(series []reports.Series, periods []reports.Period, total bool, words *assets.Words) {
	if len(series) > 0 && t.shown == &series[0] && t.words == words {
		return
	}
	t.periods, t.words, t.rows, t.shown, t.heads, t.compared = periods, words, nil, nil, nil, nil
	column := make(map[reports.Period]int, len(periods))
	for i, p := range periods {
		column[p] = i
	}
	label := words.Labels(series)
	if total {
		label = words.Labels(series[1:])
	}
	t.rows = make([]tableRow, 0, len(series))
	numbers := make([]*reports.Number, len(series)*len(periods))
	for i, s := range series {
		row := tableRow{series: s, label: capital(label(s)), total: total && i == 0, numbers: numbers[i*len(periods) : (i+1)*len(periods)]}
		if row.total {
			row.label = words.Say("window.table.total")
		}
		for j := range s.Numbers {
			if c, ok := column[s.Numbers[j].Period]; ok {
				row.numbers[c] = &s.Numbers[j]
			}
		}
		t.rows = append(t.rows, row)
	}
	if len(series) > 0 {
		t.shown = &series[0]
	}
	t.setWidths()
	t.top, t.last, t.at, t.pinned = 0, t.columns()-1, nowhere, nowhere
	t.Refresh()
}

// setWidths makes each column as wide as its widest text.
func (t *table) setWidths() {
	bold := fyne.TextStyle{Bold: true}
	t.widest = t.nameWidth(bold)
	t.widths = make([]float32, t.columns())
	for i := range t.widths {
		longest := ""
		for _, r := range t.rows {
			if text, _ := t.cell(r, i); len(text) > len(longest) {
				longest = text
			}
		}
		width := fyne.Max(fyne.MeasureText(t.header(i), noteSize, bold).Width, fyne.MeasureText(longest, theme.TextSize(), bold).Width)
		t.widths[i] = roundUp(width + 2*cellMargin)
	}
	t.setName()
}

// setName gives the names what they need: at most nameMost, or what the
// columns leave.
func (t *table) setName() {
	t.name = 0
	t.name = roundUp(fyne.Min(t.widest, fyne.Max(nameMost, t.Size().Width-t.left()-sum(t.widths)-1)))
}

// nameWidth is the width of the widest name. Of very many rows only the names
// with most letters are measured: each takes a tenth of a millisecond.
func (t *table) nameWidth(style fyne.TextStyle) float32 {
	const few, most = 1000, 100
	longest := 0
	for _, r := range t.rows {
		longest = max(longest, len(r.label))
	}
	width, measured := float32(nameLeast), 0
	for _, r := range t.rows {
		if many := len(t.rows) > few; many && (measured == most || len(r.label) < longest*4/5) {
			continue
		}
		measured++
		width = fyne.Max(width, fyne.MeasureText(r.label, theme.TextSize(), style).Width+2*cellMargin)
	}
	return width
}

func roundUp(v float32) float32 { return float32(int(v) + 1) }

// columns returns how many columns there are beside the names.
func (t *table) columns() int {
	if t.heads != nil {
		return len(t.heads)
	}
	return len(t.periods)
}

// cell returns the text of a row's column, and whether it is to be taken as it
// stands.
func (t *table) cell(r tableRow, i int) (text string, plain bool) {
	if t.heads != nil {
		return r.texts[i], r.texts[i] != t.words.Number(math.NaN()) && (i >= len(r.numbers) || r.numbers[i] == nil || !quiet(*r.numbers[i]))
	}
	if n := r.numbers[i]; n != nil {
		return t.words.Amount(*n), !quiet(*n)
	}
	return "–", false
}

func (t *table) header(i int) string {
	if t.heads != nil {
		return t.heads[i]
	}
	text := t.words.PeriodShort(t.periods[i])
	if i == len(t.periods)-1 {
		text += " " + t.words.Say("window.table.newest")
	}
	return text
}

// number returns the number at a spot.
func (t *table) number(at spot) (reports.Series, reports.Number, bool) {
	if at.row < 0 || at.row >= len(t.rows) || at.column < 0 || at.column >= len(t.rows[at.row].numbers) || t.rows[at.row].numbers[at.column] == nil {
		return reports.Series{}, reports.Number{}, false
	}
	return t.rows[at.row].about(at.column), *t.rows[at.row].numbers[at.column], true
}

// sel marks the pinned number, and scrolls to it.
func (t *table) sel(p pin) {
	to := nowhere
	for r, row := range t.rows {
		for i, n := range row.numbers {
			if n != nil && p.set() && n.Period == p.period && row.about(i).Is(p.series) {
				to = spot{r, i}
			}
		}
	}
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
