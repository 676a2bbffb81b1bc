// Package window is what is seen and touched of Vitrine: a page with the
// question as its headline, the answer as a picture and a table, and beside
// them the library and the source of each number.
package window

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/library"
)

// Options say how the window starts.
type Options struct {
	// Open opens the library. It is called in the background, so that the
	// window is there first.
	Open     func() (*library.Library, error)
	Paths    []string // files and folders to load at once
	Language string   // one of assets.Languages; "": the user's choice, or the desktop's
	Version  string
	Welcome  bool   // whether the first start of all shows what can be done
	Place    string // where the library is; what is fetched is kept beside it
}

// Run shows the window and returns when it was closed.
func Run(app fyne.App, o Options) {
	o.Welcome = true
	p := newPage(app, o, func() *worker {
		return &worker{start: func(f func()) { go f() }, do: fyne.Do, after: func(d time.Duration, f func()) { time.AfterFunc(d, f) }}
	})
	app.Settings().AddListener(func(fyne.Settings) { fyne.Do(p.settingsChanged) })
	p.openLibrary()
	p.take(o.Paths)
	p.window.ShowAndRun()
	p.taking.interrupt()
	if p.opened != nil {
		if err := p.opened.Close(); err != nil {
			fyne.LogError("the library was not closed", err)
		}
	}
}

// newPage builds the window without showing it.
func newPage(app fyne.App, o Options, work func() *worker) *page {
	p := &page{app: app, options: o, openURL: app.OpenURL, result: unasked(), recipients: &knownRecipients{}, ticks: tick}
	workers := []**worker{&p.asking, &p.drawing, &p.holding, &p.taking, &p.looking, &p.choosing, &p.saving, &p.sourcing, &p.checking, &p.pairing, &p.retelling, &p.copying}
	for _, w := range workers {
		*w = work()
		(*w).busy = func(on bool) { p.busy(*w, on) }
	}
	p.measuring = work() // nobody waits for it
	p.desktop = lang.SystemLocale().LanguageString()
	p.startZoom()
	p.look = newLook(p.appearance(), p.contrast())
	p.tints = chart.ParseTints(app.Preferences().StringList(prefTints))
	app.Settings().SetTheme(p.look)
	app.SetIcon(fyne.NewStaticResource("vitrine.svg", assets.Icon()))
	p.window = app.NewWindow(p.title())
	p.window.SetMaster()
	p.window.SetPadded(false)
	p.speak(p.language())
	p.build()
	p.window.Resize(p.size())
	p.window.SetOnDropped(func(_ fyne.Position, uris []fyne.URI) { p.openURIs(uris) })
	p.window.SetCloseIntercept(p.quit)
	return p
}

func (p *page) title() string { return "Vitrine" }

// busy shows a long wait: a load in the library, any other in the status line.
func (p *page) busy(w *worker, on bool) {
	if w != p.taking {
		p.status.busy(w, on)
		return
	}
	if on {
		p.panel.progress.object.Show()
		if len(p.incoming.now()) > 1 && p.history.now().side.kind == noSide {
			p.open(side{kind: incomingSide})
		}
	} else {
		p.panel.progress.object.Hide()
	}
}

// build makes all that is seen from the state. It is done again when the
// language or the colours change.
func (p *page) build() {
	p.status = newStatus(p)
	last := p.picture
	p.picture = newPicture(p.drawing)
	p.picture.keep(last)
	p.picture.OnHover = func(s reports.Series, n reports.Number) { p.status.hint(p.sentence(s, n)) }
	p.picture.OnLeave = func() { p.status.hint("") }
	p.picture.OnPin, p.picture.OnKey, p.picture.OnEdition = p.pin, p.typed, p.pinEdition
	p.picture.OnZoom, p.picture.OnZoomAll, p.picture.OnWheel = func(span reports.Period) { p.zoomTo(span, false) }, p.zoomAll, p.wheel
	p.dates.stopPlaying()
	p.legend, p.suggestions, p.dates, p.multiples = newLegend(p), newSuggestionRow(p), newDates(p), newMultiples(p)
	p.picture.OnFail = func(err error) { p.wrong(p.say("failed.draw", "why", p.why(err))) }
	p.table = newTable(p.measuring)
	p.table.OnPin, p.table.OnKey = p.pin, p.typed
	p.table.OnSay = p.status.hint
	p.table.OnOut = func() { p.status.hint("") }
	p.table.OnHint = func(s reports.Series, n reports.Number) { p.status.hint(p.sentence(s, n)) }
	p.headline, p.bar, p.centre = newHeadline(p), newViewBar(p), newCentre(p)
	p.sided = newSidedBar(p)
	p.drawer, p.panel = newDrawer(p), newPanel(p)
	p.lines = container.New(stackedLines{gap: theme.Padding(), fill: p.centre.object}, p.headline.object, p.suggestions.object, p.bar.object, p.sided.object, p.centre.object)
	middle := container.New(margins{rowMargin, pageMargin, rowMargin, pageMargin}, p.lines)
	p.middle = middle
	p.widths = newColumns(p)
	leftBar, rightBar := newUpright(p.widenLibrary), newUpright(func(by float32) { p.widenDrawer(-by) })
	p.columns = container.New(p.widths, p.panel.object, middle, p.drawer.object, leftBar, rightBar)
	ground := canvas.NewRectangle(theme.Color(theme.ColorNameBackground))
	p.window.SetContent(container.NewStack(ground, container.New(stackedLines{fill: p.columns}, p.columns, p.status.object)))
	p.window.Canvas().SetOnTypedKey(p.typed)
	p.marks, p.dark = "", isDark(p.app)
	p.receipts(p.loaded)
	for _, w := range []*worker{p.asking, p.pairing, p.retelling, p.taking, p.saving, p.copying} {
		if w.shown {
			p.busy(w, true)
		}
	}
	p.paint()
}

// restack gives the rows above the picture the heights that they need now.
func (p *page) restack() {
	for _, c := range []*fyne.Container{p.headline.object, p.lines} {
		c.Layout.Layout(c.Objects, c.Size())
	}
}

// relayout places the columns anew, when the drawer opens or closes.
func (p *page) relayout() { p.columns.Refresh() }

// settingsChanged builds the window anew where the desktop's colours changed.
func (p *page) settingsChanged() {
	if dark := isDark(p.app); dark != p.dark {
		p.build()
	}
	p.picture.draw()
}

// use shows an open library.
func (p *page) use(l ledger) {
	p.ledger = l
	p.hold(func(held) {
		p.begin()
		p.loadBegins()
		p.takeWaiting()
	})
}

// begin asks what the window was closed with, or else the first question.
func (p *page) begin() {
	last, ok := p.lastState()
	p.moveToBlocks(homeOf(p.held.blocks))
	if ok && len(p.waiting) == 0 {
		p.arrival, p.suggested = false, nil
		p.history.set(last)
		p.update()
	}
	p.renewMenu()
	if !ok {
		p.greet()
	}
}

// home is the publisher whose figures come with Vitrine.
const home = "Telegram"

// homeOf returns the blocks of the first view: those of the figures that come
// with Vitrine, or all where they are gone.
func homeOf(blocks []reports.Block) []reports.Block {
	own := slices.DeleteFunc(slices.Clone(blocks), func(b reports.Block) bool { return b.Publisher != home })
	if len(own) == 0 {
		return blocks
	}
	return own
}
