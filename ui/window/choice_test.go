package window

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2/test"

	"vitrine/reports"
)

func TestTheNearestChoiceComesFirst(t *testing.T) {
	list := []choice{{Label: "Each half-year"}, {Label: "Each year"}, {Label: "Year to date", Refused: "not published"}}
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"Each half-year", "Each year", "Year to date"}},
		{"year", []string{"Each year", "Each half-year", "Year to date"}},
		{"HALF", []string{"Each half-year"}},
		{"each y", []string{"Each half-year", "Each year"}},
		{"week", nil},
	} {
		var got []string
		for _, hit := range found(list, c.typed) {
			got = append(got, hit.Label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds %v, want %v", c.typed, got, c.want)
		}
	}
}

// TestTheTranslationAndThePublishedWordAreFound: in the menu of categories and
// in the search of everything, in each language.
func TestTheTranslationAndThePublishedWordAreFound(t *testing.T) {
	for lang, translated := range map[string]string{"en": "Bullying", "fr": "harcelement", "de": "Mobbing"} {
		s := telegram()
		s.add(reports.DayOf(2024, 1, 1), reports.ByCategory, "Bullying & Harassment", 3)
		p := openedIn(t, lang, s)
		for _, open := range []func(){p.openFilter, p.search} {
			open()
			for _, text := range []string{translated, "bullying & harassment"} {
				test.Type(p.chooser.entry, text)
				if p.chooser.label() != capital(p.words.Value(reports.Category, "Bullying & Harassment")) {
					t.Errorf("%s: %q finds %q first", lang, text, p.chooser.label())
				}
				p.chooser.entry.SetText("")
			}
			p.chooser.close()
		}
	}
}

// TestNamesAreSortedAsTheyAreRead: by what the language calls them, with its
// own letters where a reader looks for them.
func TestNamesAreSortedAsTheyAreRead(t *testing.T) {
	s := telegram()
	for _, name := range []string{"Weapons", "Gambling", "Wiretap"} {
		s.add(reports.DayOf(2024, 1, 1), reports.ByCategory, name, 3)
	}
	p := openedIn(t, "fr", s)
	p.openFilter()
	var got []string
	for _, c := range p.chooser.all[1:] {
		got = append(got, c.Label)
	}
	want := []string{"Abus sur mineurs", "Armes", "Jeux d’argent et de hasard", "Terrorisme", "Wiretap"}
	if !slices.Equal(got, want) {
		t.Errorf("the categories are %q, want %q", got, want)
	}
	if a, b := fold("Œuvres"), fold("Police"); a > b {
		t.Errorf("%q stands behind %q", a, b)
	}
}

func TestNamesKeepTheirSmallLetters(t *testing.T) {
	for text, want := range map[string]string{
		"terrorism": "Terrorism", "écoute": "Écoute", "iGoogle": "iGoogle", "en.wikipedia": "en.wikipedia", "etc. and so on": "Etc. and so on", "": "",
	} {
		if got := capital(text); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
