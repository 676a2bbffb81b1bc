package window

import (
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// A nameField takes the place of the field for a name in Fyne's dialogs, which
// keeps Esc to itself.
type nameField struct {
	widget.Entry
	onEscape func()
}

// newNameField makes a field that stands for another: what is typed into one is
// in both.
func newNameField(other *widget.Entry, onEscape func()) *nameField {
	n := &nameField{onEscape: onEscape}
	n.Text, n.PlaceHolder, n.CursorColumn = other.Text, other.PlaceHolder, len([]rune(other.Text))
	n.OnChanged, n.OnSubmitted = other.SetText, other.OnSubmitted
	changed := other.OnChanged
	other.OnChanged = func(text string) {
		if changed != nil {
			changed(text)
		}
		if n.Text != text {
			n.SetText(text)
		}
	}
	n.ExtendBaseWidget(n)
	return n
}

// TypedKey leaves by Esc; the rest edits the name.
func (n *nameField) TypedKey(e *fyne.KeyEvent) {
	if e.Name == fyne.KeyEscape {
		n.onEscape()
		return
	}
	n.Entry.TypedKey(e)
}

// contentOf returns what Fyne's overlay shows: its type is Fyne's own, its
// content is not.
func contentOf(overlay fyne.CanvasObject) fyne.CanvasObject {
	v := reflect.Indirect(reflect.ValueOf(overlay))
	if v.Kind() != reflect.Struct || !v.FieldByName("Content").IsValid() {
		return nil
	}
	content, _ := v.FieldByName("Content").Interface().(fyne.CanvasObject)
	return content
}

// escapable puts a nameField in the place of the field of a dialog that scrolls,
// and returns it; nil where there is none.
func escapable(o fyne.CanvasObject, escape func()) *nameField {
	switch o := o.(type) {
	case *widget.PopUp:
		return escapable(o.Content, escape)
	case *container.Scroll:
		field, is := o.Content.(*widget.Entry)
		if !is {
			return nil
		}
		n := newNameField(field, escape)
		o.Content = n
		o.Refresh()
		return n
	case *fyne.Container:
		for _, child := range o.Objects {
			if n := escapable(child, escape); n != nil {
				return n
			}
		}
	}
	return nil
}
