package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// A side of a rectangle.
type edge int

const (
	leftEdge edge = iota
	rightEdge
	topEdge
)

// MinSize is that of the content: the line needs no space of its own.
func (edge) MinSize(objects []fyne.CanvasObject) fyne.Size { return margins{}.MinSize(objects) }

// Layout draws the last object as a line along the edge; the others get all.
func (e edge) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	margins{}.Layout(objects, size)
	rule := objects[len(objects)-1]
	switch e {
	case leftEdge:
		rule.Resize(fyne.NewSize(1, size.Height))
	case rightEdge:
		rule.Move(fyne.NewPos(size.Width-1, 0))
		rule.Resize(fyne.NewSize(1, size.Height))
	case topEdge:
		rule.Resize(fyne.NewSize(size.Width, 1))
	}
}

// surface puts content on the ground of panels, with a line along an edge.
func surface(e edge, content fyne.CanvasObject) *fyne.Container {
	return container.New(e,
		canvas.NewRectangle(theme.Color(colorSurface)), content, canvas.NewRectangle(theme.Color(theme.ColorNameSeparator)))
}
