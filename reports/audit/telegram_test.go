package audit

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
	"vitrine/reports/library"
)

// The made-up year of a channel: every day has so many, one post is missing
// and one was changed.
const madeUpYear = 2023

var (
	missingDay = reports.DayOf(madeUpYear, 3, 14)
	changedDay = reports.DayOf(madeUpYear, 8, 2)
)

func madeUp(d reports.Day) int { return 300 + int(d)%97 }

// channelExport is what Telegram Desktop writes of a year of @ISISwatch.
func channelExport() string {
	var posts []string
	total := 0
	for d := reports.DayOf(madeUpYear, 1, 1); d < reports.DayOf(madeUpYear+1, 1, 1); d++ {
		_, month, day := d.Date()
		if day == 1 {
			total = 0
		}
		total += madeUp(d)
		said := madeUp(d)
		switch d {
		case missingDay:
			continue
		case changedDay:
			said += 1000
		}
		posted := (d + 1).Time().Add(7 * time.Hour)
		text := fmt.Sprintf(`%d terrorist bots and channels banned on %s, %d.\nTotal this month: %d\n\nReport terrorist content using the in-app 'Report' button or to `,
			said, month, day, total)
		posts = append(posts, fmt.Sprintf(`{"id": %d, "type": "message", "date": "%s", "date_unixtime": "%d", "from": "ISIS Watch", "from_id": "channel1066197625",
			"text": ["%s", {"type": "email", "text": "abuse@telegram.org"}, "."], "text_entities": []}`,
			10+int(d-reports.DayOf(madeUpYear, 1, 1)), posted.Format("2006-01-02T15:04:05"), posted.Unix(), text))
	}
	return `{"name": "ISIS Watch", "type": "public_channel", "id": 1066197625, "messages": [` + strings.Join(posts, ",\n") + `]}`
}

// safetyPage is Telegram's page with charts of the same year.
func safetyPage() string {
	var x, y []string
	for d := reports.DayOf(madeUpYear, 1, 1); d < reports.DayOf(madeUpYear+1, 1, 11); d++ {
		x, y = append(x, fmt.Sprint(int64(d)*86_400_000)), append(y, fmt.Sprint(madeUp(d)))
	}
	chart := fmt.Sprintf(`{"columns":[["x",%s],["y0",%s]],"types":{"y0":"bar","x":"x"},"names":{"y0":"Banned Terrorist Communities"}}`,
		strings.Join(x, ","), strings.Join(y, ","))
	return `<!DOCTYPE html><html><head><title>Telegram Safety Overview</title></head><body>
		<div id="chart_terror_banned_wrap" class="chart_wrap"></div>
		<script>renderGraph('chart_terror_banned_wrap', ` + chart + `, true);</script></body></html>`
}

// taken is a throw-away library of files.
func taken(t *testing.T, files map[string]string) *library.Library {
	t.Helper()
	l, err := library.Open(library.Memory)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { l.Close() })
	folder := t.TempDir()
	for name, content := range files {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		for _, r := range l.Take(t.Context(), []string{path}, nil) {
			if r.Err != nil || r.Source.Problems > 0 {
				t.Fatalf("%s: %v, %d problems", name, r.Err, r.Source.Problems)
			}
		}
	}
	return l
}

func TestPostsAgainstMonthTotalsAndSafetyPage(t *testing.T) {
	l := taken(t, map[string]string{"result.json": channelExport(), "safety.html": safetyPage()})
	found := run(t, l, "sister", "gap")
	for _, want := range []struct {
		table, other string
		cases        []string // period, first number, second
	}{
		{"Safety Overview, daily", "channel posts, daily", []string{
			fmt.Sprint(changedDay, " ", madeUp(changedDay), " ", madeUp(changedDay)+1000),
			fmt.Sprint(missingDay, " ", madeUp(missingDay), " NaN")}},
		{"channel posts, month totals", "channel posts, daily", []string{
			fmt.Sprint(changedDay, " ", madeUp(changedDay), " ", madeUp(changedDay)+1000),
			fmt.Sprintf("%s/%s %d %d", missingDay, missingDay+1, madeUp(missingDay)+madeUp(missingDay+1), madeUp(missingDay+1))}},
		{"channel posts, month totals", "Safety Overview, daily", nil},
	} {
		var got []string
		for _, f := range found {
			if f.Check == "sister" && f.Table == want.table && f.Other == want.other {
				for _, c := range f.Cases {
					got = append(got, fmt.Sprint(c.Period, " ", c.Sides[0].Number.Value, " ", c.Sides[1].Number.Value))
				}
			}
		}
		if strings.Join(got, "\n") != strings.Join(want.cases, "\n") {
			t.Errorf("%s against %s: got\n%s\nwant\n%s", want.table, want.other, strings.Join(got, "\n"), strings.Join(want.cases, "\n"))
		}
	}
	gap := found[len(found)-1]
	if w := assets.For("en"); gap.Check != "gap" || len(gap.Cases) != 1 || gap.Cases[0].Period.Start != missingDay {
		t.Errorf("the day without a post is no gap: %s %+v", gap.Text.Say(w), gap.Cases)
	}
}

func TestCaseOfRunningTotalsLeadsToBoth(t *testing.T) {
	l := taken(t, map[string]string{"result.json": channelExport()})
	found := run(t, l, "sister")
	if len(found) != 1 || len(found[0].Cases) != 2 {
		t.Fatalf("%+v", found)
	}
	figures, err := Rests(t.Context(), l, found[0].Cases, 10)
	if err != nil || len(figures) != 2 || len(figures[0]) != 3 || len(figures[1]) != 3 {
		t.Fatalf("%v, %v: want of each case the two totals and the day", figures, err)
	}
	bySide, err := RestsBySide(t.Context(), l, found[0].Cases)
	if err != nil || len(bySide) != 2 || len(bySide[0]) != len(found[0].Cases[0].Sides) || len(slices.Concat(bySide[0]...)) != 3 {
		t.Errorf("%v, %v: want the same, each with its side", bySide, err)
	}
	for _, f := range figures[0] {
		if f.Origin.Row == 0 || f.Origin.Source == "" {
			t.Errorf("a figure without a place: %+v", f)
		}
	}
}
