package window

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"

	"vitrine/reports"
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

// The line that the pointer is on stands out, whole and where it is drawn; it no
// longer does when the pointer leaves, and bars have none.
func TestTheLineUnderThePointerStandsOut(t *testing.T) {
	p := opened(t, telegram())
	p.picture.MouseMoved(at(400, 200))
	c, on := p.picture.cursor, p.picture.chart.Line(p.picture.at)
	pieces := 0
	for _, run := range on {
		pieces += len(run) - 1
	}
	if pieces == 0 || c.pieces != pieces || len(test.WidgetRenderer(p.picture).Objects()) < pieces {
		t.Fatalf("%d pieces of %d stand out", c.pieces, pieces)
	}
	first, last := on[0][0], on[len(on)-1][len(on[len(on)-1])-1]
	if c.line[0].Position1 != fyne.NewPos(float32(first.X), float32(first.Y)) || c.line[pieces-1].Position2 != fyne.NewPos(float32(last.X), float32(last.Y)) {
		t.Error("what stands out lies beside the line")
	}
	p.picture.MouseOut()
	if c.pieces != 0 {
		t.Error("the line stands out when the pointer has left")
	}
	p.press(t, "bars")
	p.picture.MouseMoved(at(400, 200))
	if c := p.picture.cursor; c.pieces != 0 {
		t.Error("bars have a line that stands out")
	}
}

// While another chart is drawn the one that is seen stays: the pointer moves
// over its numbers, not over those to come.
func TestPointerWhileAnotherChartIsDrawn(t *testing.T) {
	p := opened(t, telegram())
	s := &stage{}
	p.drawing.start = func(f func()) { s.queue = append(s.queue, f) }
	p.ask(func(q *reports.Question) { q.Where[reports.Category] = []string{"terrorism"} })
	for x := float32(60); x < 900; x += 20 {
		p.picture.MouseMoved(at(x, 60))
	}
	if len(p.picture.drawn.answer.Series) != 2 {
		t.Error("the new chart is shown before it is drawn")
	}
	s.queue[len(s.queue)-1]()
	if len(p.picture.drawn.answer.Series) != 1 || p.picture.cursor.shown {
		t.Error("the new chart is not shown, or with the old cursor")
	}
}

func TestClickPins(t *testing.T) {
	p := opened(t, telegram())
	p.picture.MouseDown(at(400, 200))
	p.picture.MouseUp(at(400, 200))
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
