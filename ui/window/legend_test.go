package window

import (
	"testing"

	"vitrine/reports"
)

// Long names that begin alike are still told apart.
func TestLegendTellsLongNamesApart(t *testing.T) {
	p := opened(t, telegram())
	var list []reports.Series
	for _, name := range []string{
		"Information and Communications Authority of the country", "Information and Communications Authority Under Federal Law 276-FZ", "Police",
	} {
		s := p.result.answer.Series[0]
		s.Key.Category = name
		list = append(list, s)
	}
	p.legend.fill(list, nil)
	seen := map[string]bool{}
	for _, w := range p.legend.links {
		text := swatchText(w.Text, w.Ends)
		if seen[text] {
			t.Errorf("two lines are called %q", text)
		}
		seen[text] = true
	}
}
