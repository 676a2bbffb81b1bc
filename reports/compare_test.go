package reports_test

import (
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"vitrine/reports"
)

func pair(from, to string) reports.Pair {
	var p reports.Pair
	for at, text := range map[*reports.Period]string{&p.From: from, &p.To: to} {
		if text == "" {
			continue
		}
		period, err := reports.ParsePeriod(text)
		if err != nil {
			panic(err)
		}
		*at = period
	}
	return p
}

func perDay(p reports.Pair) reports.Pair { p.PerDay = true; return p }

func against(p reports.Pair, publisher, service string) reports.Pair {
	p.Against = reports.Subject{Publisher: publisher, Service: service}
	return p
}

// of another publisher than Google.
func told(publisher string, figures ...reports.Figure) []reports.Figure {
	for i := range figures {
		figures[i].Publisher = publisher
	}
	return figures
}

func compare(t *testing.T, l reports.Ledger, q reports.Question, p reports.Pair) reports.Comparison {
	t.Helper()
	c, err := reports.Compare(t.Context(), q, p, l, names(), nil)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// compared writes a comparison as
//
//	item from → to, difference, percent, share, contribution, change
//
// one a line, in its order.
func compared(c reports.Comparison) []string {
	var lines []string
	write := func(name string, i reports.Item) {
		lines = append(lines, fmt.Sprintf("%s %s → %s, %s, %s%%, share %s → %s, contribution %s, %s", name, amount(i.Values[0]), amount(i.Values[1]),
			amount(i.Difference), amount(i.Percent), plain(i.Share[0]), plain(i.Share[1]), plain(i.Contribution), i.Change))
	}
	for _, i := range c.Items {
		name := []string{}
		for _, d := range reports.AllDims() {
			if v := c.About(i).Key.Get(d); v != "" {
				name = append(name, v)
			}
		}
		if code := c.About(i).Code; code != "" {
			name = append(name, code)
		}
		write(strings.Join(name, "+"), i)
	}
	if c.HasTotal {
		write("total", c.Total)
	}
	return lines
}

func amount(a reports.Amount) string {
	switch {
	case a.Exact():
		return plain(a.Value)
	case !a.Bounded():
		return "?"
	case a.Known():
		return plain(a.Value) + " [" + plain(a.Low) + " to " + plain(a.High) + "]"
	}
	return plain(a.Low) + " to " + plain(a.High)
}

func plain(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
}

func wantLines(t *testing.T, got []string, want ...string) {
	t.Helper()
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n  %s\nwant\n  %s", strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestCompareTwoPeriods(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2022-H2", area, in("FR"), "60"),
		fig("t", requests, "2022-H2", area, in("DE"), "40"),
		fig("t", requests, "2022-H2", area, in("ES"), "20"),
		fig("t", requests, "2023-H1", area, in("FR"), "30"),
		fig("t", requests, "2023-H1", area, in("DE"), "45"),
		fig("t", requests, "2023-H1", area, in("IT"), "15"),
	}, absentNone)
	c := compare(t, l, question(splitBy(reports.Area)), pair("2022-H2", "2023-H1"))
	wantLines(t, compared(c),
		"FR 60 → 30, -30, -50%, share 50 → 33.33, contribution -25, changed",
		"ES 20 → 0, -20, -100%, share 16.67 → 0, contribution -16.67, vanished",
		"IT 0 → 15, 15, ?%, share 0 → 16.67, contribution 12.5, new",
		"DE 40 → 45, 5, 12.5%, share 33.33 → 50, contribution 4.17, changed",
		"total 120 → 90, -30, -25%, share – → –, contribution –, changed",
	)
	if c.Unaddable != "" || c.Sides[0].Sum != reports.Exactly(120) || c.Sides[1].Sum != reports.Exactly(90) {
		t.Errorf("%q, %+v", c.Unaddable, c.Sides[0].Sum)
	}
	item := c.Items[0]
	for i, want := range []string{"60", "30"} {
		parts, err := reports.Parts(t.Context(), c.Sides[i].Answer.Question, l, names(), item.Series[i], item.Numbers[i])
		if err != nil || len(parts) != 1 || parts[0].Origin.Text != want {
			t.Errorf("side %d leads to %+v, %v", i, parts, err)
		}
	}
}

