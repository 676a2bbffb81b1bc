package window

import (
	"context"
	"errors"

	"vitrine/reports/library"
)

// An opening is what came of opening the library.
type opening struct {
	library *library.Library
	err     error
}

// openLibrary opens the library in the background and shows it. Where it cannot
// be opened that can be tried again: another program may have let it go.
func (p *page) openLibrary() {
	open := p.options.Open
	latest(p.holding, func(ctx context.Context) opening { return begun(ctx, open) }, func(l opening) {
		p.opened, p.failed = l.library, nil
		if l.err != nil {
			p.fail(l.err)
			return
		}
		p.panel.list()
		p.use(l.library)
	})
}

// begun opens a library that has the starter figures.
func begun(ctx context.Context, open func() (*library.Library, error)) opening {
	l, err := open()
	if err != nil {
		return opening{err: err}
	}
	// Cancelled, the library does without the starter figures.
	if err := l.AddStarter(ctx); err != nil && !errors.Is(err, context.Canceled) {
		return opening{err: errors.Join(err, l.Close())}
	}
	return opening{library: l}
}

// fail says why there is no library.
func (p *page) fail(err error) {
	p.failed = err
	p.panel.list()
	p.paint()
}

// unopened says why nothing can be loaded yet.
func (p *page) unopened() {
	if p.failed != nil {
		p.wrong(p.say("failed.open", "why", p.why(p.failed)))
		return
	}
	p.status.say(p.say("wait.library"))
}

// notYet says why nothing can be asked yet: then only what can be done about it
// is offered. "" where there are figures.
func (p *page) notYet() string {
	if why := p.noLibrary(); why != "" {
		return why
	}
	switch {
	case p.ledger == nil:
		return p.say("wait.library")
	case p.held.err != nil:
		return p.say("failed.read", "why", p.why(p.held.err))
	}
	return p.noFigures()
}

// noLibrary says why files cannot be brought into the library; "" where they
// can, or will be once it is open.
func (p *page) noLibrary() string {
	if p.failed == nil {
		return ""
	}
	return p.say("failed.open", "why", p.why(p.failed))
}
