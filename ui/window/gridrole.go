package window

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// role gives the grid heads that are menus: of says what a column is called,
// what it is and in which colour; choose opens its menu. Enter opens that of
// the selected cell's column.
func (g *grid) role(of func(column int) (name, role string, colour fyne.ThemeColorName), choose func(column int)) {
	g.roleOf, g.choose, g.heads = of, choose, map[int]*roleHead{}
	g.CreateHeader = func() fyne.CanvasObject { return newRoleHead() }
	g.UpdateHeader = g.fillRole
	g.SetRowHeight(-1, roleHeight)
	for c := range min(g.columns, gridColumns) {
		name, _, _ := of(c + 1)
		wide := fyne.MeasureText(short(name, 24), noteSize, fyne.TextStyle{Bold: true}).Width + 2*cellMargin + 8
		g.widths[c] = roundUp(fyne.Min(gridMost, fyne.Max(fyne.Max(g.widths[c], wide), roleLeast)))
		g.SetColumnWidth(c, g.widths[c])
	}
}

const (
	roleLeast  = 132 // the least width of a column whose head is a menu
	roleHeight = 44
)

func (g *grid) fillRole(id widget.TableCellID, o fyne.CanvasObject) {
	h := o.(*roleHead)
	switch {
	case id.Row < 0 && id.Col >= 0:
		column := id.Col + 1
		name, role, colour := g.roleOf(column)
		h.set(name, role+" ▾", colour, func() { g.choose(column) })
		h.column = column
		g.heads[column] = h
	case id.Col < 0 && id.Row >= 0 && id.Row < len(g.rows):
		row := g.rows[id.Row]
		h.set(rowNumber(row), "", theme.ColorNamePlaceHolder, nil)
		if g.chooseRow != nil {
			h.tapped = func() { g.chooseRow(h, row.Number) }
		}
	default:
		h.set("", "", theme.ColorNamePlaceHolder, nil)
	}
}

// head returns the head of a column, where it is seen; else nil.
func (g *grid) head(column int) fyne.CanvasObject {
	if h := g.heads[column]; h != nil && h.column == column && h.role.Text != "" {
		return h
	}
	return nil
}

// A roleHead is the head of a column: its name, and below it what it is, which
// is a menu.
type roleHead struct {
	widget.BaseWidget
	name, role *fitted
	ground     *canvas.Rectangle
	column     int // 0: it is the head of a row
	tapped     func()
}

func newRoleHead() *roleHead {
	h := &roleHead{name: newFitted("", theme.ColorNameForeground, noteSize), role: newFitted("", theme.ColorNamePrimary, noteSize), ground: canvas.NewRectangle(color.Transparent)}
	h.name.Bold = true
	h.ground.CornerRadius = 4
	h.ExtendBaseWidget(h)
	return h
}

func (h *roleHead) set(name, role string, colour fyne.ThemeColorName, tapped func()) {
	h.tapped = tapped
	h.name.Color = theme.ColorNameForeground
	if tapped == nil {
		h.name.Color = theme.ColorNamePlaceHolder
	}
	h.name.Bold, h.name.Text = tapped != nil, name
	h.name.Refresh()
	h.role.Color = colour
	h.role.Text = role
	h.role.Refresh()
}

// Tapped opens the menu.
func (h *roleHead) Tapped(*fyne.PointEvent) {
	if h.tapped != nil {
		h.tapped()
	}
}

// MouseIn lights the head up.
func (h *roleHead) MouseIn(*desktop.MouseEvent) {
	if h.tapped != nil {
		h.ground.FillColor = theme.Color(theme.ColorNameHover)
		h.ground.Refresh()
	}
}

// MouseMoved changes nothing.
func (h *roleHead) MouseMoved(*desktop.MouseEvent) {}

// MouseOut ends what MouseIn began.
func (h *roleHead) MouseOut() {
	h.ground.FillColor = color.Transparent
	h.ground.Refresh()
}

// Cursor is a hand where there is a menu.
func (h *roleHead) Cursor() desktop.Cursor {
	if h.tapped == nil {
		return desktop.DefaultCursor
	}
	return desktop.PointerCursor
}

// CreateRenderer draws the two lines.
func (h *roleHead) CreateRenderer() fyne.WidgetRenderer { return roleHeadRenderer{h} }

type roleHeadRenderer struct{ *roleHead }

func (r roleHeadRenderer) Destroy() {}

func (r roleHeadRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.name, r.role}
}

func (r roleHeadRenderer) MinSize() fyne.Size { return fyne.NewSize(60, gridHeight) }

// Layout gives the name all of a row's head, which has no second line.
func (r roleHeadRenderer) Layout(size fyne.Size) {
	height := size.Height / 2
	if r.role.Text == "" && size.Height < roleHeight {
		height = size.Height
	}
	r.ground.Resize(size)
	for i, f := range []*fitted{r.name, r.role} {
		f.Move(fyne.NewPos(cellMargin, float32(i)*height))
		f.Resize(fyne.NewSize(size.Width-2*cellMargin, height))
	}
}

func (r roleHeadRenderer) Refresh() {
	r.Layout(r.Size())
	canvas.Refresh(r.roleHead)
}
