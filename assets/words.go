package assets

import (
	"encoding/json"
	"strconv"
	"strings"
	"sync"

	"github.com/nicksnyder/go-i18n/v2/i18n"
	"golang.org/x/text/language"
	"golang.org/x/text/language/display"

	"vitrine/reports"
)

// Words speaks one language of the interface.
type Words struct {
	Lang      string // one of Languages
	localizer *i18n.Localizer
	keys      map[string]bool // of the texts that any language has
	languages display.Namer

	group, decimal string
	months         [3][12]string // full, after "from", short
}

// Languages lists the languages of the interface, English first.
func Languages() []string { return reports.Languages() }

// For returns the words of a language, given as "fr", "fr-CH" or
// "fr_FR.UTF-8". Any other language gets English.
func For(lang string) *Words {
	lang, _, _ = strings.Cut(strings.ToLower(strings.TrimSpace(lang)), ".")
	lang, _, _ = strings.Cut(strings.ReplaceAll(lang, "_", "-"), "-")
	all := vocabulary()
	if w, ok := all[lang]; ok {
		return w
	}
	return all["en"]
}

var vocabulary = sync.OnceValue(func() map[string]*Words {
	bundle, keys := must2(readTranslations())
	all := map[string]*Words{}
	for _, lang := range Languages() {
		w := &Words{Lang: lang, localizer: i18n.NewLocalizer(bundle, lang), keys: keys, languages: display.Languages(language.MustParse(lang))}
		w.group, w.decimal = w.Say("format.group"), w.Say("format.decimal")
		for form, key := range [...]string{"month.", "month.from.", "month.short."} {
			for m := range 12 {
				w.months[form][m] = w.Say(key + strconv.Itoa(m+1))
			}
		}
		all[lang] = w
	}
	return all
})

// readTranslations merges all files of assets/translations, each by the
// language in its name.
func readTranslations() (*i18n.Bundle, map[string]bool, error) {
	bundle := i18n.NewBundle(language.English)
	bundle.RegisterUnmarshalFunc("json", json.Unmarshal)
	files, err := Translations.ReadDir("translations")
	if err != nil {
		return nil, nil, err
	}
	keys := map[string]bool{}
	for _, f := range files {
		content, err := Translations.ReadFile("translations/" + f.Name())
		if err != nil {
			return nil, nil, err
		}
		parsed, err := bundle.ParseMessageFileBytes(content, f.Name())
		if err != nil {
			return nil, nil, err
		}
		for _, m := range parsed.Messages {
			keys[m.ID] = true
		}
	}
	return bundle, keys, nil
}

func must2[A, B any](a A, b B, err error) (A, B) {
	must(a, err)
	return a, b
}

// Has tells whether there is a text for a key.
func (w *Words) Has(key string) bool { return w.keys[key] }

// Say returns the text of a key. args are names and values, in turn, of what
// the text leaves open: Say("period.month", "month", "May", "year", 2026) for
// "{{.month}} {{.year}}". Without a text it returns the key.
func (w *Words) Say(key string, args ...any) string {
	return w.localize(key, nil, makeData(args))
}

// Plural returns the text of a key in the form that goes with n. In the text
// {{.n}} is the number as the language writes it.
func (w *Words) Plural(key string, n int, args ...any) string {
	data := makeData(args)
	data["n"] = w.Number(float64(n))
	return w.localize(key, n, data)
}

func (w *Words) localize(key string, count any, data map[string]any) string {
	if !w.keys[key] {
		return key
	}
	// An error beside a text means that the language lacks the plural form or
	// the key, and that the text is the nearest one.
	text, _ := w.localizer.Localize(&i18n.LocalizeConfig{MessageID: key, PluralCount: count, TemplateData: data})
	if text == "" {
		return key
	}
	return text
}

func makeData(args []any) map[string]any {
	data := make(map[string]any, len(args)/2+1)
	for i := 0; i+1 < len(args); i += 2 {
		if name, ok := args[i].(string); ok {
			data[name] = args[i+1]
		}
	}
	return data
}

// or returns the text of a key, or another text where there is none.
func (w *Words) or(key, text string) string {
	if !w.Has(key) {
		return text
	}
	return w.Say(key)
}

// and joins a list as a sentence does: "a, b and c".
func (w *Words) and(list []string) string {
	if len(list) < 2 {
		return strings.Join(list, "")
	}
	last := len(list) - 1
	return w.Say("list.and", "first", strings.Join(list[:last], w.Say("list.comma")), "last", list[last])
}
