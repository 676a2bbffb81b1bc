package window

import (
	"slices"

	"fyne.io/fyne/v2"
)

// margins is a layout with a margin of its own for each side.
type margins struct{ top, right, bottom, left float32 }

// MinSize is that of the largest object with its margins.
func (m margins) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		size = size.Max(o.MinSize())
	}
	return size.AddWidthHeight(m.left+m.right, m.top+m.bottom)
}

// Layout gives every object the space within the margins.
func (m margins) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Move(fyne.NewPos(m.left, m.top))
		o.Resize(size.SubtractWidthHeight(m.left+m.right, m.top+m.bottom))
	}
}

// A spread layout puts objects in a row at their least width; the one at
// index Wide takes what is left. Where there is no room for all, spare ones
// are hidden, the first one first.
type spread struct {
	wide  int
	gap   float32
	spare []fyne.CanvasObject
}

// MinSize adds up the visible objects that are not spare.
func (s spread) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if !o.Visible() || slices.Contains(s.spare, o) {
			continue
		}
		least := o.MinSize()
		size.Width += least.Width
		if i > 0 {
			size.Width += s.gap
		}
		size.Height = fyne.Max(size.Height, least.Height)
	}
	return size
}

// fit shows the spare objects for which there is room, the last one first, and
// returns what is left of it.
func (s spread) fit(room float32) float32 {
	for _, o := range slices.Backward(s.spare) {
		width := o.MinSize().Width + s.gap
		switch fits := width <= room; {
		case fits && !o.Visible():
			o.Show()
		case !fits && o.Visible():
			o.Hide()
		}
		if o.Visible() {
			room -= width
		}
	}
	return room
}

// Layout centres the objects vertically.
func (s spread) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	rest := s.fit(size.Width - s.MinSize(objects).Width)
	x := float32(0)
	for i, o := range objects {
		if !o.Visible() {
			continue
		}
		least := o.MinSize()
		if i == s.wide {
			least.Width = fyne.Max(0, least.Width+rest)
		}
		o.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		o.Resize(least)
		x += least.Width + s.gap
	}
}

// stackedLines is a layout of lines below each other, with a gap between. One
// of them may fill what the others leave.
type stackedLines struct {
	gap  float32
	fill fyne.CanvasObject
}

// MinSize adds up the heights of the visible lines.
func (l stackedLines) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		if least := o.MinSize(); size == (fyne.Size{}) {
			size = least
		} else {
			size = fyne.NewSize(fyne.Max(size.Width, least.Width), size.Height+l.gap+least.Height)
		}
	}
	return size
}

// Layout puts one below the other. Each has its width before it is asked for
// its height: a row that wraps tells then what it needs.
func (l stackedLines) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		if o.Visible() && o != l.fill {
			o.Resize(fyne.NewSize(size.Width, o.MinSize().Height))
		}
	}
	rest, y := size.Height-l.MinSize(objects).Height, float32(0)
	for _, o := range objects {
		if !o.Visible() {
			continue
		}
		height := o.MinSize().Height
		if o == l.fill {
			height = fyne.Max(0, height+rest)
		}
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(size.Width, height))
		y += height + l.gap
	}
}

// atLeast is a layout of a least height.
type atLeast float32

// MinSize is that of the largest object, or the least height.
func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return margins{}.MinSize(objects).Max(fyne.NewSize(0, float32(a)))
}

// Layout gives every object all of the space.
func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) { margins{}.Layout(objects, size) }
