package assets

import (
	"cmp"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// nameRows reads names.csv, less its header.
func nameRows(t *testing.T) [][]string {
	t.Helper()
	rows, err := csv.NewReader(strings.NewReader(namesCSV)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if want := append([]string{"dimension", "name"}, Languages()...); !slices.Equal(rows[0], want) {
		t.Fatalf("the columns are %v, want %v", rows[0], want)
	}
	return rows[1:]
}

// TestNamesAreInOrder: a person finds a word where the alphabet has it, once.
func TestNamesAreInOrder(t *testing.T) {
	at := func(row []string) int {
		d, known := reports.ParseDim(row[0])
		if !known || d == reports.Area || d == reports.Subcategory {
			t.Errorf("%q is of no dimension that names are looked up in", row)
		}
		return slices.Index(reports.AllDims(), d)
	}
	rows := nameRows(t)
	for i := 1; i < len(rows); i++ {
		a, b := rows[i-1], rows[i]
		if cmp.Or(cmp.Compare(at(a), at(b)), strings.Compare(a[1], b[1])) >= 0 {
			t.Errorf("%q stands before %q", a[:2], b[:2])
		}
	}
}

// TestNamesAreWritten: English is as published where a row does not say
// otherwise; the other languages say it.
func TestNamesAreWritten(t *testing.T) {
	for _, row := range nameRows(t) {
		fr, de := row[3], row[4]
		if fr == "" || de == "" || row[2] == row[1] {
			t.Errorf("%q: French and German are to be written, English only where it differs", row)
		}
		if at := notFrench.FindString(fr); at != "" {
			t.Errorf("%q: %q in French", row, at)
		}
		if at := notGerman.FindString(de); at != "" {
			t.Errorf("%q: %q in German", row, at)
		}
		for _, text := range row[1:] {
			if text != strings.TrimSpace(text) {
				t.Errorf("%q begins or ends with a space", text)
			}
		}
	}
}

// TestCategoriesHaveNames: whatever the crosswalk knows is read in each
// language.
func TestCategoriesHaveNames(t *testing.T) {
	for _, m := range Crosswalk().All() {
		for d, v := range map[reports.Dim]string{reports.Category: m.Category, reports.Subcategory: m.Subcategory} {
			if v != "" && !For("fr").Translates(d, v) {
				t.Errorf("%s: %q has no row in names.csv", m.Publisher, v)
			}
		}
	}
}

func TestValuesInEachLanguage(t *testing.T) {
	for _, c := range []struct {
		dim              reports.Dim
		value            string
		en, fr, de       string
		untranslatedHere bool
	}{
		{dim: reports.Category, value: "Bullying & Harassment", en: "Bullying & Harassment", fr: "Intimidation et harcèlement", de: "Mobbing und Belästigung"},
		{dim: reports.Subcategory, value: "Gambling", en: "Gambling", fr: "Jeux d’argent et de hasard", de: "Glücksspiel"},
		{dim: reports.Ground, value: "EDR", en: "Emergency disclosure requests (EDR)", fr: "Demandes de divulgation en urgence", de: "Notfall-Auskunftsersuchen"},
		{dim: reports.Action, value: "removed + account terminated", en: "removed + account terminated", fr: "retiré + compte supprimé", de: "entfernt + Konto geschlossen"},
		{dim: reports.Facet, value: "content language: DE", en: "content language: German", fr: "langue du contenu\u202f: allemand", de: "Sprache des Inhalts: Deutsch"},
		{dim: reports.Facet, value: "language: Filipino", en: "language: Filipino", fr: "langue\u202f: filipino", de: "Sprache: Filipino"},
		{dim: reports.Facet, value: "assisting country: US", en: "assisting country: United States", fr: "pays intermédiaire\u202f: États-Unis", de: "vermittelndes Land: USA"},
		{
			dim: reports.Facet, value: "language: bg; surface: Ads", untranslatedHere: true,
			en: "language: Bulgarian; surface: Ads", fr: "langue\u202f: bulgare\u202f; surface\u202f: Ads", de: "Sprache: Bulgarisch; Bereich: Ads",
		},
		{dim: reports.Category, value: "Nobody Knows", untranslatedHere: true, en: "Nobody Knows", fr: "Nobody Knows", de: "Nobody Knows"},
	} {
		for lang, want := range map[string]string{"en": c.en, "fr": c.fr, "de": c.de} {
			if got := For(lang).Value(c.dim, c.value); got != want {
				t.Errorf("%s: %q is %q, want %q", lang, c.value, got, want)
			}
		}
		if got := For("fr").Translates(c.dim, c.value); got == c.untranslatedHere {
			t.Errorf("%q is translated: %t", c.value, got)
		}
	}
}
