package window

import (
	"context"
	"errors"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// An incomingList is the list of files: Delete takes one out, Ctrl+C copies
// what came of it.
type incomingList struct {
	keyList
	view     *incomingView
	template fyne.CanvasObject
	heights  []saidHeight // of the files' rows, as they were measured last
}

// A saidHeight is how high the row is that says a text at a width.
type saidHeight struct {
	text          string
	width, height float32
}

// mostWrapped is how many files may have rows that are as high as what they
// say needs: of a longer list the list says one line each, and the detail
// below it the whole.
const mostWrapped = 400

func newIncomingList(v *incomingView) *incomingList {
	l := &incomingList{view: v, template: newIncomingRow()}
	l.onKey = func(e *fyne.KeyEvent) {
		if e.Name == fyne.KeyDelete || e.Name == fyne.KeyBackspace {
			v.stop()
			return
		}
		v.page.typed(e)
	}
	l.self, l.OnHint = l, v.page.hint
	l.Length = func() int { return len(v.files) }
	l.CreateItem = newIncomingRow
	l.UpdateItem = func(i int, o fyne.CanvasObject) { l.fill(o, v.files[i]) }
	l.OnSelected, l.OnHighlighted = v.pick, v.pick
	l.ExtendBaseWidget(l)
	return l
}

// Resize measures the rows anew where the width changed.
func (l *incomingList) Resize(size fyne.Size) {
	l.keyList.Resize(size)
	l.measure()
}

// measure gives each row the height that it needs to say all.
func (l *incomingList) measure() {
	width := l.Size().Width
	if width <= 0 {
		return
	}
	if n := len(l.view.files); n < len(l.heights) {
		l.heights = l.heights[:n]
	}
	for i, f := range l.view.files[:min(len(l.view.files), mostWrapped)] {
		text := l.view.page.incomingLine(f)
		if i == len(l.heights) {
			l.heights = append(l.heights, saidHeight{})
		}
		if known := l.heights[i]; known.text == text && known.width == width {
			continue
		}
		l.fill(l.template, f)
		l.template.Resize(fyne.NewSize(width, l.template.MinSize().Height))
		l.heights[i] = saidHeight{text, width, l.template.MinSize().Height}
		l.SetItemHeight(i, l.heights[i].height)
	}
}

var _ fyne.Shortcutable = (*incomingList)(nil)

// TypedShortcut copies what came of the selected file.
func (l *incomingList) TypedShortcut(s fyne.Shortcut) {
	if _, ok := s.(*fyne.ShortcutCopy); ok {
		l.view.copy()
	}
}

// newIncomingRow makes the lines of a file: its name with how far it is, and
// what it was recognised as, or why not.
func newIncomingRow() fyne.CanvasObject {
	state := line("", theme.ColorNamePlaceHolder, 11, false)
	first := container.New(spread{wide: 0, gap: 8}, newFitted("", theme.ColorNameForeground, noteSize), state)
	more := note("")
	more.Inset = 0
	return container.New(margins{3, 14, 3, 6}, container.New(stackedLines{}, first, more))
}

func (l *incomingList) fill(o fyne.CanvasObject, f incoming) {
	p := l.view.page
	lines := o.(*fyne.Container).Objects[0].(*fyne.Container).Objects
	first := lines[0].(*fyne.Container)
	name, state, more := first.Objects[0].(*fitted), first.Objects[1].(*canvas.Text), lines[1].(*paragraph)
	colour := theme.ColorNamePlaceHolder
	switch {
	case f.came != nil && f.came.Err != nil && !errors.Is(f.came.Err, context.Canceled):
		colour = theme.ColorNameError
	case f.came == nil && f.begun:
		colour = theme.ColorNamePrimary
	}
	state.Color = theme.Color(colour)
	state.Text = p.incomingState(f)
	name.set(base(f.path))
	first.Refresh()
	state.Refresh()
	more.Most = 0
	if len(l.view.files) > mostWrapped {
		more.Most = 1
	}
	more.set(p.incomingLine(f))
}
