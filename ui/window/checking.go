package window

import (
	"cmp"
	"context"
	"slices"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

// An auditable ledger can be checked, and keeps which findings were set aside.
type auditable interface {
	audit.Library
	SetAside(ctx context.Context, a reports.Aside) error
	PutBack(ctx context.Context, id string) error
}

var _ auditable = (*library.Library)(nil)

// A checked library is what the checks found in it.
type checked struct {
	publisher string // the only one that was asked about; "" for all
	sources   []reports.Source
	found     []audit.Finding // the gravest first, those too that were set aside
	err       error
	done      bool
	at        string // the check of the finding that is shown
	opened    string // the identity of that finding
	aside     bool   // those that were set aside are listed, too
}

// of tells whether it is still what the checks find.
func (c checked) of(publisher string, sources []reports.Source) bool {
	return c.done && c.err == nil && c.publisher == publisher && same(c.sources, sources)
}

// check runs the checks one by one, and tells before each which it is.
func check(ctx context.Context, l auditable, publisher string, tell func(string)) ([]audit.Finding, error) {
	var all []audit.Finding
	for _, name := range audit.CheckNames() {
		tell(name)
		o := audit.Options{Names: names(), Left: assets.Unmapped(), Checks: []string{name}, All: true}
		if publisher != "" {
			o.Question.Publisher = []string{publisher}
		}
		found, err := audit.Run(ctx, l, o)
		if err != nil {
			return nil, err
		}
		all = append(all, found...)
	}
	slices.SortStableFunc(all, func(a, b audit.Finding) int {
		return cmp.Or(cmp.Compare(b.Severity, a.Severity), cmp.Compare(a.Publisher, b.Publisher))
	})
	return all, nil
}
