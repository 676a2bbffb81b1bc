package reports

import (
	"slices"
	"strings"
	"testing"
)

func TestMeasures(t *testing.T) {
	seen := map[Measure]bool{}
	for _, m := range Measures {
		if seen[m.Name] || m.Unit == "" || m.Family == "" || !strings.HasSuffix(m.Definition, ".") || string(m.Name) != strings.ToLower(string(m.Name)) {
			t.Errorf("%q stands twice, lacks its unit, family or sentence, or has a capital", m.Name)
		}
		seen[m.Name] = true
		if m.Unit == "%" && (m.OverTime || m.OverParts || m.HigherIsMore) {
			t.Errorf("%q is a share: it is never added", m.Name)
		}
	}
	for _, m := range Measures {
		for _, other := range []Measure{m.Base, m.Derives} {
			if other != "" && !seen[other] {
				t.Errorf("%q is derived with %q, which is no measure", m.Name, other)
			}
		}
		if m.Derives != "" && !MeasureOf(m.Base).OverParts {
			t.Errorf("%q is a share of %q, which is no count", m.Name, m.Base)
		}
	}
}

func TestMeasureOfUnknown(t *testing.T) {
	if got := MeasureOf("cats petted"); got.OverTime || got.OverParts || got.Name != "cats petted" {
		t.Errorf("a measure that we do not know is added: %+v", got)
	}
}

func TestFindMeasures(t *testing.T) {
	for text, want := range map[string][]Measure{
		"users":                 {UsersAffected},
		"affected":              {UsersAffected},
		"fulfilled":             {RequestsFulfilled},
		"groups":                {GroupsAndChannelsBlocked},
		"Takedown requests":     {TakedownRequestsReceived},
		"videos removed":        {VideosRemoved}, // the whole name, though another holds it
		"share of videos":       {ShareOfVideosRemoved},
		"proactive":             {ProactiveRate},
		"blocked":               {GroupsAndChannelsBlocked, ContentBlocked},
		"nothing of this name":  nil,
		"":                      nil,
		" Requests Fulfilled  ": {RequestsFulfilled},
	} {
		if got := FindMeasures(text); !slices.Equal(got, want) {
			t.Errorf("FindMeasures(%q) = %v; want %v", text, got, want)
		}
	}
}
