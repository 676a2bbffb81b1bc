package reports

import (
	"math"
	"testing"
)

// told is a statement of a half-year's number by a vintage.
func told(day Day, source, category string, half int, value float64) Statement {
	p := EveryHalf.Around(DayOf(2022, 1, 1))
	for range half {
		p = EveryHalf.Around(p.End)
	}
	f := Figure{Publisher: "Example", Table: "t", Measure: ContentActioned, Period: p, Breakdown: ByCategory, Split: Split{Category: category}, Value: value}
	return Statement{Figure: f, Vintage: Vintage{Day: day, Source: source}, Stated: true}
}

func TestEditionsPutWhatChangedMostFirst(t *testing.T) {
	first, second := DayOf(2023, 1, 1), DayOf(2024, 1, 1)
	e := EditionsOf([]Statement{
		told(first, "a", "spam", 0, 100), told(first, "a", "spam", 1, 200), told(first, "a", "hate", 0, 10),
		told(second, "b", "spam", 0, 100), told(second, "b", "spam", 1, 210), told(second, "b", "hate", 0, 20), told(second, "b", "hate", 1, 3),
	})
	if len(e.Histories) != 3 || e.Only != 1 {
		t.Fatalf("%d figures of several vintages and %d of one, want 3 and 1", len(e.Histories), e.Only)
	}
	for i, want := range []float64{100, 5, 0} {
		if got := e.Histories[i].Moved(); got != want {
			t.Errorf("history %d moved by %v%%, want %v%%", i, got, want)
		}
	}
	if len(e.Grids) != 2 || e.Grids[0].Changes() != 1 || len(e.Grids[0].Vintages) != 2 {
		t.Errorf("grids: %+v", e.Grids)
	}
	if r, ok := e.Histories[0].Revision(1); !ok || r.Difference() != 10 {
		t.Errorf("the revision is %+v, %v", r, ok)
	}
	if got := e.Sources(); len(got) != 2 {
		t.Errorf("sources: %v", got)
	}
}

func TestAChangeFromZeroIsTheLargest(t *testing.T) {
	e := EditionsOf([]Statement{told(1, "a", "spam", 0, 0), told(2, "b", "spam", 0, 5)})
	if got := e.Histories[0].Moved(); !math.IsInf(got, 1) {
		t.Errorf("it moved by %v", got)
	}
	if _, ok := e.Grids[0].Change(0, 1); ok {
		t.Error("a percent of 0 is told")
	}
}

func TestAStatementWithoutANumberIsNoChange(t *testing.T) {
	e := EditionsOf([]Statement{told(1, "a", "spam", 0, 5), told(2, "b", "spam", 0, math.NaN()), told(3, "c", "spam", 0, 6)})
	if _, ok := e.Histories[0].Revision(1); ok {
		t.Error("an unknown number is a change")
	}
	if r, ok := e.Histories[0].Revision(2); !ok || r.Before.Value != 5 || r.Difference() != 1 {
		t.Errorf("the third vintage is held against %+v", r.Before.Value)
	}
}
