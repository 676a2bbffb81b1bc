package reports_test

import (
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
)

// The rules are tested as a user meets them: a small library, a question, and
// the lines that come back, written as
//
//	key period value basis [low–high] status
//
// one a number. The cases are those of the publishers' files.

const (
	requests = reports.RemovalRequestsReceived
	items    = reports.ItemsNamedInRequests
	videos   = reports.VideosRemoved
	share    = reports.ShareOfVideosRemoved
	blocked  = reports.GroupsAndChannelsBlocked
)

// a published number in short: its table, measure, period, split, breakdown
// and text as SpellNumber reads it ("" for a cell without a number).
func fig(table string, m reports.Measure, period string, by reports.Dims, s reports.Split, text string) reports.Figure {
	p, err := reports.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	f := reports.Figure{Publisher: "Google", Table: table, Measure: m, Period: p, Split: s, Breakdown: by, Value: math.NaN()}
	f.Origin = reports.Origin{Source: "5eed", File: "f.csv", Row: 2, Column: 1, Text: text}
	switch {
	case text == "":
		f.Status = reports.NotAvailable
	case text == "?":
		f.Status = reports.Withheld
	case strings.HasPrefix(text, "<"):
		f.HasRange, f.Status = true, reports.Withheld
		fmt.Sscan(text[1:], &f.High)
		f.High--
	case strings.Contains(text, "~"): // a share and its rounding: 25~0.5
		var step float64
		fmt.Sscanf(text, "%g~%g", &f.Value, &step)
		f.Low, f.High, f.HasRange = f.Value-step, f.Value+step, true
	default:
		fmt.Sscan(text, &f.Value)
	}
	return f
}

func in(area string) reports.Split      { return reports.Split{Area: area} }
func about(c string) reports.Split      { return reports.Split{Category: c} }
func by(trigger string) reports.Split   { return reports.Split{Trigger: trigger} }
func at(area, c string) reports.Split   { return reports.Split{Area: area, Category: c} }
func set(area, t string) reports.Split  { return reports.Split{Area: area, Trigger: t} }
func law(s reports.Split) reports.Split { return s.With(reports.Ground, "law") }

// library makes a ledger of figures, with a complete and disjoint split for
// every breakdown unless told otherwise.
func library(figures []reports.Figure, declare ...func(*reports.Block)) *reports.Memory {
	m := &reports.Memory{Held: figures}
	seen := map[string]bool{}
	for _, f := range figures {
		b := reports.Block{Publisher: f.Publisher, Table: f.Table, Measure: f.Measure, Breakdown: f.Breakdown, Complete: f.Breakdown}
		name := fmt.Sprint(b)
		if seen[name] {
			continue
		}
		seen[name] = true
		b.Order = len(m.Declared)
		for _, d := range declare {
			d(&b)
		}
		m.Declared = append(m.Declared, b)
	}
	return m
}

func disjoint(b *reports.Block) { b.Complete = 0 }
func absentNone(b *reports.Block) {
	b.Absent = reports.AbsentNone
}
func suppressedBelow10(b *reports.Block) { b.Absent, b.Bound = reports.AbsentSuppressed, 10 }
func overlappingAreas(b *reports.Block) {
	b.Complete, b.Overlapping = b.Complete.Without(reports.ByArea), b.Breakdown&reports.ByArea
}

func question(set ...func(*reports.Question)) reports.Question {
	var q reports.Question
	for _, f := range set {
		f(&q)
	}
	return q
}

func splitBy(dims ...reports.Dim) func(*reports.Question) {
	return func(q *reports.Question) { q.By = dims }
}

func each(g reports.Grain) func(*reports.Question) { return func(q *reports.Question) { q.Every = g } }
func partial(q *reports.Question)                  { q.Partial = true }
func derived(q *reports.Question)                  { q.Derived = true }

func of(m reports.Measure) func(*reports.Question) {
	return func(q *reports.Question) { q.Measure = []string{string(m)} }
}

func where(d reports.Dim, values ...string) func(*reports.Question) {
	return func(q *reports.Question) { q.Where[d] = values }
}

func during(period string) func(*reports.Question) {
	p, err := reports.ParsePeriod(period)
	if err != nil {
		panic(err)
	}
	return func(q *reports.Question) { q.Since, q.Until = p.Start, p.End }
}

