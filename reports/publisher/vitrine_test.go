package publisher

import (
	"bytes"
	"context"
	"fmt"
	"io/fs"
	"maps"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/export"
)

// starter reads a file of the starter figures.
func starter(t *testing.T, name string) reports.Reading {
	text, err := fs.ReadFile(assets.Starter(), name)
	if err != nil {
		t.Fatal(err)
	}
	r, err := readText(t, name, string(text))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) > 0 {
		t.Errorf("problems: %v", problemTexts(r))
	}
	return r
}

func TestStarterSeries(t *testing.T) {
	r := starter(t, "telegram.csv")
	if len(r.Figures) != 930+2772+3462 || r.Publisher != "Telegram" || r.Published.String() != "2026-06-17" || r.Address != telegramSafety.URL {
		t.Errorf("%d figures, %s, %s, %s", len(r.Figures), r.Publisher, r.Published, r.Address)
	}
	sum := 0.0
	for _, f := range r.Figures {
		if f.Category == "terrorism" && reports.EveryYear.Around(f.Period.Start).String() == "2025" {
			sum += f.Value
		}
	}
	if sum != 236573 {
		t.Errorf("terrorism in 2025 is %.0f, want 236573", sum)
	}
}

// The starter figures are those of the page, so that a loaded page takes their
// place.
func TestStarterIsThePage(t *testing.T) {
	book := open(t, shared(t, "telegram/safety_2026-06-17.html"))
	page, err := Read(context.Background(), book, book.Name)
	if err != nil {
		t.Fatal(err)
	}
	identity := func(f reports.Figure) string {
		return fmt.Sprintf("%v %v %v %s", f.Identity(), f.Value, f.Status, f.ExtentKey())
	}
	starters := map[string]bool{}
	for _, f := range starter(t, "telegram.csv").Figures {
		starters[identity(f)] = true
	}
	for _, f := range page.Figures {
		if f.Table == safetyDaily && !starters[identity(f)] {
			t.Fatalf("the starter figures lack %s", identity(f))
		}
	}
	for _, b := range starter(t, "telegram.csv").Blocks {
		if !strings.Contains(fmt.Sprint(page.Blocks), fmt.Sprint(b)) {
			t.Errorf("the page declares no such block: %v", b)
		}
	}
}

func TestStarterReport(t *testing.T) {
	r := starter(t, "telegram-dsa-2025.csv")
	totals, parts := map[reports.Measure]float64{}, map[reports.Measure]float64{}
	for _, f := range r.Figures {
		if f.Period.String() != "2024-02-17/2025-02-17" {
			t.Fatalf("%s: the period is %s", f.Origin, f.Period)
		}
		if f.Breakdown == 0 {
			totals[f.Measure] = f.Value
		} else {
			parts[f.Measure] += f.Value
		}
		if f.Breakdown == reports.ByArea && !assets.Areas().IsCountry(f.Area) {
			t.Errorf("%q is no country", f.Area)
		}
	}
	for m, want := range map[reports.Measure]float64{
		reports.TakedownRequestsReceived: 553, reports.InformationRequestsReceived: 5046, reports.RestrictionsImposed: 3869935,
	} {
		if totals[m] != want || parts[m] != want {
			t.Errorf("%s: the total is %.0f, the parts add to %.0f, want %.0f", m, totals[m], parts[m], want)
		}
	}
	for _, b := range r.Blocks {
		if b.Complete != b.Breakdown {
			t.Errorf("%s by %s: complete is %q", b.Measure, b.Breakdown, b.Complete)
		}
	}
}

// What Vitrine writes of a table that a format fills is read back as what that
// format read, though the file does not say how it splits.
func TestKnownTable(t *testing.T) {
	r, err := readText(t, "mine.csv", `publisher,table,measure,period_start,period_end,category,trigger,value
Telegram,CSAM blocked via NGO reports,content blocked,2025-01-01,2025-06-30,child abuse,,1234
Telegram,CSAM blocked via NGO reports,content blocked,2025-01-01,2025-06-30,child abuse,Example Hotline,1200
`)
	if err != nil {
		t.Fatal(err)
	}
	if got := fmt.Sprintf("%q %q %q", r.Figures[0].Breakdown, r.Figures[1].Breakdown, r.Blocks[1].Complete); got != `"" "trigger" "trigger"` {
		t.Errorf("breakdowns and completeness are %s", got)
	}
	if got := r.Figures[1].ExtentKey(); got != "Telegram | CSAM blocked via NGO reports | 2025-H1 | child abuse" {
		t.Errorf("the extent is %q", got)
	}
}

// What export writes of a source is read back as the same figures, of the same
// blocks and extents: loaded beside the source, nothing counts twice.
func TestRoundTrip(t *testing.T) {
	for _, path := range samples(t) {
		t.Run(filepath.Base(path), func(t *testing.T) {
			book := open(t, path)
			want, err := Read(t.Context(), book, book.Name)
			if err != nil || want.Format == vitrineCSV.Name {
				t.Skip("figures in Vitrine's own form say more than an export of them")
			}
			var csv bytes.Buffer
			if err := export.WriteRecordsCSV(&csv, export.FigureRecords(export.Each(want.Figures)), export.Options{BOM: true}); err != nil {
				t.Fatal(err)
			}
			got, err := readText(t, "data.csv", csv.String())
			if err != nil {
				t.Fatal(err)
			}
			if len(got.Problems) > 0 || len(got.Figures) != len(want.Figures) {
				t.Fatalf("%d figures of %d, problems: %v", len(got.Figures), len(want.Figures), problemTexts(got))
			}
			for i, f := range got.Figures {
				w := want.Figures[i]
				same := f.Value == w.Value || math.IsNaN(f.Value) && math.IsNaN(w.Value)
				if f.Identity() != w.Identity() || !same || f.Status != w.Status || f.ExtentKey() != w.ExtentKey() {
					t.Errorf("read back as %s of %s, was %s of %s", describeFigure(f), f.ExtentKey(), describeFigure(w), w.ExtentKey())
				}
			}
			if got, want := declarations(got), declarations(want); !maps.Equal(got, want) {
				t.Errorf("read back with the blocks %v, were %v", got, want)
			}
		})
	}
}

// declarations returns the blocks of a reading that have figures, without
// their order.
func declarations(r reports.Reading) map[reports.Block]bool {
	held := map[reports.Block]bool{}
	for _, b := range r.Blocks {
		b.Order = 0
		if slices.ContainsFunc(r.Figures, func(f reports.Figure) bool {
			return f.Publisher == b.Publisher && f.Table == b.Table && f.Measure == b.Measure && f.Breakdown == b.Breakdown
		}) {
			held[b] = true
		}
	}
	return held
}
