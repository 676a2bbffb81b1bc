package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"vitrine/reports"
)

const header = "publisher,table,measure,unit,period_start,period_end,category,value,status,address,retrieved\n"

// csv is a file in Vitrine's own form with a figure of each value.
func csv(values ...string) string {
	text := header
	for i, v := range values {
		day := reports.DayOf(2024, 1, 1+i).String()
		text += "Example,removals,content blocked,items," + day + "," + day + ",," + v + ",normal,https://example.org/report,2024-06-01\n"
	}
	return text
}

func write(t *testing.T, folder, name, content string) string {
	t.Helper()
	path := filepath.Join(folder, name)
	if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// Three files and a folder at once, two of them broken: the rest is loaded,
// and each broken one has a sentence that names it.
func TestTakeSeveral(t *testing.T) {
	folder, inner := t.TempDir(), t.TempDir()
	good := write(t, folder, "good.csv", csv("1", "2"))
	write(t, inner, "inner.csv", csv("3"))
	paths := []string{good, write(t, folder, "empty.csv", ""), write(t, folder, "picture.html", "\x89PNG\r\n\x1a\n"),
		filepath.Join(folder, "missing.csv"), inner, good}
	l := open(t, "")
	stages := map[string]bool{}
	receipts := l.Take(context.Background(), paths, func(p Progress) {
		stages[p.Stage] = true
		if p.Bytes > p.Of || p.Done >= p.Total || p.Path == "" {
			t.Errorf("progress %+v", p)
		}
	})
	told := map[string]Receipt{}
	for _, r := range receipts {
		told[filepath.Base(r.Path)] = r
	}
	if len(receipts) != 5 || told["good.csv"].New != 2 || told["inner.csv"].Changed != 1 || told["good.csv"].Err != nil {
		t.Errorf("receipts %+v", receipts)
	}
	for _, name := range []string{"empty.csv", "picture.html", "missing.csv"} {
		if err := told[name].Err; err == nil || !strings.HasPrefix(err.Error(), name+": ") || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, stage := range []string{StageReading, StageUnderstanding, StageStoring} {
		if !stages[stage] {
			t.Errorf("stage %q was never told", stage)
		}
	}
	list, err := l.Sources(context.Background())
	if err != nil || len(list) != 2 || list[0].Path != good || list[0].Address != "https://example.org/report" || list[0].Format == "" {
		t.Errorf("sources %+v, %v", list, err)
	}
}

// What was fetched keeps its address and when it was got; a file that states
// no day was published when it was changed last.
func TestTakeFetched(t *testing.T) {
	path := write(t, t.TempDir(), "good.csv", csv("1"))
	changed := time.Date(2024, 9, 30, 12, 0, 0, 0, time.UTC)
	if err := os.Chtimes(path, changed, changed); err != nil {
		t.Fatal(err)
	}
	got := time.Date(2026, 7, 1, 8, 0, 0, 0, time.UTC)
	r := open(t, "").TakeWith(t.Context(), []string{path}, TakeOptions{Address: "https://example.org/good.csv", Retrieved: got}, nil)
	if len(r) != 1 || r[0].Err != nil {
		t.Fatalf("%+v", r)
	}
	if s := r[0].Source; s.Address != "https://example.org/good.csv" || !s.Retrieved.Equal(got) || s.Published > reports.DayOf(2024, 9, 30) {
		t.Errorf("the source has the address %s, was got %s, published %s", s.Address, s.Retrieved, s.Published)
	}
}

func TestTakeTwice(t *testing.T) {
	l := open(t, "")
	path := write(t, t.TempDir(), "a.csv", csv("1"))
	first, again := l.Take(context.Background(), []string{path}, nil), l.Take(context.Background(), []string{path}, nil)
	if first[0].Already || first[0].Err != nil || !again[0].Already || again[0].Source.ID != first[0].Source.ID {
		t.Errorf("first %+v, again %+v", first[0], again[0])
	}
}

// Cancelling stops between files and within one; what is in stays.
func TestTakeCancelled(t *testing.T) {
	folder := t.TempDir()
	paths := []string{write(t, folder, "a.csv", csv("1")), write(t, folder, "b.csv", csv("2")), write(t, folder, "c.csv", csv("3"))}
	for _, stage := range []string{StageReading, StageUnderstanding, StageStoring} {
		l := open(t, "")
		ctx, cancel := context.WithCancel(context.Background())
		receipts := l.Take(ctx, paths, func(p Progress) {
			if p.Done == 1 && p.Stage == stage {
				cancel()
			}
		})
		cancel()
		if len(receipts) != 3 || receipts[0].Err != nil || !errors.Is(receipts[1].Err, context.Canceled) || !errors.Is(receipts[2].Err, context.Canceled) {
			t.Errorf("cancelled while %s: %+v", stage, receipts)
		}
		if rows := count(t, l); rows["sources"] != 1 || rows["figures"] != 1 {
			t.Errorf("cancelled while %s: left %v", stage, rows)
		}
	}
}

// A file that is written to while it is read is refused.
func TestTakeChangingFile(t *testing.T) {
	path := write(t, t.TempDir(), "a.csv", csv("1"))
	for _, stage := range []string{StageReading, StageUnderstanding} {
		l := open(t, "")
		receipts := l.Take(context.Background(), []string{path}, func(p Progress) {
			if p.Stage == stage {
				write(t, filepath.Dir(path), "a.csv", csv("1", stage, "2"))
			}
		})
		want := "a.csv: it changed while it was read; open it again when it is complete"
		if len(receipts) != 1 || receipts[0].Err == nil || receipts[0].Err.Error() != want {
			t.Errorf("changed while %s: %+v", stage, receipts)
		}
		if rows := count(t, l); rows["sources"]+rows["figures"] != 0 {
			t.Errorf("changed while %s: left %v", stage, rows)
		}
		write(t, filepath.Dir(path), "a.csv", csv("1"))
	}
}

func TestStarter(t *testing.T) {
	ctx := context.Background()
	l := open(t, "")
	sourcesOf := func() (names []string) {
		list, err := l.Sources(ctx)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range list {
			if !s.Starter || s.Path != "" {
				t.Errorf("source %+v", s)
			}
			names = append(names, s.Name)
		}
		return names
	}
	add := func(files fstest.MapFS) {
		if err := l.addStarter(ctx, files); err != nil {
			t.Fatal(err)
		}
	}
	older := fstest.MapFS{"one.csv": {Data: []byte(csv("1"))}, "two.csv": {Data: []byte(csv("2"))}}
	newer := fstest.MapFS{"one.csv": {Data: []byte(csv("1", "5"))}, "two.csv": {Data: []byte(csv("2", "5"))}}
	add(older)
	add(older)
	if names := sourcesOf(); strings.Join(names, " ") != "one.csv two.csv" {
		t.Errorf("after two starts: %v", names)
	}
	list, _ := l.Sources(ctx)
	if err := l.Forget(ctx, list[0].ID); err != nil {
		t.Fatal(err)
	}
	add(newer)
	if names := sourcesOf(); strings.Join(names, " ") != "two.csv" {
		t.Errorf("one.csv was forgotten: %v", names)
	}
	if list, _ := l.Sources(ctx); list[0].Figures != 2 {
		t.Errorf("a newer Vitrine's figures: %+v", list)
	}
}

// The starter figures that come with this Vitrine load without a problem.
func TestAssetsStarter(t *testing.T) {
	l := open(t, "")
	if err := l.AddStarter(context.Background()); err != nil {
		t.Fatal(err)
	}
	list, err := l.Sources(context.Background())
	if err != nil || len(list) == 0 {
		t.Fatalf("sources %v, %v", list, err)
	}
	for _, s := range list {
		if s.Problems != 0 || s.Figures == 0 || s.Published == 0 {
			t.Errorf("%+v", s)
		}
	}
}
