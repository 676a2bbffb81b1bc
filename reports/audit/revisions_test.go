package audit_test

import (
	"context"
	"fmt"
	"math"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/audit"
	"vitrine/reports/library"
)

// An edition is a made-up report: its figures by period and category.
type edition map[string]float64

var unknown = math.NaN()

// keep loads editions, one a day, as those of one format.
func keep(t testing.TB, editions ...edition) *library.Library {
	t.Helper()
	lib, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { lib.Close() })
	for i, e := range editions {
		r := reports.Reading{Format: "Meta, a report", Publisher: "Meta"}
		for name, value := range e {
			at, category, _ := strings.Cut(name, " ")
			period, err := reports.ParsePeriod(at)
			if err != nil {
				t.Fatal(err)
			}
			f := reports.Figure{Publisher: "Meta", Table: "a report", Measure: reports.ContentActioned, Period: period, Value: value,
				Split: reports.Split{Category: category}, Breakdown: reports.ByCategory,
				Origin: reports.Origin{File: "report.csv", Row: len(r.Figures) + 2, Column: 2, Text: fmt.Sprint(value)}}
			if math.IsNaN(value) {
				f.Status = reports.NotAvailable
			}
			r.Figures = append(r.Figures, f)
		}
		r.Blocks = []reports.Block{{Publisher: "Meta", Table: "a report", Measure: reports.ContentActioned, Breakdown: reports.ByCategory}}
		src := reports.Source{Name: fmt.Sprint("report-", i, ".csv"), Published: reports.DayOf(2024, 1, 1+i)}
		if _, err := lib.Load(context.Background(), src, []byte(src.Name), r); err != nil {
			t.Fatal(err)
		}
	}
	return lib
}

// revised lists the revisions: "2023-Q1 spam: changed 1 to 2, day 1 to 2".
func revised(t *testing.T, lib *library.Library, q reports.Question) ([]string, reports.RevisionSummary) {
	t.Helper()
	var list []string
	names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
	s, err := audit.Revisions(t.Context(), lib, q, names, func(r reports.Revision) error {
		_, _, before := r.Before.Vintage.Day.Date()
		_, _, after := r.After.Vintage.Day.Date()
		f := r.Figure()
		text := fmt.Sprintf("%s %s: %s %v to %v, day %d to %d", f.Period, f.Category, r.Change, r.Before.Value, r.After.Value, before, after)
		if r.Renamed {
			text += ", was " + r.Before.Category
		}
		list = append(list, text)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list, s
}

func TestRevisions(t *testing.T) {
	for _, c := range []struct {
		name     string
		editions []edition
		want     []string
		total    reports.RevisionCount
	}{
		{"nothing changed", []edition{{"2023-Q1 spam": 1}, {"2023-Q1 spam": 1, "2023-Q2 spam": 2}}, nil, reports.RevisionCount{Compared: 1}},
		{"a number changed", []edition{{"2023-Q1 spam": 10}, {"2023-Q1 spam": 12}},
			[]string{"2023-Q1 spam: changed 10 to 12, day 1 to 2"}, reports.RevisionCount{Compared: 1, Differing: 1, Changed: 1}},
		{"and back", []edition{{"2023-Q1 spam": 10}, {"2023-Q1 spam": 12}, {"2023-Q1 spam": 10}},
			[]string{"2023-Q1 spam: changed 10 to 12, day 1 to 2", "2023-Q1 spam: taken back 12 to 10, day 2 to 3"},
			reports.RevisionCount{Compared: 2, Differing: 2, Changed: 2, TakenBack: 1}},
		{"one vanished, one came late", []edition{{"2023-Q1 spam": 1, "2023-Q1 hate": 2}, {"2023-Q1 spam": 1, "2023-Q1 terror": 3}},
			[]string{"2023-Q1 hate: vanished 2 to NaN, day 1 to 2", "2023-Q1 terror: added NaN to 3, day 1 to 2"},
			reports.RevisionCount{Compared: 1, Vanished: 1, Added: 1}},
		{"N/A is no number", []edition{{"2023-Q1 spam": 1, "2023-Q1 hate": unknown}, {"2023-Q1 spam": unknown, "2023-Q1 hate": 2}},
			[]string{"2023-Q1 hate: added NaN to 2, day 1 to 2", "2023-Q1 spam: vanished 1 to NaN, day 1 to 2"},
			reports.RevisionCount{Vanished: 1, Added: 1}},
		{"left out once", []edition{{"2023-Q1 spam": 1, "2023-Q1 hate": 2}, {"2023-Q1 spam": 1}, {"2023-Q1 spam": 1, "2023-Q1 hate": 2}},
			[]string{"2023-Q1 hate: vanished 2 to NaN, day 1 to 2", "2023-Q1 hate: taken back 2 to 2, day 1 to 3"},
			reports.RevisionCount{Compared: 3, Vanished: 1, TakenBack: 1}},
		{"left out, and then another", []edition{{"2023-Q1 spam": 1, "2023-Q1 hate": 2}, {"2023-Q1 spam": 1}, {"2023-Q1 spam": 1, "2023-Q1 hate": 3}},
			[]string{"2023-Q1 hate: vanished 2 to NaN, day 1 to 2", "2023-Q1 hate: changed 2 to 3, day 1 to 3"},
			reports.RevisionCount{Compared: 3, Differing: 1, Changed: 1, Vanished: 1}},
		{"a period that a vintage does not tell has not vanished", []edition{{"2023-Q1 spam": 1}, {"2023-Q2 spam": 2}, {"2023-Q1 spam": 4}},
			[]string{"2023-Q1 spam: changed 1 to 4, day 1 to 3"}, reports.RevisionCount{Compared: 1, Differing: 1, Changed: 1}},
		{"noise behind the decimals", []edition{{"2023-Q1 spam": 91.1}, {"2023-Q1 spam": 91.09999999999999}}, nil, reports.RevisionCount{Compared: 1}},
		{"another name of one code", []edition{{"2023-Q1 Hate Speech": 5, "2023-Q1 spam": 1}, {"2023-Q1 Hateful Conduct": 6, "2023-Q1 spam": 1}},
			[]string{"2023-Q1 Hateful Conduct: changed 5 to 6, day 1 to 2, was Hate Speech"},
			reports.RevisionCount{Compared: 2, Differing: 1, Changed: 1, Renamed: 1}},
		{"another name, the same number", []edition{{"2023-Q1 Hate Speech": 5, "2023-Q1 spam": 1}, {"2023-Q1 Hateful Conduct": 5, "2023-Q1 spam": 1}},
			nil, reports.RevisionCount{Compared: 2, Renamed: 1}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, s := revised(t, keep(t, c.editions...), reports.Question{})
			if !slices.Equal(got, c.want) {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(c.want, "\n"))
			}
			if s.Total() != c.total {
				t.Errorf("counted %+v, want %+v", s.Total(), c.total)
			}
		})
	}
}

