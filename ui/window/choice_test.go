package window

import (
	"slices"
	"testing"
)

func TestTheNearestChoiceComesFirst(t *testing.T) {
	list := []choice{{Label: "Each half-year"}, {Label: "Each year"}, {Label: "Year to date", Refused: "not published"}}
	for _, c := range []struct {
		typed string
		want  []string
	}{
		{"", []string{"Each half-year", "Each year", "Year to date"}},
		{"year", []string{"Each year", "Each half-year", "Year to date"}},
		{"HALF", []string{"Each half-year"}},
		{"each y", []string{"Each half-year", "Each year"}},
		{"week", nil},
	} {
		var got []string
		for _, hit := range found(list, c.typed) {
			got = append(got, hit.Label)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%q finds %v, want %v", c.typed, got, c.want)
		}
	}
}
