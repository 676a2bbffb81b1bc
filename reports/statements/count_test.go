package statements_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"maps"
	"testing"

	"vitrine/reports"
	"vitrine/reports/statements"
	"vitrine/reports/statements/made"
)

// write makes a dump in memory.
func write(t testing.TB, m made.Dump) ([]byte, *made.Truth) {
	t.Helper()
	var b bytes.Buffer
	truth, err := m.Write(&b)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), truth
}

func open(t testing.TB, name string, content []byte) *statements.Dump {
	t.Helper()
	d, err := statements.Open(name, bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestCountsOfAllForms(t *testing.T) {
	for what, m := range map[string]made.Dump{
		"full":                 {},
		"light":                {Light: true},
		"full, V1":             {V1: true, Day: "2024-09-07"},
		"light, V1":            {V1: true, Light: true, Day: "2024-09-07"},
		"with many quirks":     {Quirks: 0.2},
		"light, with quirks":   {Quirks: 0.2, Light: true, V1: true},
		"of a platform":        {Slug: "discord-netherlands-bv"},
		"one CSV in a zip":     {Single: true, V1: true, Day: "2023-09-25"},
		"packed archives":      {Deflated: true},
		"each unlike the last": {Run: 1, Quirks: 0.01},
		"without statements":   {Slug: "x"},
	} {
		t.Run(what, func(t *testing.T) {
			m.PerFile, m.PerArchive, m.Seed = 700, 2, 7
			if m.Slug != "x" {
				m.Rows = 4_321
			}
			content, truth := write(t, m)
			d := open(t, m.Name(), content)
			if got := fmt.Sprint(d.Day); d.Version == statements.Light != m.Light || d.Schema == statements.V1 != m.V1 || got != or(m.Day, "2025-08-01") || d.Slug != or(m.Slug, "global") {
				t.Errorf("the dump is said to be %+v", d)
			}
			c, err := d.Count(context.Background(), statements.Options{Workers: 3})
			if err != nil {
				t.Fatal(err)
			}
			equalTruth(t, c, truth, d.Day)
		})
	}
}

func or(s, otherwise string) string {
	if s == "" {
		return otherwise
	}
	return s
}

func equalTruth(t *testing.T, c *statements.Counts, truth *made.Truth, day reports.Day) {
	t.Helper()
	if c.Rows != truth.Rows || c.Lines != truth.Rows || c.Rejected != 0 {
		t.Errorf("%d rows of %d, %d lines, %d rejected: %.300v", c.Rows, truth.Rows, c.Lines, c.Rejected, c.Examples)
	}
	want := map[statements.Key]int64{}
	for k, n := range truth.Decisions {
		want[statements.Key{Day: day, Service: k.Service, Category: k.Category, Action: k.Action, Trigger: k.Trigger, Detection: k.Detection, Decision: k.Decision, Ground: k.Ground, Scope: k.Scope}] = n
	}
	if got := maps.Collect(c.Decisions()); !maps.Equal(got, want) {
		t.Errorf("decisions: %d kinds, want %d", len(got), len(want))
	}
	details := func(what string, got map[statements.Detail]int64, truth map[made.Detail]int64) {
		want := map[statements.Detail]int64{}
		for d, n := range truth {
			want[statements.Detail{Day: day, Service: d.Service, Category: d.Category, Value: d.Value}] = n
		}
		if !maps.Equal(got, want) {
			t.Errorf("%s: %d, want %d", what, len(got), len(want))
		}
	}
	details("keywords", maps.Collect(c.Keywords()), truth.Keywords)
	details("content types", maps.Collect(c.ContentTypes()), truth.ContentTypes)
	details("languages", maps.Collect(c.Languages()), truth.Languages)
}

func TestDuplicatesAreReportedAndCounted(t *testing.T) {
	content, truth := write(t, made.Dump{Rows: 3_000, PerFile: 500, PerArchive: 2, Twice: 150})
	c, err := open(t, "sor-global-2025-08-01-full.zip", content).Count(context.Background(), statements.Options{Workers: 2, Duplicates: true})
	if err != nil {
		t.Fatal(err)
	}
	if c.Duplicates != 150 || len(c.DuplicateUUIDs) != 100 || c.Rows != truth.Rows {
		t.Errorf("%d duplicates, %d shown, %d rows", c.Duplicates, len(c.DuplicateUUIDs), c.Rows)
	}
}

func TestTraceFindsWhatWasCounted(t *testing.T) {
	m := made.Dump{Rows: 3_000, PerFile: 500, PerArchive: 2, Quirks: 0.1}
	content, truth := write(t, m)
	d := open(t, m.Name(), content)
	fromTikTok := func(s statements.Statement) bool { return s.Service == "TikTok" }
	want := int64(0)
	for k, n := range truth.Decisions {
		if k.Service == "TikTok" {
			want += n
		}
	}
	seen := map[statements.Place]bool{}
	var parts []string
	err := d.Trace(context.Background(), fromTikTok, 0, func(p statements.Place) bool {
		seen[p] = true
		if len(parts) == 0 || parts[len(parts)-1] != p.Part {
			parts = append(parts, p.Part)
		}
		return true
	})
	if err != nil || int64(len(seen)) != want || len(parts) > 6 || parts[0] != "sor-global-2025-08-01-full-00000.csv.zip › sor-global-2025-08-01-full-00000-00000.csv" {
		t.Errorf("%d places in %d parts, want %d: %v, %v", len(seen), len(parts), want, parts, err)
	}
	first := 0
	err = d.Trace(context.Background(), fromTikTok, 5, func(p statements.Place) bool { first++; return true })
	if err != nil || first != 5 {
		t.Errorf("the first five are %d, %v", first, err)
	}
}

func TestProgressReachesTheEnd(t *testing.T) {
	m := made.Dump{Rows: 2_000, PerFile: 500, PerArchive: 2}
	content, _ := write(t, m)
	var last statements.Progress
	_, err := open(t, m.Name(), content).Count(context.Background(), statements.Options{Progress: func(p statements.Progress) {
		if p.Rows < last.Rows || p.Bytes < last.Bytes || p.Bytes > p.Size {
			t.Errorf("%+v comes after %+v", p, last)
		}
		last = p
	}})
	if err != nil || last.Rows != 2_000 || last.Size != int64(len(content)) || last.Bytes < last.Size*9/10 {
		t.Errorf("the last progress is %+v of %d bytes, %v", last, len(content), err)
	}
}

func TestCountEndsWithItsContext(t *testing.T) {
	m := made.Dump{Rows: 20_000, PerFile: 1_000, PerArchive: 4}
	content, _ := write(t, m)
	ctx, cancel := context.WithCancel(context.Background())
	c, err := open(t, m.Name(), content).Count(ctx, statements.Options{Workers: 2, Progress: func(p statements.Progress) {
		if p.Rows > 2_000 {
			cancel()
		}
		if p.Rows > 8_000 {
			t.Errorf("it goes on after %d statements", p.Rows)
		}
	}})
	if c != nil || !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled count gives %v, %v", c, err)
	}
}