// ask answers and writes the numbers down.
func ask(t *testing.T, l reports.Ledger, q reports.Question) (reports.Answer, []string) {
	t.Helper()
	a, err := reports.Ask(t.Context(), q, l, names())
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, s := range a.Series {
		for _, n := range s.Numbers {
			lines = append(lines, line(s, n))
		}
	}
	slices.Sort(lines)
	return a, lines
}

func line(s reports.Series, n reports.Number) string {
	var key []string
	for _, d := range reports.AllDims() {
		if v := s.Key.Get(d); v != "" {
			key = append(key, v)
		}
	}
	if s.Code != "" {
		key = append(key, s.Code)
	}
	if len(key) == 0 {
		key = []string{"total"}
	}
	text := fmt.Sprintf("%s %s %v %s", strings.Join(key, "+"), n.Period, n.Value, n.BasisText())
	if n.HasRange {
		text += fmt.Sprintf(" [%g–%g]", n.Low, n.High)
	}
	if n.StatusText() != "normal" {
		text += " (" + n.StatusText() + ")"
	}
	return text
}

func want(t *testing.T, got []string, want ...string) {
	t.Helper()
	slices.Sort(want)
	if !slices.Equal(got, want) {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

const (
	area     = reports.ByArea
	category = reports.ByCategory
	trigger  = reports.ByTrigger
)

func TestNeverMix(t *testing.T) {
	t.Run("tables and measures", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("requests", requests, "2023-H2", area, in("FR"), "10"),
			fig("requests", items, "2023-H2", area, in("FR"), "70"),
			fig("in detail", requests, "2023-H2", area, in("DE"), "5"),
		})
		a, got := ask(t, l, question())
		want(t, got, "total 2023-H2 10 sum of 1")
		if len(a.Others) != 1 || a.Others[0].Table != "in detail" {
			t.Errorf("the other table is not named: %+v", a.Others)
		}
	})
	t.Run("rates and unique people are not added", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", share, "2024-Q1", category, about("spam"), "30"),
			fig("t", share, "2024-Q1", category, about("hate"), "70"),
			fig("t", share, "2024-Q2", category, about("spam"), "40"),
		})
		_, got := ask(t, l, question())
		want(t, got)
		_, got = ask(t, l, question(splitBy(reports.Category), each(reports.EveryHalf)))
		want(t, got)
	})
	t.Run("publishers stand side by side", func(t *testing.T) {
		meta := fig("t", requests, "2024", 0, reports.Split{}, "3")
		meta.Publisher = "Meta"
		l := library([]reports.Figure{fig("t", requests, "2024", 0, reports.Split{}, "2"), meta})
		a, got := ask(t, l, question())
		want(t, got, "total 2024 2 published", "total 2024 3 published")
		if a.Unstackable != reports.ReasonSideBySide {
			t.Errorf("publishers can be stacked: %q", a.Unstackable)
		}
	})
}

func TestOneTableAnswers(t *testing.T) {
	twoTables := []reports.Figure{
		fig("requests", requests, "2023-H1", 0, reports.Split{}, "47019"),
		fig("in detail", requests, "2022-H2", 0, reports.Split{}, "40000"),
		fig("in detail", requests, "2023-H1", 0, reports.Split{}, "43554"),
	}
	t.Run("the first in the format's order, and the other's word", func(t *testing.T) {
		a, got := ask(t, library(twoTables), question())
		want(t, got, "total 2023-H1 47019 published")
		if len(a.Notes) == 0 || !strings.Contains(a.Notes[0].Text, "in detail tells it too: 1 numbers in common, 1 of them differ") {
			t.Errorf("the answer does not say that in detail differs: %+v", a.Notes)
		}
	})
	t.Run("the first that covers the asked span", func(t *testing.T) {
		_, got := ask(t, library(twoTables), question(during("2022-07-01/2023-06-30")))
		want(t, got, "total 2022-H2 40000 published", "total 2023-H1 43554 published")
	})
	t.Run("a line changes table only at a declared break", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("requests", requests, "2019-H1", 0, reports.Split{}, "8"),
			fig("requests", requests, "2019-H2", 0, reports.Split{}, "9"),
			fig("historical", requests, "2018-H2", 0, reports.Split{}, "7"),
			fig("historical", requests, "2019-H1", 0, reports.Split{}, "6"),
		})
		_, got := ask(t, l, question())
		want(t, got, "total 2019-H1 8 published", "total 2019-H2 9 published")
		l.Breaking = []reports.Break{{
			Publisher: "Google", Measure: requests, At: reports.DayOf(2019, 1, 1), From: "historical", To: "requests", Why: "a new file",
		}}
		a, got := ask(t, l, question())
		want(t, got, "total 2018-H2 7 published", "total 2019-H1 8 published", "total 2019-H2 9 published")
		if len(a.Series[0].Breaks) != 1 {
			t.Errorf("the line does not show its break")
		}
	})
}

