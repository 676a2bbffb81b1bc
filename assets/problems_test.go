package assets

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestProblemsAreSaidInFrench(t *testing.T) {
	w := For("fr")
	for text, want := range map[string]string{
		`"about 5" is not a number`:                                                   "«\u202fabout 5\u202f» n’est pas un nombre",
		`"12" is not a number of statements`:                                          "«\u202f12\u202f» n’est pas un nombre (statements)",
		`TikTok, legal requests does not know "X": its rows were not read`:            "TikTok, legal requests ne connaît pas «\u202fX\u202f»\u202f: ses lignes n’ont pas été lues",
		`not understood, not a daily report: "Happy new year!"`:                       "non compris (ce n’est pas un rapport quotidien)\u202f: «\u202fHappy new year!\u202f»",
		"this older version could not be read: b.csv: it is empty; download it again": "cette version plus ancienne n’a pas pu être lue\u202f: b.csv\u202f: il est vide\u202f; téléchargez-le à nouveau",
		"12 statements stand in it twice, the first of them 8: all were counted":      "12 exposés y figurent deux fois, le premier étant 8\u202f: tous ont été comptés",
		"what nobody foresaw":                                                         "what nobody foresaw",
	} {
		if got := w.Problem(text); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
		if got := For("en").Problem(text); got != text {
			t.Errorf("in English %q becomes %q", text, got)
		}
	}
}

// TestProblemsOfTheSamplesHaveATranslation holds the translations to what the
// formats say of their samples.
func TestProblemsOfTheSamplesHaveATranslation(t *testing.T) {
	files, err := filepath.Glob("../reports/publisher/testdata/*.golden")
	if err != nil || len(files) == 0 {
		t.Fatal("no samples", err)
	}
	w := For("fr")
	for _, path := range files {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range strings.Lines(string(content)) {
			place, found := strings.CutPrefix(strings.TrimSpace(line), "problem: ")
			_, what, _ := strings.Cut(place, ": ")
			if found && w.Problem(what) == what {
				t.Errorf("%s: no French for %q; write it into assets/translations/problems.*.json", filepath.Base(path), what)
			}
			if _, why, some := strings.Cut(what, "not understood, "); some {
				if why, _, _ = strings.Cut(why, ": "); w.Problem(why) == why {
					t.Errorf("%s: no French for the reason %q; write it into assets/translations/problems.*.json", filepath.Base(path), why)
				}
			}
		}
	}
}
