package window

import (
	"context"
	"math"

	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

// A revisable ledger keeps what every vintage states.
type revisable interface {
	audit.Vintages
	audit.Retelling
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
	if percent = readable(percent); !math.IsNaN(percent) {
		text += " (" + sign(percent, p.words.Percent(percent)) + ")"
	}
	return text
}

// readable rounds a percentage to one digit after the point, or to as many as
// one needs that is not zero: a change of 0.04 % is not none. Below that it is
// not worth saying: NaN.
func readable(percent float64) float64 {
	for _, unit := range []float64{10, 100, 1000} {
		if v := math.Round(percent*unit) / unit; v != 0 || percent == 0 {
			return v
		}
	}
	return math.NaN()
}
