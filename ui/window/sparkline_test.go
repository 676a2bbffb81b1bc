package window

import (
	"image/color"
	"testing"

	"vitrine/reports"
)

func TestATrendIsNotJoinedAcrossAPeriodWithoutNumber(t *testing.T) {
	months := func(list ...string) []*reports.Number {
		var numbers []*reports.Number
		for _, month := range list {
			numbers = append(numbers, &reports.Number{Period: must(reports.ParsePeriod(month))(t), Value: 10, N: 1})
		}
		return numbers
	}
	const w, h = 62, 20
	inked := func(numbers []*reports.Number, x int) bool {
		img := sparkline(numbers, w, h, color.White)
		for y := range h {
			if _, _, _, alpha := img.At(x, y).RGBA(); alpha > 0 {
				return true
			}
		}
		return false
	}
	for name, c := range map[string]struct {
		numbers []*reports.Number
		joined  bool
	}{
		"every month": {months("2025-04", "2025-05", "2025-06"), true},
		"no June":     {months("2025-04", "2025-05", "2025-07"), false},
	} {
		if got := inked(c.numbers, 46); got != c.joined {
			t.Errorf("%s: the last two numbers are joined: %v", name, got)
		}
		if !inked(c.numbers, 15) {
			t.Errorf("%s: the first two numbers are not joined", name)
		}
	}
}
