package assets

import (
	"strings"
	"testing"

	"vitrine/reports"
)

// A derived number is marked, in whole ones; a published one is as it stood.
func TestDerivedAmountIsMarked(t *testing.T) {
	for _, c := range []struct {
		language string
		n        reports.Number
		want     string
	}{
		{"en", reports.Number{Value: 445386.3, Basis: reports.Derived, HasRange: true, Low: 445300, High: 445400}, "≈\u202f445,386"},
		{"fr", reports.Number{Value: 445386.3, Basis: reports.Derived}, "≈\u202f445\u202f386"},
		{"en", reports.Number{Value: 2.5, Basis: reports.Derived}, "≈\u202f2.5"},
		{"en", reports.Number{Value: 445386.3}, "445,386.3"},
	} {
		if got := For(c.language).Amount(c.n); got != c.want {
			t.Errorf("%s: %q, want %q", c.language, got, c.want)
		}
	}
}

// A title does not call what was worked out published.
func TestDerivedTitleIsNotAsPublished(t *testing.T) {
	a := reports.Answer{Question: reports.Question{Derived: true}, Series: []reports.Series{{Publisher: "TikTok", Measure: reports.VideosRemoved, Numbers: []reports.Number{{Value: 1, Basis: reports.Derived}}}}}
	for lang, want := range map[string]string{"en": ", each published period, ", "fr": ", par période publiée, ", "de": ", je veröffentlichtem Zeitraum, "} {
		if title := For(lang).Title(a); !strings.Contains(title, want) {
			t.Errorf("%s: %q", lang, title)
		}
	}
	a.Series[0].Numbers[0].Basis = reports.Published
	perMillion := reports.Answer{Question: a.Question, Series: []reports.Series{{Publisher: "Google", Measure: reports.RemovalRequestsReceived,
		Transform: reports.Transform{Kind: reports.PerMillion}, Numbers: []reports.Number{{Value: 1}}}}}
	if title := For("de").Title(perMillion); strings.Contains(title, "wie veröffentlicht") {
		t.Errorf("per million people: %q", title)
	}
	if title := For("en").Title(a); !strings.Contains(title, ", as published, ") {
		t.Errorf("of published numbers the title is %q", title)
	}
}
