package window

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"vitrine/reports"
)

// legendMost is how many series have a switch in the legend; the others are in
// its menu.
const legendMost = 8

// A legend switches the series of a picture on and off. Its menu holds all of
// them, and shows one alone.
type legend struct {
	page   *page
	object *fyne.Container
	shown  legendState
	links  []*swatch
	menu   *button
}

// legendState is what a legend was built from.
type legendState struct {
	answer *reports.Answer
	off    []string
}

func newLegend(p *page) *legend {
	l := &legend{page: p}
	l.object = container.New(oneRow{gap: 4})
	l.menu = wire(p, newButton("", linkButton, p.openLegend), p.say("hint.legend"))
	l.object.Hide()
	return l
}

// show writes a switch for each series, where there are several.
func (l *legend) show() {
	p := l.page
	list := p.result.answer.Series
	if len(list) < 2 || !p.shownView().kind().apart {
		l.object.Hide()
		return
	}
	off := p.history.now().off
	l.object.Show()
	if l.shown.answer != p.result.answer || !slices.Equal(l.shown.off, off) {
		l.shown = legendState{p.result.answer, off}
		l.fill(list, off)
	}
}

// fill writes the switches anew, and keeps the focus where it was.
func (l *legend) fill(list []reports.Series, off []string) {
	p, focused := l.page, -1
	for i, w := range l.links {
		if w.focused {
			focused = i
		}
	}
	l.menu.Text = p.words.Plural("window.legend.lines", len(list)-len(off), "all", len(list))
	l.object.Objects, l.links = nil, nil
	colors, label := p.colors(list, p.tone()), p.words.Labels(list)
	named := map[string]int{} // how often a name stands in the legend
	for i, s := range list[:min(len(list), legendMost)] {
		named[swatchText(capital(label(s)), false)]++
		w := newSwatch(capital(label(s)), colors[i], !slices.Contains(off, seriesID(s)), func(alone bool) { p.switchSeries(s, alone) })
		w.OnMenu = func() { p.openSwatch(w, s) }
		l.links = append(l.links, wire(p, w, p.say("hint.switch", "name", w.Text)))
		l.object.Add(w)
	}
	for _, w := range l.links {
		w.Ends = named[swatchText(w.Text, false)] > 1
		w.Refresh()
	}
	l.object.Add(l.menu)
	l.object.Refresh()
	if focused >= 0 && focused < len(l.links) {
		p.window.Canvas().Focus(l.links[focused])
	}
}

// seriesID names a series in the state.
func seriesID(s reports.Series) string {
	text := s.Publisher + "|" + s.Table + "|" + string(s.Measure) + "|" + s.Code
	for _, d := range s.Key.Stated().List() {
		text += "|" + d.String() + "=" + s.Key.Get(d)
	}
	return text
}

// switchSeries hides or shows a series of the picture; alone, it hides all
// others, or shows all again where that was done.
func (p *page) switchSeries(s reports.Series, alone bool) {
	var ids []string
	for _, o := range p.result.answer.Series {
		ids = append(ids, seriesID(o))
	}
	p.change(func(now *state) { now.off = switched(ids, now.off, seriesID(s), alone) })
}

// switched returns what is hidden after a switch; one series stays.
func switched(all, off []string, id string, alone bool) []string {
	if !alone {
		next := without(off, id)
		if len(next) == len(all) {
			return nil
		}
		return next
	}
	others := slices.DeleteFunc(slices.Clone(all), func(o string) bool { return o == id })
	if len(off) == len(others) && !slices.Contains(off, id) {
		return nil
	}
	return others
}

// openLegend opens the menu of all series of the picture.
func (p *page) openLegend() {
	off, label := p.history.now().off, p.words.Labels(p.result.answer.Series)
	list := []choice{{Label: p.say("legend.all"), Checked: len(off) == 0, Choose: func() { p.change(func(s *state) { s.off = nil }) }}}
	for _, s := range p.result.answer.Series {
		list = append(list, choice{
			Label: capital(label(s)), Note: p.say("legend.only"), Checked: !slices.Contains(off, seriesID(s)),
			Choose: func() { p.isolate(s) }, Toggle: func() { p.switchSeries(s, false) },
		})
	}
	var anchor fyne.CanvasObject
	if p.legend.object.Visible() {
		anchor = p.legend.menu
	}
	p.choose(anchor, "legend", list)
}

// openSwatch opens the menu of a series in the legend.
func (p *page) openSwatch(anchor fyne.CanvasObject, s reports.Series) {
	off := p.history.now().off
	hidden := slices.Contains(off, seriesID(s))
	one := choice{Label: p.either(hidden, "legend.show", "legend.hide"), Choose: func() { p.switchSeries(s, false) }}
	if !hidden && len(off)+1 == len(p.result.answer.Series) {
		one.Refused = p.say("refused.lastline")
	}
	every := choice{Label: p.say("legend.all"), Checked: len(off) == 0, Choose: func() { p.change(func(s *state) { s.off = nil }) }}
	p.choose(anchor, "legend", []choice{
		{Label: capital(p.say("legend.only")), Note: p.words.SeriesOf(*p.result.answer, s), Choose: func() { p.isolate(s) }}, one, every,
	})
}

