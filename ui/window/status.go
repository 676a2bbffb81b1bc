package window

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
)

// A status is the line at the bottom: what is pointed at, else what is
// pinned, else what was said last. At its right a long wait is shown.
type status struct {
	page    *page
	object  fyne.CanvasObject
	text    *fitted
	row     *fyne.Container
	wait    *fyne.Container
	cancel  *button
	copy    *button // shown beside what went wrong
	waiting map[*worker]bool
	said    string
	hinted  string
	failed  bool // said is what went wrong
}

func newStatus(p *page) *status {
	s := &status{page: p, text: newFitted("", theme.ColorNameForeground, noteSize), waiting: map[*worker]bool{}}
	s.cancel = wire(p, newButton(p.say("wait.cancel"), linkButton, s.interrupt), "")
	activity := widget.NewProgressBarInfinite()
	bar := container.New(margins{9, 4, 9, 4}, container.NewGridWrap(fyne.NewSize(90, 6), activity))
	s.wait = container.NewHBox(bar, s.cancel)
	s.wait.Hide()
	s.copy = wire(p, newButton(p.say("copy"), linkButton, p.copyTrouble), p.say("hint.copy"))
	s.copy.Hide()
	row := container.New(spread{wide: 0, gap: 8}, s.text, s.copy, s.wait)
	s.row = row
	s.object = surface(topEdge, container.New(margins{2, 12, 2, 12}, container.New(atLeast(26), row)))
	return s
}

// say tells something that happened: what is pointed at comes again when it is
// pointed at anew.
func (s *status) say(text string) {
	s.said, s.hinted, s.failed = text, "", false
	s.show()
}

// fail tells what went wrong.
func (s *status) fail(text string) {
	s.said, s.hinted, s.failed = text, "", true
	s.show()
}

// hint tells what is pointed at; "" ends it.
func (s *status) hint(text string) {
	s.hinted = text
	s.show()
}

// forget ends the hint of what was pointed at before another answer or another
// state took its place.
func (s *status) forget() { s.hinted = "" }

func (s *status) show() {
	s.text.paint(theme.ColorNameForeground)
	if wrong := s.failed && s.said != ""; wrong != s.copy.Visible() {
		s.copy.Hidden = !wrong
		s.row.Refresh()
	}
	switch {
	case s.hinted != "":
		s.text.set(s.hinted)
	case s.said != "":
		if s.failed {
			s.text.paint(theme.ColorNameError)
		}
		s.text.set(s.said)
	default:
		s.text.set(s.page.pinnedText())
	}
}

// busy shows that a worker's wait is long, or that it ended.
func (s *status) busy(w *worker, on bool) {
	s.waiting[w] = on
	if !on {
		delete(s.waiting, w)
	}
	if len(s.waiting) > 0 {
		s.wait.Show()
	} else {
		s.wait.Hide()
	}
}

func (s *status) interrupt() {
	for w := range s.waiting {
		w.interrupt()
	}
}

// sentence says a number in one line.
func (p *page) sentence(s reports.Series, n reports.Number) string {
	text := p.words.Period(n.Period) + " · " + p.words.SeriesOf(*p.result.answer, s) + " " + p.words.Amount(n) + " · " + p.words.Basis(n)
	if quiet(n) {
		text += " · " + p.words.Status(n)
	}
	if n.Origin.File != "" {
		text += " · " + n.Origin.File
	}
	return text
}

func (p *page) pinnedText() string {
	if s, n, ok := p.history.now().pin.in(p.rows()); ok {
		return p.sentence(s, n)
	}
	return ""
}

// hint says something in the status line for as long as it is pointed at.
func (p *page) hint(text string) { p.status.hint(text) }
