package window

import "fyne.io/fyne/v2"

// A placed column is a period's column where it is drawn.
type placed struct {
	column   int
	x, width float32
}

// visibleRows returns how many whole rows fit below the header.
func (t *table) visibleRows() int {
	return min(t.count(), max(0, int((t.Size().Height-pitch-indicator)/pitch)))
}

// need returns the height that shows all rows.
func (t *table) need() float32 { return pitch*float32(1+t.count()) + indicator + 12 }

// left returns where the columns begin: after the names, and the sparklines
// where there are any.
func (t *table) left() float32 {
	if t.trends() {
		return t.name + trendWidth
	}
	return t.name
}

// visibleColumns places the columns that fit wholly: all of them from the
// left, or else as many as fit up to the last one at the right.
func (t *table) visibleColumns() []placed {
	left := t.left()
	space := t.Size().Width - left
	if sum(t.widths) <= space {
		return place(t.widths, 0, left)
	}
	first, used := t.last+1, float32(0)
	for first > 0 && used+t.widths[first-1] <= space {
		first--
		used += t.widths[first]
	}
	return place(t.widths[:t.last+1], first, left+space-used)
}

func place(widths []float32, first int, x float32) []placed {
	list := make([]placed, 0, len(widths)-first)
	for i := first; i < len(widths); i++ {
		list = append(list, placed{i, x, widths[i]})
		x += widths[i]
	}
	return list
}

func sum(list []float32) float32 {
	total := float32(0)
	for _, v := range list {
		total += v
	}
	return total
}

// spotAt returns the cell at a place of the table.
func (t *table) spotAt(at fyne.Position) spot {
	row := int((at.Y - pitch) / pitch)
	if at.Y < pitch || row >= t.visibleRows() {
		return nowhere
	}
	for _, c := range t.visibleColumns() {
		if at.X >= c.x && at.X < c.x+c.width {
			return spot{t.top + row, c.column}
		}
	}
	return nowhere
}

// scroll moves by rows and columns, as far as there are any.
func (t *table) scroll(rows, columns int) {
	top, last := t.top, t.last
	t.top, t.last = top+rows, last+columns
	if t.clamp(); top != t.top || last != t.last {
		t.Refresh()
	}
}

// clamp keeps what is shown within the rows and columns that there are.
func (t *table) clamp() {
	t.top = max(0, min(t.top, t.count()-t.visibleRows()))
	t.last = max(t.leastLast(), min(t.last, t.columns()-1))
}

// leastLast returns the column that is the last one when the table is
// scrolled to the very first.
func (t *table) leastLast() int {
	space := t.Size().Width - t.left()
	for i, w := range t.widths {
		if space -= w; space < 0 {
			return max(0, i-1)
		}
	}
	return len(t.widths) - 1
}

// reveal scrolls as little as it takes to show a cell.
func (t *table) reveal(at spot) {
	columns := t.visibleColumns()
	if n := t.visibleRows(); n > 0 {
		t.top = max(at.row-n+1, min(t.top, at.row))
	}
	if len(columns) == 0 {
		return
	}
	if at.column > t.last {
		t.last = at.column
	}
	for at.column < columns[0].column {
		t.last--
		if columns = t.visibleColumns(); len(columns) == 0 {
			return
		}
	}
}