func TestCompareYears(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2022-H1", area, in("FR"), "1"),
		fig("t", requests, "2022-H2", area, in("FR"), "2"),
		fig("t", requests, "2022-H1", area, in("ES"), "3"),
		fig("t", requests, "2023-H1", area, in("FR"), "4"),
		fig("t", requests, "2023-H2", area, in("FR"), "5"),
	}, absentNone)
	wantLines(t, compared(compare(t, l, question(splitBy(reports.Area)), pair("", "2023"))),
		"FR 3 → 9, 6, 200%, share 50 → 100, contribution 100, changed",
		"ES 3 → 0, -3, -100%, share 50 → 0, contribution -50, vanished",
		"total 6 → 9, 3, 50%, share – → –, contribution –, changed",
	)
}

func TestCompareWithheldAndAbsent(t *testing.T) {
	figures := []reports.Figure{
		fig("t", requests, "2022-H2", area, in("FR"), "<10"),
		fig("t", requests, "2023-H1", area, in("FR"), "21"),
		fig("t", requests, "2022-H2", area, in("DE"), "?"),
		fig("t", requests, "2023-H1", area, in("DE"), "5"),
		fig("t", requests, "2022-H2", area, in("ES"), "0"),
		fig("t", requests, "2023-H1", area, in("ES"), "3"),
		fig("t", requests, "2022-H2", area, in("IT"), "7"),
	}
	t.Run("unknown", func(t *testing.T) {
		c := compare(t, library(figures), question(splitBy(reports.Area)), pair("2022-H2", "2023-H1"))
		wantLines(t, compared(c),
			"FR 0 to 9 → 21, 12 to 21, ?%, share – → –, contribution –, changed",
			"ES 0 → 3, 3, ?%, share – → –, contribution –, changed",
			"DE 0 to +Inf → 5, -Inf to 5, ?%, share – → –, contribution –, unclear",
			"IT 7 → ?, ?, ?%, share – → –, contribution –, unclear",
			"total 7 to +Inf → 29 to +Inf, ?, ?%, share – → –, contribution –, unclear",
		)
		if c.Unaddable != reports.ReasonIncomplete {
			t.Errorf("%q", c.Unaddable)
		}
	})
	t.Run("suppressed", func(t *testing.T) {
		c := compare(t, library(figures, suppressedBelow10), question(splitBy(reports.Area)), pair("2022-H2", "2023-H1"))
		if got := compared(c)[2]; got != "IT 7 → 0 to 9, -7 to 2, -100 to 28.57%, share – → –, contribution –, unclear" {
			t.Error(got)
		}
	})
	t.Run("a part that is not stated may hide the others", func(t *testing.T) {
		hidden := append(figures, fig("t", requests, "2023-H1", area, in(reports.NotStated), "8"))
		c := compare(t, library(hidden, absentNone), question(splitBy(reports.Area)), pair("2022-H2", "2023-H1"))
		for _, i := range c.Items {
			if c.About(i).Key.Area == "IT" && (i.Stated[1] != reports.NotTold || i.Change != reports.Unclear) {
				t.Errorf("%+v", i)
			}
		}
	})
}

func TestCompareLengths(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2022", 0, in(""), "730"),
		fig("t", requests, "2023-01", 0, in(""), "62"),
		fig("u", requests, "2022", 0, in(""), "729"),
	})
	c := compare(t, l, question(), pair("2022", "2023-01"))
	if len(c.Notes) < 2 || c.Notes[0].Key != "note.compare.length" {
		t.Errorf("what the sides say of themselves stands before that they are not equally long: %s", notes(c))
	}
	wantLines(t, compared(c), " 730 → 62, -668, -91.51%, share – → –, contribution –, changed")
	if text := notes(c); !strings.Contains(text, "2022 has 365 days and 2023-01 31; the numbers are of the whole periods.") {
		t.Error(text)
	}
	c = compare(t, l, question(), perDay(pair("2022", "2023-01")))
	wantLines(t, compared(c), " 2 → 2, 0, 0%, share – → –, contribution –, unchanged")
	if text := notes(c); !strings.Contains(text, "for each day") {
		t.Error(text)
	}
}

func notes(c reports.Comparison) string {
	var texts []string
	for _, n := range c.Notes {
		texts = append(texts, n.Text)
	}
	return strings.Join(texts, "\n")
}

