package window

import (
	"context"
	"math"
	"slices"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

// A revisable ledger keeps what every vintage states.
type revisable interface {
	audit.Vintages
	Editions(ctx context.Context, r reports.Request) ([]reports.Statement, error)
}

var _ revisable = (*library.Library)(nil)

// mostRevisions is how many revisions are listed; the others are counted.
const mostRevisions = 20000

// A revised question is what later vintages changed of its figures.
type revised struct {
	list    []reports.Revision
	more    int // revisions that are not listed
	summary reports.RevisionSummary
	err     error
}

func revisions(ctx context.Context, l revisable, q reports.Question) revised {
	var r revised
	r.summary, r.err = audit.Revisions(ctx, l, q, names(), func(one reports.Revision) error {
		if len(r.list) < mostRevisions {
			r.list = append(r.list, one)
		} else {
			r.more++
		}
		return ctx.Err()
	})
	return r
}

// editions lists what every vintage states of some figures, a history a
// figure.
func editions(ctx context.Context, l revisable, figures []reports.Figure) ([]reports.History, error) {
	asked := map[reports.Identity]bool{}
	var blocks []reports.Request
	for _, f := range figures {
		asked[f.Identity()] = true
		blocks = addTo(blocks, f)
	}
	var list []reports.Statement
	for _, r := range blocks {
		found, err := l.Editions(ctx, r)
		if err != nil {
			return nil, err
		}
		list = append(list, found...)
	}
	list = slices.DeleteFunc(list, func(s reports.Statement) bool { return !asked[s.Identity()] })
	return reports.Histories(list), nil
}

// addTo lets the request of a figure's block name the figure, too.
func addTo(blocks []reports.Request, f reports.Figure) []reports.Request {
	i := slices.IndexFunc(blocks, func(r reports.Request) bool {
		return r.Publisher == f.Publisher && r.Table == f.Table && r.Measure == f.Measure && r.Breakdown == f.Breakdown
	})
	if i < 0 {
		i = len(blocks)
		blocks = append(blocks, reports.Request{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Breakdown: f.Breakdown, Span: f.Period})
	}
	r := &blocks[i]
	r.Span.Start, r.Span.End = min(r.Span.Start, f.Period.Start), max(r.Span.End, f.Period.End)
	for _, d := range f.Breakdown.List() {
		if v := f.Split.Get(d); !slices.Contains(r.Where[d], v) {
			r.Where[d] = append(r.Where[d], v)
		}
	}
	return blocks
}

// signed writes a difference with its sign, and its percent where there is
// one.
func (p *page) signed(difference, percent float64) string {
	sign := func(v float64, text string) string {
		if v > 0 {
			return "+" + text
		}
		return text
	}
	if math.IsNaN(difference) {
		return ""
	}
	text := sign(difference, p.words.Number(difference))
	if !math.IsNaN(percent) {
		text += " (" + sign(percent, p.words.Percent(math.Round(percent*10)/10)) + ")"
	}
	return text
}