func TestPublishedFirst(t *testing.T) {
	// Twitter printed a total in one half-year and left it out in the next.
	l := library([]reports.Figure{
		fig("t", requests, "2017-H1", 0, reports.Split{}, "105"), // with 5 that no country's row has
		fig("t", requests, "2017-H1", area, in("FR"), "60"),
		fig("t", requests, "2017-H1", area, in("TR"), "40"),
		fig("t", requests, "2017-H2", area, in("FR"), "61"),
		fig("t", requests, "2017-H2", area, in("TR"), "41"),
	})
	t.Run("each number decides", func(t *testing.T) {
		a, got := ask(t, l, question())
		want(t, got, "total 2017-H1 105 published", "total 2017-H2 102 sum of 2")
		if !slices.ContainsFunc(a.Notes, func(n reports.Note) bool { return n.Key == "note.basischange" }) {
			t.Errorf("the line does not say that its basis changes: %+v", a.Notes)
		}
	})
	t.Run("lines that change in different ways are counted", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2017-H1", area, in("FR"), "60"),
			fig("t", requests, "2017-H2", area|trigger, reports.Split{Area: "FR", Trigger: "court"}, "61"),
			fig("t", requests, "2017-H1", area|trigger, reports.Split{Area: "TR", Trigger: "court"}, "40"),
			fig("t", requests, "2017-H2", area, in("TR"), "41"),
		})
		a, _ := ask(t, l, question(splitBy(reports.Area)))
		var said []string
		for _, n := range a.Notes {
			if n.Key == "note.basischange.some" {
				said = append(said, n.Text)
			}
		}
		if len(said) != 2 || !strings.HasPrefix(said[0], "In 1 of 2 lines the basis changes at 2017-H2: ") {
			t.Errorf("the notes are %q", said)
		}
	})
	t.Run("several values of a filter stand side by side", func(t *testing.T) {
		_, got := ask(t, l, question(where(reports.Area, "FR", "turkey"), during("2017-H1")))
		want(t, got, "FR 2017-H1 60 published", "TR 2017-H1 40 published")
	})
	t.Run("a filter needs a breakdown that has it", func(t *testing.T) {
		_, got := ask(t, l, question(where(reports.Area, "FR"), splitBy(reports.Trigger)))
		want(t, got)
	})
	t.Run("a table all of which is by law", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2020", area, law(in("FR")), "1"),
			fig("t", requests, "2020", area, law(in("DE")), "2"),
		})
		_, got := ask(t, l, question(where(reports.Ground, "law")))
		want(t, got, "law 2020 3 sum of 2")
		_, got = ask(t, l, question(splitBy(reports.Ground)))
		want(t, got)
	})
}