// isolate hides all series of the picture but one.
func (p *page) isolate(s reports.Series) {
	var off []string
	for _, o := range p.result.answer.Series {
		if id := seriesID(o); id != seriesID(s) {
			off = append(off, id)
		}
	}
	p.change(func(now *state) { now.off = off })
}

// seen returns the answer without the series that are hidden.
func (p *page) seen() *reports.Answer {
	off := p.history.now().off
	if len(off) == 0 || !p.shownView().kind().apart {
		p.pictured = p.result.answer
		return p.pictured
	}
	a := *p.result.answer
	a.Series = slices.DeleteFunc(slices.Clone(a.Series), func(s reports.Series) bool { return slices.Contains(off, seriesID(s)) })
	if len(a.Series) == 0 {
		a.Series = p.result.answer.Series
	}
	if p.pictured == nil || !sameSeries(*p.pictured, a) {
		p.pictured = &a
	}
	return p.pictured
}

// sameSeries tells whether two answers have the very same series.
func sameSeries(a, b reports.Answer) bool {
	return slices.EqualFunc(a.Series, b.Series, func(x, y reports.Series) bool {
		return x.Is(y) && len(x.Numbers) == len(y.Numbers) && (len(x.Numbers) == 0 || &x.Numbers[0] == &y.Numbers[0])
	})
}

// A swatch is a series in the legend: a click switches it, a click with Ctrl
// shows it alone, the other button opens its menu.
type swatch struct {
	control
	OnMenu func() // the other button, or the menu key
	Text   string
	Color  color.Color
	On     bool
	Ends   bool // a name that is too long shows both of its ends: another one begins alike
	ctrl   bool
}

func newSwatch(text string, c color.Color, on bool, do func(alone bool)) *swatch {
	s := &swatch{Text: text, Color: c, On: on}
	s.OnTapped = func() { do(s.ctrl) }
	s.extend(s)
	return s
}

// MouseDown notes whether Ctrl is held.
func (s *swatch) MouseDown(e *desktop.MouseEvent) {
	s.ctrl = e.Modifier&fyne.KeyModifierShortcutDefault != 0
}

// MouseUp does nothing: the tap switches.
func (s *swatch) MouseUp(*desktop.MouseEvent) {}

// TappedSecondary opens the menu.
func (s *swatch) TappedSecondary(*fyne.PointEvent) { s.OnMenu() }

// TypedKey switches with Enter and Space, shows alone with the arrow down, and
// opens the menu with the menu key.
func (s *swatch) TypedKey(e *fyne.KeyEvent) {
	if e.Name == desktop.KeyMenu {
		s.OnMenu()
		return
	}
	s.ctrl = e.Name == fyne.KeyDown
	if s.ctrl {
		s.press()
		return
	}
	s.control.TypedKey(e)
}

// CreateRenderer draws a square of the series' colour and its name.
func (s *swatch) CreateRenderer() fyne.WidgetRenderer {
	r := &swatchRenderer{swatch: s, ground: canvas.NewRectangle(color.Transparent), square: canvas.NewRectangle(color.Transparent), text: canvas.NewText("", color.Transparent)}
	r.Refresh()
	return r
}

// swatchText cuts a name that is too long for the legend.
func swatchText(name string, ends bool) string {
	const most = 220
	if ends {
		return fitEnds(name, most, noteSize, fyne.TextStyle{})
	}
	return fit(name, most, noteSize, fyne.TextStyle{})
}

type swatchRenderer struct {
	swatch         *swatch
	ground, square *canvas.Rectangle
	text           *canvas.Text
}

func (r *swatchRenderer) Destroy() {}

func (r *swatchRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.ground, r.square, r.text}
}

func (r *swatchRenderer) MinSize() fyne.Size { return fyne.NewSize(r.text.MinSize().Width+30, 24) }

func (r *swatchRenderer) Layout(size fyne.Size) {
	r.ground.Resize(size)
	r.square.Move(fyne.NewPos(6, (size.Height-10)/2))
	r.square.Resize(fyne.NewSquareSize(10))
	r.text.Move(fyne.NewPos(22, (size.Height-r.text.MinSize().Height)/2))
	r.text.Resize(r.text.MinSize())
}

func (r *swatchRenderer) Refresh() {
	s := r.swatch
	r.text.Text, r.text.TextSize = swatchText(s.Text, s.Ends), noteSize
	r.text.Color = theme.Color(theme.ColorNameForeground)
	r.square.FillColor, r.square.StrokeColor, r.square.StrokeWidth, r.square.CornerRadius = s.Color, s.Color, 1.5, 2
	if !s.On {
		r.text.Color = theme.Color(theme.ColorNameDisabled)
		r.square.FillColor = color.Transparent
	}
	s.paintGround(r.ground)
	r.Layout(s.Size())
	canvas.Refresh(s)
}
