package audit

import (
	"math"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
)

const removed = reports.Measure("content removed")

// fig is a figure of a table of removals; the split's dimensions are its
// breakdown.
func fig(y int, s reports.Split, value float64) reports.Figure {
	return reports.Figure{
		Publisher: "Example", Table: "removals", Measure: removed, Period: year(y), Split: s, Breakdown: s.Stated(), Value: value,
	}
}

func ranged(f reports.Figure, low, high float64) reports.Figure {
	f.Value, f.HasRange, f.Low, f.High = math.NaN(), true, low, high
	return f
}

// declared is a block of the table of removals.
func declared(breakdown, complete, overlapping reports.Dims, absent reports.Absent) reports.Block {
	return reports.Block{
		Publisher: "Example", Table: "removals", Measure: removed,
		Breakdown: breakdown, Complete: complete, Overlapping: overlapping, Absent: absent,
	}
}

func area(code string) reports.Split { return reports.Split{Area: code} }

func spam(sub string) reports.Split { return reports.Split{Category: "Spam", Subcategory: sub} }

// TestChecks tells of each check what it finds, and of each rule of figures
// what keeps it from finding anything.
func TestChecks(t *testing.T) {
	none, unknown := reports.AbsentNone, reports.AbsentUnknown
	total := declared(0, 0, 0, unknown)
	for _, c := range []struct {
		name    string
		blocks  []reports.Block
		figures []reports.Figure
		want    string // check: sentence; "": nothing
	}{
		{"countries that do not add to the world", []reports.Block{total, declared(reports.ByArea, reports.ByArea, 0, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 60), fig(2024, area("DE"), 30)},
			"countries: Content removed, 2024: the total, 100, exceeds what its parts by area add to, 90, by 10."},
		{"what is withheld explains it", []reports.Block{total, declared(reports.ByArea, reports.ByArea, 0, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 92), ranged(fig(2024, area("DE"), 0), 0, 9)}, ""},
		{"unless it is too much", []reports.Block{total, declared(reports.ByArea, reports.ByArea, 0, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 90), ranged(fig(2024, area("DE"), 0), 0, 9)},
			"countries: Content removed, 2024: the total, 100, exceeds what its parts by area add to, 90–99, by 1."},
		{"an absent part that nobody knows explains it", []reports.Block{total, declared(reports.ByArea, reports.ByArea, 0, unknown)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 60), fig(2023, area("DE"), 30)}, ""},
		{"overlapping parts may add to more", []reports.Block{total, declared(reports.ByArea, 0, reports.ByArea, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 90), fig(2024, area("DE"), 90)}, ""},
		{"but not one of them", []reports.Block{total, declared(reports.ByArea, 0, reports.ByArea, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 101), fig(2024, area("DE"), 90)},
			"excess: Content removed, France, 2024: 101 is more than the whole of which it is a part by area, 100."},
		{"disjoint parts may not, together", []reports.Block{total, declared(reports.ByDetection, 0, 0, unknown)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, reports.Split{Detection: "automated"}, 101)},
			"excess: Content removed, 2024: 101 is more than the whole of which it is a part by detection, 100."},
		{"a list of areas that is not complete", []reports.Block{total, declared(reports.ByArea, 0, 0, unknown)},
			[]reports.Figure{fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 60)},
			"countries: Content removed: the list of areas is not complete; it has as little as 60% of the world in 2024, 60 of 100."},
		{"rounding explains it", []reports.Block{total, declared(reports.ByArea, reports.ByArea, 0, none)},
			[]reports.Figure{fig(2024, reports.Split{}, 20_000_000), fig(2024, area("FR"), 19_600_123)}, ""},
		{"subcategories and their category", []reports.Block{
			declared(reports.ByCategory, 0, 0, unknown), declared(reports.ByCategory|reports.BySubcategory, reports.BySubcategory, 0, none)},
			[]reports.Figure{fig(2024, spam(""), 7), fig(2024, spam("Bots"), 5), fig(2024, spam("Scams"), 4)},
			"subcategories: Content removed, Spam, 2024: the parts by subcategory add to 9, 2 more than their total, 7."},
		{"a year and its half-years", []reports.Block{total}, []reports.Figure{
			fig(2024, reports.Split{}, 10), half(fig(2024, reports.Split{}, 4), 1), half(fig(2024, reports.Split{}, 5), 2)},
			"periods: Content removed, 2024: 10 is published for the whole, and its shorter periods add to 9."},
		{"a negative count", []reports.Block{total}, []reports.Figure{fig(2024, reports.Split{}, -3)},
			"range: Content removed, 2024: a count cannot be -3."},
		{"a gap", []reports.Block{total}, []reports.Figure{fig(2021, reports.Split{}, 3), fig(2023, reports.Split{}, 3)},
			"gap: “removals” has nothing for 2022, between periods that it states."},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := sentences(run(t, held(t, c.blocks, c.figures...))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func half(f reports.Figure, n int) reports.Figure {
	start := f.Period.Start
	middle := reports.EveryHalf.Around(start).End
	f.Period = reports.Period{Start: start, End: middle}
	if n == 2 {
		f.Period = reports.EveryHalf.Around(middle)
	}
	return f
}

// sentences lists findings, a line each.
func sentences(found []Finding) string {
	var list []string
	for _, f := range found {
		if f.Check != "unmapped" {
			list = append(list, f.Check+": "+english(f))
		}
	}
	return strings.Join(list, "\n")
}

func TestSharesAndRates(t *testing.T) {
	of := func(m reports.Measure, action string, value float64) reports.Figure {
		f := fig(2024, reports.Split{Action: action}, value)
		f.Measure = m
		return f
	}
	rounded := func(f reports.Figure) reports.Figure {
		f.HasRange, f.Low, f.High = true, f.Value-0.5, f.Value+0.5
		return f
	}
	blocks := []reports.Block{{Publisher: "Example", Table: "removals", Measure: "share of items by outcome", Breakdown: reports.ByAction, Complete: reports.ByAction}}
	shares := func(a, b float64) []reports.Figure {
		return []reports.Figure{rounded(of("share of items by outcome", "removed", a)), rounded(of("share of items by outcome", "kept", b))}
	}
	for name, c := range map[string]struct {
		figures []reports.Figure
		want    string
	}{
		"rounding explains 99":           {shares(33, 66), ""},
		"but not 97":                     {shares(33, 64), "shares: Share of items by outcome, 2024: the shares by action add to 97, which rounding does not explain."},
		"of nothing there are no shares": {shares(0, 0), ""},
		"a rate and its numbers": {[]reports.Figure{of("appeals received", "", 4), of("appeals granted", "", 1), of("share of appeals granted", "", 75)},
			"rate: Share of appeals granted, 2024: 75% is published, but 1 of 4 is 25%."},
		"more granted than received": {[]reports.Figure{of("appeals received", "", 4), of("appeals granted", "", 5)},
			"subset: Appeals granted, 2024: 5 is more than the 4 of “Appeals received”, of which it counts some."},
		"a rate over 100%": {[]reports.Figure{of("share of appeals granted", "", 175)},
			"range: Share of appeals granted, 2024: a rate cannot be 175%."},
	} {
		t.Run(name, func(t *testing.T) {
			if got := sentences(run(t, held(t, blocks, c.figures...))); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

func TestVintagesAreNoContradiction(t *testing.T) {
	blocks := []reports.Block{declared(0, 0, 0, 0), declared(reports.ByArea, reports.ByArea, 0, reports.AbsentNone)}
	old, recent := fig(2024, reports.Split{}, 100), fig(2024, area("FR"), 90)
	old.Extent, recent.Extent = "total", "areas"
	l := held(t, blocks, old)
	add(t, l, "b.csv", blocks, recent)
	if got := sentences(run(t, l)); got != "" {
		t.Errorf("a total of one export and the parts of another: %s", got)
	}
	again := old
	again.Value, again.Extent = 110, "areas"
	add(t, l, "c.csv", blocks, again)
	if got := sentences(run(t, l, "twice")); got != "twice: Content removed, 2024: both 100 and 110 are stated." {
		t.Errorf("one total of two exports: %q", got)
	}
}

func TestJumpsAreFew(t *testing.T) {
	var figures []reports.Figure
	for y := 2000; y < 2024; y++ {
		figures = append(figures, fig(y, reports.Split{}, 1000+float64(y*7%13)))
	}
	if got := sentences(run(t, held(t, nil, figures...), "jump")); got != "" {
		t.Errorf("a calm line has a jump: %s", got)
	}
	figures[12].Value = 90_000
	found := run(t, held(t, nil, figures...), "jump")
	if len(found) != 1 || len(found[0].Cases) != 1 || found[0].Severity != Question || found[0].Cases[0].Period != year(2012) {
		t.Errorf("a number ninety times the others is no question: %+v", found)
	}
}

func TestJumpsNameWhatMayExplainThem(t *testing.T) {
	var figures []reports.Figure
	for y := 2004; y < 2024; y++ {
		figures = append(figures, fig(y, reports.Split{}, 1000+float64(y*7%13)))
	}
	quiet := figures[8]
	figures[8].Value = 90_000
	if said := run(t, held(t, nil, figures...), "jump")[0].Settle.Say(assets.For("en")); strings.Contains(said, "DSA") {
		t.Errorf("a jump of 2012 is explained by %q", said)
	}
	figures[8], figures[19].Value = quiet, 90_000
	said := run(t, held(t, nil, figures...), "jump")[0].Settle.Say(assets.For("en"))
	if !strings.Contains(said, "25 August 2023: the DSA applies to very large platforms") {
		t.Errorf("a jump of 2023 is explained by %q", said)
	}
}

func TestIdentityFollowsTheNumbers(t *testing.T) {
	id := func(value float64, name string) string {
		l := held(t, nil, fig(2024, reports.Split{}, value))
		add(t, l, name, nil, fig(2023, reports.Split{}, 1))
		return run(t, l, "range")[0].ID
	}
	if id(-3, "b.csv") != id(-3, "c.csv") || id(-3, "b.csv") == id(-4, "b.csv") {
		t.Error("a finding's ID must stay with its numbers, and change with them")
	}
}

func TestFiltersAndAsides(t *testing.T) {
	l := held(t, []reports.Block{declared(reports.ByArea, 0, 0, 0)}, fig(2023, area("FR"), -1), fig(2024, area("DE"), -2))
	ask := func(o Options) []Finding {
		o.Names, o.Left, o.Checks = names(), assets.Unmapped(), []string{"range"}
		found, err := Run(t.Context(), l, o)
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	all := ask(Options{})
	if len(all) != 1 || len(all[0].Cases) != 2 {
		t.Fatalf("%+v", all)
	}
	german := ask(Options{Question: reports.Question{Country: []string{"Germany"}}})
	if len(german) != 1 || len(german[0].Cases) != 1 || german[0].Cases[0].Split.Area != "DE" || german[0].ID != all[0].ID {
		t.Errorf("Germany's: %+v", german)
	}
	if late := ask(Options{Question: reports.Question{Since: reports.DayOf(2025, 1, 1)}}); len(late) != 0 {
		t.Errorf("since 2025: %+v", late)
	}
	if err := l.SetAside(t.Context(), reports.Aside{ID: all[0].ID, Note: "asked the publisher"}); err != nil {
		t.Fatal(err)
	}
	if left := ask(Options{}); len(left) != 0 {
		t.Errorf("set aside, and still told: %+v", left)
	}
	if shown := ask(Options{All: true}); len(shown) != 1 || shown[0].Aside == nil || shown[0].Aside.Note != "asked the publisher" {
		t.Errorf("all: %+v", shown)
	}
	if _, err := Run(t.Context(), l, Options{Names: names(), Checks: []string{"spelling"}}); err == nil || !strings.Contains(err.Error(), "unmapped") {
		t.Errorf("an unknown check: %v", err)
	}
}

func TestEverySentenceHasItsText(t *testing.T) {
	w := assets.For("en")
	keys := slices.Concat(
		prefixed("check.", CheckNames()), prefixed("settle.", CheckNames()), prefixed("severity.", severityNames[:]))
	for _, s := range Sisters {
		keys = append(keys, s.Why)
	}
	for _, key := range keys {
		if !w.Has(key) && !slices.Contains([]string{"settle.sister", "settle.subcategories", "settle.countries"}, key) {
			t.Errorf("no text for %q", key)
		}
	}
}

func prefixed(prefix string, names []string) []string {
	var list []string
	for _, n := range names {
		list = append(list, prefix+n)
	}
	return list
}
