package window

import (
	"context"
	"errors"
	"net/url"
	"reflect"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/chart"
	"vitrine/reports/library"
)

// A ledger is what the window needs of a library: figures, and the sources
// that they came from.
type ledger interface {
	reports.Ledger
	Sources(ctx context.Context) ([]reports.Source, error)
	TakeWith(ctx context.Context, paths []string, o library.TakeOptions, progress func(library.Progress)) []library.Receipt
	Forget(ctx context.Context, id string) error
	Content(ctx context.Context, id string) ([]byte, error)
	Problems(ctx context.Context, id string) ([]reports.Problem, error)
	NotesOf(ctx context.Context, id string) ([]reports.SourceNote, error)
	Answering(ctx context.Context, a reports.Answer) ([]reports.Source, error)
	BlocksOf(ctx context.Context, id string) ([]reports.Block, error)
}

// A page is the window: what it shows, and what it was built from.
type page struct {
	app     fyne.App
	window  fyne.Window
	look    *look
	options Options
	openURL func(*url.URL) error // in the browser
	words   *assets.Words

	ledger     ledger           // nil while it opens
	failed     error            // why it could not be opened
	opened     *library.Library // what is to be closed at the end
	trouble    string           // what was last said to have gone wrong
	waiting    []string         // files that came before it was open, or while others are loaded
	incoming   incomings
	dropped    []dropped     // bookmarks that were removed, the newest last
	removed    []removed     // sources that were taken out, the newest last
	mapper     *mapper       // the table that was mapped last; nil: none
	arriving   *incomingView // the list of what comes in, once it was opened
	loaded     []library.Receipt
	held       held
	recipients *knownRecipients // by the library as it is held
	history    history
	result     result
	compared   compared     // what came of the state's comparison
	paired     reports.Pair // what is compared now, or was last
	retold     retold       // what the vintages state of what is shown
	retells    wanted       // what is read of them now, or was last
	visible    state        // what the parts show now
	wheeled    int          // the step that the wheel changes; 0: none
	arrival    bool         // the question follows from what came in: it may be made calmer

	begun     standing        // where the user was when the load began
	following bool            // a load follows another
	came      []reports.Block // what came in while the user asked something else; nil: nothing

	asking, drawing, holding, taking, looking, choosing, saving, sourcing, checking, pairing, retelling, measuring, copying *worker

	headline *headline
	bar      *viewBar
	sided    *sidedBar
	centre   *centre
	picture  *picture
	table    *table
	drawer   *drawer
	panel    *panel
	legend   *legend
	tints    *chart.Tints // the colours that values have in all pictures

	multiples *multiples

	suggestions *suggestionRow
	dates       *dates
	ticks       func(stop chan struct{}, do func()) // calls do again and again
	suggested   []state                             // what is worth seeing of what came in
	pictured    *reports.Answer                     // the answer without what is hidden
	status      *status
	chooser     *chooser
	dialog      *dialog.FileDialog // while it is open
	columns     *fyne.Container
	widths      *columns        // of the panels
	middle      *fyne.Container // headline, views and answer
	lines       *fyne.Container // these, one below the other
	checked     checked         // what the checks found last
	reread      rereading       // the source that was read anew last
	book        openBook        // the source that was looked at last
	from        []string        // the sources of the answer, once they are found
	marks       string          // what the main menu shows of the state
	dark        bool            // what the window was built with
	small       bool            // the window is so low that the picture needs what else takes room
	desktop     string          // the desktop's language
	pixels      fyne.Size       // of the window on the screen while texts grow; zero: they do not
	plain       float32         // the scale that texts of 100 % have, while they grow
	sizings     int             // how often texts grew
	zoomed      float64         // the size of texts that the desktop asked for at the start
}

// held is what the library holds, read anew after every change.
type held struct {
	blocks  []reports.Block
	sources []reports.Source
	values  []valued // that a search finds; nil: they were not looked up yet
	err     error
}

// A result is what came of a question.
type result struct {
	question reports.Question
	answer   *reports.Answer       // never nil once something was asked
	plain    *reports.Answer       // the answer as it was published; nil where it is that
	worked   reports.TransformKind // what was worked out of it
	// What is known of recipients, by which numbers may be divided.
	recipients reports.RecipientCounts
	whole      reports.Question
	total      *reports.Series  // what whole asks, published beside the parts; nil: there is none
	rows       []reports.Series // the total, where there is one, and the parts
	survey     survey
	err        error
}

// unasked is the result of a question that nobody asks.
func unasked() result {
	return result{question: reports.Question{Publisher: []string{""}}, answer: &reports.Answer{}}
}

// say returns a text of the window in its language.
func (p *page) say(key string, args ...any) string { return p.words.Say("window."+key, args...) }

