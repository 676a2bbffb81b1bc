package library

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	encoding "encoding/csv"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vitrine/reports"
	"vitrine/reports/statements/made"
)

// decisionFlags are the columns of true and false of dsa-tdb's aggregates.
var decisionFlags = []string{
	"DECISION_VISIBILITY_CONTENT_REMOVED", "DECISION_VISIBILITY_CONTENT_DISABLED", "DECISION_VISIBILITY_CONTENT_DEMOTED", "DECISION_VISIBILITY_CONTENT_AGE_RESTRICTED",
	"DECISION_VISIBILITY_CONTENT_INTERACTION_RESTRICTED", "DECISION_VISIBILITY_CONTENT_LABELLED", "DECISION_VISIBILITY_OTHER", "CONTENT_TYPE_TEXT", "KEYWORD_OTHER",
}

// aggregateRows writes what a dump states as dsa-tdb's complete aggregate
// does, with the header first; its types of content and keywords are left out.
func aggregateRows(truth *made.Truth) [][]string {
	rows := [][]string{append([]string{"automated_decision", "automated_detection", "category", "decision_account", "decision_ground", "decision_monetary", "decision_provision",
		"platform_name", "created_at", "source_type", "territorial_scope", "content_language", "count"}, decisionFlags...)}
	single := func(actions []string, prefix string) string {
		for _, a := range actions {
			if strings.HasPrefix(a, prefix) {
				return a
			}
		}
		return "N/A"
	}
	for d, n := range truth.Decisions {
		actions := strings.Split(d.Action, ",")
		row := []string{d.Decision, d.Detection, d.Category, single(actions, "DECISION_ACCOUNT"), d.Ground, single(actions, "DECISION_MONETARY"), single(actions, "DECISION_PROVISION"),
			d.Service, "2025-08-01T00:00:00.000Z", d.Trigger, strings.ReplaceAll(d.Scope, ",", "_"), "N/A", fmt.Sprint(n)}
		for _, flag := range decisionFlags {
			row = append(row, fmt.Sprint(slices.Contains(actions, flag)))
		}
		rows = append(rows, row)
	}
	slices.SortFunc(rows[1:], slices.Compare[[]string])
	return rows
}

// aggregateZip packs rows in the layout that dsa-tdb publishes: gzipped parts
// in a folder of the month, beside the marks that Spark leaves.
func aggregateZip(t *testing.T, rows [][]string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "aggregated-complete-2025-08-01-csv.zip")
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	must(z.Create("aggregated-complete.csv/_SUCCESS"))
	for part := range 3 {
		own := rows[:1:1]
		for i := 1 + part; i < len(rows); i += 3 {
			own = append(own, rows[i])
		}
		name := fmt.Sprintf("part-%05d-8e1f0c2a.c000.csv.gz", part)
		packed := gzip.NewWriter(must(z.Create("aggregated-complete.csv/created_at_month=2025-08-01/" + name)))
		if err := encoding.NewWriter(packed).WriteAll(own); err != nil {
			t.Fatal(err)
		}
		packed.Close()
		must(must(z.Create("aggregated-complete.csv/created_at_month=2025-08-01/." + name + ".crc")).Write([]byte("crc\x00")))
	}
	z.Close()
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// decisionsIn lists the decisions that a library has, by what they are about.
func decisionsIn(t *testing.T, l *Library, table string) map[string]float64 {
	t.Helper()
	counts := map[string]float64{}
	for _, b := range must(l.Blocks(t.Context())) {
		if b.Table != table {
			continue
		}
		for _, f := range must(l.Figures(t.Context(), reports.Request{Publisher: b.Publisher, Table: b.Table, Measure: b.Measure, Breakdown: b.Breakdown})) {
			counts[fmt.Sprint(f.Period, f.Split)] += f.Value
		}
	}
	return counts
}

// What dsa-tdb makes of a day's statements is what the day's dump states, to
// the last split.
func TestAggregatesStateWhatTheDumpDoes(t *testing.T) {
	path, truth := writeDump(t, t.TempDir(), made.Dump{Rows: 20_000, Seed: 4})
	dump, aggregate := open(t, ""), open(t, "")
	takeOne(t, dump, path)
	if r := takeOne(t, aggregate, aggregateZip(t, aggregateRows(truth))); r.Source.Problems != 0 {
		t.Errorf("%d problems: %v", r.Source.Problems, must(aggregate.Problems(t.Context(), r.Source.ID)))
	}
	want, got := decisionsIn(t, dump, "statements of reasons"), decisionsIn(t, aggregate, "statements of reasons, dsa-tdb complete")
	if len(want) < 50 || !maps.Equal(got, want) {
		for about, n := range want {
			if got[about] != n {
				t.Fatalf("%d and %d splits; %s is %v in the aggregate, %v in the dump", len(got), len(want), about, got[about], n)
			}
		}
		t.Errorf("%d splits, want %d", len(got), len(want))
	}
}
