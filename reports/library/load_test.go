package library

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"vitrine/reports"
)

// values returns the current figures of the made-up table, by area.
func values(t *testing.T, l *Library) map[string]float64 {
	t.Helper()
	list, err := l.Figures(context.Background(), reports.Request{Publisher: "Example", Table: "removals",
		Measure: "items removed", Breakdown: reports.ByArea | reports.ByCategory})
	if err != nil {
		t.Fatal(err)
	}
	found := map[string]float64{}
	for _, f := range list {
		found[f.Period.String()+" "+f.Area] += f.Value
	}
	return found
}

func sameValues(t *testing.T, l *Library, want map[string]float64) {
	t.Helper()
	got := values(t, l)
	if len(got) != len(want) {
		t.Errorf("figures: got %v, want %v", got, want)
	}
	for at, v := range want {
		if got[at] != v {
			t.Errorf("%s: got %v, want %v", at, got[at], v)
		}
	}
}

// count returns the rows of all tables that a source refers to.
func count(t *testing.T, l *Library) map[string]int {
	t.Helper()
	rows := map[string]int{}
	for _, table := range tables {
		var n int
		if err := l.db.QueryRow("SELECT count(*) FROM " + table.name).Scan(&n); err != nil {
			t.Fatal(err)
		}
		rows[table.name] = n
	}
	return rows
}

func TestLoadTwiceChangesNothing(t *testing.T) {
	l := open(t, "")
	r := reading(figure(month(1), "FR", "spam", 5, 1), figure(month(1), "DE", "spam", 7, 2))
	first := load(t, l, source("a.csv", 1), r)
	before := count(t, l)
	again := load(t, l, source("a.csv", 1), r)
	if first.Already || !again.Already || again.Source.Name != "a.csv" || again.Source.Figures != 2 {
		t.Errorf("first %+v, again %+v", first, again)
	}
	for table, n := range count(t, l) {
		if n != before[table] {
			t.Errorf("%s: %d rows, before %d", table, n, before[table])
		}
	}
}

func TestReceiptTellsWhatIsNew(t *testing.T) {
	l := open(t, "")
	first := load(t, l, source("a.csv", 1), reading(
		figure(month(1), "FR", "spam", 5, 1), figure(month(1), "DE", "spam", 7, 2), figure(month(1), "IT", "spam", 9, 3)))
	if first.New != 3 || first.Equal+first.Changed+first.Replaced != 0 || first.Source.Current != 3 {
		t.Errorf("first: %+v", first)
	}
	second := load(t, l, source("b.csv", 2), reading(
		figure(month(1), "FR", "spam", 5, 1), figure(month(1), "DE", "spam", 8, 2), figure(month(2), "DE", "spam", 1, 3)))
	if second.New != 1 || second.Equal != 1 || second.Changed != 1 || second.Replaced != 3 {
		t.Errorf("second: %+v", second)
	}
	sameValues(t, l, map[string]float64{"2020-01 FR": 5, "2020-01 DE": 8, "2020-02 DE": 1})
}

// A load that fails half-way leaves nothing, whichever table it fails at.
func TestFailedLoadLeavesNothing(t *testing.T) {
	for _, broken := range []string{"declarations", "figures", "problems", "contents", "sources"} {
		l := open(t, "")
		load(t, l, source("a.csv", 1), reading(figure(month(1), "FR", "spam", 5, 1)))
		if broken == "sources" {
			// the source's row is written by rows of twelve columns
			broken = "sources ADD COLUMN surprise INTEGER"
		} else {
			broken += " ADD COLUMN surprise INTEGER"
		}
		if _, err := l.db.Exec("ALTER TABLE " + broken); err != nil {
			t.Fatal(err)
		}
		before := count(t, l)
		r := reading(figure(month(1), "FR", "spam", 6, 1))
		r.Problems = []reports.Problem{{What: "odd"}}
		_, err := l.Load(context.Background(), source("b.csv", 2), []byte("b"), r)
		if err == nil || !strings.Contains(err.Error(), "b.csv could not be added to the library, which is as it was") {
			t.Errorf("%s: error %v", broken, err)
		}
		for table, n := range count(t, l) {
			if n != before[table] {
				t.Errorf("%s: %s has %d rows, before %d", broken, table, n, before[table])
			}
		}
		sameValues(t, l, map[string]float64{"2020-01 FR": 5})
	}
}