func TestElseTheSum(t *testing.T) {
	t.Run("Europol has no code and is counted all the same", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2019-H2", area|trigger, set("FR", "Police"), "100"),
			fig("t", requests, "2019-H2", area|trigger, set("DE", "Police"), "50"),
			fig("t", requests, "2019-H2", area|trigger, set("Europol", "Police"), "16"),
			fig("t", requests, "2019-H2", area|trigger, set("FR", "Military"), "1"),
		}, absentNone)
		_, got := ask(t, l, question(splitBy(reports.Trigger)))
		want(t, got, "Police 2019-H2 166 sum of 3", "Military 2019-H2 1 sum of 1")
		_, got = ask(t, l, question(func(q *reports.Question) { q.ByCountry = true }))
		want(t, got, "FR 2019-H2 101 sum of 2", "DE 2019-H2 50 sum of 1")
	})
	t.Run("a top-50 list is not the total", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", videos, "2024-Q2", area, in("PK"), "30709744"),
			fig("t", videos, "2024-Q2", area, in("US"), "20000000"),
		}, disjoint)
		a, got := ask(t, l, question())
		want(t, got)
		if len(a.Notes) != 1 || !strings.Contains(a.Notes[0].Text, "not a complete split") {
			t.Errorf("the answer does not say why: %+v", a.Notes)
		}
		a, _ = ask(t, l, question(splitBy(reports.Area)))
		if a.Unstackable != reports.ReasonNotComplete {
			t.Errorf("a top-50 list can be stacked: %q", a.Unstackable)
		}
	})
	t.Run("a global action repeated on every row", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", items, "2023-H2", area, in("AF"), "37"),
			fig("t", items, "2023-H2", area, in("AD"), "37"),
		}, overlappingAreas)
		_, got := ask(t, l, question())
		want(t, got)
		a, _ := ask(t, l, question(splitBy(reports.Area)))
		if a.Unstackable != reports.ReasonOverlapping {
			t.Errorf("overlapping parts can be stacked: %q", a.Unstackable)
		}
		l = library([]reports.Figure{
			fig("t", items, "2023-H2", area, in("AF"), "37"),
			fig("t", items, "2023-H2", area, in("AD"), "?"),
		}, overlappingAreas)
		if a, _ = ask(t, l, question(splitBy(reports.Area))); a.Unstackable != reports.ReasonOverlapping {
			t.Errorf("that parts overlap stands behind that one is withheld: %q", a.Unstackable)
		}
	})
	t.Run("the smallest breakdown", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2020", area|category, at("FR", "fraud"), "1"),
			fig("t", requests, "2020", area|category, at("FR", "libel"), "2"),
			fig("t", requests, "2020", area, in("FR"), "4"), // one has no reason
		})
		_, got := ask(t, l, question())
		want(t, got, "total 2020 4 sum of 1")
	})
	t.Run("a complete split may be stacked", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2020", category, about("fraud"), "1"),
			fig("t", requests, "2020", category, about("libel"), "2"),
		})
		a, _ := ask(t, l, question(splitBy(reports.Category)))
		if a.Unstackable != "" {
			t.Errorf("refused: %s", a.Unstackable)
		}
		a, _ = ask(t, l, question(where(reports.Category, "fraud,libel")))
		if a.Unstackable != reports.ReasonNotComplete {
			t.Errorf("a choice of parts is no whole: %q", a.Unstackable)
		}
	})
	t.Run("an identity that two sources state is not added", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2020", 0, reports.Split{}, "4"),
			fig("t", requests, "2020", 0, reports.Split{}, "5"),
		})
		_, got := ask(t, l, question())
		want(t, got, "total 2020 NaN sum of 2 (not available; incomplete)")
	})
}

func TestPeriodsTile(t *testing.T) {
	quarters := library([]reports.Figure{
		fig("t", requests, "2024-Q1", area, in("FR"), "4"),
		fig("t", requests, "2024-Q2", area, in("FR"), "6"),
		fig("t", requests, "2024-Q3", area, in("FR"), "210"),
		fig("t", requests, "2024-01-01/2024-09-30", area, in("FR"), "220"),
		fig("t", requests, "2025-H1", area, in("FR"), "9"),
	})
	fr := where(reports.Area, "FR")
	t.Run("exactly, without gap or overlap", func(t *testing.T) {
		_, got := ask(t, quarters, question(fr, each(reports.EveryHalf)))
		want(t, got, "FR 2024-H1 10 sum of 2", "FR 2025-H1 9 published")
		_, got = ask(t, quarters, question(fr, each(reports.EveryYear)))
		want(t, got)
	})
	t.Run("half-years are never cut into quarters", func(t *testing.T) {
		_, got := ask(t, quarters, question(fr, each(reports.EveryQuarter), during("2025")))
		want(t, got)
	})
	t.Run("published before summed", func(t *testing.T) {
		_, got := ask(t, quarters, question(fr, each(reports.Span), during("2024-01-01/2024-09-30")))
		want(t, got, "FR 2024-01-01/2024-09-30 220 published")
	})
	t.Run("partial shows the days that it has", func(t *testing.T) {
		_, got := ask(t, quarters, question(fr, each(reports.EveryYear), partial))
		want(t, got, "FR 2024 220 sum of 1 (partial, 274 of 366 days)", "FR 2025 9 sum of 1 (partial, 181 of 365 days)")
	})
	t.Run("a gap within is no sum", func(t *testing.T) {
		days := library([]reports.Figure{
			fig("t", blocked, "2024-02-05", 0, reports.Split{}, "1"), fig("t", blocked, "2024-02-06", 0, reports.Split{}, "1"),
			fig("t", blocked, "2024-02-07", 0, reports.Split{}, "1"), fig("t", blocked, "2024-02-08", 0, reports.Split{}, "1"),
			fig("t", blocked, "2024-02-10", 0, reports.Split{}, "1"), fig("t", blocked, "2024-02-11", 0, reports.Split{}, "1"),
		})
		_, got := ask(t, days, question(each(reports.EveryWeek)))
		want(t, got)
		_, got = ask(t, days, question(each(reports.EveryWeek), partial))
		want(t, got, "total 2024-W06 6 sum of 6 (partial, 6 of 7 days)")
	})
	t.Run("as published, overlapping periods stand each for itself", func(t *testing.T) {
		_, got := ask(t, quarters, question(fr, during("2024")))
		want(t, got, "FR 2024-01-01/2024-09-30 220 published", "FR 2024-Q1 4 published", "FR 2024-Q2 6 published", "FR 2024-Q3 210 published")
	})
	t.Run("a year needs each of its tiles, absent ones count as declared", func(t *testing.T) {
		half := []reports.Figure{
			fig("t", requests, "2020-H1", area, in("FR"), "5"), fig("t", requests, "2020-H1", area, in("DE"), "1"),
			fig("t", requests, "2020-H2", area, in("DE"), "1"),
		}
		_, got := ask(t, library(half), question(fr, each(reports.EveryYear)))
		want(t, got)
		_, got = ask(t, library(half, absentNone), question(fr, each(reports.EveryYear)))
		want(t, got, "FR 2020 5 sum of 1")
	})
}

