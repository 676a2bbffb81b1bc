package window

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

// rowTexts lists the rows of the library below the publishers, without their
// menus.
func (l *panel) rowTexts() []string {
	var list []string
	for _, b := range buttons(l.rows) {
		if b.Text != "…" {
			list = append(list, b.Text)
		}
	}
	return list
}

func TestVintagesOfAReportStandTogether(t *testing.T) {
	may, june := reports.DayOf(2024, 5, 3), reports.DayOf(2024, 6, 3)
	source := func(id, name string, day reports.Day) reports.Source {
		return reports.Source{ID: id, Name: name, Published: day, Publisher: "GitHub", Format: "GitHub, transparency data"}
	}
	other := reports.Source{ID: "x", Name: "x.zip", Publisher: "GitHub", Format: "GitHub, removal requests; GitHub, removal requests, detailed; GitHub, words"}
	for _, c := range []struct {
		sources []reports.Source
		want    []string
	}{
		{[]reports.Source{source("a", "a.csv", may)}, []string{"▾ GitHub", "Transparency data"}},
		{[]reports.Source{source("a", "a.csv", may), other, source("b", "b.csv", june)},
			[]string{"▾ GitHub", "▾ Transparency data", "2", "June 2024", "May 2024", "Removal requests + 2"}},
		{[]reports.Source{source("a", "takedowns_processed_by_country.csv", may), source("b", "takedowns_processed_by_month.csv", may), source("c", "c.csv", june)},
			[]string{"▾ GitHub", "▾ Transparency data", "3", "June 2024", "takedown…_by_country", "takedown…ed_by_month"}},
	} {
		s := telegram()
		s.sources = c.sources
		p := opened(t, s)
		got := slices.DeleteFunc(p.panel.rowTexts(), func(text string) bool { return strings.HasSuffix(text, "⚠") })
		if !slices.Equal(got, c.want) {
			t.Errorf("the library shows %q, want %q", got, c.want)
		}
	}
}

func TestVintagesFold(t *testing.T) {
	s := telegram()
	for i, name := range []string{"a.html", "b.html"} {
		s.sources = append(s.sources, reports.Source{ID: name, Name: name, Publisher: "Telegram", Format: "Safety Overview", Published: reports.DayOf(2024, 1, 1+40*i)})
	}
	p := opened(t, s)
	open := len(p.panel.rowTexts())
	test.Tap(buttons(p.panel.rows)[1])
	if folded := len(p.panel.rowTexts()); folded >= open {
		t.Errorf("folded %d rows, open %d", folded, open)
	}
}

func TestMenuOfASource(t *testing.T) {
	s := telegram()
	p := opened(t, s)
	p.press(t, "sourcemenu")
	p.chooser.choose(0)
	got := labels(p.chooser.all)
	want := []string{"Ask about it", "Look at it as it stands", "What made no sense in it", "Copy its SHA-256", "Remove it from the library",
		"Read it anew (the library does not keep its bytes, so it cannot be read anew)",
		"Load its file again (it came from no file)", "Fetch it again (its address leads to no file)"}
	if !slices.Equal(got, want) {
		t.Errorf("the menu offers %q, want %q", got, want)
	}
	p.chooser.choose(3)
	if p.app.Clipboard().Content() != "abcdef0123" {
		t.Errorf("copied %q", p.app.Clipboard().Content())
	}
	p.press(t, "fr")
	p.press(t, "dark")
	p.press(t, "sourcemenu")
	p.chooser.choose(0)
	test.Type(p.chooser.entry, "retirer")
	p.chooser.choose(0)
	if len(s.sources) != 0 {
		t.Error("the source was not removed")
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
