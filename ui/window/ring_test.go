package window

import (
	"image"
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// What has the focus has a ring on all of its sides, also where what holds it
// is cut off at its edges.
func TestRingsOfTheFocusAreWhole(t *testing.T) {
	p := pinned(onTelegram)(t)
	p.table.at = nowhere
	checked := append([]fyne.Focusable{p.picture, p.table}, focusable(p.drawer.body)...)
	for _, f := range append(checked, focusable(p.panel.object)[:3]...) {
		if _, draws := f.(interface{ base() *control }); !draws && f != p.picture && f != p.table {
			continue
		}
		p.window.Canvas().Focus(f)
		p.table.at = nowhere
		p.table.Refresh()
		seen := p.window.Canvas().Capture()
		o := f.(fyne.CanvasObject)
		for side, missing := range sidesWithout(seen, fyne.CurrentApp().Driver().AbsolutePositionForObject(o), o.Size()) {
			if missing {
				t.Errorf("%s: the ring has no %s side", called(f), []string{"left", "right", "upper", "lower"}[side])
			}
		}
	}
}

// sidesWithout tells along which sides of an object nothing has the ring's
// colour: left, right, above, below.
func sidesWithout(seen image.Image, at fyne.Position, size fyne.Size) (missing [4]bool) {
	want := color.RGBAModel.Convert(theme.Color(theme.ColorNamePrimary)).(color.RGBA)
	ring := func(x, y float32) bool {
		r, g, b, _ := seen.At(int(x), int(y)).RGBA()
		off := func(v uint32, w uint8) int { return max(int(v>>8)-int(w), int(w)-int(v>>8)) }
		return off(r, want.R)+off(g, want.G)+off(b, want.B) < 200 // half of a line's colour, where it falls between two pixels
	}
	x, y := at.X+size.Width*0.37, at.Y+size.Height*0.37
	missing = [4]bool{true, true, true, true}
	for i := float32(-3); i < 7; i++ {
		for side, on := range []bool{ring(at.X+i, y), ring(at.X+size.Width-1-i, y), ring(x, at.Y+i), ring(x, at.Y+size.Height-1-i)} {
			missing[side] = missing[side] && !on
		}
	}
	return missing
}
