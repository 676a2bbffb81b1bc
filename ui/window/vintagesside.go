package window

import (
	"context"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"vitrine/reports"
	"vitrine/reports/audit"
)

// noVintages says why the vintages of the selected number cannot be shown.
func (p *page) noVintages() string {
	if _, able := p.ledger.(revisable); !able {
		return p.say("refused.revisions")
	}
	return p.unless(p.history.now().pin.set(), "refused.source")
}

// showVintages lists what each vintage states of the selected number.
func (p *page) showVintages() { p.openFrom(side{kind: vintagesSide}) }

type told struct {
	list []reports.History
	err  error
}

// vintagesSide lists what every vintage states of the figures that the
// selected number was made of.
func (p *page) vintagesSide(s state) fyne.CanvasObject {
	series, n, ok := s.pin.in(p.rows())
	l, able := p.ledger.(revisable)
	if !ok || !able {
		return prose(p.say("side.none"))
	}
	body := container.NewStack(note(p.say("wait.revisions")))
	latest(p.looking, func(ctx context.Context) told {
		found := p.parts(ctx, series, n)
		if found.err != nil {
			return told{err: found.err}
		}
		list, err := audit.EditionsOfFigures(ctx, l, found.figures)
		return told{reports.Histories(list), err}
	}, func(t told) {
		body.Objects = []fyne.CanvasObject{p.vintages(t)}
		body.Refresh()
	})
	return body
}

// mostHistories is how many figures of a sum are shown with their vintages.
const mostHistories = 40

func (p *page) vintages(t told) fyne.CanvasObject {
	if t.err != nil {
		return p.failure(p.why(t.err))
	}
	several := 0
	var list []fyne.CanvasObject
	for _, h := range t.list {
		if len(h.Statements) < 2 {
			continue
		}
		if several++; several <= mostHistories {
			list = append(list, p.historyOf(h)...)
		}
	}
	if several == 0 {
		list = append(list, note(p.say("vintages.one")))
		for _, h := range t.list[:min(len(t.list), 1)] {
			list = append(list, p.historyOf(h)...)
		}
	}
	if more := several - mostHistories; more > 0 {
		list = append(list, note(p.words.Plural("window.checks.more", more)))
	}
	return p.scrolled(list...)
}

// historyOf shows a figure's number in each vintage, the oldest first, with
// the change from the one before.
func (p *page) historyOf(h reports.History) []fyne.CanvasObject {
	list := []fyne.CanvasObject{prose(p.aboutFigure(h.Statements[0].Figure))}
	for i, s := range h.Statements {
		list = append(list, p.statement(s))
		if i == 0 {
			continue
		}
		before := h.Statements[i-1]
		switch d := s.Value - before.Value; {
		case d == 0:
			list = append(list, note(p.say("vintages.same")))
		case !math.IsNaN(d):
			r := reports.Revision{Before: before, After: s}
			list = append(list, note(p.say("vintages.change", "by", p.signed(r.Difference(), r.Percent()))))
		}
	}
	return append(list, widget.NewSeparator())
}