func TestCompareShares(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", share, "2024-Q1", category, about("spam"), "25~0.5"),
		fig("t", share, "2024-Q2", category, about("spam"), "30~0.5"),
	})
	c := compare(t, l, question(splitBy(reports.Category)), pair("2024-Q1", "2024-Q2"))
	wantLines(t, compared(c), "spam 25 [24.5 to 25.5] → 30 [29.5 to 30.5], 5 [4 to 6], ?%, share – → –, contribution –, changed")
	if text := notes(c); !strings.Contains(text, "percentage points") {
		t.Error(text)
	}
}

func TestCompareSplitsThatDoNotAdd(t *testing.T) {
	figures := []reports.Figure{
		fig("t", requests, "2022-H2", area, in("FR"), "6"), fig("t", requests, "2023-H1", area, in("FR"), "3"),
		fig("t", requests, "2022-H2", area, in("EU"), "9"), fig("t", requests, "2023-H1", area, in("EU"), "7"),
		fig("t", requests, "2022-H2", 0, in(""), "20"), fig("t", requests, "2023-H1", 0, in(""), "10"),
	}
	c := compare(t, library(figures, disjoint), question(splitBy(reports.Area)), pair("2022-H2", "2023-H1"))
	wantLines(t, compared(c),
		"FR 6 → 3, -3, -50%, share – → –, contribution –, changed",
		"EU 9 → 7, -2, -22.22%, share – → –, contribution –, changed",
		"total 20 → 10, -10, -50%, share – → –, contribution –, changed",
	)
	if c.Unaddable != reports.ReasonNotComplete || !strings.Contains(notes(c), "no shares and contributions") {
		t.Errorf("%q: %s", c.Unaddable, notes(c))
	}
}

func TestCompareAcrossABreak(t *testing.T) {
	l := library([]reports.Figure{
		fig("now", requests, "2019-H1", area, in("FR"), "5"),
		fig("then", requests, "2018-H2", area, in("FR"), "7"),
		fig("then", requests, "2018-H2", area, in("ES"), "2"),
	}, absentNone)
	l.Breaking = []reports.Break{{Publisher: "Google", Measure: requests, At: reports.DayOf(2019, 1, 1), From: "then", To: "now", Why: "counted anew"}}
	c := compare(t, l, question(splitBy(reports.Area)), pair("2018-H2", "2019-H1"))
	wantLines(t, compared(c)[:2],
		"ES 2 → 0, -2, -100%, share – → –, contribution –, vanished",
		"FR 7 → 5, -2, -28.57%, share – → –, contribution –, changed",
	)
	if len(c.Breaks) != 1 || c.Sides[0].Table != "then" || c.Sides[1].Table != "now" {
		t.Errorf("%+v, %s, %s", c.Breaks, c.Sides[0].Table, c.Sides[1].Table)
	}
}

func TestCompareMarksEvents(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2022-H2", category, about("spam"), "6"), fig("t", requests, "2023-H1", category, about("spam"), "3"),
	})
	day := func(d reports.Day) reports.Period { return reports.Period{Start: d, End: d + 1} }
	events := reports.Events{
		{Period: day(reports.DayOf(2023, 1, 1)), Publisher: "Google", Kind: reports.MethodEvent},
		{Period: day(reports.DayOf(2023, 2, 1)), Publisher: "Google", By: area, Kind: reports.SchemaEvent},
		{Period: day(reports.DayOf(2023, 3, 1)), Publisher: "Google", Kind: reports.LawEvent},
		{Period: day(reports.DayOf(2023, 8, 1)), Publisher: "Google", Kind: reports.MethodEvent},
		{Period: pair("2023", "").From, Publisher: "Google", Kind: reports.ErrorEvent},
	}
	c, err := reports.Compare(t.Context(), question(splitBy(reports.Category)), pair("2022-H2", "2023-H1"), l, names(), events)
	if err != nil {
		t.Fatal(err)
	}
	if got := c.Items[0].Events; len(got) != 2 || got[0].Kind != reports.MethodEvent || got[1].Kind != reports.ErrorEvent {
		t.Errorf("marked by %+v", got)
	}
	if len(c.Events) != 3 {
		t.Errorf("beside it: %+v", c.Events)
	}
}

