package assets

import (
	"slices"
	"testing"
	"unicode/utf8"

	"vitrine/reports"
)

// mostOfEvent is how many letters of an event stand in a picture 1280 wide.
const mostOfEvent = 64

func TestEventsAreComplete(t *testing.T) {
	publishers := []string{"", "Telegram", "European Commission", "Google", "Meta", "TikTok"}
	for _, e := range Events() {
		if !slices.Contains(publishers, e.Publisher) {
			t.Errorf("%s, %s: no publisher whose exports Vitrine reads", e.Period, e.Publisher)
		}
		for _, lang := range Languages() {
			switch n := utf8.RuneCountInString(e.Texts[lang]); {
			case n == 0:
				t.Errorf("%s, %s: no text in %s", e.Period, e.Publisher, lang)
			case n > mostOfEvent:
				t.Errorf("%s, %s: %q has %d letters; beside its rule a picture has room for %d", e.Period, e.Publisher, e.Texts[lang], n, mostOfEvent)
			}
		}
	}
	if n := len(Events()); n < 25 {
		t.Errorf("%d events", n)
	}
}

func TestEventsOfSeries(t *testing.T) {
	meta := reports.Series{Publisher: "Meta", Measure: reports.ContentActioned, Group: reports.ByService | reports.ByCategory}
	telegram := reports.Series{Publisher: "Telegram", Measure: reports.GroupsAndChannelsBlocked}
	brazil := reports.Series{Publisher: "Telegram", Measure: reports.RequestsFulfilled, Key: reports.Split{Area: "BR"}, Group: reports.ByArea}
	whole := reports.Period{Start: reports.DayOf(2015, 1, 1), End: reports.DayOf(2027, 1, 1)}
	for _, c := range []struct {
		what   string
		series reports.Series
		span   reports.Period
		day    reports.Day
		want   bool
	}{
		{"Meta's split of a policy", meta, whole, reports.DayOf(2021, 4, 1), true},
		{"Meta's proactive rate, of another measure", meta, whole, reports.DayOf(2022, 10, 1), false},
		{"Russia's ban, of Telegram in the world", telegram, whole, reports.DayOf(2018, 4, 16), true},
		{"Russia's ban, of Telegram in Brazil", brazil, whole, reports.DayOf(2018, 4, 16), false},
		{"the arrest, of Telegram in Brazil", brazil, whole, reports.DayOf(2024, 8, 24), true},
		{"the arrest, of Meta", meta, whole, reports.DayOf(2024, 8, 24), false},
		{"the DSA, of Meta in the world", meta, whole, reports.DayOf(2023, 8, 25), true},
		{"the DSA, of Telegram in Brazil", brazil, whole, reports.DayOf(2023, 8, 25), false},
		{"a ban that lasts, in a span within it", telegram, reports.EveryYear.Around(reports.DayOf(2019, 1, 1)), reports.DayOf(2018, 4, 16), true},
		{"the arrest, in another span", telegram, reports.EveryYear.Around(reports.DayOf(2019, 1, 1)), reports.DayOf(2024, 8, 24), false},
	} {
		found := slices.ContainsFunc(Events().Of([]reports.Series{c.series}, c.span, Areas()), func(e reports.Event) bool {
			return e.Period.Start == c.day
		})
		if found != c.want {
			t.Errorf("%s: %v", c.what, found)
		}
	}
}
