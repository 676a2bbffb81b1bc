package window

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

// A rereading is what came of reading a source anew: by which figures it is
// another one than before.
type rereading struct {
	was     reports.Source
	receipt library.Receipt
	changed []reports.Revision
}

// rereadSource reads a source anew with this Vitrine's readers, first in a
// throw-away library: where it cannot be read, the library stays as it was.
// What is other then is listed in place.
func (p *page) rereadSource(s reports.Source) {
	l, able := p.ledger.(again)
	show := newest(p.taking, p.showProgress)
	if p.taking.working || !able {
		p.status.say(p.say("wait.loading"))
		return
	}
	latest(p.taking, func(ctx context.Context) rereading { return readAnew(ctx, l, s, show) }, func(r rereading) {
		if r.receipt.Err != nil {
			p.wrong(p.say("failed.reread", "name", s.Name, "why", p.why(r.receipt.Err)))
			return
		}
		p.reread = r
		p.hold(func(held) {
			p.result = unasked()
			p.turn(func(s *state) {
				s.pin = pin{}
				if len(r.changed) > 0 {
					s.side = side{kind: rereadSide, source: r.was.ID}
				}
			})
			p.status.say(p.rereadText(r))
		})
	})
}

// readAnew reads a source anew, and compares what it states with what it stated.
func readAnew(ctx context.Context, l again, s reports.Source, show func(library.Progress)) rereading {
	fail := func(err error) rereading { return rereading{was: s, receipt: library.Receipt{Source: s, Err: err}} }
	out := removed{Source: s}
	var err error
	if out.content, err = l.Content(ctx, s.ID); err != nil {
		return fail(err)
	}
	before, err := l.Stated(ctx, s.ID)
	if err != nil {
		return fail(err)
	}
	scratch, err := library.Open(library.Memory)
	if err != nil {
		return fail(err)
	}
	defer scratch.Close()
	if r := out.takeAgain(ctx, scratch, show); r.Err != nil {
		return fail(r.Err)
	}
	after, err := scratch.Stated(ctx, s.ID)
	if err != nil {
		return fail(err)
	}
	if err := l.Forget(ctx, s.ID); err != nil {
		return fail(err)
	}
	receipt := out.takeAgain(context.WithoutCancel(ctx), l, show)
	return rereading{s, receipt, audit.Reread(before, after, reports.Vintage{Day: s.Published, Source: s.ID})}
}

// rereadText says what reading a source anew changed.
func (p *page) rereadText(r rereading) string {
	now := r.receipt.Source
	for _, s := range p.held.sources {
		if s.ID == r.was.ID {
			now = s
		}
	}
	if len(r.changed) == 0 && now.Figures == r.was.Figures && now.Problems == r.was.Problems {
		return p.say("reread.same", "name", r.was.Name, "figures", p.words.Plural("window.figures", now.Figures))
	}
	return p.say("reread", "name", r.was.Name, "before", p.words.Plural("window.figures", r.was.Figures), "after", p.words.Plural("window.figures", now.Figures),
		"problems", p.words.Plural("window.problems", now.Problems))
}

// rereadSide lists the figures that are others since their source was read
// anew.
func (p *page) rereadSide() fyne.CanvasObject {
	r := p.reread
	number := func(n int) string { return p.words.Number(float64(n)) }
	count := map[reports.RevisionKind]int{}
	for _, c := range r.changed {
		count[c.Change]++
	}
	head := container.NewVBox(note(p.rereadText(r)), note(p.say("reread.counts", "changed", number(count[reports.RevisionChanged]),
		"gone", number(count[reports.RevisionVanished]), "added", number(count[reports.RevisionAdded]))), widget.NewSeparator())
	return p.revisionRows(head, r.changed)
}

// rereadChoice offers to read a source anew: one whose bytes the library keeps.
func (p *page) rereadChoice(s reports.Source) choice {
	c := choice{Label: p.say("source.reread"), Note: p.options.Version, Choose: func() { p.rereadSource(s) }}
	if _, able := p.ledger.(again); !able || s.Starter || s.Bytes > library.KeptBytes {
		c.Refused = p.say("refused.reread")
	}
	return c
}
