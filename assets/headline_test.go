package assets

import (
	"strings"
	"testing"

	"vitrine/reports"
)

func month(y, m int) reports.Period {
	p, _ := reports.ParsePeriod(reports.DayOf(y, 1, 1).Time().AddDate(0, m-1, 0).Format("2006-01"))
	return p
}

// blocked is the first view: Telegram's two categories by month.
func blocked() reports.Answer {
	return reports.Answer{
		Question: reports.Question{By: []reports.Dim{reports.Category}, Every: reports.EveryMonth},
		Series: []reports.Series{{
			Publisher: "Telegram", Table: "Safety Overview, daily", Measure: reports.GroupsAndChannelsBlocked,
			Group: reports.ByCategory, Key: reports.Split{Category: "terrorism"},
			Numbers: []reports.Number{{Basis: reports.Summed, N: 31}},
		}},
		Periods: []reports.Period{month(2017, 1), month(2026, 5)},
	}
}

func TestTitle(t *testing.T) {
	filtered := blocked()
	filtered.Question.By = nil
	filtered.Question.Where[reports.Category] = []string{"terror"} // a part of the name, as on the command line
	filtered.Question.Country = []string{"france, de"}

	both := blocked()
	both.Question.Where[reports.Category] = []string{"terrorism", "child abuse"}
	both.Series = append(both.Series, both.Series[0])
	both.Series[1].Key.Category = "child abuse"

	told := blocked()
	told.Others = []reports.Series{{Table: "channel posts, daily"}}

	several := reports.Answer{
		Question: reports.Question{ByCountry: true},
		Series:   []reports.Series{{Publisher: "Telegram", Measure: "requests fulfilled"}, {Publisher: "Google", Measure: "users affected"}},
		Periods:  []reports.Period{month(2024, 1)},
	}
	old := blocked()
	old.Question.AsOf = reports.DayOf(2025, 3, 1)

	services := blocked()
	services.Question.By, services.Question.Service = nil, []string{"tube"}
	services.Series[0].Publisher, services.Series[0].Key = "Google", reports.Split{Service: "YouTube"}

	nothing := reports.Answer{Question: reports.Question{Measure: []string{"users"}, Publisher: []string{"Telegram"}, Since: reports.DayOf(2020, 4, 1)}}

	for name, c := range map[string]struct {
		a      reports.Answer
		en, fr string
	}{
		"first view": {blocked(),
			"Groups and channels blocked at Telegram by category, each month, January 2017 to May 2026, worldwide",
			"Groupes et canaux bloqués chez Telegram, par catégorie, chaque mois, de janvier 2017 à mai 2026, dans le monde"},
		"filters": {filtered,
			"Groups and channels blocked at Telegram for terrorism only, each month, January 2017 to May 2026, France and Germany",
			"Groupes et canaux bloqués chez Telegram, terrorisme uniquement, chaque mois, de janvier 2017 à mai 2026, France et Allemagne"},
		"split and filters": {both,
			"Groups and channels blocked at Telegram by category (terrorism and child abuse only), each month, January 2017 to May 2026, worldwide",
			"Groupes et canaux bloqués chez Telegram, par catégorie (terrorisme et abus sur mineurs uniquement), chaque mois, de janvier 2017 à mai 2026, dans le monde"},
		"another table could answer": {told,
			"Groups and channels blocked at Telegram by category, each month, January 2017 to May 2026, worldwide, as told by “Safety Overview, daily”",
			"Groupes et canaux bloqués chez Telegram, par catégorie, chaque mois, de janvier 2017 à mai 2026, dans le monde, d’après «\u202fSafety Overview, par jour\u202f»"},
		"as published on a day": {old,
			"Groups and channels blocked at Telegram by category, each month, January 2017 to May 2026, worldwide, as published on 1 March 2025",
			"Groupes et canaux bloqués chez Telegram, par catégorie, chaque mois, de janvier 2017 à mai 2026, dans le monde, tel que publié le 1er mars 2025"},
		"several publishers and measures": {several,
			"Requests fulfilled and users affected at Telegram and Google by country, as published, January 2024, all countries",
			"Demandes satisfaites et utilisateurs concernés chez Telegram et Google, par pays, par période publiée, janvier 2024, tous les pays"},
		"a service": {services,
			"Groups and channels blocked at YouTube (Google) in total, each month, January 2017 to May 2026, worldwide",
			"Groupes et canaux bloqués chez YouTube (Google), au total, chaque mois, de janvier 2017 à mai 2026, dans le monde"},
		"no answer": {nothing,
			"Users affected at Telegram in total, as published, since 1 April 2020, worldwide",
			"Utilisateurs concernés chez Telegram, au total, par période publiée, depuis le 1er avril 2020, dans le monde"},
		"nothing chosen": {reports.Answer{},
			"All figures at all publishers in total, as published, whole period, worldwide",
			"Tous les chiffres chez tous les éditeurs, au total, par période publiée, toute la période, dans le monde"},
	} {
		if got := For("en").Title(c.a); got != c.en {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.en)
		}
		if got := For("fr").Title(c.a); got != c.fr {
			t.Errorf("%s:\n got %s\nwant %s", name, got, c.fr)
		}
	}
}