func TestUnknownStaysUnknown(t *testing.T) {
	t.Run("below ten", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2009-H2", area, in("AM"), "<10"),
			fig("t", requests, "2009-H2", area, in("AR"), "42"),
		})
		a, got := ask(t, l, question())
		want(t, got, "total 2009-H2 42 sum of 2 [42–51] (withheld; incomplete)")
		if !slices.ContainsFunc(a.Notes, func(n reports.Note) bool { return n.Key == "note.incomplete" }) {
			t.Errorf("the answer does not say that it is incomplete")
		}
		_, got = ask(t, l, question(where(reports.Area, "AM")))
		want(t, got, "AM 2009-H2 NaN published [0–9] (withheld)")
	})
	t.Run("a question mark has no bound", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", requests, "2009-H2", area, in("CN"), "?"), fig("t", requests, "2009-H2", area, in("AR"), "42"),
		})
		_, got := ask(t, l, question())
		want(t, got, "total 2009-H2 42 sum of 2 [42–+Inf] (withheld; incomplete)")
	})
	later := []reports.Figure{ // a later file drops a row
		fig("t", requests, "2020-H1", area, in("FR"), "5"), fig("t", requests, "2020-H1", area, in("DE"), "3"),
		fig("t", requests, "2020-H2", area, in("FR"), "6"),
	}
	for _, c := range []struct {
		name    string
		declare func(*reports.Block)
		second  string
	}{
		{"absent is unknown", func(*reports.Block) {}, "total 2020-H2 6 sum of 1 [6–+Inf] (incomplete)"},
		{"absent is below ten", suppressedBelow10, "total 2020-H2 6 sum of 1 [6–15] (incomplete)"},
		{"absent is none", absentNone, "total 2020-H2 6 sum of 1"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := ask(t, library(later, c.declare), question())
			want(t, got, "total 2020-H1 8 sum of 2", c.second)
		})
	}
	t.Run("an empty cell is unknown, not zero", func(t *testing.T) {
		l := library([]reports.Figure{fig("t", items, "2020-H1", area, in("FR"), ""), fig("t", items, "2020-H1", area, in("DE"), "0")})
		_, got := ask(t, l, question(splitBy(reports.Area)))
		want(t, got, "DE 2020-H1 0 published", "FR 2020-H1 NaN published (not available)")
	})
	t.Run("a month with a provisional day is provisional", func(t *testing.T) {
		last := fig("t", blocked, "2024-02-29", 0, reports.Split{}, "0")
		last.Status = reports.Provisional
		l := library([]reports.Figure{fig("t", blocked, "2024-02-01/2024-02-28", 0, reports.Split{}, "9"), last})
		_, got := ask(t, l, question(each(reports.EveryMonth)))
		want(t, got, "total 2024-02 9 sum of 2 (provisional)")
	})
}

