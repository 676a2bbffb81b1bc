package publisher

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
)

// publishedTelegram reads a published file, where it is at hand.
func publishedTelegram(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(shared(t, "telegram/"+name))
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// publishedBlocks cuts a collection of messages at the lines that begin with
// "=====", which tell where each comes from.
func publishedBlocks(text string) []string {
	var blocks []string
	for _, block := range strings.Split("\n"+text, "\n=====")[1:] {
		_, message, _ := strings.Cut(block, "\n")
		blocks = append(blocks, message)
	}
	return blocks
}

func TestPublishedDataset(t *testing.T) {
	r, err := readText(t, "dataset.json", publishedTelegram(t, "te-k_dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	areas := map[string]bool{}
	told := map[string]float64{}
	for _, f := range r.Figures {
		areas[f.Area] = true
		if f.Area == "FR" {
			told[fmt.Sprint(f.Measure, " ", f.Period)] = f.Value
		}
	}
	if len(r.Figures) != 598 || len(areas) != 83 || len(r.Problems) > 0 {
		t.Errorf("%d figures of %d areas, problems %v", len(r.Figures), len(areas), r.Problems)
	}
	for what, want := range map[string]float64{
		"requests fulfilled 2024": 893, "users affected 2024": 2072,
		"requests fulfilled 2024-Q1": 4, "requests fulfilled 2024-Q2": 6, "requests fulfilled 2024-Q3": 210, "requests fulfilled 2024-Q4": 673,
		"requests fulfilled 2024-01-01/2024-09-30": 220,
	} {
		if got, ok := told[what]; !ok || got != want {
			t.Errorf("France, %s: %v, want %v", what, got, want)
		}
	}
	if _, ok := told["requests fulfilled 2025-H1"]; ok {
		t.Error("France has a half-year that nobody published")
	}
}

func TestPublishedCountryNames(t *testing.T) {
	if _, err := readText(t, "countries.json", publishedTelegram(t, "te-k_countries.json")); err == nil {
		t.Error("names of countries were taken for figures")
	}
}

func TestPublishedPosts(t *testing.T) {
	blocks := publishedBlocks(publishedTelegram(t, "channel_posts_verbatim.txt"))
	want := []string{
		"terrorism January 27: 1312, 16050", "child abuse January 30: 1830, 51889", "child abuse October 6: 2114, 10312",
		"September 1987; October 1800; November 2094; December 2013; ",
	}
	if len(blocks) != len(want) {
		t.Fatalf("%d posts", len(blocks))
	}
	for i, text := range blocks {
		got := ""
		if p, ok := parseTelegramPost(text); ok {
			got = fmt.Sprintf("%s %v %d: %v, %v", p.Category, p.Month, p.Day, p.Count.Value, p.Total.Value)
		} else if list, ok := parseTelegramFirst(text); ok {
			for _, m := range list {
				got += fmt.Sprintf("%v %v; ", m.Month, m.Count.Value)
			}
		}
		if got != want[i] {
			t.Errorf("%q: got %q, want %q", text, got, want[i])
		}
	}
}

func TestPublishedAnswers(t *testing.T) {
	blocks := publishedBlocks(publishedTelegram(t, "transparency_bot_messages_verbatim.txt"))
	want := []string{
		"France 2024-Q1 4, 2024-Q2 6, 2024-Q3 210, 2024-01-01/2024-09-30 220; 2024-Q1 17, 2024-Q2 37, 2024-Q3 632, 2024-01-01/2024-09-30 686",
		"Brazil 2024-Q1 75, 2024-Q2 63, 2024-Q3 65; 2024-Q1 133, 2024-Q2 114, 2024-Q3 122",
		" 2024-01-01/2024-09-30 0; 2024-01-01/2024-09-30 0",
		"Germany 2025-Q1 1311, 2025-Q2 1094, 2025-Q3 1165, 2025-Q4 758; 2025-Q1 3777, 2025-Q2 4534, 2025-Q3 2533, 2025-Q4 1611",
		"United States of America 2025-Q1 576, 2025-Q2 457; 2025-Q1 1664, 2025-Q2 1196",
		"Netherlands 2026-Q1 115; 2026-Q1 373",
		"United Kingdom 2026-Q1 795; 2026-Q1 1420",
		"Canada 2026-Q1 134, 2026-Q2 57; 2026-Q1 142, 2026-Q2 106",
		"Romania 2026-Q1 40, 2026-Q2 54; 2026-Q1 120, 2026-Q2 198",
		"", // two lines of a message, without its period
	}
	if len(blocks) != len(want) {
		t.Fatalf("%d messages", len(blocks))
	}
	for i, text := range blocks {
		found, problems, ok := parseTelegramBot(text)
		var got strings.Builder
		last := reports.Measure("")
		for _, d := range found {
			switch last {
			case "":
				got.WriteString(d.Country + " ")
			case d.Measure:
				got.WriteString(", ")
			default:
				got.WriteString("; ")
			}
			last = d.Measure
			fmt.Fprintf(&got, "%v %v", d.Period, d.Number.Value)
		}
		if !ok || got.String() != want[i] || (want[i] == "") != (len(problems) > 0) {
			t.Errorf("%q: got %q and problems %q, want %q", text, got.String(), problems, want[i])
		}
		for _, d := range found {
			if _, known := telegramArea(d.Country); known != (d.Country != "") {
				t.Errorf("%q is no country", d.Country)
			}
		}
	}
}

// Overlapping periods answer each for itself: none is added to another.
func TestPublishedDatasetAnswers(t *testing.T) {
	r, err := readText(t, "dataset.json", publishedTelegram(t, "te-k_dataset.json"))
	if err != nil {
		t.Fatal(err)
	}
	day := func(y, m, d int) reports.Day { return reports.DayOf(y, time.Month(m), d) }
	tests := []struct {
		every        reports.Grain
		since, until reports.Day
		want         string
	}{
		{reports.EveryYear, day(2023, 1, 1), day(2027, 1, 1), "2024: 893 published; 2025: 2224 published; "},
		{reports.EveryQuarter, day(2024, 1, 1), day(2025, 1, 1), "2024-Q1: 4 published; 2024-Q2: 6 published; 2024-Q3: 210 published; 2024-Q4: 673 published; "},
		{reports.EveryHalf, day(2024, 1, 1), day(2024, 7, 1), "2024-H1: 10 sum of 2; "},
		{reports.Span, day(2024, 1, 1), day(2024, 10, 1), "2024-01-01/2024-09-30: 220 published; "},
		{reports.EveryMonth, day(2024, 1, 1), day(2025, 1, 1), ""},
	}
	for _, test := range tests {
		q := reports.Question{Measure: []string{string(reports.RequestsFulfilled)}, Every: test.every, Since: test.since, Until: test.until}
		q.Where[reports.Area] = []string{"FR"}
		names := reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}
		a, err := reports.Ask(t.Context(), q, &reports.Memory{Held: r.Figures, Declared: r.Blocks}, names)
		if err != nil {
			t.Fatal(err)
		}
		got := ""
		for _, s := range a.Series {
			for _, n := range s.Numbers {
				if n.Known() {
					got += fmt.Sprintf("%v: %v %s; ", n.Period, n.Value, n.BasisText())
				}
			}
		}
		if got != test.want {
			t.Errorf("every %v: got %q, want %q", test.every, got, test.want)
		}
	}
}
