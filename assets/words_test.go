package assets

import (
	"math"
	"strings"
	"testing"

	"vitrine/reports"
)

func TestFor(t *testing.T) {
	for lang, want := range map[string]string{
		"en": "en", "fr": "fr", "fr_FR.UTF-8": "fr", "fr-CH": "fr", " FR ": "fr", "en_GB.UTF-8": "en", "de_DE": "de", "de-AT": "de", "it_IT": "en", "C": "en", "": "en", "C.UTF-8": "en",
	} {
		if got := For(lang).Lang; got != want {
			t.Errorf("For(%q) speaks %q; want %q", lang, got, want)
		}
	}
}

func TestSay(t *testing.T) {
	w := For("fr")
	if got := w.Say("no.such.key", "x", 1); got != "no.such.key" {
		t.Errorf("a missing key gives %q", got)
	}
	if got := w.Say("period.month", "month", "mai", "year", 2026); got != "mai 2026" {
		t.Errorf("a filled text is %q", got)
	}
	if got := w.Plural("no.such.key", 2); got != "no.such.key" {
		t.Errorf("a missing plural gives %q", got)
	}
	if got := w.Reason("more cats than dogs"); got != "more cats than dogs" {
		t.Errorf("an unknown reason becomes %q", got)
	}
}

func TestPlural(t *testing.T) {
	for _, c := range []struct {
		lang string
		n    int
		want string
	}{
		{"en", 1, "and one more"}, {"en", 0, "and 0 more"}, {"en", 2500, "and 2,500 more"},
		// In French 0 and 1 are singular, and a million has a form of its own.
		{"fr", 1, "et une autre"}, {"fr", 2500, "et 2\u202f500 autres"}, {"fr", 1000000, "et 1\u202f000\u202f000 d’autres"},
	} {
		if got := For(c.lang).Plural("footer.more", c.n); got != c.want {
			t.Errorf("%s, %d: %q; want %q", c.lang, c.n, got, c.want)
		}
	}
}

func TestNumber(t *testing.T) {
	for _, c := range []struct {
		v      float64
		en, fr string
	}{
		{0, "0", "0"}, {26662, "26,662", "26\u202f662"}, {999, "999", "999"}, {1000, "1,000", "1\u202f000"},
		{44085169, "44,085,169", "44\u202f085\u202f169"}, {-1234.5, "-1,234.5", "-1\u202f234,5"},
		{99.4, "99.4", "99,4"}, {0.05, "0.05", "0,05"}, {0.0512345, "0.0512", "0,0512"}, {36.8421053, "36.84", "36,84"},
		{0.9996, "1", "1"}, {1e15, "1,000,000,000,000,000", "1\u202f000\u202f000\u202f000\u202f000\u202f000"},
		{math.NaN(), "–", "–"}, {math.Inf(1), "∞", "∞"},
	} {
		if got := For("en").Number(c.v); got != c.en {
			t.Errorf("%v is %q; want %q", c.v, got, c.en)
		}
		if got := For("fr").Number(c.v); got != c.fr {
			t.Errorf("%v is %q in French; want %q", c.v, got, c.fr)
		}
	}
	if got := For("fr").Percent(99.1); got != "99,1\u202f%" {
		t.Errorf("a French percentage is %q", got)
	}
}

func TestAmount(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, c := range []struct {
		what   string
		n      reports.Number
		en, fr string
	}{
		{"known", reports.Number{Value: 1586}, "1,586", "1\u202f586"},
		{"below ten", reports.Number{Value: nan, Low: 0, High: 9, HasRange: true}, "0–9", "0–9"},
		{"a range", reports.Number{Value: nan, Low: 1250, High: 1499, HasRange: true}, "1,250–1,499", "1\u202f250–1\u202f499"},
		{"a sum with a part below ten", reports.Number{Value: 26, Low: 26, High: 35, HasRange: true, Incomplete: true}, "26–35", "26–35"},
		{"a sum with an unknown part", reports.Number{Value: 26, Low: 26, High: inf, HasRange: true, Incomplete: true}, "≥ 26", "≥\u202f26"},
		{"incomplete without bounds", reports.Number{Value: 26, Incomplete: true}, "≥ 26", "≥\u202f26"},
		{"unknown", reports.Number{Value: nan}, "–", "–"},
		{"nothing known", reports.Number{Value: nan, Low: 0, High: inf, HasRange: true}, "–", "–"},
		{"derived, with the bounds of its rounding", reports.Number{Value: 500, Low: 495, High: 505, HasRange: true, Basis: reports.Derived}, "≈\u202f500", "≈\u202f500"},
	} {
		if got := For("en").Amount(c.n); got != c.en {
			t.Errorf("%s: %q; want %q", c.what, got, c.en)
		}
		if got := For("fr").Amount(c.n); got != c.fr {
			t.Errorf("%s in French: %q; want %q", c.what, got, c.fr)
		}
	}
}

