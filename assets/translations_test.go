package assets

import (
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"

	"vitrine/reports"
)

// TestFilesAsFyneReadsThem loads every file as Fyne's lang package does, which
// refuses a file whose top-level keys are words of its own ("other", "one").
func TestFilesAsFyneReadsThem(t *testing.T) {
	for name, content := range translationFiles(t) {
		bundle := i18n.NewBundle(language.English)
		bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
		parsed, err := bundle.ParseMessageFileBytes(content, name)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := parsed.Tag.String(); !slices.Contains(Languages(), got) {
			t.Errorf("%s is of the language %s", name, got)
		}
	}
}

func translationFiles(t *testing.T) map[string][]byte {
	t.Helper()
	entries, err := Translations.ReadDir("translations")
	if err != nil {
		t.Fatal(err)
	}
	files := map[string][]byte{}
	for _, e := range entries {
		content, err := Translations.ReadFile("translations/" + e.Name())
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = content
	}
	return files
}

// parseTexts returns a file's texts by key; those of a plural by key and form.
func parseTexts(t *testing.T, name string, content []byte) map[string]string {
	t.Helper()
	var raw map[string]any
	if err := json.Unmarshal(content, &raw); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	texts := map[string]string{}
	for key, value := range raw {
		switch v := value.(type) {
		case string:
			texts[key] = v
		case map[string]any:
			for form, text := range v {
				if form != "many" { // of French millions; English has none
					texts[key+"|"+form], _ = text.(string)
				}
			}
		default:
			t.Errorf("%s: %s is neither a text nor a plural", name, key)
		}
	}
	return texts
}

var slots = regexp.MustCompile(`\{\{[^}]*\}\}`)

// TestLanguagesHaveTheSameTexts compares each English file with its sister in
// each other language: the same keys, and the same open places in each text.
func TestLanguagesHaveTheSameTexts(t *testing.T) {
	files := translationFiles(t)
	owner := map[string]string{}
	for name, content := range files {
		base, english := strings.CutSuffix(name, "en.json")
		if !english {
			continue
		}
		en := parseTexts(t, name, content)
		for key, text := range en {
			if owner[key] != "" {
				t.Errorf("%q stands in %s and in %s", key, owner[key], name)
			}
			owner[key] = name
			if text == "" {
				t.Errorf("%s: %q is empty", name, key)
			}
		}
		for _, lang := range Languages()[1:] {
			sister, ok := files[base+lang+".json"]
			if !ok {
				t.Errorf("%s has no sister in %s", name, lang)
				continue
			}
			compareTexts(t, en, parseTexts(t, base+lang+".json", sister), base+lang+".json")
		}
	}
}

// compareTexts holds the texts of a file to the English ones.
func compareTexts(t *testing.T, en, other map[string]string, name string) {
	t.Helper()
	for key, text := range en {
		sister, ok := other[key]
		switch a, b := openPlaces(text), openPlaces(sister); {
		case !ok:
			t.Errorf("%s: lacks %q", name, key)
		case sister == "":
			t.Errorf("%s: %q is empty", name, key)
		case !slices.Equal(a, b):
			t.Errorf("%s: %q leaves %v open, %v in English", name, key, b, a)
		}
	}
	for key := range other {
		if _, ok := en[key]; !ok {
			t.Errorf("%s: %q is not in the English file", name, key)
		}
	}
}

func openPlaces(text string) []string {
	list := slots.FindAllString(text, -1)
	slices.Sort(list)
	return slices.Compact(list)
}

// notFrench finds what French does not write: a space that does not break,
// narrow or not, stands before : ; ! ? » and after «, and the apostrophe is a
// curved one.
var notFrench = regexp.MustCompile(`[^\x{202f}\x{a0}\d«][:;!?»]|«[^\x{202f}\x{a0}]|\w'\w`)

func TestFrenchTypography(t *testing.T) {
	for name, content := range translationFiles(t) {
		if !strings.HasSuffix(name, "fr.json") {
			continue
		}
		for key, text := range parseTexts(t, name, content) {
			if at := notFrench.FindString(slots.ReplaceAllString(text, "x")); at != "" {
				t.Errorf("%s: %q: %q in %q", name, key, at, text)
			}
		}
	}
}

// notGerman finds what German does not write: it has quotes of its own, a curved
// apostrophe, and a space that does not break before a percent sign and within
// an abbreviation.
var notGerman = regexp.MustCompile(`["”«»]|\w['’]\w|„[^“]*$|^[^„]*“|[\dx] ?%|\b\p{L}\. ?\p{L}\.|\p{L} [:;!?]`)

func TestGermanTypography(t *testing.T) {
	for name, content := range translationFiles(t) {
		if !strings.HasSuffix(name, "de.json") {
			continue
		}
		for key, text := range parseTexts(t, name, content) {
			if at := notGerman.FindString(slots.ReplaceAllString(text, "x")); at != "" {
				t.Errorf("%s: %q: %q in %q", name, key, at, text)
			}
		}
	}
	for _, m := range Meanings().All() {
		if at := notGerman.FindString(m.Texts["de"]); at != "" {
			t.Errorf("%s %s: %q in %q", m.Kind, m.Name, at, m.Texts["de"])
		}
	}
}

func TestEveryConstantHasItsText(t *testing.T) {
	var keys []string
	for _, m := range reports.Measures {
		for _, kind := range []string{"measure.", "unit.", "definition."} {
			keys = append(keys, kind+string(m.Name))
		}
		keys = append(keys, "family."+string(m.Family))
	}
	for _, d := range reports.AllDims() {
		keys = append(keys, "dim."+d.String(), "by."+d.String())
	}
	for _, g := range reports.Grains() {
		keys = append(keys, "grain."+g.String())
	}
	for s := reports.Normal; s <= reports.NotAvailable; s++ {
		keys = append(keys, "status."+s.String())
	}
	keys = append(keys, "status.incomplete", "status.partial", "basis.published", "basis.sum", "basis.derived", "value."+reports.NotStated,
		reports.ReasonNotComplete, reports.ReasonOverlapping, reports.ReasonOneSeries,
		reports.ReasonNotAdded, reports.ReasonSideBySide, reports.ReasonIncomplete,
		"relation."+reports.Exact, "relation."+reports.Narrower, "relation."+reports.Broader)
	for _, table := range []string{
		"Safety Overview, daily", "Safety Overview, counters", "CSAM blocked via NGO reports", "channel posts, daily",
		"channel posts, month totals", "disclosures by country", "@transparency bot",
		"EU DSA report, official requests by member state", "EU DSA report, restrictions by type of violation",
	} {
		keys = append(keys, "table.Telegram."+table)
	}
	for _, key := range keys {
		if !For("en").Has(key) {
			t.Errorf("no text for %q", key)
		}
	}
}

// TestEnglishIsTheModelsOwn: the vocabulary of measures stands in the model
// too, where the command line prints it; the two must say the same.
func TestEnglishIsTheModelsOwn(t *testing.T) {
	w := For("en")
	for _, m := range reports.Measures {
		if got := w.Definition(m.Name); got != m.Definition {
			t.Errorf("%s is %q in the translations, %q in the model", m.Name, got, m.Definition)
		}
		if got := w.Unit(m.Name); got != m.Unit {
			t.Errorf("%s is counted in %q in the translations, in %q in the model", m.Name, got, m.Unit)
		}
		if got := w.Measure(m.Name); !strings.EqualFold(got, string(m.Name)) {
			t.Errorf("%s is called %q", m.Name, got)
		}
	}
}