// Numbers that are rounded otherwise are no revision; where the numbers of an
// edition show that they are not rounded, they are.
func TestRounding(t *testing.T) {
	fine := edition{"2023-Q1 a": 2_590_000, "2023-Q1 b": 1_200_345, "2023-Q1 c": 8_600_000, "2023-Q1 d": 1_234_567, "2023-Q1 e": 45_678, "2023-Q1 f": 120, "2023-Q1 g": 910_000}
	coarse := edition{"2023-Q1 a": 2_600_000, "2023-Q1 b": 1_200_000, "2023-Q1 c": 8_500_000, "2023-Q1 d": 1_200_000, "2023-Q1 e": 46_000, "2023-Q1 f": 124, "2023-Q1 g": 910_000}
	got, s := revised(t, keep(t, fine, coarse), reports.Question{})
	want := []string{
		"2023-Q1 a: rounded 2.59e+06 to 2.6e+06, day 1 to 2", "2023-Q1 b: rounded 1.200345e+06 to 1.2e+06, day 1 to 2",
		"2023-Q1 c: changed 8.6e+06 to 8.5e+06, day 1 to 2", "2023-Q1 d: rounded 1.234567e+06 to 1.2e+06, day 1 to 2",
		"2023-Q1 e: rounded 45678 to 46000, day 1 to 2", "2023-Q1 f: changed 120 to 124, day 1 to 2",
	}
	if total := s.Total(); !slices.Equal(got, want) || total.Differing != 6 || total.Changed != 2 || total.Rounded != 4 {
		t.Errorf("got\n%s\n%+v", strings.Join(got, "\n"), total)
	}
	exact := edition{"2023-Q1 a": 2_600_000, "2023-Q1 b": 1_200_000, "2023-Q1 c": 8_500_017, "2023-Q1 d": 1_200_000, "2023-Q1 e": 46_001}
	if got, _ := revised(t, keep(t, fine, exact), reports.Question{}); strings.Contains(strings.Join(got, " "), "rounded") {
		t.Errorf("exact numbers are taken as rounded: %v", got)
	}
	shares := edition{"2023-Q1 a": 91, "2023-Q1 b": 7, "2023-Q1 c": 50, "2023-Q1 d": 33, "2023-Q1 e": 12}
	finer := edition{"2023-Q1 a": 91.4, "2023-Q1 b": 7, "2023-Q1 c": 49.1, "2023-Q1 d": 33.3, "2023-Q1 e": 12.1}
	got, s = revised(t, keep(t, shares, finer), reports.Question{})
	if total := s.Total(); total.Differing != 4 || total.Rounded != 3 || total.Changed != 1 || !strings.Contains(got[2], "c: changed 50 to 49.1") && !strings.Contains(got[1], "c: changed 50 to 49.1") {
		t.Errorf("got\n%s\n%+v", strings.Join(got, "\n"), total)
	}
}

// Filters choose among all vintages: what only an old one has, too.
func TestRevisionsOfSome(t *testing.T) {
	lib := keep(t, edition{"2023-Q1 spam": 1, "2023-Q1 hate": 2, "2023-Q2 spam": 5}, edition{"2023-Q1 spam": 3, "2023-Q2 spam": 6}, edition{"2023-Q1 spam": 4, "2023-Q2 spam": 7})
	var q reports.Question
	q.Where[reports.Category] = []string{"HATE"}
	if got, _ := revised(t, lib, q); !slices.Equal(got, []string{"2023-Q1 hate: vanished 2 to NaN, day 1 to 2"}) {
		t.Errorf("of a category that is gone: %q", got)
	}
	q = reports.Question{Since: reports.DayOf(2023, 4, 1), AsOf: reports.DayOf(2024, 1, 2)}
	if got, s := revised(t, lib, q); !slices.Equal(got, []string{"2023-Q2 spam: changed 5 to 6, day 1 to 2"}) || s.Total().Compared != 1 {
		t.Errorf("since April, as published on the second day: %q %+v", got, s.Total())
	}
}
