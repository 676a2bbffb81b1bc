package audit

import (
	"slices"

	"vitrine/reports"
)

// mostVerified is how many cases of a finding are looked at one by one for
// whether they are of one vintage; the rest is of the same blocks.
const mostVerified = 200

// ofOneSource leaves a finding the cases whose figures all stand in one
// source: between two vintages of a table, a difference is a revision.
func (a *auditor) ofOneSource(f *Finding) error {
	const most = 2000
	verified := f.Cases[:min(len(f.Cases), mostVerified)]
	rests, err := Rests(a.ctx, a.library, verified, most)
	if err != nil {
		return err
	}
	var kept []Case
	for i, figures := range rests {
		if oneSource(figures) {
			kept = append(kept, f.Cases[i])
		}
	}
	f.Compared -= len(verified) - len(kept)
	f.Cases = append(kept, f.Cases[len(verified):]...)
	return nil
}

func oneSource(figures []reports.Figure) bool {
	return !slices.ContainsFunc(figures, func(f reports.Figure) bool { return f.Origin.Source != figures[0].Origin.Source })
}