func TestHeadlineHasEveryRole(t *testing.T) {
	told := blocked()
	told.Question.Table = []string{"Safety Overview, daily"}
	for name, a := range map[string]reports.Answer{"nothing chosen": {}, "first view": blocked(), "a table": told} {
		for _, lang := range Languages() {
			roles := map[string]string{}
			for _, p := range For(lang).Headline(a.Question, a) {
				if p.Role != "" && strings.TrimSpace(p.Text) == "" {
					t.Errorf("%s, %s: %s has no text", name, lang, p.Role)
				}
				roles[p.Role] = p.Text
			}
			for _, role := range []string{RoleMeasure, RolePublisher, RoleBy, RoleEvery, RoleSpan, RoleArea} {
				if roles[role] == "" {
					t.Errorf("%s, %s: no word for %s", name, lang, role)
				}
			}
			if (roles[RoleTable] != "") != (name == "a table") {
				t.Errorf("%s, %s: the table's word is %q", name, lang, roles[RoleTable])
			}
		}
	}
}

func TestSubtitle(t *testing.T) {
	if got, want := For("en").Subtitle(blocked()), "Groups and channels that Telegram blocked. Unit: groups and channels."; got != want {
		t.Errorf("%q; want %q", got, want)
	}
	rate := reports.Answer{Series: []reports.Series{{Measure: reports.ProactiveRate}}}
	if got := For("fr").Subtitle(rate); !strings.HasSuffix(got, "En pourcentage.") {
		t.Errorf("a rate's subtitle is %q", got)
	}
	if got := For("en").Subtitle(reports.Answer{}); got != "" {
		t.Errorf("no answer has the subtitle %q", got)
	}
}

// What was worked out of the numbers stands in title and subtitle.
func TestTransformsAreNamed(t *testing.T) {
	for kind, want := range map[reports.TransformKind]string{
		reports.PerMillion: "Unit: groups and channels per million people.",
		reports.Indexed:    "Index: January 2024 = 100.",
		reports.WeekMean:   "Thick: mean of the day and the six days before.",
	} {
		a := blocked()
		a.Series[0].Transform = reports.Transform{Kind: kind, At: month(2024, 1)}
		if got := For("en").Subtitle(a); !strings.HasSuffix(got, want) {
			t.Errorf("%s: the subtitle %q does not end with %q", kind, got, want)
		}
		if got := strings.Contains(For("fr").Title(a), "par million d’habitants chez Telegram"); got != (kind == reports.PerMillion) {
			t.Errorf("%s: the title is %q", kind, For("fr").Title(a))
		}
	}
}

func TestOtherTablesShareASentence(t *testing.T) {
	other := func(name string) reports.Note {
		return reports.Note{Key: "note.othertable", Args: map[string]string{"table": "removal requests", "other": name, "differ": "2", "shared": "3356"}}
	}
	notes := []reports.Note{{Key: "note.provisional"}, other("one"), {Key: "note.derived"}, other("two")}
	got := For("en").Notes(notes)
	want := "As told by “removal requests”; also told by “one” (2 of 3,356 numbers in common differ) and “two” (2 of 3,356 numbers in common differ)."
	if len(got) != 3 || got[1] != want {
		t.Errorf("%q", got)
	}
}

func TestFooter(t *testing.T) {
	page := reports.Source{Publisher: "Telegram", Name: "safety.html", Published: reports.DayOf(2026, 6, 17)}
	starter := page
	starter.Starter, starter.Name = true, "telegram.csv"
	undated := reports.Source{Publisher: "Telegram", Name: "result.json"}
	noted := blocked()
	noted.Notes = []reports.Note{{Key: "note.notcomplete", Text: "x"}}
	for _, c := range []struct {
		a       reports.Answer
		sources []reports.Source
		en, fr  string
	}{
		{blocked(), []reports.Source{page}, "Source: Telegram, safety.html, as of 17 June 2026. Sums of published figures.",
			"Source\u202f: Telegram, safety.html, état au 17 juin 2026. Sommes de chiffres publiés."},
		{noted, []reports.Source{starter, undated, page, page},
			"Sources: Telegram, telegram.csv (came with Vitrine), as of 17 June 2026; Telegram, result.json; and 2 more. Sums of published figures. The parts shown do not add up to the total.",
			"Sources\u202f: Telegram, telegram.csv (fourni avec Vitrine), état au 17 juin 2026\u202f; Telegram, result.json\u202f; et 2 autres. Sommes de chiffres publiés. Les parts affichées ne s’additionnent pas pour donner le total."},
		{reports.Answer{}, nil, "", ""},
	} {
		if got := For("en").Footer(c.a, c.sources); got != c.en {
			t.Errorf("\n got %s\nwant %s", got, c.en)
		}
		if got := For("fr").Footer(c.a, c.sources); got != c.fr {
			t.Errorf("\n got %s\nwant %s", got, c.fr)
		}
	}
}