func TestPeriods(t *testing.T) {
	for _, c := range []struct{ period, en, fr, short, court string }{
		{"2024", "2024", "2024", "2024", "2024"},
		{"2024-H1", "H1 2024", "S1 2024", "H1 2024", "S1 2024"},
		{"2024-Q3", "Q3 2024", "T3 2024", "Q3 2024", "T3 2024"},
		{"2026-05", "May 2026", "mai 2026", "May 26", "mai 26"},
		{"2024-W33", "week 33 of 2024", "semaine 33 de 2024", "W33 2024", "sem. 33 2024"},
		{"2024-08-14", "14 August 2024", "14 août 2024", "14 Aug 24", "14 août 24"},
		{"2024-01-01", "1 January 2024", "1er janvier 2024", "1 Jan 24", "1er janv. 24"},
		{"2024-01-01/2024-09-30", "1 January to 30 September 2024", "du 1er janvier au 30 septembre 2024", "1 Jan 24 – 30 Sep 24", "1er janv. 24 – 30 sept. 24"},
		{"2012-07-01/2013-06-30", "1 July 2012 to 30 June 2013", "du 1er juillet 2012 au 30 juin 2013", "1 Jul 12 – 30 Jun 13", "1er juil. 12 – 30 juin 13"},
	} {
		p, err := reports.ParsePeriod(c.period)
		if err != nil {
			t.Fatal(err)
		}
		en, fr := For("en"), For("fr")
		for _, pair := range [][2]string{{en.Period(p), c.en}, {fr.Period(p), c.fr}, {en.PeriodShort(p), c.short}, {fr.PeriodShort(p), c.court}} {
			if pair[0] != pair[1] {
				t.Errorf("%s is %q; want %q", c.period, pair[0], pair[1])
			}
		}
	}
	if got := For("en").Period(reports.Period{}); got != "no period" {
		t.Errorf("the zero period is %q", got)
	}
}

func TestSpans(t *testing.T) {
	for period, want := range map[string][2]string{
		"2017-01-01/2026-05-31": {"January 2017 to May 2026", "de janvier 2017 à mai 2026"},
		"2020-04-01/2020-09-30": {"April to September 2020", "d’avril à septembre 2020"},
		"2017-01-01/2025-12-31": {"2017 to 2025", "de 2017 à 2025"},
		"2016-12-25/2026-06-17": {"25 December 2016 to 17 June 2026", "du 25 décembre 2016 au 17 juin 2026"},
		"2024-02-17/2024-03-01": {"17 February to 1 March 2024", "du 17 février au 1er mars 2024"},
		"2024":                  {"2024", "2024"},
	} {
		p, err := reports.ParsePeriod(period)
		if err != nil {
			t.Fatal(err)
		}
		if en, fr := For("en").Span(p), For("fr").Span(p); en != want[0] || fr != want[1] {
			t.Errorf("%s is %q, %q; want %q", period, en, fr, want)
		}
	}
}

func TestNames(t *testing.T) {
	en, fr := For("en"), For("fr")
	june := reports.EveryMonth.Around(reports.DayOf(2026, 6, 1))
	for _, c := range [][2]string{
		{en.Value(reports.Area, "FR"), "France"}, {fr.Value(reports.Area, "DE"), "Allemagne"}, {fr.Value(reports.Area, "Europol"), "Europol"},
		{en.Value(reports.Category, "terrorism"), "terrorism"}, {fr.Value(reports.Category, "terrorism"), "terrorisme"},
		{fr.Value(reports.Category, "KEYWORD_PHISHING"), "Hameçonnage"}, {fr.Value(reports.Category, "Cats"), "Cats"},
		{fr.Value(reports.Category, reports.NotStated), "(non précisé)"},
		{fr.Table("Telegram", "disclosures by country"), "divulgations par pays"}, {fr.Table("Example", "cats"), "cats"},
		{en.Measure("users affected"), "Users affected"}, {en.Measure("cats petted"), "Cats petted"}, {fr.Unit("users affected"), "utilisateurs"},
		{en.Dim(reports.Category), "Category"}, {fr.Dim(reports.Area), "Territoire"}, {fr.Grain(reports.EveryMonth), "chaque mois"},
		{en.Basis(reports.Number{Basis: reports.Summed, N: 31}), "sum of 31"}, {fr.Basis(reports.Number{}), "publié"},
		{en.Status(reports.Number{Period: june, Days: 17, Incomplete: true, Status: reports.Provisional}), "provisional; incomplete; partial, 17 of 30 days"},
		{fr.Status(reports.Number{Period: june, Days: 17}), "partiel, 17 jours sur 30"}, {en.Status(reports.Number{}), "normal"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q; want %q", c[0], c[1])
		}
	}
}

