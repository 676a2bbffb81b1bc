package assets

import (
	"bytes"
	_ "embed"
	"sync"

	"vitrine/reports"
)

//go:embed meanings.csv
var meanings []byte

var meaningList = sync.OnceValue(func() *reports.Meanings {
	return must(reports.ReadMeanings(bytes.NewReader(meanings)))
})

// Meanings returns what each measure, harmonised category, check and
// dimension means, with its sources.
func Meanings() *reports.Meanings { return meaningList() }

// Term returns the name of what a meaning is of.
func (w *Words) Term(m reports.Meaning) string {
	switch m.Kind {
	case reports.MeasureMeaning:
		return w.Measure(reports.Measure(m.Name))
	case reports.CodeMeaning:
		return w.Code(m.Name)
	case reports.CheckMeaning:
		return w.Check(m.Name)
	}
	return w.Say("dim." + m.Name)
}

// Meaning returns the sentences that say what a word means.
func (w *Words) Meaning(m reports.Meaning) string {
	if m.Kind == reports.MeasureMeaning {
		return w.Definition(reports.Measure(m.Name))
	}
	return m.Texts[w.Lang]
}

// MeaningKind returns what kind of word it is: "measure", "check".
func (w *Words) MeaningKind(kind string) string { return w.Say("meaning.kind." + kind) }
