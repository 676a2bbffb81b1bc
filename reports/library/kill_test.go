package library

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"vitrine/reports"
)

// A process that is killed with SIGKILL while it loads leaves each source
// wholly in the library or not at all. Twenty times, each one step later, so
// that the kills fall at the beginning, in the middle of the figures, while
// the transaction is written and between two sources.
func TestKilledWhileLoading(t *testing.T) {
	if testing.Short() {
		t.Skip("starts twenty processes")
	}
	for step := 1; step <= 20; step++ {
		path := file(t)
		done := killAt(t, path, step)
		l := open(t, path)
		list, err := l.Sources(context.Background())
		if err != nil {
			t.Fatalf("killed at step %d: %v", step, err)
		}
		if len(list) < done || len(list) > done+1 {
			t.Errorf("killed at step %d: %d sources, %d were loaded before", step, len(list), done)
		}
		wholly(t, l, list, step)
		load(t, l, source("after.csv", 20), reading(figure(month(12), "FR", "spam", 1, 1)))
		l.Close()
	}
}

// killAt lets a child take steps and kills it. At odd steps the child is
// going on when it is killed, at even ones it waits. It returns how many
// sources the child said to have loaded.
func killAt(t *testing.T, path string, step int) (done int) {
	t.Helper()
	c := start(t, "load 4", path)
	if said := c.says(); said != "open" {
		t.Fatalf("the child says %q", said)
	}
	for at := 1; at <= step; at++ {
		said := c.says()
		if said == "" {
			t.Fatalf("the child ended before step %d", step)
		}
		if said == fmt.Sprint("loaded ", done) {
			done++
		}
		if at < step || step%2 == 1 {
			c.goOn(t)
		}
	}
	if err := c.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	c.Wait()
	return done
}

// wholly checks that each source has all its rows, and no other has any.
func wholly(t *testing.T, l *Library, list []reports.Source, step int) {
	t.Helper()
	rows := count(t, l)
	n := len(list)
	for table, want := range map[string]int{"figures": n * childFigures, "problems": n, "contents": n, "extents": n, "declarations": n} {
		if rows[table] != want {
			t.Errorf("killed at step %d: %d %s of %d sources, want %d", step, rows[table], table, n, want)
		}
	}
	for i, s := range list {
		if s.Name != childSource(i) || s.Figures != childFigures || s.Current != childFigures || s.Problems != 1 {
			t.Errorf("killed at step %d: source %d is %+v", step, i, s)
		}
	}
	sums, err := l.Gather(context.Background(), reports.Request{Publisher: "Example", Table: "removals", Measure: "items removed",
		Breakdown: reports.ByArea | reports.ByCategory})
	if err != nil || len(sums) != n || slices.ContainsFunc(sums, func(s reports.Sum) bool { return s.Value != childFigures }) {
		t.Errorf("killed at step %d: sums %+v, %v", step, sums, err)
	}
}
