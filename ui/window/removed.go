package window

import (
	"bytes"
	"context"
	"errors"
	"io"

	"vitrine/reports"
	"vitrine/reports/library"
	"vitrine/reports/sheet"
)

// A removed source was taken out of the library while the window was open,
// with what it takes to bring it back.
type removed struct {
	reports.Source
	content []byte // nil where the library kept none: its file has them
	err     error
}

// mostRemoved is how many removed sources can be brought back.
const mostRemoved = 20

// remove takes a source out, with its bytes where the library keeps them.
func remove(ctx context.Context, l ledger, s reports.Source) removed {
	r := removed{Source: s}
	if s.Bytes <= library.KeptBytes {
		r.content, _ = l.Content(ctx, s.ID) // without them its file brings it back
	}
	r.err = l.Forget(ctx, s.ID)
	return r
}

// input returns the source's bytes, to be loaded again.
func (r removed) input() (sheet.Input, error) {
	if r.content == nil {
		inputs, errs := sheet.Inputs([]string{r.Path})
		if len(errs) > 0 || len(inputs) != 1 {
			return sheet.Input{}, errors.Join(errs...)
		}
		return inputs[0], nil
	}
	return sheet.Input{Name: r.Name, Size: int64(len(r.content)), Open: func() (io.ReaderAt, io.Closer, error) {
		return bytes.NewReader(r.content), io.NopCloser(nil), nil
	}}, nil
}

// takeAgain loads a removed source as it was.
func (r removed) takeAgain(ctx context.Context, l again, tell func(library.Progress)) library.Receipt {
	in, err := r.input()
	var receipt library.Receipt
	if err == nil {
		receipt, err = l.TakeAgain(ctx, r.Source, in, tell)
	}
	if err != nil {
		receipt = library.Receipt{Source: r.Source, Err: err}
	}
	if receipt.Path = r.Path; receipt.Path == "" {
		receipt.Path = r.Name
	}
	return receipt
}

// An again ledger can load a source as it was loaded before.
type again interface {
	TakeAgain(ctx context.Context, s reports.Source, in sheet.Input, progress func(library.Progress)) (library.Receipt, error)
}

var _ again = (*library.Library)(nil)

// forget takes a source out of the library; restore brings it back.
func (p *page) forget(s reports.Source) {
	if p.taking.working {
		p.status.say(p.say("wait.loading"))
		return
	}
	l := p.ledger
	latest(p.taking, func(ctx context.Context) removed { return remove(ctx, l, s) }, func(r removed) {
		if r.err != nil {
			p.wrong(p.say("failed.forget", "name", s.Name, "why", r.err))
			return
		}
		p.removed = append(p.removed, r)
		p.removed = p.removed[max(0, len(p.removed)-mostRemoved):]
		p.status.say(p.say("forgotten", "name", s.Name))
		p.hold(func(held) {
			p.result = unasked()
			p.turn(func(s *state) { s.pin, s.side = pin{}, side{} })
		})
	})
}

func (p *page) noRemoved() string {
	if _, able := p.ledger.(again); !able {
		return p.say("refused.removed")
	}
	return p.unless(len(p.removed) > 0, "refused.removed")
}

// restore brings back the source that was removed last.
func (p *page) restore() {
	l, able := p.ledger.(again)
	if !able || len(p.removed) == 0 {
		return
	}
	r := p.removed[len(p.removed)-1]
	show := newest(p.taking, p.showProgress)
	p.load(func(ctx context.Context) []library.Receipt {
		return []library.Receipt{r.takeAgain(ctx, l, show)}
	}, func(came []library.Receipt) []library.Receipt {
		if came[0].Err == nil {
			p.removed = p.removed[:len(p.removed)-1]
			p.status.say(p.say("restored", "name", r.Name))
		}
		return came
	})
}

// A rereading is what came of reading a source anew.
type rereading struct {
	receipt library.Receipt
	was     reports.Source
}

// rereadSource reads a source anew with this Vitrine's readers, first in a
// throw-away library: where it cannot be read, the library stays as it was.
func (p *page) rereadSource(s reports.Source) {
	l := p.ledger
	show := newest(p.taking, p.showProgress)
	if p.taking.working {
		p.status.say(p.say("wait.loading"))
		return
	}
	latest(p.taking, func(ctx context.Context) rereading { return rereading{reread0(ctx, l, s, show), s} }, func(r rereading) {
		if r.receipt.Err != nil {
			p.wrong(p.say("failed.reread", "name", s.Name, "why", r.receipt.Err))
			return
		}
		p.hold(func(held) {
			p.result = unasked()
			p.turn(func(s *state) { s.pin = pin{} })
			p.status.say(p.rereadText(r.was, p.held.sources, r.receipt.Source))
		})
	})
}

func reread0(ctx context.Context, l ledger, s reports.Source, show func(library.Progress)) library.Receipt {
	out := removed{Source: s}
	var err error
	if out.content, err = l.Content(ctx, s.ID); err != nil {
		return library.Receipt{Source: s, Err: err}
	}
	scratch, err := library.Open(library.Memory)
	if err != nil {
		return library.Receipt{Source: s, Err: err}
	}
	defer scratch.Close()
	if r := out.takeAgain(ctx, scratch, show); r.Err != nil {
		return r
	}
	if err := l.Forget(ctx, s.ID); err != nil {
		return library.Receipt{Source: s, Err: err}
	}
	return out.takeAgain(context.WithoutCancel(ctx), l.(again), show)
}

// rereadText says what reading a source anew changed.
func (p *page) rereadText(was reports.Source, held []reports.Source, now reports.Source) string {
	for _, s := range held {
		if s.ID == was.ID {
			now = s
		}
	}
	if now.Figures == was.Figures && now.Problems == was.Problems {
		return p.say("reread.same", "name", was.Name, "figures", p.words.Plural("window.figures", now.Figures))
	}
	return p.say("reread", "name", was.Name, "before", p.words.Plural("window.figures", was.Figures), "after", p.words.Plural("window.figures", now.Figures),
		"problems", p.words.Plural("window.problems", now.Problems))
}

// rereadChoice offers to read a source anew: one whose bytes the library keeps.
func (p *page) rereadChoice(s reports.Source) choice {
	c := choice{Label: p.say("source.reread"), Note: p.options.Version, Choose: func() { p.rereadSource(s) }}
	if _, able := p.ledger.(again); !able || s.Starter || s.Bytes > library.KeptBytes {
		c.Refused = p.say("refused.reread")
	}
	return c
}