func TestCompareAgainst(t *testing.T) {
	l := library(append([]reports.Figure{
		fig("t", items, "2023-H1", 0, in(""), "9"),
		fig("t", requests, "2022-H2", area, in("FR"), "1"),
		fig("t", requests, "2023-H1", area, in("FR"), "6"),
		fig("t", requests, "2023-H1", area, in("DE"), "4"),
	}, told("Meta",
		fig("m", requests, "2023-H1", area|reports.ByService, reports.Split{Area: "FR", Service: "Facebook"}, "10"),
		fig("m", requests, "2023-H1", area|reports.ByService, reports.Split{Area: "ES", Service: "Facebook"}, "2"),
		fig("m", requests, "2023-H1", area|reports.ByService, reports.Split{Area: "ES", Service: "Instagram"}, "1"),
	)...), absentNone)
	google := func(q *reports.Question) { q.Publisher = []string{"google"} }
	c := compare(t, l, question(google, splitBy(reports.Area)), against(reports.Pair{}, "Meta", "Facebook"))
	wantLines(t, compared(c)[:3],
		"DE 4 → 0, -4, -100%, share 40 → 0, contribution -40, vanished",
		"FR 6 → 10, 4, 66.67%, share 60 → 83.33, contribution 40, changed",
		"ES 0 → 2, 2, ?%, share 0 → 16.67, contribution 20, new",
	)
	if c.Sides[1].Publisher != "Meta" || c.Sides[1].Service != "Facebook" || c.Sides[0].Period.String() != "2023-H1" || c.Measure != requests {
		t.Errorf("%+v", c.Pair)
	}
	meta := func(q *reports.Question) {
		q.Publisher = []string{"Meta"}
		q.Where[reports.Service] = []string{"Facebook"}
	}
	c = compare(t, l, question(meta, splitBy(reports.Area)), against(pair("2023-H1", ""), "Meta", "Instagram"))
	wantLines(t, compared(c)[:2],
		"FR 10 → 0, -10, -100%, share 83.33 → 0, contribution -83.33, vanished",
		"ES 2 → 1, -1, -50%, share 16.67 → 100, contribution -8.33, changed",
	)
}

func TestCompareNewest(t *testing.T) {
	l := library([]reports.Figure{
		fig("t", requests, "2022-H1", 0, in(""), "1"), fig("t", requests, "2022-H2", 0, in(""), "2"), fig("t", requests, "2023-H2", 0, in(""), "3"),
	})
	c := compare(t, l, question(), reports.Pair{})
	if c.Pair.From.String() != "2022-H1" || c.Pair.To.String() != "2022-H2" {
		t.Errorf("%s and %s", c.Pair.From, c.Pair.To)
	}
}

func TestIncomparable(t *testing.T) {
	l := library(append([]reports.Figure{
		fig("t", requests, "2022-H2", category, about("spam"), "1"),
		fig("t", requests, "2023-H1", category, about("spam"), "6"),
		fig("t", share, "2022-H2", category, about("spam"), "6"),
		fig("t", share, "2023-H1", category, about("spam"), "6"),
	}, told("Meta",
		fig("m", requests, "2023-H1", category, about("Spam!"), "10"),
		fig("m", videos, "2023-H1", category, about("Spam!"), "10"),
	)...))
	google := func(q *reports.Question) { q.Publisher = []string{"Google"} }
	for _, c := range []struct {
		q    reports.Question
		p    reports.Pair
		want string
	}{
		{question(), pair("2022-H2", "2023-H1"), "Google, Meta are several publishers"},
		{question(google, func(q *reports.Question) { q.Measure = []string{string(requests), string(share)} }, splitBy(reports.Category)),
			pair("2022-H2", "2023-H1"), "several measures"},
		{question(google), pair("2022-H2", "2022-H2"), "both sides are 2022-H2"},
		{question(google), pair("2022-H2", "2024-H1"), "nothing is published that is, or adds up to, 2024-H1; there is 2022-H2, 2023-H1"},
		{question(google), pair("2022-Q3", "2022-Q4"), "adds up to, 2022-Q3; there is"},
		{question(google, of(share), splitBy(reports.Category)), perDay(pair("2022-H2", "2023-H1")), "none per day"},
		{question(google, splitBy(reports.Category)), against(pair("2023-H1", "2023-H1"), "Meta", ""), "compare by code"},
	} {
		_, err := reports.Compare(t.Context(), c.q, c.p, l, names(), nil)
		var refused reports.Incomparable
		if !errors.As(err, &refused) || !strings.Contains(err.Error(), c.want) || refused.Key == "" {
			t.Errorf("got %v; want %s", err, c.want)
		}
	}
}
