package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
)

// A table shows the numbers of an answer: a row a series, a column a period,
// the newest last.
type table struct {
	widget.Table
	OnPin  func(pin)
	OnHint func(reports.Series, reports.Number)
	OnKey  func(*fyne.KeyEvent)

	rows    []tableRow
	periods []reports.Period
	words   *assets.Words
	newest  string
	at      widget.TableCellID
	silent  bool // a selection from outside is not told back
	shown   *reports.Series
}

// A tableRow is a series with its numbers in the order of the columns.
type tableRow struct {
	series  reports.Series
	label   string
	total   bool
	numbers []*reports.Number // nil: there is none for the period
}

// The columns before those of the periods.
const (
	nameColumn = iota
	trendColumn
	firstPeriod
)

func newTable() *table {
	t := &table{}
	t.Length = t.length
	t.CreateCell = func() fyne.CanvasObject { return newCell() }
	t.UpdateCell = t.update
	t.ShowHeaderRow = true
	t.CreateHeader = func() fyne.CanvasObject { return newCell() }
	t.UpdateHeader = t.updateHeader
	t.StickyColumnCount = firstPeriod
	t.OnSelected = t.selected
	t.OnHighlighted = t.highlighted
	t.ExtendBaseWidget(t)
	return t
}

// length answers 0 until the table has a size, or Fyne makes a separator a row.
func (t *table) length() (rows, columns int) {
	if t.Size().Width == 0 || len(t.rows) == 0 {
		return 0, 0
	}
	return len(t.rows), firstPeriod + len(t.periods)
}

// show fills the table with series, and scrolls to the newest period.
func (t *table) show(series []reports.Series, periods []reports.Period, total bool, words *assets.Words) {
	if len(series) > 0 && t.shown == &series[0] && t.words == words {
		return
	}
	t.periods, t.words, t.rows = periods, words, nil
	t.newest = words.Say("window.table.newest")
	column := make(map[reports.Period]int, len(periods))
	for i, p := range periods {
		column[p] = i
	}
	for i, s := range series {
		row := tableRow{series: s, label: capital(words.Series(s)), total: total && i == 0, numbers: make([]*reports.Number, len(periods))}
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
	t.setWidths()
	t.Refresh()
	t.scrollToNewest()
}

func (t *table) scrollToNewest() {
	if rows, columns := t.length(); rows > 0 {
		t.ScrollTo(widget.TableCellID{Row: 0, Col: columns - 1})
	}
}

// Resize shows the newest period once the table has a size.
func (t *table) Resize(size fyne.Size) {
	first := t.Size().Width == 0
	t.Table.Resize(size)
	if first && size.Width > 0 {
		t.Refresh()
		t.scrollToNewest()
	}
}

// setWidths makes each column as wide as its widest text.
func (t *table) setWidths() {
	bold := fyne.TextStyle{Bold: true}
	name := float32(90)
	for _, r := range t.rows {
		name = fyne.Max(name, fyne.MeasureText(r.label, theme.TextSize(), bold).Width+2*cellMargin)
	}
	t.SetColumnWidth(nameColumn, roundUp(fyne.Min(name, 260)))
	t.SetColumnWidth(trendColumn, 112)
	for i := range t.periods {
		width := fyne.MeasureText(t.header(i), noteSize, bold).Width
		for _, r := range t.rows {
			if r.numbers[i] != nil {
				width = fyne.Max(width, fyne.MeasureText(t.words.Amount(*r.numbers[i]), theme.TextSize(), bold).Width)
			}
		}
		t.SetColumnWidth(firstPeriod+i, roundUp(width+2*cellMargin))
	}
}

func roundUp(v float32) float32 { return float32(int(v) + 1) }

func (t *table) header(i int) string {
	text := t.words.PeriodShort(t.periods[i])
	if i == len(t.periods)-1 {
		text += " " + t.newest
	}
	return text
}

func (t *table) updateHeader(id widget.TableCellID, o fyne.CanvasObject) {
	c := o.(*cell)
	switch {
	case t.words == nil || id.Col >= firstPeriod+len(t.periods) || id.Col < 0:
		c.set("", theme.ColorNamePlaceHolder, leftCell, false)
	case id.Col == nameColumn:
		c.set("", theme.ColorNamePlaceHolder, leftCell, true)
	case id.Col == trendColumn:
		c.set(t.words.Say("window.table.trend"), theme.ColorNamePlaceHolder, leftCell, true)
	default:
		c.set(t.header(id.Col-firstPeriod), theme.ColorNamePlaceHolder, rightCell, true)
	}
}

func (t *table) update(id widget.TableCellID, o fyne.CanvasObject) {
	c := o.(*cell)
	if id.Row >= len(t.rows) {
		return
	}
	row := t.rows[id.Row]
	switch id.Col {
	case nameColumn:
		c.bold = row.total
		c.set(row.label, theme.ColorNameForeground, leftCell, false)
	case trendColumn:
		c.trend(row.numbers)
	default:
		t.updateNumber(c, row, id.Col-firstPeriod)
	}
}

// updateNumber shows a number; one that is not whole is quiet and slanted.
func (t *table) updateNumber(c *cell, row tableRow, i int) {
	c.bold = row.total
	if i >= len(row.numbers) || row.numbers[i] == nil {
		c.set("–", theme.ColorNamePlaceHolder, rightCell, false)
		return
	}
	n := *row.numbers[i]
	color := theme.ColorNameForeground
	c.slanted = n.Partial() || n.Incomplete || n.Status != reports.Normal
	if c.slanted {
		color = theme.ColorNamePlaceHolder
	}
	c.set(t.words.Amount(n), color, rightCell, false)
}

// number returns the number in a cell.
func (t *table) number(id widget.TableCellID) (reports.Series, reports.Number, bool) {
	i := id.Col - firstPeriod
	if id.Row < 0 || id.Row >= len(t.rows) || i < 0 || i >= len(t.periods) || t.rows[id.Row].numbers[i] == nil {
		return reports.Series{}, reports.Number{}, false
	}
	return t.rows[id.Row].series, *t.rows[id.Row].numbers[i], true
}

func (t *table) selected(id widget.TableCellID) {
	t.at = id
	if s, n, ok := t.number(id); ok && !t.silent {
		t.OnPin(pin{series: s, period: n.Period})
	}
}

func (t *table) highlighted(id widget.TableCellID) {
	t.at = id
	if s, n, ok := t.number(id); ok {
		t.OnHint(s, n)
	}
}

// sel selects the pinned number, without telling so.
func (t *table) sel(p pin) {
	t.silent = true
	defer func() { t.silent = false }()
	for r, row := range t.rows {
		for i, n := range row.numbers {
			if n != nil && p.set() && n.Period == p.period && row.series.Is(p.series) {
				t.Select(widget.TableCellID{Row: r, Col: firstPeriod + i})
				return
			}
		}
	}
	t.UnselectAll()
}
