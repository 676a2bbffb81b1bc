package library

import (
	"context"
	"strings"
	"testing"

	"vitrine/reports"
)

// The newest vintage tells an extent, in whichever order they are loaded;
// other extents add.
func TestNewestVintageReplacesItsExtent(t *testing.T) {
	older := reading(figure(month(1), "FR", "spam", 1, 1), figure(month(1), "DE", "spam", 2, 2), figure(month(2), "FR", "spam", 3, 3))
	newer := reading(figure(month(1), "FR", "spam", 10, 1), figure(month(3), "FR", "spam", 30, 2))
	want := map[string]float64{"2020-01 FR": 10, "2020-02 FR": 3, "2020-03 FR": 30}
	for _, newestLast := range []bool{true, false} {
		l := open(t, "")
		if newestLast {
			load(t, l, source("older.csv", 1), older)
			load(t, l, source("newer.csv", 2), newer)
		} else {
			load(t, l, source("newer.csv", 2), newer)
			if late := load(t, l, source("older.csv", 1), older); late.Replaced != 0 || late.Changed != 1 || late.Source.Current != 1 {
				t.Errorf("the older one, loaded last: %+v", late)
			}
		}
		sameValues(t, l, want)
	}
}

// Of two sources of one day, the one retrieved later is newer; of two that
// were retrieved together, the one loaded last.
func TestTiesOfVintage(t *testing.T) {
	l := open(t, "")
	a, b, c := source("a.csv", 1), source("b.csv", 2), source("c.csv", 2)
	b.Published, c.Published = a.Published, a.Published
	load(t, l, b, reading(figure(month(1), "FR", "spam", 2, 1)))
	load(t, l, a, reading(figure(month(1), "FR", "spam", 1, 1)))
	sameValues(t, l, map[string]float64{"2020-01 FR": 2})
	load(t, l, c, reading(figure(month(1), "FR", "spam", 3, 1)))
	sameValues(t, l, map[string]float64{"2020-01 FR": 3})
}

func TestForgetBringsBackWhatWasReplaced(t *testing.T) {
	ctx := context.Background()
	l := open(t, "")
	empty := count(t, l)
	old := load(t, l, source("older.csv", 1), reading(figure(month(1), "FR", "spam", 1, 1), figure(month(1), "DE", "spam", 2, 2)))
	young := load(t, l, source("newer.csv", 2), reading(figure(month(1), "FR", "spam", 10, 1)))
	sameValues(t, l, map[string]float64{"2020-01 FR": 10})
	if err := l.Forget(ctx, young.Source.ID[:8]); err != nil {
		t.Fatal(err)
	}
	sameValues(t, l, map[string]float64{"2020-01 FR": 1, "2020-01 DE": 2})
	if err := l.Forget(ctx, young.Source.ID); err == nil || !strings.Contains(err.Error(), "see vitrine sources") {
		t.Errorf("forgetting twice: %v", err)
	}
	if err := l.Forget(ctx, ""); err == nil {
		t.Error("forgetting nothing forgot something")
	}
	if err := l.Forget(ctx, old.Source.ID); err != nil {
		t.Fatal(err)
	}
	for table, n := range count(t, l) {
		if n != empty[table] {
			t.Errorf("%s has %d rows after all was forgotten, %d before", table, n, empty[table])
		}
	}
}

// Starter figures yield to any loaded source of their table, older ones and
// ones of other extents too, and come back with the last of them gone.
func TestStarterYields(t *testing.T) {
	l := open(t, "")
	other := figure(month(1), "IT", "spam", 50, 3)
	other.Table = "requests"
	starter := source("starter.csv", 9)
	starter.Starter = true
	load(t, l, starter, reading(figure(month(1), "FR", "spam", 1, 1), figure(month(2), "FR", "spam", 2, 2), other))
	receipt := load(t, l, source("real.csv", 1), reading(figure(month(2), "FR", "spam", 20, 1)))
	if receipt.Replaced != 2 || receipt.Changed != 1 {
		t.Errorf("receipt %+v", receipt)
	}
	sameValues(t, l, map[string]float64{"2020-02 FR": 20})
	if list, _ := l.Values(context.Background(), reports.Area); strings.Join(list, " ") != "FR IT" {
		t.Errorf("the starter's other table: areas %v", list)
	}
	if err := l.Forget(context.Background(), receipt.Source.ID); err != nil {
		t.Fatal(err)
	}
	sameValues(t, l, map[string]float64{"2020-01 FR": 1, "2020-02 FR": 2})
}

// Sources that declare a block differently are asked by what both hold to.
func TestWeakestDeclarationCounts(t *testing.T) {
	l := open(t, "")
	strong := reading(figure(month(1), "FR", "spam", 1, 1))
	weak := reading(figure(month(2), "FR", "spam", 1, 1))
	weak.Blocks[0].Complete, weak.Blocks[0].Overlapping = reports.ByArea, reports.ByCategory
	weak.Blocks[0].Absent, weak.Blocks[0].Bound, weak.Blocks[0].Order = reports.AbsentSuppressed, 10, 4
	load(t, l, source("strong.csv", 1), strong)
	forgotten := load(t, l, source("weak.csv", 2), weak)
	want := reports.Block{Publisher: "Example", Table: "removals", Measure: "items removed", Breakdown: reports.ByArea | reports.ByCategory,
		Complete: reports.ByArea, Overlapping: reports.ByCategory, Absent: reports.AbsentSuppressed, Bound: 10, Order: 1,
		Constant: reports.ByGround, Span: reports.Period{Start: month(1).Start, End: month(2).End}, Figures: 2}
	if got, err := l.Blocks(context.Background()); err != nil || len(got) != 1 || got[0] != want {
		t.Errorf("got  %+v\nwant %+v\n%v", got, want, err)
	}
	if err := l.Forget(context.Background(), forgotten.Source.ID); err != nil {
		t.Fatal(err)
	}
	if got, _ := l.Blocks(context.Background()); len(got) != 1 || got[0].Complete != strong.Blocks[0].Complete {
		t.Errorf("after the weak one was forgotten: %+v", got)
	}
}
