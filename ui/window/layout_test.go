package window

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
)

func TestSpareObjectsMakeRoom(t *testing.T) {
	box := func(width float32) fyne.CanvasObject {
		r := canvas.NewRectangle(color.Black)
		r.SetMinSize(fyne.NewSize(width, 10))
		return r
	}
	a, b, c, wide := box(100), box(60), box(40), box(20)
	row := container.New(spread{wide: 3, spare: []fyne.CanvasObject{b, c}}, a, b, c, wide)
	if least := row.MinSize().Width; least != 120 {
		t.Errorf("the row needs %v, want 120", least)
	}
	for _, want := range []struct {
		width float32
		b, c  bool
	}{{300, true, true}, {160, false, true}, {130, false, false}, {220, true, true}} {
		row.Resize(fyne.NewSize(want.width, 10))
		if b.Visible() != want.b || c.Visible() != want.c {
			t.Errorf("at %v: %v, %v", want.width, b.Visible(), c.Visible())
		}
		if right := wide.Position().X + wide.Size().Width; right != want.width {
			t.Errorf("at %v the row ends at %v", want.width, right)
		}
	}
}

// A French window with the drawer open still fits a small screen.
func TestTheWindowFitsASmallScreen(t *testing.T) {
	p := opened(t, telegram())
	p.setLanguage("fr")
	p.open(side{kind: keysSide})
	if least := p.window.Content().MinSize().Width; least > 1280 {
		t.Errorf("the window needs %v of 1280", least)
	}
}
