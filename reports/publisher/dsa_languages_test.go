package publisher

import (
	"encoding/csv"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// dsaTerms translates words of the template.
type dsaTerms func(english string) string

// dsaKnown translates into one of the languages of which the words are known.
func dsaKnown(language int) dsaTerms {
	known := map[string]string{"Scope": []string{"Champ d’application", "Geltungsbereich"}[language-1]}
	for _, label := range dsaLabels {
		if language < len(label.words) {
			known[label.words[0]] = label.words[language]
		}
	}
	for part, columns := range dsaColumns {
		for _, c := range columns {
			if language == 1 && part > 0 {
				known[c.english] = c.french
			}
		}
	}
	for english, words := range map[string][]string{
		"Total number": {"Nombre total", "Gesamtzahl"}, "Median time": {"Délai médian", "Mediandauer"}, "Own-initiative": {"Initiative propre", "Eigeninitiative"},
		"NAM Total": {"MNA - Total", "MAV gesamt"}, "NAM Trusted Flagger": {"MNA - Signaleur de confiance", "Vertrauenswürdiger Hinweisgeber im MAV"},
		"Decisions upheld": {"Décisions confirmées", "Bestätigte Entscheidungen"}, "Decisions partially reversed": {"Décisions partiellement infirmées", "Teilweise rückgängig gemachte Entscheidungen"},
		"Decisions reversed": {"Décisions infirmées", "Rückgängig gemachte Entscheidungen"}, "Decision omitted": {"Décisions non prises", "Vermiedene Entscheidungen"},
		"Percentage of outcomes implemented": {"Pourcentage des résultats mis en œuvre", "Prozentsatz der umgesetzten Entscheidungsergebnisse"},
		"Category of illegal content":        {"Catégorie de contenu illicite", "Kategorie"}, "TOTAL": {"TOTAL", "INSGESAMT"},
	} {
		known[english] = words[language-1]
	}
	return func(english string) string {
		if words, ok := known[english]; ok {
			return words
		}
		return dsaStrange("äöüßéèàç")(english)
	}
}

// dsaStrange stands for a language of which no word is known: it writes each
// letter as another one.
func dsaStrange(letters string) dsaTerms {
	alphabet := []rune(letters)
	return func(english string) string {
		return strings.Map(func(r rune) rune {
			if r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
				return alphabet[(int(r)*7+int(r)/5)%len(alphabet)]
			}
			return r
		}, english) + string(alphabet[len(english)%len(alphabet)]) + string(alphabet[len(english)/7%len(alphabet)])
	}
}

