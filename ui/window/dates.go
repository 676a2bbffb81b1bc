package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/chart"
)

// playEvery is how long a map shows a period while it plays.
const playEvery = 900 * time.Millisecond

// dates choose the period that a map shows: one earlier, one later, any by
// the slider, or all one after the other.
type dates struct {
	page    *page
	object  *fyne.Container
	slider  *keySlider
	earlier *button
	later   *button
	label   *fitted
	play    *button
	periods []reports.Period
	filling bool          // the slider is set by us
	stop    chan struct{} // of the play; nil: nothing plays
}

func newDates(p *page) *dates {
	d := &dates{page: p, slider: newKeySlider(p.typed), label: newFitted("", theme.ColorNameForeground, noteSize)}
	d.slider.Step = 1
	d.slider.OnChanged = func(v float64) {
		if i := int(v); !d.filling && i >= 0 && i < len(d.periods) {
			d.stopPlaying()
			p.showPeriod(d.periods[i])
		}
	}
	d.earlier = wire(p, newButton("‹", plainButton, p.showEarlier), p.say("hint.earlier"))
	d.later = wire(p, newButton("›", plainButton, p.showLater), p.say("hint.later"))
	d.play = wire(p, newButton(p.say("dates.play"), linkButton, p.togglePlay), p.say("hint.play"))
	d.object = container.New(margins{0, 4, 0, 0}, container.New(spread{wide: 1, gap: 6}, d.earlier, d.slider, d.later, container.NewGridWrap(fyne.NewSize(150, 24), d.label), d.play))
	d.object.Hide()
	return d
}

// show sets the slider to the period that is shown, where a map is.
func (d *dates) show() {
	p := d.page
	if p.history.now().compare.on || !p.shownView().kind().dated || len(p.result.answer.Periods) == 0 {
		d.stopPlaying()
		d.object.Hide()
		return
	}
	d.periods = p.result.answer.Periods
	d.filling = true
	d.slider.Max = float64(max(1, len(d.periods)-1))
	d.slider.SetValue(float64(max(0, slices.Index(d.periods, p.mapPeriod()))))
	d.filling = false
	d.label.set(p.words.Period(p.mapPeriod()))
	for _, b := range []struct {
		*button
		why, hint string
	}{{d.earlier, p.noEarlier(), "hint.earlier"}, {d.later, p.noLater(), "hint.later"}} {
		hint := b.why
		if hint == "" {
			hint = p.say(b.hint)
		}
		b.set(false, b.why != "", hint)
	}
	d.play.Text = p.say("dates.play")
	if d.playing() {
		d.play.Text = p.say("dates.pause")
	}
	d.play.Refresh()
	d.object.Show()
}

func (d *dates) playing() bool { return d != nil && d.stop != nil }

func (d *dates) stopPlaying() {
	if d.playing() {
		close(d.stop)
		d.stop = nil
	}
}

// mapPeriod returns the period that a map shows: the chosen one, as long as
// the answer has it, else the newest that most of it has.
func (p *page) mapPeriod() reports.Period {
	if !p.shownView().kind().dated {
		return reports.Period{}
	}
	if s := p.history.now(); slices.Contains(p.result.answer.Periods, s.shown) {
		return s.shown
	}
	return chart.MapPeriod(*p.result.answer)
}

// periodsOf lists a period, unless it is the zero one.
func periodsOf(period reports.Period) []reports.Period {
	if period == (reports.Period{}) {
		return nil
	}
	return []reports.Period{period}
}

// showPeriod shows a period on the map. While it plays that is no step to undo.
func (p *page) showPeriod(period reports.Period) {
	if p.dates.playing() {
		s := p.history.now()
		s.shown = period
		p.history.set(s)
		p.update()
		return
	}
	p.change(func(s *state) { s.shown = period })
}

func (p *page) showEarlier() { p.dates.stopPlaying(); p.stepPeriod(-1) }
func (p *page) showLater()   { p.dates.stopPlaying(); p.stepPeriod(1) }

// stepPeriod shows the period n after the one that is shown; it tells whether
// there is one.
func (p *page) stepPeriod(n int) bool {
	period, is := p.periodAfter(n)
	if is {
		p.showPeriod(period)
	}
	return is
}

// periodAfter returns the period n after the one that is shown, if there is one.
func (p *page) periodAfter(n int) (reports.Period, bool) {
	periods := p.result.answer.Periods
	i := slices.Index(periods, p.mapPeriod()) + n
	if i < 0 || i >= len(periods) {
		return reports.Period{}, false
	}
	return periods[i], true
}

// noEarlier says why there is no earlier period to show.
func (p *page) noEarlier() string { return p.noDateBeside(-1, "refused.earliest") }

// noLater says why there is no later period to show.
func (p *page) noLater() string { return p.noDateBeside(1, "refused.latest") }

func (p *page) noDateBeside(n int, key string) string {
	if why := p.noDate(); why != "" {
		return why
	}
	_, is := p.periodAfter(n)
	return p.unless(is, key)
}

// togglePlay shows one period after the other, from the first where the last
// one is shown, until it is pressed again.
func (p *page) togglePlay() {
	if p.dates.playing() {
		p.dates.stopPlaying()
		p.dates.show()
		return
	}
	periods := p.result.answer.Periods
	if len(periods) > 0 && p.mapPeriod() == periods[len(periods)-1] {
		p.change(func(s *state) { s.shown = periods[0] })
	}
	stop := make(chan struct{})
	p.dates.stop = stop
	p.dates.show()
	p.ticks(stop, func() {
		if p.dates.stop == stop && !p.stepPeriod(1) {
			p.dates.stopPlaying()
			p.dates.show()
		}
	})
}

// tick calls do on the goroutine of the window, again and again until stop is
// closed.
func tick(stop chan struct{}, do func()) {
	ticker := time.NewTicker(playEvery)
	go func() {
		defer ticker.Stop()
		for {
			select {
			case <-ticker.C:
				fyne.Do(do)
			case <-stop:
				return
			}
		}
	}()
}

func (p *page) noDate() string {
	return p.unless(!p.history.now().compare.on && p.has() && p.shownView().kind().dated && len(p.result.answer.Periods) > 1, "refused.date")
}

// A keySlider is a slider that hands on keys that it does not use.
type keySlider struct {
	widget.Slider
	onKey func(*fyne.KeyEvent)
}

func newKeySlider(onKey func(*fyne.KeyEvent)) *keySlider {
	s := &keySlider{onKey: onKey}
	s.Max = 1
	s.ExtendBaseWidget(s)
	return s
}

// TypedKey moves the slider with the arrows.
func (s *keySlider) TypedKey(e *fyne.KeyEvent) {
	switch e.Name {
	case fyne.KeyLeft, fyne.KeyRight, fyne.KeyUp, fyne.KeyDown:
		s.Slider.TypedKey(e)
	default:
		s.onKey(e)
	}
}
