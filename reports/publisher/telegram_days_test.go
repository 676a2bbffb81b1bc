package publisher

import (
	"fmt"
	"strconv"
	"testing"

	"vitrine/reports"
)

// telegramDays makes up a channel that reports n days from 2016-12-25 on: the
// export, the number of each day and the total of its month up to it.
func telegramDays(n int) (export string, counts, totals map[reports.Day]float64) {
	counts, totals = map[reports.Day]float64{}, map[reports.Day]float64{}
	first := reports.DayOf(2016, 12, 25)
	messages := []map[string]any{{"id": 1, "type": "service", "action": "create_channel", "title": "ISIS Watch", "text": "", "text_entities": []any{}}}
	total := 0
	for i := range n {
		day := first + reports.Day(i)
		_, month, date := day.Date()
		if date == 1 {
			total = 0
		}
		count := 50 + i*7919%4000
		total += count
		counts[day], totals[day] = float64(count), float64(total)
		posted := (day + 1).Time().Unix() + int64(6*3600+i*137%3600)
		before := fmt.Sprintf("%d terrorist bots and channels banned on %s, %d.\nTotal this month: %d\n\nReport terrorist content using the in-app 'Report' button or to ", count, month, date, total)
		messages = append(messages, map[string]any{
			"id": i + 2, "type": "message", "date": (day + 1).String() + "T09:13:07", "date_unixtime": strconv.FormatInt(posted, 10),
			"from": "ISIS Watch", "from_id": "channel7", "reactions": []any{},
			"text": []any{before, map[string]any{"type": "email", "text": "abuse@telegram.org"}, "."},
			"text_entities": []any{map[string]any{"type": "plain", "text": before}, map[string]any{"type": "email", "text": "abuse@telegram.org"},
				map[string]any{"type": "plain", "text": "."}},
		})
	}
	return chatOf(map[string]any{"name": "ISIS Watch", "type": "public_channel", "id": 7, "messages": messages}), counts, totals
}

func TestTelegramNineYears(t *testing.T) {
	const days = 3400
	export, counts, totals := telegramDays(days)
	r, err := readText(t, "result.json", export)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Problems) > 0 || len(r.Figures) != 2*days {
		t.Fatalf("%d figures of %d days, problems %v", len(r.Figures), days, r.Problems)
	}
	for _, f := range r.Figures {
		want := counts[f.Period.Last()]
		if f.Table == telegramMonthTotals {
			want = totals[f.Period.Last()]
		}
		if f.Value != want {
			t.Fatalf("%s of %v: %v, want %v", f.Table, f.Period, f.Value, want)
		}
	}
}

func BenchmarkTelegramNineYears(b *testing.B) {
	export, _, _ := telegramDays(3400)
	b.SetBytes(int64(len(export)))
	for b.Loop() {
		if _, err := readText(b, "result.json", export); err != nil {
			b.Fatal(err)
		}
	}
}
