package library

import (
	"context"
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"testing"

	"vitrine/reports"
)

// loaded returns a library and the reference with the same figures.
func loaded(t *testing.T, figures []reports.Figure) (*Library, *reports.Memory) {
	l := open(t, "")
	r := reading(figures...)
	r.Breaks = []reports.Break{{Publisher: "Example", Measure: "items removed", At: reports.DayOf(2020, 5, 1), Why: "counts differently"}}
	id := load(t, l, source("example.csv", 1), r).Source.ID
	for i := range figures {
		figures[i].Origin.Source = id
	}
	return l, &reports.Memory{Held: figures, Declared: r.Blocks, Breaking: r.Breaks}
}

// requests returns a request of each block, and random ones.
func requests(blocks []reports.Block) []reports.Request {
	source := rand.New(rand.NewPCG(7, 7))
	var list []reports.Request
	for _, b := range blocks {
		r := reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown}
		list = append(list, r)
		r.Group = b.Breakdown
		list = append(list, r)
		for range 8 {
			r.Group = reports.Dims(source.IntN(1 << 10))
			r.Where, r.Span = [len(r.Where)][]string{}, reports.Period{}
			if source.IntN(2) == 0 {
				r.Where[reports.Area] = []string{"FR", "nowhere", "Côte d'Ivoire"}
			}
			if source.IntN(3) == 0 {
				r.Where[reports.Ground] = []string{"law", ""}
			}
			if source.IntN(2) == 0 {
				r.Span = reports.Period{Start: month(3).Start, End: month(10 + source.IntN(9)).End}
			}
			list = append(list, r)
		}
	}
	return append(list, reports.Request{Publisher: "Nobody", Table: "none"})
}

func TestSameAsReference(t *testing.T) {
	ctx := context.Background()
	l, m := loaded(t, random(1500, 3))
	want, _ := m.Blocks(ctx)
	got, err := l.Blocks(ctx)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Fatalf("blocks:\n got %v\nwant %v\n%v", got, want, err)
	}
	for _, r := range requests(want) {
		sums, err := l.Gather(ctx, r)
		expected, _ := m.Gather(ctx, r)
		if err != nil || len(sums) != len(expected) {
			t.Fatalf("%+v: %d sums, want %d: %v", r, len(sums), len(expected), err)
		}
		for i := range sums {
			if !reflect.DeepEqual(sums[i], expected[i]) {
				t.Errorf("%+v:\n got %+v\nwant %+v", r, sums[i], expected[i])
			}
		}
		sameFigures(t, l, m, r)
	}
}

// Two sources may state one figure, each as a part of another whole.
func TestStatedTwiceIsOneSum(t *testing.T) {
	l := open(t, "")
	var held []reports.Figure
	for i, value := range []float64{5, 7} {
		f := figure(month(1), "FR", "hate", value, i+2)
		f.Extent = fmt.Sprint("part ", i)
		r := reading(f, figure(month(2+i), "FR", "hate", 1, 9))
		id := load(t, l, source(f.Extent+".csv", i+1), r).Source.ID
		for _, f := range r.Figures {
			f.Origin.Source = id
			held = append(held, f)
		}
	}
	b := reading(held...).Blocks[0]
	r := reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown, Group: b.Breakdown}
	got, err := l.Gather(t.Context(), r)
	want, _ := (&reports.Memory{Held: held, Declared: []reports.Block{b}}).Gather(t.Context(), r)
	if err != nil || len(got) != 3 || got[0].N != 2 || !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v\nwant %+v\n%v", got, want, err)
	}
}

func sameFigures(t *testing.T, l *Library, m *reports.Memory, r reports.Request) {
	t.Helper()
	got, err := l.Figures(context.Background(), r)
	want, _ := m.Figures(context.Background(), r)
	if err != nil || len(got) != len(want) {
		t.Fatalf("%+v: %d figures, want %d: %v", r, len(got), len(want), err)
	}
	for i := range got {
		if math.IsNaN(got[i].Value) && math.IsNaN(want[i].Value) {
			got[i].Value, want[i].Value = 0, 0
		}
		if !reflect.DeepEqual(got[i], want[i]) {
			t.Errorf("%+v:\n got %+v\nwant %+v", r, got[i], want[i])
		}
	}
}

func TestValuesAndBreaks(t *testing.T) {
	ctx := context.Background()
	l, m := loaded(t, random(300, 4))
	for _, d := range reports.AllDims() {
		got, err := l.Values(ctx, d)
		want, _ := m.Values(ctx, d)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: got %q, want %q (%v)", d, got, want, err)
		}
	}
	got, err := l.Breaks(ctx)
	if err != nil || !reflect.DeepEqual(got, m.Breaking) {
		t.Errorf("breaks: got %v, want %v (%v)", got, m.Breaking, err)
	}
}
