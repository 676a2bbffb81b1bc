package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// A pointer move must not draw the chart anew.
func TestPointerLeavesThePictureAlone(t *testing.T) {
	p := opened(t, telegram())
	before := p.picture.chart
	p.picture.MouseMoved(at(400, 200))
	if !p.picture.cursor.shown {
		t.Fatal("no cursor over the picture")
	}
	if p.picture.chart != before {
		t.Error("the pointer drew the chart anew")
	}
	p.picture.MouseOut()
	if p.picture.cursor.shown || p.status.text.Text != "" {
		t.Error("the cursor stays when the pointer leaves")
	}
}

func TestClickPins(t *testing.T) {
	p := opened(t, telegram())
	p.picture.MouseDown(at(400, 200))
	if !p.history.now().pin.set() || p.window.Canvas().Focused() != fyne.Focusable(p.picture) {
		t.Error("a click neither pins nor focuses")
	}
}

func TestPictureIsDrawnAnewForSizeAndQuestion(t *testing.T) {
	p := opened(t, telegram())
	before := p.picture.chart
	p.window.Resize(fyne.NewSize(1000, 700))
	if p.picture.chart == before {
		t.Error("another size shows the old picture")
	}
	before = p.picture.chart
	p.press(t, "log")
	if p.picture.chart == before {
		t.Error("a logarithmic axis shows the old picture")
	}
	before = p.picture.chart
	p.press(t, "partial")
	if p.picture.chart == before {
		t.Error("another question shows the old picture")
	}
}

func TestHeadlineMarkup(t *testing.T) {
	p := opened(t, telegram())
	test.AssertObjectRendersToMarkup(t, "headline.xml", p.headline.object)
}

func at(x, y float32) *desktop.MouseEvent {
	return &desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: fyne.NewPos(x, y)}}
}

// BenchmarkHover measures what the window does for each move of the pointer
// over the picture.
func BenchmarkHover(b *testing.B) {
	p := opened(b, telegram())
	x := 0
	for b.Loop() {
		x = (x + 7) % 700
		p.picture.MouseMoved(at(float32(60+x), 200))
	}
}