func TestStatusAndBasisInEnglishAreTheCommandLines(t *testing.T) {
	n := reports.Number{Period: reports.EveryMonth.Around(0), Days: 3, Status: reports.Withheld, Basis: reports.Summed, N: 4}
	if got := For("en").Status(n); got != n.StatusText() {
		t.Errorf("%q; the command line prints %q", got, n.StatusText())
	}
	if got := For("en").Basis(n); got != n.BasisText() {
		t.Errorf("%q; the command line prints %q", got, n.BasisText())
	}
}

func TestSeries(t *testing.T) {
	terror := reports.Series{Publisher: "Telegram", Table: "a", Measure: "users affected", Group: reports.ByArea | reports.ByCategory,
		Key: reports.Split{Area: "FR", Category: "terrorism"}}
	total := reports.Series{Publisher: "Google", Table: "b", Measure: "users affected"}
	code := reports.Series{Group: reports.ByCategory, Code: "SPAM", Relation: reports.Broader, Key: reports.Split{Category: "Fake Engagement"}}
	fr := For("fr")
	both := reports.Answer{Series: []reports.Series{terror, total}}
	for _, c := range [][2]string{
		{fr.Series(terror), "France, terrorisme"}, {fr.Series(total), "Total"}, {For("en").Series(code), "Spam (broader)"},
		{fr.SeriesOf(both, terror), "Telegram, France, terrorisme"}, {fr.SeriesOf(both, total), "Google"},
		{fr.SeriesOf(reports.Answer{Series: []reports.Series{terror}}, terror), "France, terrorisme"},
	} {
		if c[0] != c[1] {
			t.Errorf("%q; want %q", c[0], c[1])
		}
	}
}

func TestNotes(t *testing.T) {
	for _, c := range []struct {
		note   reports.Note
		en, fr string
	}{
		{reports.Note{Key: "note.partial", Args: map[string]string{"periods": "2026-06: 17 of 30 days"}},
			"Incomplete periods: June 2026, 17 of 30 days.", "Périodes incomplètes\u202f: juin 2026, 17 jours sur 30."},
		{reports.Note{Key: "note.notsplit", Args: map[string]string{"group": "area", "held": "in total; by category"}},
			"The figures are not published by area; they are published in total and by category.",
			"Les chiffres ne sont pas publiés par territoire\u202f; ils le sont au total et par catégorie."},
		{reports.Note{Key: "note.basischange", Args: map[string]string{"at": "2024-Q3", "before": "published", "after": "sum of parts by area"}},
			"The basis changes at Q3 2024: published before, sum of parts by area from then on.",
			"La base change à partir de T3 2024\u202f: chiffres publiés auparavant, sommes de parts par territoire ensuite."},
		{reports.Note{Key: "note.unheard", Text: "As it is."}, "As it is.", "As it is."},
	} {
		if en, fr := For("en").Note(c.note), For("fr").Note(c.note); en != c.en || fr != c.fr {
			t.Errorf("%s: %q, %q", c.note.Key, en, fr)
		}
	}
}

func BenchmarkNumber(b *testing.B) {
	w := For("fr")
	for b.Loop() {
		if !strings.Contains(w.Number(44085169), "\u202f") {
			b.Fatal("no grouping")
		}
	}
}

func BenchmarkSay(b *testing.B) {
	w := For("fr")
	for b.Loop() {
		w.Say("period.month", "month", "mai", "year", "2026")
	}
}

func TestBreak(t *testing.T) {
	b := reports.Break{Why: "what counts as a report changes here"}
	if got, want := For("fr").Break(b), "ce qui compte comme signalement change ici"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got := For("fr").Break(reports.Break{Why: "the moon was full"}); got != "the moon was full" {
		t.Errorf("a phrase without translation became %q", got)
	}
}

func TestLabelsLeaveOutWhatAllHaveInCommon(t *testing.T) {
	series := func(service, category string) reports.Series {
		return reports.Series{Publisher: "Meta", Measure: "x", Key: reports.Split{Service: service, Category: category}, Group: reports.DimsOf(reports.Service, reports.Category)}
	}
	mean := series("Facebook", "spam")
	mean.Transform.Kind = reports.WeekMean
	for _, c := range []struct {
		all  []reports.Series
		want string
	}{
		{[]reports.Series{series("Facebook", "spam"), series("Facebook", "drugs")}, "spam"},
		{[]reports.Series{series("Facebook", "spam"), series("Instagram", "spam")}, "Facebook"},
		{[]reports.Series{series("Facebook", "spam"), series("Instagram", "drugs")}, "Facebook, spam"},
		{[]reports.Series{series("Facebook", "spam")}, "Facebook, spam"},
		{[]reports.Series{series("Facebook", "spam"), mean}, "Facebook, spam"},
	} {
		if got := For("en").Labels(c.all)(c.all[0]); got != c.want {
			t.Errorf("%q; want %q", got, c.want)
		}
	}
	if got, want := For("en").Labels([]reports.Series{mean})(mean), "Facebook, spam, mean of 7 days"; got != want {
		t.Errorf("%q; want %q", got, want)
	}
}
