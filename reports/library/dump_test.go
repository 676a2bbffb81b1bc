package library

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/statements/made"
)

// writeDump writes a made-up dump into a folder.
func writeDump(t *testing.T, folder string, m made.Dump) (path string, truth *made.Truth) {
	t.Helper()
	path = filepath.Join(folder, m.Name())
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if truth, err = m.Write(f); err != nil {
		t.Fatal(err)
	}
	return path, truth
}

func takeOne(t *testing.T, l *Library, path string) Receipt {
	t.Helper()
	receipts := l.Take(t.Context(), []string{path}, nil)
	if len(receipts) != 1 || receipts[0].Err != nil {
		t.Fatalf("%+v", receipts)
	}
	return receipts[0]
}

// statementsIn asks for all statements of a day.
func statementsIn(t *testing.T, l *Library, q reports.Question) float64 {
	t.Helper()
	a, err := reports.Ask(t.Context(), q, l, reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()})
	if err != nil {
		t.Fatal(err)
	}
	sum := 0.0
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			sum += n.Value
		}
	}
	return sum
}

func TestDumpsOfOneDayAreNeverAdded(t *testing.T) {
	l, folder := open(t, ""), t.TempDir()
	full, truth := writeDump(t, folder, made.Dump{Rows: 900, Seed: 1})
	light, _ := writeDump(t, folder, made.Dump{Rows: 900, Seed: 1, Light: true})
	platform, _ := writeDump(t, folder, made.Dump{Rows: 50, Seed: 2, Slug: "example"})
	next, _ := writeDump(t, folder, made.Dump{Rows: 300, Seed: 3, Day: "2025-08-02"})
	for i, path := range []string{full, light, platform, full} {
		if r := takeOne(t, l, path); r.Already != (i == 3) {
			t.Errorf("%s: loaded before: %v", path, r.Already)
		}
		for _, by := range [][]reports.Dim{nil, {reports.Service}, {reports.Category, reports.Action}, {reports.Area}} {
			if got := statementsIn(t, l, reports.Question{By: by, Every: reports.EveryDay}); got != float64(truth.Rows) {
				t.Errorf("after %s, by %v: %v of %d statements", filepath.Base(path), by, got, truth.Rows)
			}
		}
	}
	takeOne(t, l, next)
	if got := statementsIn(t, l, reports.Question{Every: reports.Span}); got != 1200 {
		t.Errorf("two days have %v statements", got)
	}
}

func TestADumpThatIsPublishedAgainReplacesTheFirst(t *testing.T) {
	l, folder := open(t, ""), t.TempDir()
	first, _ := writeDump(t, folder, made.Dump{Rows: 400, Seed: 1})
	if err := os.Chtimes(first, time.Time{}, time.Date(2025, 8, 2, 0, 0, 0, 0, time.UTC)); err != nil {
		t.Fatal(err)
	}
	takeOne(t, l, first)
	second, truth := writeDump(t, t.TempDir(), made.Dump{Rows: 350, Seed: 9})
	takeOne(t, l, second)
	if got := statementsIn(t, l, reports.Question{Every: reports.EveryDay}); got != float64(truth.Rows) {
		t.Errorf("%v statements, want those of the newer dump, %d", got, truth.Rows)
	}
}

// A dump's vintage is none of its file's date, which is that of its download:
// it is the day on which the archive was made, else the dump's own day, or what
// the user says.
func TestTheVintageOfADump(t *testing.T) {
	path, _ := writeDump(t, t.TempDir(), made.Dump{Rows: 20, Day: "2025-08-02"})
	if r := takeOne(t, open(t, ""), path); r.Source.Published != reports.DayOf(2025, 8, 2) {
		t.Errorf("published %s", r.Source.Published)
	}
	o := TakeOptions{}
	o.Published = reports.DayOf(2025, 9, 1)
	if r := open(t, "").TakeWith(t.Context(), []string{path}, o, nil)[0]; r.Err != nil || r.Source.Published != o.Published {
		t.Errorf("published %s, %v", r.Source.Published, r.Err)
	}
	packed, content := filepath.Join(t.TempDir(), "sor-global-2025-08-02-full.zip"), must(os.ReadFile(path))
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	in := must(zip.NewReader(bytes.NewReader(content), int64(len(content))))
	for _, f := range in.File {
		w := must(z.CreateHeader(&zip.FileHeader{Name: f.Name, Modified: time.Date(2025, 10, 14, 3, 0, 0, 0, time.UTC)}))
		must(io.Copy(w, must(f.Open())))
	}
	z.Close()
	write(t, filepath.Dir(packed), filepath.Base(packed), b.String())
	if r := takeOne(t, open(t, ""), packed); r.Source.Published != reports.DayOf(2025, 10, 14) {
		t.Errorf("made anew: published %s", r.Source.Published)
	}
}

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

