package assets

import (
	"strings"
	"testing"
	"unicode"

	"vitrine/reports"
)

func TestGermanNumbersAndPeriods(t *testing.T) {
	w := For("de")
	for got, want := range map[string]string{
		w.Number(26662): "26.662", w.Number(-1234.5): "-1.234,5", w.Percent(99.1): "99,1\u00a0%",
		w.Amount(reports.Number{Value: 26, Incomplete: true}): "≥\u00a026", w.Day(reports.DayOf(2024, 8, 14)): "14.\u00a0August 2024",
	} {
		if got != want {
			t.Errorf("%q; want %q", got, want)
		}
	}
	for period, want := range map[string][3]string{
		"2024":                  {"2024", "2024", "2024"},
		"2024-H1":               {"1.\u00a0Halbjahr 2024", "H1 2024", "1.\u00a0Halbjahr 2024"},
		"2024-Q3":               {"3.\u00a0Quartal 2024", "Q3 2024", "3.\u00a0Quartal 2024"},
		"2026-05":               {"Mai 2026", "Mai 26", "Mai 2026"},
		"2024-W33":              {"33.\u00a0Woche 2024", "KW\u00a033 2024", "33.\u00a0Woche 2024"},
		"2024-01-01":            {"1.\u00a0Januar 2024", "1.\u00a0Jan. 24", "1.\u00a0Januar 2024"},
		"2017-01-01/2026-05-31": {"1.\u00a0Januar 2017 bis 31.\u00a0Mai 2026", "1.\u00a0Jan. 17 – 31.\u00a0Mai 26", "Januar 2017 bis Mai 2026"},
	} {
		p, err := reports.ParsePeriod(period)
		if err != nil {
			t.Fatal(err)
		}
		if got := [3]string{w.Period(p), w.PeriodShort(p), w.Span(p)}; got != want {
			t.Errorf("%s is %q; want %q", period, got, want)
		}
	}
}

func TestGermanTitles(t *testing.T) {
	filtered := blocked()
	filtered.Question.By = nil
	filtered.Question.Where[reports.Category] = []string{"terrorism"}
	filtered.Question.Country = []string{"fr, de"}
	several := reports.Answer{
		Question: reports.Question{ByCode: true},
		Series:   []reports.Series{{Publisher: "Telegram", Measure: "statements of reasons"}, {Publisher: "Google", Measure: "users affected"}},
		Periods:  []reports.Period{month(2024, 1)},
	}
	for _, c := range []struct {
		a    reports.Answer
		want string
	}{
		{blocked(), "Gesperrte Gruppen und Kanäle bei Telegram nach Kategorie, monatlich, Januar 2017 bis Mai 2026, weltweit"},
		{filtered, "Gesperrte Gruppen und Kanäle bei Telegram (nur Terrorismus), monatlich, Januar 2017 bis Mai 2026, Frankreich und Deutschland"},
		{several, "Begründungen und betroffene Nutzer bei Telegram und Google nach harmonisierter Kategorie, wie veröffentlicht, Januar 2024, weltweit"},
		{reports.Answer{}, "Alle Angaben bei allen Herausgebern insgesamt, wie veröffentlicht, gesamter Zeitraum, weltweit"},
	} {
		if got := For("de").Title(c.a); got != c.want {
			t.Errorf("\n got %s\nwant %s", got, c.want)
		}
	}
}

// Within a sentence a German noun keeps its capital, and an adjective before
// one loses it.
func TestSmallInGerman(t *testing.T) {
	w := For("de")
	for text, want := range map[string]string{
		"Gesperrte Konten": "gesperrte Konten", "Anteil der Scheinkonten": "Anteil der Scheinkonten", "Linien": "Linien",
		"AGB-Maßnahmen": "AGB-Maßnahmen", "Je Million Einwohner": "je Million Einwohner", "": "",
	} {
		if got := w.Small(text); got != want {
			t.Errorf("%q becomes %q; want %q", text, got, want)
		}
	}
	for _, m := range reports.Measures {
		name := w.Measure(m.Name)
		words := strings.Fields(name)
		adjective := len(words) > 1 && strings.HasSuffix(words[0], "e") && unicode.IsUpper([]rune(words[1])[0])
		if adjective && w.Small(name) == name {
			t.Errorf("%q keeps its capital within a sentence", name)
		}
	}
}
