package audit

import "vitrine/reports"

// A renaming is what a figure is called whatever its publisher calls its
// category: it has the code in place of it.
type renaming struct {
	before, after reports.Vintage
	split         reports.Split
}

// followNames joins a figure that vanished and one that was added between the
// same two vintages where they differ in the category's name only, both names
// are exactly one code by the crosswalk, and no third figure is.
func (r *revising) followNames() {
	gone, come := map[renaming][]int{}, map[renaming][]int{}
	for i, s := range r.group {
		switch {
		case s.Before.Says() && !s.After.Stated:
			r.note(gone, s.Before.Figure, s, i)
		case s.After.Says() && !s.Before.Stated:
			r.note(come, s.After.Figure, s, i)
		}
	}
	for name, from := range gone {
		to := come[name]
		if len(from) != 1 || len(to) != 1 {
			continue
		}
		was, is := &r.group[from[0]], &r.group[to[0]]
		is.Before, is.BeforeStep, is.renamed = was.Before, was.BeforeStep, true
		was.gone = true
	}
}

// note files a figure under its code, where it has exactly one.
func (r *revising) note(under map[renaming][]int, f reports.Figure, s restated, i int) {
	if f.Category == "" {
		return
	}
	code, relation, ok := r.names.Crosswalk.Lookup(f.Publisher, f.Category, f.Subcategory)
	if !ok || relation != reports.Exact {
		return
	}
	name := renaming{s.Before.Vintage, s.After.Vintage, f.Split}
	name.split.Category, name.split.Subcategory = code, ""
	under[name] = append(under[name], i)
}
