// Package audit checks what a library holds and reports findings.
package audit

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"vitrine/reports"
)

// A Finding is what a check found.
type Finding struct {
	Check            string // the check's name: "unmapped"
	Publisher, Table string
	Split            reports.Split // what it is about
	Figures          int           // how many figures it touches
	Text             string        // one sentence
}

// Unmapped finds the categories that neither the crosswalk nor the list of
// those left out on purpose knows: a publisher's new words. Such categories
// keep their own names in every answer.
func Unmapped(ctx context.Context, l reports.Ledger, names reports.Names, left *reports.Unmapped) ([]Finding, error) {
	blocks, err := l.Blocks(ctx)
	if err != nil {
		return nil, err
	}
	var found []Finding
	for _, b := range blocks {
		group := (b.Breakdown | b.Constant) & (reports.ByCategory | reports.BySubcategory)
		if !group.Has(reports.Category) {
			continue
		}
		sums, err := l.Gather(ctx, reports.Request{
			Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Group: group,
		})
		if err != nil {
			return nil, err
		}
		for _, s := range sums {
			found = addUnmapped(found, b, s, names, left)
		}
	}
	slices.SortFunc(found, func(a, b Finding) int {
		return cmp.Or(cmp.Compare(a.Publisher, b.Publisher), a.Split.Compare(b.Split))
	})
	return found, nil
}

// addUnmapped adds a finding where a sum's category is unknown, or counts it
// to the one that says so already.
func addUnmapped(found []Finding, b reports.Block, s reports.Sum, names reports.Names, left *reports.Unmapped) []Finding {
	category, subcategory := s.Key.Category, s.Key.Subcategory
	if category == "" || category == reports.NotStated {
		return found
	}
	if _, _, ok := names.Crosswalk.Lookup(b.Publisher, category, subcategory); ok {
		return found
	}
	if _, ok := left.Lookup(b.Publisher, category, subcategory); ok {
		return found
	}
	for i, f := range found {
		if f.Publisher == b.Publisher && f.Split == s.Key {
			found[i].Figures += s.N
			return found
		}
	}
	what := fmt.Sprintf("%q", category)
	if subcategory != "" {
		what += fmt.Sprintf(", %q", subcategory)
	}
	return append(found, Finding{
		Check: "unmapped", Publisher: b.Publisher, Table: b.Table, Split: s.Key, Figures: s.N,
		Text: fmt.Sprintf("%s's category %s belongs to no code yet; it keeps its own name", b.Publisher, what),
	})
}
