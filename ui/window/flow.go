package window

import "fyne.io/fyne/v2"

// A flow is a layout of rows that break where the width ends. Fyne's own asks
// for a row an object until it has a width, and afterwards for the width that
// it was given: the window would grow, and never be narrowed again.
type flow struct {
	across, down float32 // the gaps between objects and between rows
	width        float32 // that it was given last; 0 before
}

// MinSize is the width of the widest object, and the height of the rows at the
// width that the flow has: of one row while it has none.
func (f *flow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if o.Visible() {
			size.Width = fyne.Max(size.Width, o.MinSize().Width)
		}
	}
	size.Height = f.rows(objects, f.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return size
}

// Layout puts objects side by side, and those for which a row has no room into
// the next one.
func (f *flow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	f.width = size.Width
	f.rows(objects, f.width, func(o fyne.CanvasObject, at fyne.Position, least fyne.Size) {
		o.Resize(least)
		o.Move(at)
	})
}

// rows tells the place of each visible object, and returns the height of all.
// Every row is as high as the highest object.
func (f *flow) rows(objects []fyne.CanvasObject, width float32, place func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	var row, bottom float32
	for _, o := range objects {
		if o.Visible() {
			row = fyne.Max(row, o.MinSize().Height)
		}
	}
	at := fyne.Position{}
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if width > 0 && at.X > 0 && at.X+least.Width > width {
			at = fyne.NewPos(0, at.Y+row+f.down)
		}
		place(o, at, least)
		at.X += least.Width + f.across
		bottom = at.Y + row
	}
	return bottom
}

// A oneRow puts objects side by side in a single row. The last is always seen;
// of the others those are hidden, from the end, for which the row has no room.
type oneRow struct{ gap float32 }

// MinSize is the width of the widest object, and the height of the highest.
func (r oneRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size
}

// Layout places what has room, and hides the rest.
func (r oneRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	if len(objects) == 0 {
		return
	}
	last := len(objects) - 1
	var x float32
	room, full := size.Width-objects[last].MinSize().Width, false
	for i, o := range objects {
		least := o.MinSize()
		if full = full || i < last && x+least.Width+r.gap > room; full && i < last {
			o.Hide()
			continue
		}
		o.Show()
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		o.Resize(least)
		x += least.Width + r.gap
	}
}
