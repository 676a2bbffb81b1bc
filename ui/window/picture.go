package window

import (
	"context"
	"image"
	"image/color"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
)

// A picture shows an answer as a chart, drawn in the background. Until the
// new one is there the last one stays. The pointer and the arrows move a
// cursor over it that touches nothing of the chart.
type picture struct {
	widget.BaseWidget
	OnHover func(reports.Series, reports.Number) // the cursor is at a number
	OnLeave func()                               // it is at none
	OnPin   func(pin)
	// OnEdition is OnPin of what a vintage states, in a chart of editions.
	OnEdition func(reports.Statement)
	OnFail    func(error)
	OnKey     func(*fyne.KeyEvent)
	// OnZoom and OnZoomAll narrow the span of time and show all of it; OnWheel
	// changes it about a day: in is 1 or -1, or pan is.
	OnZoom    func(reports.Period)
	OnZoomAll func()
	OnWheel   func(about reports.Day, in, pan float64)
	work      *worker

	wanted   drawn // what is to be shown
	drawing  drawn // what is drawn now, or was drawn last
	drawn    drawn // what the chart shows
	chart    *chart.Picture
	spare    *image.RGBA // of the picture before, to be drawn over
	raster   *canvas.Raster
	cursor   *cursor
	pinned   *canvas.Circle
	ring     *canvas.Rectangle
	selected pin
	cell     reports.Origin // that is marked in a chart of editions
	at       chart.Point
	pointed  bool // the cursor is at a number
	focused  bool

	brush   brush
	clock   func() time.Time
	pressed time.Time // when the pointer was pressed last
	moved   bool      // the pointer moved while it was pressed
	undone  bool      // the press was the second of a double click
}

// drawn is all that a chart depends on.
type drawn struct {
	answer        *reports.Answer
	compared      *reports.Comparison // drawn in place of the answer; nil: nothing is compared
	sided         chart.ComparisonKind
	editions      *reports.Editions // drawn in place of the answer
	edition       chart.EditionKind
	kind          chart.Kind
	log           bool
	tone          chart.Tone
	tints         *chart.Tints // that its colours are of
	percent       bool
	brushes       bool           // time stands along its X axis, and can be zoomed
	panels        bool           // it has several plots
	events        bool           // dated events stand as rules on it
	ownAxis       bool           // each plot has a value axis of its own
	by            reports.Dims   // that have a plot for each value
	period        reports.Period // of a map; zero: the one that chart.MapPeriod chooses
	width, height float32
	scale         float64
	words         *assets.Words
}

func newPicture(w *worker) *picture {
	p := &picture{work: w, cursor: newCursor(), pinned: canvas.NewCircle(color.Transparent), ring: canvas.NewRectangle(color.Transparent), brush: newBrush(), clock: time.Now}
	p.raster = canvas.NewRaster(p.image)
	p.pinned.Hide()
	p.ExtendBaseWidget(p)
	return p
}

// image returns the chart's pixels; before the first one a bounded image, as
// the painters demand.
func (p *picture) image(w, h int) image.Image {
	if p.chart == nil {
		return image.NewRGBA(image.Rect(0, 0, 1, 1))
	}
	return p.chart.Image
}

// keep shows the chart of the picture that this one stands in for until a new
// one is drawn.
func (p *picture) keep(old *picture) {
	if old != nil {
		p.chart, p.drawn = old.chart, old.drawn
	}
}

// show draws an answer, unless it is drawn already.
func (p *picture) show(want drawn) {
	p.wanted = want
	p.draw()
}

// Resize draws the chart at the new size.
func (p *picture) Resize(size fyne.Size) {
	p.BaseWidget.Resize(size)
	p.draw()
}

// Refresh draws the chart anew where the scale of the window changed.
func (p *picture) Refresh() {
	p.draw()
	p.BaseWidget.Refresh()
}

func (p *picture) draw() {
	p.wanted.width, p.wanted.height, p.wanted.scale = p.Size().Width, p.Size().Height, p.scale()
	if p.wanted == p.drawing || p.wanted.answer == nil && p.wanted.compared == nil && p.wanted.editions == nil || p.wanted.width < 80 || p.wanted.height < 60 {
		return
	}
	want, spare := p.wanted, p.spare
	p.drawing, p.spare = want, nil
	latest(p.work, func(context.Context) sketch { return want.draw(spare) }, func(s sketch) { p.take(want, s) })
}

// A sketch is what came of drawing a chart.
type sketch struct {
	chart *chart.Picture
	err   error
}

func (d drawn) draw(spare *image.RGBA) sketch {
	o := chart.Options{
		Kind: d.kind, Periods: periodsOf(d.period), Events: d.events, Log: d.log, Percent: d.percent, Dark: d.tone.Dark, Contrast: d.tone.Contrast, Tints: d.tints, Words: d.words,
		OwnAxis: d.ownAxis, Panels: d.by,
		Width: float64(d.width), Height: float64(d.height), Scale: d.scale,
		Font: theme.DefaultTextFont().Content(), Reuse: spare,
	}
	if d.compared != nil {
		picture, err := chart.DrawComparison(*d.compared, d.sided, o)
		return sketch{picture, err}
	}
	if d.editions != nil {
		picture, err := chart.DrawEditions(*d.editions, d.edition, o)
		return sketch{picture, err}
	}
	picture, err := chart.Draw(*d.answer, o)
	return sketch{picture, err}
}

