package window

import (
	"context"
	"errors"
	"io"
	"slices"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/chart"
)

// wanted is of what a chart of editions is: of an answer, and of a number or a
// series of it where one is selected.
type wanted struct {
	answer *reports.Answer
	pin    pin
}

// A retold is what the vintages state of what is wanted.
type retold struct {
	of      wanted
	found   *reports.Editions
	sources []reports.Source // that they are
	err     error
}

// wantedEditions returns of what the state's chart of editions is; ok is false
// where it shows none.
func (p *page) wantedEditions() (w wanted, ok bool) {
	s, v := p.history.now(), p.shownView()
	if !v.kind().edits || s.compare.on || !p.has() {
		return wanted{}, false
	}
	w.answer = p.result.answer
	if s.pin.set() {
		w.pin = s.pin
	}
	if v.kind().edition == chart.Grid {
		w.pin.period = reports.Period{}
	}
	return w, true
}

// editionsShown returns the editions that the picture shows; nil where it
// shows none, or they are not read yet.
func (p *page) editionsShown() *reports.Editions {
	if w, ok := p.wantedEditions(); ok && p.retold.of.same(w) && p.retold.err == nil {
		return p.retold.found
	}
	return nil
}

// same tells whether what is wanted is the same, be it of a series or of one
// number of it.
func (w wanted) same(o wanted) bool {
	return w.answer == o.answer && w.pin.series.Is(o.pin.series) && w.pin.period == o.pin.period
}

// retellNow reads the editions that the state asks for, unless they are there.
func (p *page) retellNow() {
	w, ok := p.wantedEditions()
	l, able := p.ledger.(revisable)
	if !ok || !able || p.retold.of.same(w) || p.asking.working || p.retelling.working && p.retells.same(w) {
		return
	}
	p.retells = w
	series, q := p.seriesOf(w)
	sources := p.held.sources
	latest(p.retelling, func(ctx context.Context) retold { return retell(ctx, l, w, q, series, sources) }, func(r retold) {
		if errors.Is(r.err, context.Canceled) {
			p.status.say(p.say("wait.cancelled"))
			return
		}
		p.retold = r
		p.paint()
	})
}

// seriesOf returns the selected series with its numbers, and the question that
// they answer; none where nothing is selected.
func (p *page) seriesOf(w wanted) (list []reports.Series, q reports.Question) {
	for _, s := range p.rows() {
		if w.pin.series.Measure != "" && s.Is(w.pin.series) {
			if p.result.total != nil && s.Is(*p.result.total) {
				return []reports.Series{s}, p.result.whole
			}
			return []reports.Series{s}, p.result.question
		}
	}
	return p.result.answer.Series, p.result.question
}

func retell(ctx context.Context, l revisable, w wanted, q reports.Question, series []reports.Series, sources []reports.Source) retold {
	e, err := audit.EditionsOfAnswer(ctx, l, reports.Answer{Question: q, Series: series}, names(), w.pin.period)
	told := e.Sources()
	own := slices.DeleteFunc(slices.Clone(sources), func(s reports.Source) bool { return !slices.Contains(told, s.ID) })
	return retold{w, &e, own, err}
}

// editions shows what the vintages state. While it is read, what stood there
// stays.
func (c *centre) editions(v view) {
	p := c.page
	p.legend.object.Hide()
	p.dates.show()
	e := p.editionsShown()
	switch {
	case e != nil:
		p.picture.cell = p.history.now().side.origin
		p.picture.show(drawn{editions: e, edition: v.kind().edition, tone: p.tone(), tints: p.tints, words: p.words})
		p.picture.sel(p.history.now().pin)
		c.foot()
	case p.retold.err != nil && !p.retelling.working:
		c.footer.set(p.say("failed.revisions", "why", p.why(p.retold.err)))
	default:
		c.footer.set(p.say("wait.revisions"))
	}
}

// drawEditions writes the editions as a picture with its titles.
func (p *page) drawEditions(extension string, e reports.Editions, draw func(io.Writer, reports.Editions, chart.EditionKind, chart.Options) error) {
	o, kind := p.chartOptions(), p.shownView().kind().edition
	o.Sources = p.retold.sources
	p.save(extension, func(_ context.Context, w io.Writer) error { return draw(w, e, kind, o) })
}

// pinEdition selects the number of the answer that a vintage's statement is
// of, or goes into, and shows the statement's cell.
func (p *page) pinEdition(st reports.Statement) {
	for _, s := range p.rows() {
		for _, n := range s.Numbers {
			if statedIn(s, n, st) {
				s.Numbers, s.Breaks = nil, nil
				p.turn(func(now *state) {
					now.pin, now.side = pin{series: s, period: n.Period}, side{kind: excerptSide, origin: st.Origin}
				})
				return
			}
		}
	}
	p.open(side{kind: excerptSide, origin: st.Origin})
}

// statedIn tells whether a number of a series is of a statement, or a sum with
// it.
func statedIn(s reports.Series, n reports.Number, st reports.Statement) bool {
	for _, d := range s.Group.List() {
		if v := s.Key.Get(d); v != "" && v != st.Split.Get(d) {
			return false
		}
	}
	return s.Publisher == st.Publisher && s.Measure == st.Measure && n.Period.Start <= st.Period.Start && st.Period.End <= n.Period.End
}
