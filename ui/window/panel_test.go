package window

import (
	"slices"
	"testing"

	"vitrine/reports"
)

// Sources of one export are told apart by their month, or else by their file.
func TestTitlesInTheLibrary(t *testing.T) {
	may, june := reports.DayOf(2024, 5, 3), reports.DayOf(2024, 6, 3)
	source := func(id, name string, day reports.Day) reports.Source {
		return reports.Source{ID: id, Name: name, Published: day, Publisher: "GitHub", Format: "GitHub, transparency data"}
	}
	for _, c := range []struct {
		sources []reports.Source
		want    []string
	}{
		{[]reports.Source{source("a", "a.csv", may)}, []string{"Transparency data"}},
		{[]reports.Source{source("a", "a.csv", may), source("b", "b.csv", june)}, []string{"May 24 · Transparency data", "Jun 24 · Transparency data"}},
		{[]reports.Source{source("a", "takedowns_processed_by_country.csv", may), source("b", "takedowns_processed_by_month.csv", may), source("c", "c.csv", june)},
			[]string{"takedown…_by_country", "takedown…ed_by_month", "c"}},
	} {
		s := telegram()
		s.sources = c.sources
		p := opened(t, s)
		var got []string
		for _, o := range c.sources {
			got = append(got, p.panelTitle(o))
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("the library shows %q, want %q", got, c.want)
		}
	}
}

// Two charts that are worth seeing never bear the same name.
func TestSuggestionsAreToldApart(t *testing.T) {
	p := opened(t, telegram())
	s := p.history.now()
	other := s
	other.view = shares
	if a, b := p.offer(s), p.offer(other); a == b {
		t.Errorf("both are offered as %q", a)
	}
}
