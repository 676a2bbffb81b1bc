package audit

import (
	"context"
	"math"

	"vitrine/reports"
)

// Vintages are figures of which every vintage is kept.
type Vintages interface {
	// AllVintages returns a ledger in which the figures of every vintage count.
	AllVintages(ctx context.Context) (reports.Ledger, error)
	// Restated hands over each figure of a scope that two vintages do not state
	// alike, those of one block and period together, and returns how many
	// figures each two vintages have in common.
	Restated(ctx context.Context, scope reports.Scope, tell func(reports.Restated) error) ([]reports.Compared, error)
}

// Revisions tells what later vintages changed of the figures that a question's
// filters and span let through: each revision, in the order of publisher,
// table, measure, period and split, and a summary. Each vintage is compared
// with the one before it that states the figure. A figure that only one of two
// vintages states has vanished or was added where both tell other figures of
// its table and period. An error of tell ends it.
func Revisions(ctx context.Context, v Vintages, q reports.Question, names reports.Names, tell func(reports.Revision) error) (reports.RevisionSummary, error) {
	all, err := v.AllVintages(ctx)
	if err != nil {
		return reports.RevisionSummary{}, err
	}
	scope, err := reports.ScopeOf(ctx, q, all, names)
	if err != nil {
		return reports.RevisionSummary{}, err
	}
	r := revising{names: names, tell: tell}
	compared, err := v.Restated(ctx, scope, r.take)
	if err == nil {
		err = r.flush()
	}
	for _, c := range compared {
		r.summary.Compare(c)
	}
	return r.summary, err
}

// A revising is a comparison under way. Figures of one block and period are
// kept together until the last of them has come, since a name may have changed.
type revising struct {
	names   reports.Names
	tell    func(reports.Revision) error
	summary reports.RevisionSummary
	group   []restated
}

// restated is a figure that two vintages do not state alike, or that they
// state under two names.
type restated struct {
	reports.Restated
	renamed, gone bool
}

func (r *revising) take(next reports.Restated) error {
	if len(r.group) > 0 {
		a, b := r.group[0].After.Identity(), next.After.Identity()
		a.Split, b.Split = reports.Split{}, reports.Split{}
		if a != b {
			if err := r.flush(); err != nil {
				return err
			}
		}
	}
	r.group = append(r.group, restated{Restated: next})
	return nil
}

// flush tells the revisions of a block and period.
func (r *revising) flush() error {
	r.followNames()
	for _, s := range r.group {
		if s.gone {
			continue
		}
		revision := reports.Revision{Before: s.Before, After: s.After, Renamed: s.renamed}
		revision.Change = changeOf(s.Restated)
		r.summary.Add(revision)
		if revision.Change == "" {
			continue
		}
		if err := r.tell(revision); err != nil {
			return err
		}
	}
	r.group = r.group[:0]
	return nil
}

// changeOf says what happened to a figure; "" where nothing did but its name.
func changeOf(r reports.Restated) reports.RevisionKind {
	before, after := r.Before, r.After
	switch {
	case !after.Says():
		return reports.RevisionVanished
	case !before.Says() && r.Back:
		return reports.RevisionTakenBack
	case !before.Says():
		return reports.RevisionAdded
	case r.Returned:
		return reports.RevisionTakenBack
	case before.Split != after.Split && alike(before.Figure, after.Figure):
		return ""
	case roundingExplains(r):
		return reports.RevisionRounded
	case r.Back:
		return reports.RevisionTakenBack
	}
	return reports.RevisionChanged
}

// alike tells whether two figures state the same number, or the same range.
func alike(a, b reports.Figure) bool {
	if a.Known() && b.Known() {
		return math.Abs(a.Value-b.Value) <= 1e-12*math.Max(math.Abs(a.Value), math.Abs(b.Value))
	}
	return a.Known() == b.Known() && a.Low == b.Low && a.High == b.High
}

// roundingExplains tells whether two numbers are one, rounded to different
// steps: the finer one, rounded to the step of the coarser one, is that.
func roundingExplains(r reports.Restated) bool {
	if !r.Before.Known() || !r.After.Known() {
		return false
	}
	before, after := stepOf(r.Before.Figure, r.BeforeStep), stepOf(r.After.Figure, r.AfterStep)
	if before == after {
		return false
	}
	return math.Abs(r.After.Value-r.Before.Value) <= math.Max(before, after)/2*(1+1e-9)
}

// stepOf returns the step to which a number was rounded, 0 for none that is
// known. A vintage whose numbers from 1,000 on all end in 00 rounds them to
// leading digits, two at least; elsewhere the decimals tell, or the bounds
// that the format gives.
func stepOf(f reports.Figure, p reports.Precision) float64 {
	switch {
	case p.Hundreds && math.Abs(f.Value) >= 1000:
		most := math.Pow10(int(math.Floor(math.Log10(math.Abs(f.Value))+1e-9)) - 1)
		step := 100.0
		for step < most && math.Mod(f.Value, step*10) == 0 {
			step *= 10
		}
		return step
	case p.Known:
		return math.Pow10(-p.Decimals)
	case f.HasRange:
		return f.High - f.Low
	}
	return 0
}
