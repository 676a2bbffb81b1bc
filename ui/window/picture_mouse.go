package window

import (
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// doubleClick is the longest time between the two presses of a double click.
const doubleClick = 400 * time.Millisecond

// leastBrush is how wide a brush must be to be one.
const leastBrush = 8

// A brush is a span of the time axis while it is being drawn.
type brush struct {
	from, to float32
	on       bool
	ground   *canvas.Rectangle
}

func newBrush() brush {
	b := brush{ground: canvas.NewRectangle(color.Transparent)}
	b.ground.Hide()
	return b
}

// MouseIn is MouseMoved.
func (p *picture) MouseIn(e *desktop.MouseEvent) { p.MouseMoved(e) }

// MouseMoved moves the cursor to the number that is nearest to the pointer.
func (p *picture) MouseMoved(e *desktop.MouseEvent) {
	if p.chart == nil || p.brush.on {
		return
	}
	at, ok := p.chart.Nearest(float64(e.Position.X), float64(e.Position.Y))
	if !ok {
		p.leave()
		return
	}
	p.goTo(at)
}

// MouseOut hides the cursor.
func (p *picture) MouseOut() { p.leave() }

// MouseDown takes the focus. The second press of a double click shows all of
// the time again.
func (p *picture) MouseDown(e *desktop.MouseEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p)
	}
	now := p.clock()
	twice := now.Sub(p.pressed) < doubleClick
	p.pressed, p.moved, p.undone = now, false, twice
	p.brush.from = e.Position.X
	if twice && p.OnZoomAll != nil {
		p.OnZoomAll()
	}
}

// MouseUp pins the number under the pointer, if the pointer did not move since
// it was pressed.
func (p *picture) MouseUp(e *desktop.MouseEvent) {
	if p.moved || p.undone {
		return
	}
	p.MouseMoved(e)
	p.pin()
}

// Dragged draws a brush over the time axis.
func (p *picture) Dragged(e *fyne.DragEvent) {
	if p.chart == nil || !p.drawn.brushes {
		return
	}
	if !p.brush.on {
		p.leave()
	}
	p.moved, p.brush.on = true, true
	left, right := float32(p.chart.Plot.X), float32(p.chart.Plot.Right())
	p.brush.to = fyne.Max(left, fyne.Min(e.Position.X, right))
	p.brush.from = fyne.Max(left, fyne.Min(p.brush.from, right))
	p.paintBrush()
}

// DragEnd shows the periods under the brush.
func (p *picture) DragEnd() {
	if !p.brush.on {
		return
	}
	p.brush.on = false
	p.brush.ground.Hide()
	from, to := fyne.Min(p.brush.from, p.brush.to), fyne.Max(p.brush.from, p.brush.to)
	if span, ok := p.spanBetween(from, to); ok && to-from >= leastBrush && p.OnZoom != nil {
		p.OnZoom(span)
	}
}

func (p *picture) paintBrush() {
	g := p.brush.ground
	g.FillColor = theme.Color(theme.ColorNameSelection)
	from, to := fyne.Min(p.brush.from, p.brush.to), fyne.Max(p.brush.from, p.brush.to)
	g.Move(fyne.NewPos(from, float32(p.chart.Plot.Y)))
	g.Resize(fyne.NewSize(to-from, float32(p.chart.Plot.Height)))
	g.Show()
	g.Refresh()
}

// spanBetween returns the span of the numbers between two places of the time
// axis.
func (p *picture) spanBetween(from, to float32) (span reports.Period, ok bool) {
	for _, at := range p.chart.Points {
		if x := float32(at.X); x < from || x > to {
			continue
		}
		_, n := p.number(at)
		if !ok {
			span, ok = n.Period, true
		}
		span.Start, span.End = min(span.Start, n.Period.Start), max(span.End, n.Period.End)
	}
	return span, ok
}

// Scrolled makes the span of time smaller or larger about the pointer; with
// Shift, or sideways, it moves it.
func (p *picture) Scrolled(e *fyne.ScrollEvent) {
	if p.chart == nil || p.OnWheel == nil || !p.drawn.brushes || len(p.chart.Points) == 0 {
		return
	}
	at := p.chart.Points[0]
	for _, c := range p.chart.Points {
		if distance(c.X, e.Position.X) < distance(at.X, e.Position.X) {
			at = c
		}
	}
	_, n := p.number(at)
	switch {
	case e.Scrolled.DX != 0:
		p.OnWheel(n.Period.Start, 0, sign(-e.Scrolled.DX))
	case e.Scrolled.DY != 0:
		p.OnWheel(n.Period.Start, sign(e.Scrolled.DY), 0)
	}
}

func distance(x float64, y float32) float64 { return max(x-float64(y), float64(y)-x) }

func sign(v float32) float64 {
	if v < 0 {
		return -1
	}
	return 1
}
