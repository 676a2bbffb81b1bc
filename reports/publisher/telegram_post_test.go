package publisher

import (
	"testing"
	"time"

	"vitrine/reports"
)

func TestParseTelegramPost(t *testing.T) {
	const none = -1
	tests := []struct {
		name, text string
		category   string
		month      time.Month
		day        int
		count      float64
		total      float64
	}{
		{"terrorism as since 2017", "1312 terrorist bots and channels banned on January, 27.\nTotal this month: 16050\n\nReport terrorist content using the in-app 'Report' button or to abuse@telegram.org.",
			telegramTerrorism, time.January, 27, 1312, 16050},
		{"child abuse", "1830 groups and channels related to child abuse banned on January, 30.\nTotal this month: 51889\n\nReport child abuse using the in-app 'Report' button or to stopCA@telegram.org.",
			telegramChildAbuse, time.January, 30, 1830, 51889},
		{"as agencies quote it", "2,114 groups and channels related to child abuse banned on October 6. Total this month: 10,312",
			telegramChildAbuse, time.October, 6, 2114, 10312},
		{"ISIS", "65 ISIS bots and channels banned on December, 25.\nTotal this month: 2078", telegramTerrorism, time.December, 25, 65, 2078},
		{"spaces for thousands", "2\u00a0114 groups and channels related to child abuse banned on October\u00a06.\nTotal this month: 10\u202f312",
			telegramChildAbuse, time.October, 6, 2114, 10312},
		{"dots for thousands", "2.114 groups and channels related to child abuse banned on October 6.\nTotal this month: 1.110.312.",
			telegramChildAbuse, time.October, 6, 2114, 1110312},
		{"day before month", "12 terrorist bots and channels were banned on 27 January. Total this month: 320", telegramTerrorism, time.January, 27, 12, 320},
		{"no category, no total", "12 bots and channels banned on May, 1", "", time.May, 1, 12, none},
		{"category from the address", "12 groups and channels banned on May, 1.\nReport to stopCA@telegram.org", telegramChildAbuse, time.May, 1, 12, none},
		{"zero", "0 terrorist bots and channels banned on May, 1.", telegramTerrorism, time.May, 1, 0, none},
		{"line break inside", "12 terrorist bots and\nchannels banned on\nMay, 1.", telegramTerrorism, time.May, 1, 12, none},
		{"behind a heading", "Daily report:\n12 terrorist bots and channels banned on May, 1.", telegramTerrorism, time.May, 1, 12, none},
		{"year", "12 terrorist bots and channels banned on May 1, 2019.", telegramTerrorism, time.May, 1, 12, none},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			p, ok := parseTelegramPost(test.text)
			if !ok {
				t.Fatal("not understood")
			}
			total := p.Total.Value
			if p.Total.Text == "" {
				total = none
			}
			if p.Category != test.category || p.Month != test.month || p.Day != test.day || p.Count.Value != test.count || total != test.total {
				t.Errorf("got %+v", p)
			}
		})
	}
}

func TestParseTelegramPostRefuses(t *testing.T) {
	for name, text := range map[string]string{
		"nothing":                    "",
		"announcement":               "We now report daily how many channels were banned.",
		"no date":                    "1312 terrorist bots and channels banned. Total this month: 16050",
		"no number":                  "Terrorist bots and channels banned on January, 27.",
		"total only":                 "Total this month: 16050",
		"two numbers":                "1312 terrorist bots and channels banned on January, 27 and 400 on January, 28.",
		"two sentences":              "1 terrorist bots and channels banned on May, 1. 2 terrorist bots and channels banned on May, 2.",
		"not exactly":                "More than 1312 terrorist bots and channels banned on January, 27.",
		"about":                      "~1312 terrorist bots and channels banned on January, 27.",
		"odd thousands":              "1,31 terrorist bots and channels banned on January, 27.",
		"thousands over two lines":   "1\n312 terrorist bots and channels banned on January, 27.",
		"a fraction":                 "1312 terrorist bots and channels banned on January, 27.\nTotal this month: 16050.5",
		"no such day":                "1312 terrorist bots and channels banned on January, 32.",
		"no month":                   "1312 terrorist bots and channels banned on Januar, 27.",
		"a number beyond all bounds": "99999999999999999999 terrorist bots and channels banned on January, 27.",
		"a further number":           "12 terrorist bots and channels banned on May, 1.\nMembers: 15300",
	} {
		t.Run(name, func(t *testing.T) {
			if p, ok := parseTelegramPost(text); ok {
				t.Errorf("understood as %+v", p)
			}
		})
	}
}