// change makes a step that can be undone.
func (p *page) change(f func(*state)) {
	s := p.history.now()
	f(&s)
	if reflect.DeepEqual(s, p.history.now()) {
		return
	}
	p.leaveWelcome(&s)
	p.arrival, p.wheeled = false, 0
	if len(p.came) == 0 { // what came in stays offered
		p.suggested = nil
	}
	p.history.push(s)
	p.update()
}

// ask makes a step to another question.
func (p *page) ask(f func(*reports.Question)) {
	p.change(func(s *state) {
		f(&s.question)
		s.off = nil
	})
}

// turn changes what is no step of its own: selection and drawer.
func (p *page) turn(f func(*state)) {
	s := p.history.now()
	f(&s)
	p.history.set(s)
	p.update()
}

// undo takes back the last step: of a mapping those of the mapping alone, which
// stays open.
func (p *page) undo() {
	switch {
	case !p.canUndo():
		p.status.say(p.say("refused.undo"))
	case p.mapping():
		p.mapper.undo()
	default:
		p.history.undo()
		p.arrival = false
		p.update()
	}
}

func (p *page) canUndo() bool {
	if p.mapping() {
		return p.mapper.canUndo()
	}
	return p.history.canUndo()
}

func (p *page) redo() {
	if !p.canRedo() {
		p.status.say(p.say("refused.redo"))
		return
	}
	p.history.redo()
	p.arrival = false
	p.update()
}

// canRedo tells whether a step was taken back: a mapping keeps none that were.
func (p *page) canRedo() bool { return !p.mapping() && p.history.canRedo() }

// update shows the state of now: it asks where the question is another one,
// and only paints where it is not.
func (p *page) update() {
	p.status.forget()
	if p.ledger == nil {
		p.paint()
		return
	}
	p.keepLast()
	if q := p.history.now().question; !reflect.DeepEqual(q, p.result.question) || p.result.err != nil {
		p.answer(q)
		return
	}
	if r, kind := p.result, p.history.now().worked; r.worked != kind {
		latest(p.asking, func(context.Context) result { return r.work(kind).surveyed() }, func(r result) {
			p.result = r
			p.paint()
		})
		return
	}
	p.asking.drop()
	p.paint()
}

// answer asks the library in the background.
func (p *page) answer(q reports.Question) {
	l, known, kind := p.ledger, p.recipients, p.history.now().worked
	latest(p.asking, func(ctx context.Context) result { return asked(ctx, q, l, known).work(kind).surveyed() }, p.answered)
}

func (p *page) answered(r result) {
	if errors.Is(r.err, context.Canceled) {
		p.status.say(p.say("wait.cancelled"))
		return
	}
	p.result = r.work(p.history.now().worked)
	p.status.forget()
	if p.arrival {
		p.arrival = false
		if g := calmer(r); g != r.question.Every {
			s := p.history.now()
			s.question.Every = g
			p.history.set(s)
			p.update()
			return
		}
	}
	p.from = nil
	p.paint()
	p.findSources()
}

// calmer returns the length of periods by which what came in is read best; as
// published where the one that was asked for has no figures.
func calmer(r result) reports.Grain {
	switch {
	case r.question.Every == reports.AsPublished:
		return reports.ReadableGrain(*r.answer)
	case r.err == nil && !known(*r.answer):
		return reports.AsPublished
	}
	return r.question.Every
}

// paint shows the state and the result in all parts.
func (p *page) paint() {
	s := p.history.now()
	waits := s.compare.on && !p.comparisonDone()
	if _, _, ok := s.pin.in(p.rows()); !ok && s.pin.set() && !waits {
		s.pin = pin{}
		if s.side.kind == numberSide {
			s.side = side{}
		}
		p.history.set(s)
	}
	p.visible = s
	p.headline.show()
	p.suggestions.show()
	p.bar.show()
	p.sided.show()
	p.restack()
	p.centre.show()
	p.drawer.show()
	p.panel.show()
	p.status.show()
	p.refreshMenu()
	p.compareNow()
	p.retellNow()
}

// rows lists the series of the table: the total first, where it is published.
func (p *page) rows() []reports.Series {
	if p.history.now().compare.on {
		if p.comparison() == nil {
			return nil
		}
		return p.compared.rows
	}
	return p.result.rows
}

// hold reads what the library holds, then shows it; then does next.
func (p *page) hold(next func(before held)) {
	l := p.ledger
	latest(p.holding, func(ctx context.Context) held {
		var h held
		if h.blocks, h.err = l.Blocks(ctx); h.err == nil {
			h.sources, h.err = l.Sources(ctx)
		}
		return h
	}, func(h held) {
		before := p.held
		p.held, p.recipients = h, &knownRecipients{}
		next(before)
	})
}
