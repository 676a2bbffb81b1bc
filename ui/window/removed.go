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

// An again ledger can load a source as it was loaded before, and knows what
// that stated.
type again interface {
	Content(ctx context.Context, id string) ([]byte, error)
	Forget(ctx context.Context, id string) error
	Stated(ctx context.Context, id string) ([]reports.Figure, error)
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
			p.wrong(p.say("failed.forget", "name", s.Name, "why", p.why(r.err)))
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
