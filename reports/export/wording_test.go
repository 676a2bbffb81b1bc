package export

import (
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

// A table of derived numbers does not say that they are as published.
func TestTableSaysHowItsNumbersCameAbout(t *testing.T) {
	published, derived := reports.Number{Value: 1, Basis: reports.Published}, reports.Number{Value: 2, Basis: reports.Derived}
	for want, numbers := range map[string][]reports.Number{
		"export.basis.published": {published},
		"export.basis.derived":   {derived},
		"export.basis.mixed":     {published, derived},
	} {
		w := assets.For("en")
		if got := basisText(w, group{series: []reports.Series{{Numbers: numbers}}}); got != w.Say(want) {
			t.Errorf("%s: %q", want, got)
		}
	}
}
