package chart

import (
	"slices"
	"testing"
)

// Bars of one period are rows, the longest on top, each with its name and its
// number.
func TestBarsOfOnePeriodAreRows(t *testing.T) {
	p := drawn(t, oneHalf(), Options{Kind: Bar})
	rows := slices.Clone(p.Points)
	slices.SortFunc(rows, func(a, b Point) int { return int(a.Y - b.Y) })
	for i := 1; i < len(rows); i++ {
		before, _ := rows[i-1].Size()
		if width, _ := rows[i].Size(); width > before+0.01 || rows[i].Y <= rows[i-1].Y {
			t.Errorf("row %d is %g long, the one above it %g", i, width, before)
		}
	}
	texts := recordOf(t, oneHalf(), Options{Kind: Bar}).texts
	for _, want := range []string{"Russia", "France", "0–249", "–"} {
		if !slices.Contains(texts, want) {
			t.Errorf("nothing says %q: %q", want, texts)
		}
	}
	if got := rows[0]; stepped(t, p, got, Down) != rows[1] || stepped(t, p, rows[1], Up) != got {
		t.Error("the arrows do not go from row to row")
	}
}

func stepped(t *testing.T, p *Picture, from Point, way Way) Point {
	t.Helper()
	to, ok := p.Step(from, way)
	if !ok {
		t.Fatalf("no way on from %v", from)
	}
	return to
}

// Parts of a whole are shares of it.
func TestBarsOfOnePeriodAsShares(t *testing.T) {
	d, err := compose(wholeHalf(), Options{Kind: Bar, Percent: true})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, b := range d.rowBars() {
		sum += b.v.v
	}
	if sum < 99.99 || sum > 100.01 || len(d.points) != 12 {
		t.Errorf("%d bars are %g%% in all", len(d.points), sum)
	}
}

// What has no room is counted, and never the longest.
func TestRowsThatHaveNoRoomAreCounted(t *testing.T) {
	d, err := compose(wholeHalf(), Options{Kind: Bar, Height: 160})
	if err != nil {
		t.Fatal(err)
	}
	if len(d.points)+d.hidden != 12 || d.hidden < 2 {
		t.Errorf("%d bars are drawn, %d are not", len(d.points), d.hidden)
	}
}