func TestTelegramReportedDay(t *testing.T) {
	tests := []struct {
		name   string
		post   telegramPost
		posted string
		want   string // "" is refused
	}{
		{"the day before", telegramPost{Month: time.January, Day: 27}, "2026-01-28", "2026-01-27"},
		{"new year", telegramPost{Month: time.December, Day: 31}, "2026-01-01", "2025-12-31"},
		{"a month's last day", telegramPost{Month: time.May, Day: 31}, "2024-06-01", "2024-05-31"},
		{"a clock behind", telegramPost{Month: time.December, Day: 31}, "2025-12-31", "2025-12-31"},
		{"leap day", telegramPost{Month: time.February, Day: 29}, "2024-03-01", "2024-02-29"},
		{"no leap day", telegramPost{Month: time.February, Day: 29}, "2023-03-01", ""},
		{"after the post", telegramPost{Month: time.January, Day: 30}, "2026-01-28", ""},
		{"long before the post", telegramPost{Month: time.February, Day: 27}, "2026-01-28", ""},
		{"the year too", telegramPost{Month: time.January, Day: 27, Year: 2026}, "2026-01-28", "2026-01-27"},
		{"another year", telegramPost{Month: time.January, Day: 27, Year: 2024}, "2026-01-28", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			posted, err := reports.ParseDay(test.posted)
			if err != nil {
				t.Fatal(err)
			}
			day, ok := test.post.reportedDay(posted)
			got := ""
			if ok {
				got = day.String()
			}
			if got != test.want {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}

func TestParseTelegramFirst(t *testing.T) {
	const text = "Our team bans ISIS content. An average of 70 ISIS channels are terminated each day. In the recent months alone we've shut down: " +
		"September: 1987 ISIS bots and channels; October: 1,800 ISIS bots and channels;\nNovember: 2094 ISIS bots and channels; December 2013 ISIS bots and channels..."
	list, ok := parseTelegramFirst(text)
	if !ok || len(list) != 4 {
		t.Fatalf("got %+v, %v", list, ok)
	}
	want := []struct {
		period  string
		count   float64
		running bool
	}{{"2016-09", 1987, false}, {"2016-10", 1800, false}, {"2016-11", 2094, false}, {"2016-12-01/2016-12-24", 2013, true}}
	for i, w := range want {
		p, running := list[i].period(reports.DayOf(2016, 12, 25))
		if p.String() != w.period || list[i].Count.Value != w.count || running != w.running {
			t.Errorf("%d: %v %v %v, want %+v", i, p, list[i].Count.Value, running, w)
		}
	}
	if p, running := list[3].period(reports.DayOf(2017, 1, 4)); p.String() != "2016-12" || running {
		t.Errorf("in January, December was %v, running %v", p, running)
	}
	for _, bad := range []string{"", "we've shut down: 12 things", text + " and 5 more"} {
		if list, ok := parseTelegramFirst(bad); ok {
			t.Errorf("%q understood as %+v", bad, list)
		}
	}
}

func FuzzTelegramPost(f *testing.F) {
	f.Add("1312 terrorist bots and channels banned on January, 27.\nTotal this month: 16050")
	f.Add("2,114 groups and channels related to child abuse banned on 6 October. Total this month: 10 312")
	f.Add("we've shut down: September: 1987 ISIS bots and channels; December 2013 ISIS bots and channels...")
	f.Fuzz(func(t *testing.T, text string) {
		if p, ok := parseTelegramPost(text); ok {
			if p.Month < 1 || p.Month > 12 || p.Day < 1 || p.Day > 31 || p.Count.Value < 0 || p.Count.Text == "" {
				t.Errorf("%q: %+v", text, p)
			}
		}
		list, ok := parseTelegramFirst(text)
		for _, m := range list {
			if ok && (m.Month < 1 || m.Month > 12 || m.Count.Value < 0) {
				t.Errorf("%q: %+v", text, m)
			}
		}
	})
}

func BenchmarkTelegramPost(b *testing.B) {
	for b.Loop() {
		parseTelegramPost("1312 terrorist bots and channels banned on January, 27.\nTotal this month: 16050\n\nReport terrorist content using the in-app 'Report' button or to abuse@telegram.org.")
	}
}
