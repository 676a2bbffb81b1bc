package reports

import (
	"reflect"
	"testing"
)

func TestFirstQuestion(t *testing.T) {
	years := Period{DayOf(2017, 1, 1), DayOf(2026, 1, 1)}
	days := years.Days()
	daily := []Block{
		{Publisher: "Telegram", Table: "daily", Measure: "content blocked", Order: 1, Span: years, Figures: days},
		{Publisher: "Telegram", Table: "daily", Measure: "content blocked", Breakdown: ByCategory, Order: 1, Span: years, Figures: 2 * days},
		{Publisher: "Telegram", Table: "counters", Measure: "content blocked", Order: 2, Span: years, Figures: 3},
	}
	for _, c := range []struct {
		name   string
		blocks []Block
		want   Question
	}{
		{"nothing is loaded", nil, Question{}},
		{"days become months, the total is split by category", daily,
			Question{Publisher: []string{"Telegram"}, Measure: []string{"content blocked"}, By: []Dim{Category}, Every: EveryMonth}},
		{"a second table is named", []Block{daily[2], {Publisher: "Telegram", Table: "daily", Measure: "content blocked", Order: 1}},
			Question{Publisher: []string{"Telegram"}, Measure: []string{"content blocked"}}},
		{"the first publisher's, whatever the order of another's", append([]Block{{Publisher: "X", Table: "requests", Measure: "received", Order: 9}}, daily...),
			Question{Publisher: []string{"X"}, Measure: []string{"received"}}},
		{"a split with a single part is none", []Block{
			{Publisher: "TikTok", Table: "videos", Measure: "removed", Span: years, Figures: 18},
			{Publisher: "TikTok", Table: "videos", Measure: "removed", Breakdown: DimsOf(Decision), Span: years, Figures: 18},
		}, Question{Publisher: []string{"TikTok"}, Measure: []string{"removed"}}},
		{"half-years stay as they are", []Block{
			{Publisher: "Apple", Table: "requests", Measure: "received", Breakdown: ByArea, Span: years, Figures: 200 * 18},
		}, Question{Publisher: []string{"Apple"}, Measure: []string{"received"}, By: []Dim{Area}}},
		{"what does not add up is told apart, too", []Block{
			{Publisher: "Meta", Table: "standards", Measure: "content actioned", Breakdown: ByService | ByCategory | ByTrigger, Span: years, Figures: 20},
			{Publisher: "Meta", Table: "standards", Measure: "content actioned", Breakdown: ByService | ByCategory, Span: years, Figures: 20},
		}, Question{Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []Dim{Service, Category}}},
		{"what adds up is not", []Block{
			{Publisher: "Meta", Table: "standards", Measure: "content actioned", Breakdown: ByService | ByCategory, Complete: ByService, Span: years, Figures: 20},
		}, Question{Publisher: []string{"Meta"}, Measure: []string{"content actioned"}, By: []Dim{Category}}},
	} {
		if got := FirstQuestion(c.blocks); !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: got %+v, want %+v", c.name, got, c.want)
		}
	}
}

func TestReadableGrain(t *testing.T) {
	var days []Period
	for d := range Day(200) {
		days = append(days, Period{d, d + 1})
	}
	quarter := EveryQuarter.Around(DayOf(2024, 1, 1))
	year := EveryYear.Around(DayOf(2024, 1, 1))
	for _, c := range []struct {
		name    string
		periods []Period
		want    Grain
	}{
		{"hundreds of days", days, EveryMonth},
		{"few days", days[:100], AsPublished},
		{"a year among its quarters", []Period{year, quarter}, EveryQuarter},
		{"a quarter, then a year", []Period{quarter, EveryYear.Around(DayOf(2025, 1, 1))}, AsPublished},
	} {
		if got := ReadableGrain(Answer{Periods: c.periods}); got != c.want {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
