package export

import (
	"context"
	"math"
	"strings"
	"testing"
	"time"

	"vitrine/assets"
	"vitrine/reports"
)

// sourceID is the SHA-256 of a page that is made up.
var sourceID = strings.Repeat("0123456789abcdef", 4)

var known = reports.Names{Areas: assets.Areas(), Codes: assets.Codes(), Crosswalk: assets.Crosswalk()}

func sampleSources() []reports.Source {
	return []reports.Source{{
		ID: sourceID, Name: "safety.html", Address: "https://telegram.org/safety", Bytes: 123456,
		Retrieved: time.Date(2020, 3, 18, 9, 30, 0, 0, time.UTC), Published: reports.DayOf(2020, 3, 17),
		Format: "Telegram Safety Overview", Publisher: "Telegram",
	}}
}

// sampleDays makes a daily series such as Telegram's page has: its own start,
// a day without a number, a provisional last day.
func sampleDays(category string, first, last reports.Day, column int, value func(day int) float64) []reports.Figure {
	var list []reports.Figure
	breakdown := reports.Dims(0)
	if category != "" {
		breakdown = reports.ByCategory
	}
	for d := first; d <= last; d++ {
		i := int(d - first)
		f := reports.Figure{
			Publisher: "Telegram", Table: "Safety Overview, daily", Measure: reports.GroupsAndChannelsBlocked,
			Period: reports.Period{Start: d, End: d + 1}, Split: reports.Split{Category: category}, Breakdown: breakdown,
			Value:  value(i),
			Origin: reports.Origin{Source: sourceID, File: "safety.html", Sheet: "chart_" + strings.ReplaceAll(category, " ", "_"), Row: i + 2, Column: column},
		}
		f.Origin.Text = Plain(f.Value)
		if math.IsNaN(f.Value) {
			f.Status, f.Origin.Text = reports.NotAvailable, "-"
		}
		if d == last {
			f.Status = reports.Provisional
		}
		list = append(list, f)
	}
	return list
}

func sampleFigures() []reports.Figure {
	last := reports.DayOf(2020, 3, 17)
	terror := sampleDays("terrorism", reports.DayOf(2017, 12, 25), last, 2, func(i int) float64 { return float64(100 + i%31*7) })
	abuse := sampleDays("child abuse", reports.DayOf(2018, 9, 10), last, 3, func(i int) float64 {
		if i == 200 {
			return math.NaN()
		}
		return float64(500 + i/2)
	})
	total := sampleDays("", reports.DayOf(2017, 12, 25), last, 1, func(i int) float64 { return float64(9000 + i*11) })
	return append(append(total, terror...), abuse...)
}

// ask answers a question from the sample's figures by the rules.
func ask(t testing.TB, q reports.Question) reports.Answer {
	t.Helper()
	m := &reports.Memory{Held: sampleFigures()}
	for i, d := range []reports.Dims{0, reports.ByCategory} {
		m.Declared = append(m.Declared, reports.Block{
			Publisher: "Telegram", Table: "Safety Overview, daily", Measure: reports.GroupsAndChannelsBlocked, Breakdown: d, Order: i,
		})
	}
	a, err := reports.Ask(context.Background(), q, m, known)
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func byCategory(every reports.Grain) reports.Question {
	return reports.Question{By: []reports.Dim{reports.Category}, Every: every}
}

func sampleBook(t testing.TB, every reports.Grain, lang string) Book {
	q := byCategory(every)
	q.Partial = every != reports.EveryDay
	return Book{Answer: ask(t, q), Figures: Each(sampleFigures()), Sources: sampleSources(), Words: assets.For(lang)}
}
