package audit

import "vitrine/reports"

// Reread compares what a source states, as it was read before, with what a
// reader makes of the same bytes now: the figures that have another number or
// status, those that are gone, and the new ones, each in their order.
func Reread(before, after []reports.Figure, v reports.Vintage) []reports.Revision {
	now := map[reports.Identity][]reports.Figure{}
	for _, f := range after {
		now[f.Identity()] = append(now[f.Identity()], f)
	}
	var changed, gone, added []reports.Revision
	for _, f := range before {
		was := reports.Statement{Figure: f, Vintage: v, Stated: true}
		same := now[f.Identity()]
		if len(same) == 0 {
			gone = append(gone, reports.Revision{Change: reports.RevisionVanished, Before: was, After: reports.Statement{Vintage: v}})
			continue
		}
		now[f.Identity()] = same[1:]
		if !f.Agrees(same[0]) || f.Status != same[0].Status {
			is := reports.Statement{Figure: same[0], Vintage: v, Stated: true}
			changed = append(changed, reports.Revision{Change: reports.RevisionChanged, Before: was, After: is})
		}
	}
	for _, f := range after {
		if rest := now[f.Identity()]; len(rest) > 0 {
			is := reports.Statement{Figure: rest[0], Vintage: v, Stated: true}
			now[f.Identity()] = rest[1:]
			added = append(added, reports.Revision{Change: reports.RevisionAdded, Before: reports.Statement{Vintage: v}, After: is})
		}
	}
	return append(append(changed, gone...), added...)
}
