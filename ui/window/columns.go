package window

import "fyne.io/fyne/v2"

// The widths of the side panels, unless the user moved their edges, and how
// narrow and how wide they get.
const (
	libraryWidth, libraryLeast, libraryMost = 240, 200, 480
	drawerWidth, drawerLeast, drawerMost    = 320, 280, 800
	widthStep                               = 40
	gripWidth                               = 7
)

// middleLeast is how narrow the middle gets beside both panels.
const middleLeast = 480

// A columns layout gives the first object the library's width, the third one,
// while it is visible, the drawer's, and the middle one what is left. While
// the middle one is hidden the third has its room, too. Where the window has
// no room for three, the drawer takes the library's place. The last two are
// the bars on the edges of the panels.
type columns struct {
	library, drawer float32
	resized         func(fyne.Size) // before the columns are placed
}

func newColumns(p *page) *columns {
	prefs := p.app.Preferences()
	c := &columns{resized: p.resized}
	c.setLibrary(float32(prefs.FloatWithFallback(prefLibrary, libraryWidth)))
	c.setDrawer(float32(prefs.FloatWithFallback(prefDrawer, drawerWidth)))
	return c
}

func (c *columns) setLibrary(width float32) {
	c.library = fyne.Max(libraryLeast, fyne.Min(width, libraryMost))
}

func (c *columns) setDrawer(width float32) {
	c.drawer = fyne.Max(drawerLeast, fyne.Min(width, drawerMost))
}

// MinSize is that of the visible columns, with panels as narrow as they are at
// first or narrower.
func (c *columns) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(fyne.Min(c.library, libraryWidth), 0)
	if objects[2].Visible() {
		size.Width = fyne.Min(c.drawer, drawerWidth)
	}
	if objects[1].Visible() {
		size.Width += objects[1].MinSize().Width
	}
	for _, o := range objects[:3] {
		if o.Visible() {
			size.Height = fyne.Max(size.Height, o.MinSize().Height)
		}
	}
	return size
}

// Layout places the columns side by side, all as high as the window. Where
// there is no room for the widths that the user chose, the drawer gives way
// first, then the library.
func (c *columns) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c.resized(size)
	library, drawer := c.fit(objects, size.Width)
	place := func(o fyne.CanvasObject, x, width float32) {
		o.Move(fyne.NewPos(x, 0))
		o.Resize(fyne.NewSize(width, size.Height))
	}
	rest := size.Width - library
	for _, o := range []fyne.CanvasObject{objects[0], objects[3]} {
		seen(o, library > 0)
	}
	place(objects[0], 0, library)
	place(objects[3], library-gripWidth/2, gripWidth)
	switch between := objects[1].Visible(); {
	case !objects[2].Visible():
		place(objects[1], library, rest)
		place(objects[4], size.Width, 0)
	case !between:
		place(objects[2], library, rest)
		place(objects[4], size.Width, 0)
	default:
		place(objects[1], library, rest-drawer)
		place(objects[2], size.Width-drawer, drawer)
		place(objects[4], size.Width-drawer-gripWidth/2, gripWidth)
	}
}

// fit returns the widths for which there is room beside the middle column.
func (c *columns) fit(objects []fyne.CanvasObject, width float32) (library, drawer float32) {
	library, drawer = c.library, c.drawer
	if c.crowded(objects, width) {
		return 0, fyne.Min(drawer, drawerWidth)
	}
	over := library - width
	if objects[1].Visible() {
		over += objects[1].MinSize().Width
	}
	if objects[2].Visible() && objects[1].Visible() {
		over += drawer
		least := fyne.Min(drawer, drawerWidth)
		give := fyne.Max(0, fyne.Min(over, drawer-least))
		drawer, over = drawer-give, over-give
	}
	least := fyne.Min(library, libraryWidth)
	return library - fyne.Max(0, fyne.Min(over, library-least)), drawer
}

// widenLibrary moves the edge between the library and the middle.
func (p *page) widenLibrary(by float32) {
	width := p.widths.library
	if p.panel.object.Visible() {
		width = p.panel.object.Size().Width
	}
	p.widths.setLibrary(width + by)
	p.relayout()
	p.keepWidths()
}

// widenDrawer moves the edge between the middle and the drawer.
func (p *page) widenDrawer(by float32) {
	width := p.widths.drawer
	if p.drawer.object.Visible() && p.middle.Visible() {
		width = p.drawer.object.Size().Width
	}
	p.widths.setDrawer(width + by)
	p.relayout()
	p.keepWidths()
}

// crowded tells whether the window has no room for three columns.
func (c *columns) crowded(objects []fyne.CanvasObject, width float32) bool {
	return objects[1].Visible() && objects[2].Visible() && width < fyne.Min(c.library, libraryWidth)+middleLeast+fyne.Min(c.drawer, drawerWidth)
}

func (p *page) keepWidths() {
	prefs := p.app.Preferences()
	prefs.SetFloat(prefLibrary, float64(p.widths.library))
	prefs.SetFloat(prefDrawer, float64(p.widths.drawer))
}

func (p *page) widthActions() []action {
	noDrawer := func() string { return p.unless(p.drawer.object.Visible() && p.middle.Visible(), "refused.drawer") }
	return []action{
		{menu: "view", name: "widerlibrary", key: fyne.KeyF11, with: ctrl, do: func() { p.widenLibrary(widthStep) }, gap: true},
		{menu: "view", name: "narrowerlibrary", key: fyne.KeyF11, with: ctrl | shift, do: func() { p.widenLibrary(-widthStep) }},
		{menu: "view", name: "widerdrawer", key: fyne.KeyF12, with: ctrl, do: func() { p.widenDrawer(widthStep) }, refused: noDrawer},
		{menu: "view", name: "narrowerdrawer", key: fyne.KeyF12, with: ctrl | shift, do: func() { p.widenDrawer(-widthStep) }, refused: noDrawer},
	}
}