// A load that is cancelled at any of its stages leaves nothing.
func TestCancelledLoadLeavesNothing(t *testing.T) {
	figures := make([]reports.Figure, 3*toldEvery)
	for i := range figures {
		figures[i] = figure(month(1+i%12), "FR", "spam", float64(i), i+1)
	}
	l := open(t, "")
	for stop := range 5 {
		ctx, cancel := context.WithCancel(context.Background())
		told := 0
		_, err := l.load(ctx, source("a.csv", 1), []byte("a"), reading(figures...), func(string, int, int) {
			if told++; told > stop {
				cancel()
			}
		})
		if !errors.Is(err, context.Canceled) {
			t.Errorf("cancelled at stage %d: error %v", stop, err)
		}
		if rows := count(t, l); rows["figures"] != 0 || rows["sources"] != 0 || rows["splits"] != 0 {
			t.Errorf("cancelled at stage %d: left %v", stop, rows)
		}
		cancel()
	}
	if load(t, l, source("a.csv", 1), reading(figures...)).New != len(figures) {
		t.Error("a cancelled source could not be loaded again")
	}
}

func TestQuestionCancelled(t *testing.T) {
	l := open(t, "")
	load(t, l, source("a.csv", 1), reading(random(200, 1)...))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := l.Gather(ctx, reports.Request{Publisher: "Example"}); !errors.Is(err, context.Canceled) {
		t.Errorf("Gather: %v", err)
	}
	if _, err := l.Blocks(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Blocks: %v", err)
	}
}

func TestProblemsAndContentAreKept(t *testing.T) {
	ctx := context.Background()
	l := open(t, file(t))
	r := reading(figure(month(1), "FR", "spam", 5, 1))
	r.Problems = []reports.Problem{{Origin: reports.Origin{File: "a.csv", Sheet: "Data", Row: 7, Column: 2, Text: "abc"}, What: `"abc" is not a number`}}
	id := load(t, l, source("a.csv", 1), r).Source.ID
	problems, err := l.Problems(ctx, id[:8])
	if err != nil || len(problems) != 1 || problems[0].Error() != `a.csv › Data › row 7 › column B: "abc" is not a number` {
		t.Errorf("problems %v, %v", problems, err)
	}
	if content, err := l.Content(ctx, id[:6]); err != nil || !bytes.Equal(content, []byte("a.csv")) {
		t.Errorf("content %q, %v", content, err)
	}
	if _, err := l.Content(ctx, "ffff"); err == nil || err.Error() != `no source "ffff"; see vitrine sources` {
		t.Errorf("content of nothing: %v", err)
	}
	list, err := l.Sources(ctx)
	want := source("a.csv", 1)
	if err != nil || len(list) != 1 || list[0].Problems != 1 || list[0].Figures != 1 || list[0].Current != 1 ||
		!list[0].Retrieved.Equal(want.Retrieved) || list[0].Published != want.Published || list[0].Path != want.Path {
		t.Errorf("sources %+v, %v", list, err)
	}
}

// Words that are no UTF-8 are stored with the sign for what cannot be read.
func TestBrokenTextIsStored(t *testing.T) {
	l := open(t, "")
	f := figure(month(1), "FR\xff", "spam", 5, 1)
	f.Origin.Text, f.Note = "5\xfe", "\x80"
	load(t, l, source("a.csv", 1), reading(f, figure(month(1), "FR\xfe", "spam", 6, 2)))
	sameValues(t, l, map[string]float64{"2020-01 FR\uFFFD": 11})
}

func TestAt(t *testing.T) {
	ctx := context.Background()
	l := open(t, "")
	f := figure(month(1), "FR", "spam", 5, 12)
	f.Origin.More = []reports.Cell{{Row: 13, Column: 28, Text: "9"}}
	f.Origin.Sheet = "Chart: a!b"
	id := load(t, l, source("a.csv", 1), reading(f)).Source.ID
	load(t, l, source("b.csv", 2), reading(f))
	f.Origin.Source = id
	for address, want := range map[string]string{
		f.Origin.String():            "",
		id + ":Chart: a!b!ab13":      "",
		id[:8] + ":Chart: a!b!A1":    "a.csv has no figure at Chart: a!b!A1",
		id[:8]:                       "is not the address of a figure, such as 2f1c09aa:Sheet1!B12",
		id[:8] + ":Data!":            "is not the address",
		id[:8] + ":Data!ZZZZZZZZZZ1": "is not the address",
		"00:Data!A1":                 `no source "00"`,
	} {
		got, err := l.At(ctx, address)
		switch {
		case want == "" && (err != nil || len(got) != 1 || got[0].Origin.Text != "5" || got[0].Origin.Source != id):
			t.Errorf("%s: %+v, %v", address, got, err)
		case want != "" && (err == nil || !strings.Contains(err.Error(), want)):
			t.Errorf("%s: error %v, want %q", address, err, want)
		}
	}
}
