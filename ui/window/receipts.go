package window

import (
	"context"
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/library"
)

// take loads files into the library, says what came of each, and moves the
// question to what came in.
func (p *page) take(paths []string) {
	if p.ledger == nil || p.taking.working {
		p.waiting = append(p.waiting, paths...)
		switch {
		case p.ledger != nil:
			p.status.say(p.words.Plural("window.incoming.next", len(paths)))
		case p.failed != nil:
			p.unopened()
		}
		return
	}
	l := p.ledger
	f := p.follow()
	p.load(func(ctx context.Context) []library.Receipt {
		return f.take(ctx, l, paths, library.TakeOptions{})
	}, alone)
}

// takeWaiting loads the files that came while others were loaded.
func (p *page) takeWaiting() {
	waiting := p.waiting
	p.waiting, p.following = nil, true
	p.takeAny(waiting)
	p.following = false
}

// load does work that brings files into the library, one such work at a time,
// then shows what came of each, beside what stays of what is shown.
func (p *page) load(work func(context.Context) []library.Receipt, beside func(came []library.Receipt) []library.Receipt) {
	if p.taking.working {
		p.status.say(p.say("wait.loading"))
		return
	}
	p.loadBegins()
	latest(p.taking, work, func(receipts []library.Receipt) {
		p.remember(receipts)
		p.receipts(beside(receipts))
		p.hold(func(before held) {
			p.moveTo(receipts, before)
			p.panel.reveal()
			p.takeWaiting()
			p.mapAlone(receipts)
		})
		p.showIncoming()
	})
}

// alone shows what came, and nothing of what was shown before.
func alone(came []library.Receipt) []library.Receipt { return came }

func (p *page) showProgress(at library.Progress) {
	l := p.panel.progress
	text := p.say("wait.taking", "done", at.Done+1, "total", at.Total, "name", base(at.Path))
	if at.Stage == library.StageCounting {
		text = p.say("wait.counting", "name", base(at.Path), "rows", p.words.Number(float64(at.Rows)), "part", p.words.Number(float64(at.Bytes>>20)), "of", p.words.Number(float64(at.Of>>20)))
		if at.Left > 0 {
			text = p.say("wait.left", "seconds", int(at.Left.Seconds())) + " · " + text
		}
	}
	l.text.set(text)
	part := 0.0
	if at.Of > 0 {
		part = float64(at.Bytes) / float64(at.Of)
	}
	if at.Total > 0 {
		l.bar.SetValue((float64(at.Done) + part) / float64(at.Total))
	}
}

// receipts shows a line a file below the sources.
func (p *page) receipts(list []library.Receipt) {
	p.loaded = list
	box := p.panel.receipts
	box.Objects = nil
	if len(list) > 0 {
		clear := wire(p, newButton("✕", plainButton, func() { p.receipts(nil) }), p.say("hint.clear"))
		box.Add(widget.NewSeparator())
		box.Add(container.New(spread{wide: 0}, container.New(margins{0, 0, 0, 6}, heading(p.say("panel.loaded"))), clear))
	}
	strange := unknown(list)
	if len(strange) > fewUnknown {
		box.Add(p.failure(p.words.Plural("window.receipt.unknown.many", len(strange), "names", join(strange))))
	}
	shown := 0
	for _, r := range list {
		if shown < maxReceipts && (len(strange) <= fewUnknown || !errors.Is(r.Err, reports.ErrUnknownExport)) {
			box.Add(p.receipt(r))
			shown++
		}
	}
	if len(list) > 1 {
		every := p.words.Plural("window.incoming.all", len(list), "n", p.words.Number(float64(len(list))))
		box.Add(container.NewHBox(wire(p, newButton(every, linkButton, p.showLoad), p.say("hint.incoming"))))
	}
	box.Refresh()
}

// fewUnknown is how many files that are no exports get a sentence each: a
// folder may hold hundreds.
const fewUnknown = 3

// maxReceipts is how many files have a sentence in the library: the list of
// what came in has all.
const maxReceipts = 6

// unknown lists the names of the files that no format recognised.
func unknown(list []library.Receipt) []string {
	var names []string
	for _, r := range list {
		if errors.Is(r.Err, reports.ErrUnknownExport) {
			names = append(names, base(r.Path))
		}
	}
	return names
}

// receipt says what came of a file, and what can be done about it.
func (p *page) receipt(r library.Receipt) fyne.CanvasObject {
	box := container.NewVBox(p.receiptText(r))
	if undated(r) {
		box.Add(p.newPeriodForm(r).object)
	}
	row := container.NewHBox()
	if mappable(r) {
		row.Add(wire(p, newButton(p.say("mapping.open"), linkButton, func() { p.openMapping(r.Path) }), p.say("hint.mapping", "name", base(r.Path))))
	}
	for _, b := range p.refetch(r) {
		row.Add(b)
	}
	if len(row.Objects) > 0 {
		box.Add(row)
	}
	return box
}

func (p *page) receiptText(r library.Receipt) fyne.CanvasObject {
	text, wrong := p.receiptSays(r)
	if wrong {
		return p.failure(text)
	}
	return note(text)
}

// receiptSays says in a sentence what came of a file, and whether that is an
// error.
func (p *page) receiptSays(r library.Receipt) (text string, wrong bool) {
	switch {
	case errors.Is(r.Err, context.Canceled):
		return p.say("receipt.cancelled", "name", base(r.Path)), false
	case errors.Is(r.Err, reports.ErrUnknownExport):
		return p.say("receipt.unknown", "name", base(r.Path)), true
	case undated(r):
		return p.say("receipt.undated", "name", base(r.Path)), true
	case r.Err != nil && strings.Contains(r.Err.Error(), base(r.Path)):
		return p.why(r.Err), true
	case r.Err != nil:
		return p.say("receipt.failed", "name", base(r.Path), "why", p.why(r.Err)), true
	case r.Already:
		return p.say("receipt.already", "name", base(r.Path), "title", p.sourceTitle(r.Source)), false
	}
	if r.Source.Notes > 0 && r.Source.Figures == 0 {
		return p.say("receipt.notes", "name", base(r.Path), "publisher", p.words.Publisher(r.Source.Publisher), "title", p.sourceTitle(r.Source),
			"notes", p.words.Plural("window.sourcenotes", r.Source.Notes), "problems", p.words.Plural("window.problems", r.Source.Problems)), false
	}
	number := func(n int) string { return p.words.Number(float64(n)) }
	return p.say("receipt", "name", base(r.Path), "publisher", p.words.Publisher(r.Source.Publisher), "title", p.sourceTitle(r.Source),
		"figures", p.words.Plural("window.figures", r.Source.Figures), "new", number(r.New), "equal", number(r.Equal),
		"changed", number(r.Changed), "problems", p.words.Plural("window.problems", r.Source.Problems)), false
}