// take shows a new chart. Where there is none the last one stays.
func (p *picture) take(d drawn, s sketch) {
	if s.err != nil {
		p.OnFail(s.err)
		return
	}
	if p.chart != nil {
		p.spare = p.chart.Image
	}
	p.leave()
	p.chart, p.drawn = s.chart, d
	p.raster.Refresh()
	p.mark()
}

// scale returns the pixels to a unit.
func (p *picture) scale() float64 {
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if c == nil {
		return 1
	}
	x, _ := c.PixelCoordinateForPosition(fyne.NewPos(1000, 0))
	return float64(x) / 1000
}

// number returns the number at a point of the chart.
func (p *picture) number(at chart.Point) (reports.Series, reports.Number) {
	if c := p.drawn.compared; c != nil {
		return sidedNumber(c, at)
	}
	if p.drawn.editions != nil {
		return statedNumber(p.drawn.statement(at))
	}
	s := p.drawn.answer.Series[at.Series]
	return s, s.Numbers[at.Number]
}

// goTo moves the cursor to a number.
func (p *picture) goTo(at chart.Point) {
	if p.pointed && p.at == at {
		return
	}
	p.at, p.pointed = at, true
	s, n := p.number(at)
	p.cursor.follow(p.chart.Line(at))
	p.cursor.show(p.ruled(at), at, p.Size(), capital(p.label(s)), p.drawn.tip(at, n))
	if p.OnHover != nil {
		p.OnHover(s, n)
	}
}

// label names a series among those of the chart.
func (p *picture) label(s reports.Series) string {
	if p.drawn.answer == nil || p.drawn.compared != nil {
		return p.drawn.words.Series(s)
	}
	return p.drawn.words.SeriesOf(*p.drawn.answer, s)
}

// ruled returns where the rule through a number stands: in its plot where time
// is along X, else nowhere.
func (p *picture) ruled(at chart.Point) chart.Rect {
	if p.drawn.brushes || p.drawn.panels {
		return p.chart.Panel(at)
	}
	return chart.Rect{X: at.X, Y: at.Y}
}

func (p *picture) leave() {
	if p.pointed && p.OnLeave != nil {
		p.OnLeave()
	}
	p.pointed = false
	p.cursor.hide()
}

func (p *picture) pin() {
	if !p.pointed {
		return
	}
	if p.drawn.editions != nil {
		p.OnEdition(p.drawn.statement(p.at))
		return
	}
	s, n := p.number(p.at)
	p.OnPin(pin{series: s, period: n.Period})
}

// sel shows which number is pinned.
func (p *picture) sel(selected pin) {
	p.selected = selected
	p.mark()
}

func (p *picture) mark() {
	at, ok := p.point(p.selected)
	if !ok {
		p.pinned.Hide()
		return
	}
	const radius = 6
	p.pinned.FillColor = color.Transparent
	p.pinned.StrokeColor, p.pinned.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2.5
	p.pinned.Move(fyne.NewPos(float32(at.X)-radius, float32(at.Y)-radius))
	p.pinned.Resize(fyne.NewSquareSize(2 * radius))
	p.pinned.Show()
	p.pinned.Refresh()
}

// point finds the place of a pinned number in the chart.
func (p *picture) point(selected pin) (chart.Point, bool) {
	if p.chart != nil && p.drawn.editions != nil {
		return p.statedAt(p.cell)
	}
	if p.chart == nil || !selected.set() {
		return chart.Point{}, false
	}
	for _, at := range p.chart.Points {
		if s, n := p.number(at); n.Period == selected.period && s.Is(selected.series) {
			return at, true
		}
	}
	return chart.Point{}, false
}

// CreateRenderer draws the chart, the cursor and the ring of the focus.
func (p *picture) CreateRenderer() fyne.WidgetRenderer {
	p.ring.CornerRadius = 4
	return &pictureRenderer{p}
}

type pictureRenderer struct{ picture *picture }

func (r *pictureRenderer) Destroy() {}

func (r *pictureRenderer) Objects() []fyne.CanvasObject {
	p := r.picture
	return append([]fyne.CanvasObject{p.raster, p.brush.ground, p.ring, p.pinned}, p.cursor.objects()...)
}

func (r *pictureRenderer) MinSize() fyne.Size { return fyne.NewSize(200, 120) }

func (r *pictureRenderer) Layout(size fyne.Size) {
	r.picture.raster.Resize(size)
	ringIn(r.picture.ring, size)
}

func (r *pictureRenderer) Refresh() {
	p := r.picture
	p.ring.StrokeColor, p.ring.StrokeWidth = nil, 0
	if p.focused {
		p.ring.StrokeColor, p.ring.StrokeWidth = theme.Color(theme.ColorNamePrimary), 2
	}
	p.ring.Refresh()
}
