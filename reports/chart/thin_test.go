package chart

import (
	"slices"
	"testing"
)

func TestThin(t *testing.T) {
	for _, c := range []struct {
		name       string
		line, want []point
	}{
		{"as many as fit", []point{{0, 1}, {1, 2}, {2, 3}}, []point{{0, 1}, {1, 2}, {2, 3}}},
		{"the lowest and the highest of a column, in their order",
			[]point{{0, 5}, {1.1, 5}, {1.2, 9}, {1.3, 6}, {1.4, 1}, {1.5, 5}, {2, 4}},
			[]point{{0, 5}, {1.2, 9}, {1.4, 1}, {2, 4}}},
		{"one of a level column", []point{{0, 5}, {1.1, 5}, {1.2, 5}, {1.3, 5}, {1.4, 5}, {2, 5}}, []point{{0, 5}, {1.1, 5}, {2, 5}}},
		{"none", nil, nil},
	} {
		if got := thin(c.line, 1); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}

func TestDashed(t *testing.T) {
	got := dashed([]point{{0, 0}, {5, 0}, {5, 5}}, []float64{4, 2})
	want := [][]point{{{0, 0}, {4, 0}}, {{5, 1}, {5, 5}}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("dashes are %v, want %v", got, want)
	}
}