// dsaAllParts makes all parts of a report, the same numbers whatever the words.
func dsaAllParts(say dsaTerms) []string {
	n := 0
	number := func() string { n += 7; return fmt.Sprint(n) }
	const span = "2025-07-01/2025-12-31"
	var files []string
	add := func(part int, rows [][]string) {
		var text strings.Builder
		w := csv.NewWriter(&text)
		w.WriteAll(rows)
		files = append(files, fmt.Sprintf("%d.csv", part), text.String())
	}
	head := func(words ...string) []string {
		for i := range words {
			words[i] = say(words[i])
		}
		return words
	}
	labels := map[int][]string{}
	for _, label := range dsaLabels {
		labels[label.part] = append(labels[label.part], label.words[0])
	}
	one := [][]string{head("Applicability", "Service", "Indicator", "Value")}
	for i, value := range []string{"A Ltd", "2026-02-20", "2025-08-20", "2025-07-01", "2025-12-31"} {
		one = append(one, []string{say("All"), "A", say(labels[1][i]), value})
	}
	add(1, one)
	add(2, [][]string{head("Category label", "Category description", "Category code", "Contextual information"),
		{say("TOTAL"), say("All the entries"), say("TOTAL"), ""}, {"1", say("Violence"), "STATEMENT_CATEGORY_VIOLENCE", "what violence is"}})
	for part := 3; part <= 6; part++ {
		row := head("Applicability", "Service", "Reporting period", map[bool]string{true: "Category of incompatibility with the provider's terms and conditions", false: "Category of illegal content"}[part == 6],
			`Description of the sub-category "Other"`)
		if part == 3 {
			row = append(row, say("Scope"))
		}
		for _, c := range dsaColumns[part] {
			row = append(row, say(c.english))
		}
		for _, c := range dsaColumns[part] {
			row = append(row, say("Contextual information on "+c.english))
		}
		rows := [][]string{row}
		scopes := []string{""}
		if part == 3 {
			scopes = []string{say("Total number"), "DE", "EL"}
		}
		for i, scope := range scopes {
			codes := []string{say("TOTAL"), "STATEMENT_CATEGORY_VIOLENCE", "KEYWORD_HUMAN_TRAFFICKING", "KEYWORD_OTHER"}
			if part == 6 {
				codes = append(codes, "STATEMENT_CATEGORY_OTHER_VIOLATION_TC")
			}
			if i > 0 {
				codes = codes[1:]
			}
			for _, code := range codes {
				row := []string{say("All"), "A", span, code, ""}
				if part == 3 {
					row = append(row, scope)
				}
				for range dsaColumns[part] {
					row = append(row, number())
				}
				for i := range dsaColumns[part] {
					row = append(row, map[bool]string{true: "why"}[i == 0])
				}
				rows = append(rows, row)
			}
		}
		add(part, rows)
	}
	list := func(part int, indicators []string, scopes func(indicator int) []string) [][]string {
		rows := [][]string{head("Applicability", "Service", "Reporting period", "Section", "Indicator", "Scope", "Value", "Contextual information")}
		for i, indicator := range indicators {
			for _, scope := range scopes(i) {
				if len(scope) > 2 {
					scope = say(scope)
				}
				value := number()
				if scope == say("Percentage of outcomes implemented") {
					value = "0.5"
				}
				rows = append(rows, []string{say("All"), "A", span, say("Section"), say(indicator), scope, value, ""})
			}
		}
		return rows
	}
	complaint := []string{"Total number", "Decisions upheld", "Decisions partially reversed", "Decisions reversed", "Median time"}
	add(7, list(7, labels[7], func(i int) []string {
		switch i {
		case 0:
			return append(slices.Clone(complaint), "Decision omitted")
		case 8:
			return append(slices.Clone(complaint), "Decision omitted", "Percentage of outcomes implemented")
		case 1, 9, 10, 11:
			return complaint[:1]
		}
		return complaint
	}))
	eight := list(8, labels[8], func(i int) []string {
		return [][]string{{"Total number", "Own-initiative", "bg", "sv"}, {"Total number", "Own-initiative", "el"}, {"Total number"}, {"Total number"}, {"Total number"}, {"NAM Total", "NAM Trusted Flagger"}, {"NAM Total", "NAM Trusted Flagger"}}[i]
	})
	for _, row := range eight[1:] {
		if row[4] == say(labels[8][2]) || row[4] == say(labels[8][3]) || row[4] == say(labels[8][4]) {
			row[6] = "0.9"
		}
	}
	add(8, eight)
	add(9, list(9, labels[9], func(i int) []string {
		return [][]string{{"Total number"}, {"Total number"}, {"Total number", "bg", "el"}}[i]
	}))
	ten := list(10, labels[10], func(int) []string { return []string{"Total number", "AT", "EL", "SE"} })
	for i := range ten {
		ten[i] = ten[i][:7]
	}
	add(10, ten)
	eleven := [][]string{head("Applicability", "Service", "Reporting period", "Indicator", "Value")}
	for i, indicator := range labels[11] {
		eleven = append(eleven, []string{say("All"), "A", span, say(indicator), fmt.Sprint("text ", i)})
	}
	add(11, eleven)
	return files
}

// A report says the same in every language, also in those of which no word is
// known.
func TestDSALanguages(t *testing.T) {
	told := func(say dsaTerms) []string {
		r := readZipped(t, Options{}, dsaAllParts(say)...)
		for _, p := range r.Problems {
			t.Error(p.Error())
		}
		list := []string{r.Publisher, r.Published.String()}
		for _, f := range r.Figures {
			list = append(list, fmt.Sprint(f.Table, "|", f.Measure, "|", f.Period, "|", describeSplit(f), "|", f.Value, "|", f.Note))
		}
		return list
	}
	english := told(func(english string) string { return english })
	if len(english) < 300 || english[0] != "A" || english[1] != reports.DayOf(2026, 2, 20).String() {
		t.Fatalf("%d, %q", len(english), english[:2])
	}
	for name, say := range map[string]dsaTerms{
		"French": dsaKnown(1), "German": dsaKnown(2), "Greek letters": dsaStrange("αβγδεζηθικλμνξοπρστυφχψω"), "Cyrillic letters": dsaStrange("абвгдежзийклмнопрстуфхцчшщьюя"), "Latin letters": dsaStrange("aąbcčdeęėfghiįyjklmnoprsštuųūvzž"),
	} {
		got := told(say)
		for i := range english {
			if i >= len(got) || got[i] != english[i] {
				t.Errorf("%s: %d of %d, at %d: %q, want %q", name, len(got), len(english), i, append(got, "nothing")[min(i, len(got))], english[i])
				break
			}
		}
	}
}
