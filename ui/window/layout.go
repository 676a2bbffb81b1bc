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
// are hidden, the first one first; more stands only while one is hidden.
type spread struct {
	wide  int
	gap   float32
	spare []fyne.CanvasObject
	more  fyne.CanvasObject // nil: nothing tells that one is hidden
}

// MinSize adds up the visible objects that are not spare.
func (s spread) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var size fyne.Size
	for i, o := range objects {
		if !o.Visible() || o == s.more || slices.Contains(s.spare, o) {
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

// fit shows the spare objects for which there is room, and returns what is left
// of it.
func (s spread) fit(room float32) float32 {
	rest := s.show(room)
	if s.more == nil {
		return rest
	}
	hidden := slices.ContainsFunc(s.spare, func(o fyne.CanvasObject) bool { return !o.Visible() })
	seen(s.more, hidden)
	if hidden {
		return s.show(room - s.more.MinSize().Width - s.gap)
	}
	return rest
}

// show shows the spare objects for which there is room, the last one first.
func (s spread) show(room float32) float32 {
	for _, o := range slices.Backward(s.spare) {
		width := o.MinSize().Width + s.gap
		seen(o, width <= room)
		if o.Visible() {
			room -= width
		}
	}
	return room
}

// seen shows an object, or hides it, where that is a change.
func seen(o fyne.CanvasObject, on bool) {
	switch {
	case on && !o.Visible():
		o.Show()
	case !on && o.Visible():
		o.Hide()
	}
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

// A beside layout puts a detail at the right of a list, with a line between
// them. The detail has its width, or half of where there is not twice as much.
type beside struct{ detail float32 }

// besideMargin is what stands free at both sides of the line.
const besideMargin = 8

// MinSize is the height of the higher one: both give way in their width.
func (b beside) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(2*besideMargin, margins{}.MinSize(objects).Height)
}

// Layout places the list, the line and the detail.
func (b beside) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	detail := fyne.Min(b.detail, size.Width/2)
	at := size.Width - detail - besideMargin
	objects[0].Resize(fyne.NewSize(at-besideMargin/2, size.Height))
	objects[1].Move(fyne.NewPos(at, 0))
	objects[1].Resize(fyne.NewSize(1, size.Height))
	objects[2].Move(fyne.NewPos(at+besideMargin, 0))
	objects[2].Resize(fyne.NewSize(detail, size.Height))
}

// atLeast is a layout of a least height.
type atLeast float32

// MinSize is that of the largest object, or the least height.
func (a atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return margins{}.MinSize(objects).Max(fyne.NewSize(0, float32(a)))
}

// Layout gives every object all of the space.
func (a atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) { margins{}.Layout(objects, size) }
