package window

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/container"

	"vitrine/reports"
	"vitrine/reports/audit"
)

// A case leads to the cells of each of its sides, says what they add up to,
// and how many are left out.
func TestCaseShowsTheCellsOfBothSides(t *testing.T) {
	p := audited(t, "en")
	made := func(text string, n int) (list []reports.Figure) {
		for i := range n {
			list = append(list, reports.Figure{Value: 1, Origin: reports.Origin{Source: "abcdef0123", File: text + ".csv", Row: i + 2, Column: 5, Text: "1"}})
		}
		return list
	}
	sides := []audit.Side{
		{Publisher: "Google", Table: "removal requests", Number: reports.Number{Value: 23, Basis: reports.Summed, N: 23}},
		{Publisher: "Google", Table: "removal requests, detailed", Number: reports.Number{Value: 1, Basis: reports.Published}},
	}
	box := container.NewVBox()
	(&checksView{page: p}).showCases(box, audit.Finding{}, rests{list: []rest{{audit.Case{Sides: sides}, [][]reports.Figure{made("sums", 23), made("detailed", 1)}}}})
	said := strings.Join(texts(box), "\n")
	for _, want := range []string{"23 · sum of 23 · removal requests", "row 21, column E", "and 3 more cells"} {
		if !strings.Contains(said, want) {
			t.Errorf("the case does not say %q: %s", want, said)
		}
	}
	links := buttons(box)
	if len(links) != 21 || !strings.Contains(links[20].Text, "detailed.csv") {
		t.Errorf("%d cells are linked, want 20 of one side and the one of the other", len(links))
	}
}