func TestADumpWithAWrongChecksumLeavesTheLibraryAsItWas(t *testing.T) {
	l, folder := open(t, ""), t.TempDir()
	path, _ := writeDump(t, folder, made.Dump{Rows: 20})
	write(t, folder, filepath.Base(path)+".sha1", strings.Repeat("0", 40)+"  x.zip")
	r := l.Take(t.Context(), []string{path}, nil)[0]
	if r.Err == nil || !strings.Contains(r.Err.Error(), "checksum") {
		t.Errorf("%v", r.Err)
	}
	if held, err := l.Sources(t.Context()); err != nil || len(held) != 0 {
		t.Errorf("%d sources, %v", len(held), err)
	}
}

func TestACancelledDumpLeavesNothing(t *testing.T) {
	l, folder := open(t, ""), t.TempDir()
	path, _ := writeDump(t, folder, made.Dump{Rows: 5000})
	ctx, cancel := context.WithCancel(t.Context())
	r := l.Take(ctx, []string{path}, func(p Progress) {
		if p.Stage == StageCounting {
			cancel()
		}
	})
	if r[0].Err == nil {
		t.Error("a cancelled dump was loaded")
	}
	if held, err := l.Sources(t.Context()); err != nil || len(held) != 0 {
		t.Errorf("%d sources, %v", len(held), err)
	}
}

func TestStatementsBehindANumber(t *testing.T) {
	l, folder := open(t, ""), t.TempDir()
	path, _ := writeDump(t, folder, made.Dump{Rows: 700, PerFile: 100, PerArchive: 3, Seed: 5})
	takeOne(t, l, path)
	figures, err := l.Figures(t.Context(), reports.Request{
		Publisher: "European Commission", Table: "statements of reasons", Measure: "statements of reasons",
		Breakdown: reports.ByService | reports.ByArea | reports.ByCategory | reports.ByTrigger | reports.ByDetection | reports.ByDecision | reports.ByGround | reports.ByAction,
	})
	if err != nil || len(figures) == 0 {
		t.Fatalf("%d figures, %v", len(figures), err)
	}
	uuids := map[string]bool{}
	err = l.Statements(t.Context(), figures, 0, func(s Statement) bool { uuids[s.UUID] = true; return true })
	if err != nil || len(uuids) != 700 {
		t.Errorf("%d statements, %v", len(uuids), err)
	}
	some := 0
	if err := l.Statements(t.Context(), figures, 10, func(Statement) bool { some++; return true }); err != nil || some != 10 {
		t.Errorf("%d of at most 10 statements, %v", some, err)
	}
	at, err := l.CountedAt(t.Context(), figures[0].Origin.String(), 5)
	if want := min(5, int(figures[0].Value)); err != nil || len(at) != want {
		t.Errorf("%d statements at %s, want %d; %v", len(at), figures[0].Origin, want, err)
	}
}

func TestTimeLeft(t *testing.T) {
	for _, c := range []struct {
		spent       time.Duration
		part, whole int64
		want        time.Duration
	}{{10 * time.Second, 25, 100, 30 * time.Second}, {500 * time.Millisecond, 50, 100, 0}, {5 * time.Second, 0, 100, 0}, {5 * time.Second, 100, 100, 0}} {
		if got := left(c.spent, c.part, c.whole); got != c.want {
			t.Errorf("after %s for %d of %d: %s, want %s", c.spent, c.part, c.whole, got, c.want)
		}
	}
}
