package assets

import (
	"context"
	"strings"
	"testing"

	"vitrine/reports"
)

// A publisher that has a name in each language is called by it, and a question
// takes all of them.
func TestPublishersNames(t *testing.T) {
	const name = "European Commission"
	if got := For("fr").Publisher(name); got != "Commission européenne" {
		t.Error(got)
	}
	if got := For("fr").Publisher("TikTok"); got != "TikTok" {
		t.Error(got)
	}
	figure := reports.Figure{Publisher: name, Table: "t", Measure: "statements of reasons", Period: reports.EveryMonth.Around(reports.DayOf(2025, 7, 1)), Value: 3}
	m := &reports.Memory{Held: []reports.Figure{figure}, Declared: []reports.Block{{Publisher: name, Table: "t", Measure: figure.Measure}}}
	for _, asked := range []string{"commission européenne", "European Commission", "Europäische"} {
		a, err := reports.Ask(context.Background(), reports.Question{Publisher: []string{asked}}, m, reports.Names{Publishers: Publishers()})
		if err != nil || len(a.Series) != 1 {
			t.Errorf("%s: %v, %v", asked, a.Series, err)
			continue
		}
		if title := For("fr").Title(a); !strings.Contains(title, "chez la Commission européenne") {
			t.Errorf("%s: %s", asked, title)
		}
	}
}

// What is published under the DSA is not about the world.
func TestWhatDSAFiguresCover(t *testing.T) {
	for table, want := range map[string]string{
		"DSA report, own initiative, terms": "European Union",
		"statements of reasons":             "European Economic Area",
		"statements of reasons by language": "European Economic Area",
		"community guidelines":              "worldwide",
	} {
		a := reports.Answer{Series: []reports.Series{{Publisher: "A", Table: table, Measure: "x"}}}
		if got := For("en").Title(a); !strings.HasSuffix(got, ", "+want) {
			t.Errorf("%s: %s", table, got)
		}
	}
	if got := For("fr").Table("European Commission", "statements of reasons by language, single platforms"); got != "exposés des motifs par langue, plateformes isolées" {
		t.Error(got)
	}
}

// A dump is named by its day and version; when the archive was made is said
// beside them.
func TestFooterOfADump(t *testing.T) {
	s := reports.Source{Publisher: "European Commission", Format: "European Commission, DSA daily dump", Name: "sor-global-2025-07-01-light.zip", Published: reports.DayOf(2025, 7, 1)}
	if got := For("en").Source(s); got != "European Commission, light dump of 1 July 2025 (sor-global-2025-07-01-light.zip)" {
		t.Error(got)
	}
	s.Published = reports.DayOf(2025, 10, 14)
	if got := For("fr").Source(s); got != "Commission européenne, archive allégée du 1er juillet 2025 (sor-global-2025-07-01-light.zip), établie le 14 octobre 2025" {
		t.Error(got)
	}
}