func TestDerivedOnRequest(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", videos, "2024-Q2", area, in("DE"), "1000"),
		fig("t", share, "2024-Q2", area|category, at("DE", "spam"), "25~0.5"),
		fig("t", share, "2024-Q2", area|category, at("FR", "spam"), "40~0.5"), // no base
	}, disjoint)
	de := []func(*reports.Question){of(videos), splitBy(reports.Category), where(reports.Area, "DE")}
	t.Run("not unasked", func(t *testing.T) {
		_, got := ask(t, l, question(de...))
		want(t, got)
	})
	t.Run("not with the base of a wider whole", func(t *testing.T) {
		l := library([]reports.Figure{
			fig("t", videos, "2024-Q2", 0, reports.Split{}, "9000"),
			fig("t", videos, "2024-Q2", area, in("DE"), "1000"),
			fig("t", share, "2024-Q2", area|category, at("DE", "spam"), "25~0.5"),
			fig("t", share, "2024-Q2", area|category, at("FR", "spam"), "40~0.5"), // no base of its own
		}, disjoint)
		_, got := ask(t, l, question(of(videos), splitBy(reports.Area, reports.Category), derived))
		want(t, got, "DE+spam 2024-Q2 250 derived [245–255]")
	})
	t.Run("asked, with bounds and both origins", func(t *testing.T) {
		q := question(append(de, derived)...)
		a, got := ask(t, l, q)
		want(t, got, "DE+spam 2024-Q2 250 derived [245–255]")
		parts, err := reports.Parts(t.Context(), q, l, names(), a.Series[0], a.Series[0].Numbers[0])
		if err != nil || len(parts) == 0 {
			t.Fatalf("a derived number leads nowhere: %v", err)
		}
		var behind []reports.Figure
		for f, err := range reports.Behind(t.Context(), q, l, names(), a) {
			if err != nil {
				t.Fatal(err)
			}
			behind = append(behind, f)
		}
		if len(behind) != len(parts) {
			t.Errorf("%d figures stand behind a share and its base, want %d: %v", len(behind), len(parts), behind)
		}
	})
}

func TestSayWhich(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020-H1", area, in("FR"), "5"), fig("t", requests, "2020-H1", area, in("DE"), "3"),
		fig("t", requests, "2020-H2", area, in("FR"), "6"), fig("t", requests, "2020-H2", area, in("DE"), "1"),
	})
	q := question(each(reports.EveryYear))
	a, got := ask(t, l, q)
	want(t, got, "total 2020 15 sum of 4")
	parts, err := reports.Parts(t.Context(), q, l, names(), a.Series[0], a.Series[0].Numbers[0])
	if err != nil {
		t.Fatal(err)
	}
	var sum float64
	for _, f := range parts {
		sum += f.Value
	}
	if len(parts) != 4 || sum != 15 {
		t.Errorf("a sum of 4 leads to %d figures that add to %v", len(parts), sum)
	}
}

func TestByCode(t *testing.T) {
	telegram := func(c, value string) reports.Figure {
		f := fig("t", blocked, "2024", category, about(c), value)
		f.Publisher = "Telegram"
		return f
	}
	l := library([]reports.Figure{telegram("terrorism", "5"), telegram("a new word", "2")}, disjoint)
	a, err := reports.Ask(t.Context(), question(func(q *reports.Question) { q.ByCode = true }), l, names())
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range a.Series {
		if (s.Code == "") != (s.Key.Category == "a new word") {
			t.Errorf("%s: code %q", s.Key.Category, s.Code)
		}
	}
}

func TestFiltersName(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2020", area|category, at("FR", "Calls for violence, violent crimes"), "1"),
		fig("t", requests, "2020", area|category, at("FR", "Privacy and security"), "2"),
		fig("t", requests, "2020", area|category, at("DE", "National security"), "3"),
	})
	for _, c := range []struct {
		filter func(*reports.Question)
		want   string
	}{
		{where(reports.Area, "france"), "3"},
		{where(reports.Area, "Allemagne"), "3"},
		{where(reports.Category, "PRIVACY"), "2"},
		{where(reports.Category, "national, privacy"), "2 3"},
		{where(reports.Category, "Calls for violence, violent crimes"), "1"},
		{where(reports.Category, "security"), "several: National security, Privacy and security"},
		{where(reports.Category, "spam"), `no category is called "spam"`},
		{where(reports.Service, "YouTube"), "no figure has a service"},
		{func(q *reports.Question) { q.Country = []string{"Europol"} }, "no country"},
		{func(q *reports.Question) { q.Publisher = []string{"goog"}; q.Country = []string{"DE"} }, "3"},
	} {
		a, err := reports.Ask(t.Context(), question(c.filter), l, names())
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%v, want %q", err, c.want)
			}
			continue
		}
		var got []string
		for _, s := range a.Series {
			got = append(got, fmt.Sprint(s.Numbers[0].Value))
		}
		slices.Sort(got)
		if strings.Join(got, " ") != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
