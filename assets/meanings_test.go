package assets

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// TestEverythingHasAMeaning: a measure, a harmonised category or a dimension
// without an explanation in each language and a source is not done. Write a
// line for it in meanings.csv. (The checks are held by reports/audit.)
func TestEverythingHasAMeaning(t *testing.T) {
	known := map[string]bool{}
	for _, m := range reports.Measures {
		explained(t, known, reports.MeasureMeaning, string(m.Name))
	}
	for _, c := range Codes().All() {
		explained(t, known, reports.CodeMeaning, c.Code)
	}
	for _, d := range reports.AllDims() {
		explained(t, known, reports.DimensionMeaning, d.String())
	}
	for _, m := range Meanings().All() {
		if m.Kind != reports.CheckMeaning && !known[m.Kind+m.Name] {
			t.Errorf("meanings.csv explains the %s %q, which there is not", m.Kind, m.Name)
		}
	}
}

func explained(t *testing.T, known map[string]bool, kind, name string) {
	t.Helper()
	known[kind+name] = true
	m, ok := Meanings().Get(kind, name)
	if !ok || len(m.Sources) == 0 {
		t.Errorf("the %s %q has no source in meanings.csv", kind, name)
		return
	}
	for _, lang := range Languages() {
		w := For(lang)
		if text := w.Meaning(m); !strings.HasSuffix(text, ".") {
			t.Errorf("%s: the %s %q is explained by %q", lang, kind, name, text)
		}
		if term := w.Term(m); term == "" || term == "dim."+name {
			t.Errorf("%s: the %s %q has no name", lang, kind, name)
		}
	}
	texts := map[string]bool{}
	for _, lang := range Languages() {
		texts[For(lang).Meaning(m)] = true
	}
	if kind != reports.MeasureMeaning && len(texts) < len(Languages()) {
		t.Errorf("the %s %q has one text for several languages", kind, name)
	}
}

func TestMeaningsInFrenchHaveNarrowSpaces(t *testing.T) {
	for _, m := range Meanings().All() {
		text := m.Texts["fr"]
		for _, sign := range []string{" :", " ;", " !", " ?", " %", "« ", " »"} {
			if strings.Contains(text, sign) {
				t.Errorf("%s %s: an ordinary space beside %q: %s", m.Kind, m.Name, strings.TrimSpace(sign), text)
			}
		}
	}
}
