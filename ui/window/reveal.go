package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
)

// revealMargin is how much of what is around a control is seen with it.
const revealMargin = 8

// reveal scrolls a control into view that got the focus.
func (p *page) reveal(o fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	for _, s := range scrollsAround(p.window.Content(), o) {
		y := driver.AbsolutePositionForObject(o).Y - driver.AbsolutePositionForObject(s).Y
		switch over := y + o.Size().Height + revealMargin - s.Size().Height; {
		case y < 0:
			s.ScrollToOffset(fyne.NewPos(0, s.Offset.Y+y-revealMargin))
		case over > 0:
			s.ScrollToOffset(fyne.NewPos(0, s.Offset.Y+over))
		}
	}
}

// scrollsAround lists what scrolls around an object of a tree, the outermost
// first.
func scrollsAround(tree, o fyne.CanvasObject) []*container.Scroll {
	var path []*container.Scroll
	var within func(fyne.CanvasObject) bool
	within = func(at fyne.CanvasObject) bool {
		if at == o {
			return true
		}
		var children []fyne.CanvasObject
		n := len(path)
		switch at := at.(type) {
		case *fyne.Container:
			children = at.Objects
		case *reader:
			children = []fyne.CanvasObject{at.scroll}
		case *container.Scroll:
			path, children = append(path, at), []fyne.CanvasObject{at.Content}
		}
		for _, child := range children {
			if child.Visible() && within(child) {
				return true
			}
		}
		path = path[:n]
		return false
	}
	if !within(tree) {
		return nil
	}
	return path
}
